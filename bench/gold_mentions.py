"""Our reading of mentions whose triggers are given: what each yardstick on gold mentions is scored with."""

from dataclasses import dataclass, replace
from functools import partial

from app.actors.link import link
from app.domain.article import Anchor
from app.domain.span import Field
from app.extract.article.echo import echoed
from app.extract.article.sensed import Sensed
from app.extract.dating import narrative, when
from app.extract.learned.times import Model
from app.extract.mentions import Passage, acting, dated, named, reader_of, sensed, tell
from app.extract.pipeline import _inside
from app.extract.sentence import triggers
from app.extract.sentence.quotation import quoted
from app.text.blocks import blocks
from app.text.normalise import clean
from app.text.sentences import sentences_of
from app.timex import read


@dataclass(frozen=True)
class Given:
    """A mention read at a given trigger, its candidate and its sentence."""

    start: int
    end: int
    sensed: Sensed
    candidate: triggers.Candidate
    passage: Passage

    @property
    def mention(self):
        return self.sensed.mention


def passages(annotator, text: str, anchor: Anchor) -> list[Passage]:
    """All sentences of a text, headings too."""
    plain = clean(text)
    parts = blocks(plain)
    datings = read.datings(plain, field=Field.TEXT, anchor=anchor, language="en")
    spans = sentences_of(plain, Field.TEXT, parts)
    annotated = list(annotator.annotate(spans))
    starts = {part.start for part in parts}
    return [
        Passage(sentence, _inside(datings, sentence.sentence), references, sentence.sentence.start in starts)
        for sentence, references in zip(annotated, link(annotated), strict=True)
    ]


def at_triggers(
    found: list[Passage], spans: list[tuple[int, int]], anchor: Anchor, model: Model | None = None
) -> list[Given]:
    """One reading for each span that meets a token, in order of text, by this model of times or the shipped one."""
    given: list[Given] = []
    thread, quoting = narrative.Thread(), False
    heads = [each for each in found[:1] if each.sentence.sentence.text[-1:] not in '.!?"”']
    reader = reader_of(found, anchor, model)
    for number, passage in [*list(enumerate(found))[len(heads) :], *enumerate(heads)]:
        sentence = passage.sentence
        if passage.starts:
            quoting = False
        inside, quoting = quoted(sentence, open_before=quoting)
        here = [span for span in spans if sentence.sentence.start <= span[0] < sentence.sentence.end]
        listed = [triggers.candidate_at(sentence, token_of(sentence, span)) for span in here]
        for span, told in zip(here, tell(passage, listed), strict=True):
            telling = when.Telling(
                sentence=sentence,
                told=told,
                thread=thread,
                is_quoted=told.candidate.index in inside,
                has_dates=any(dating.expression.interval for dating in passage.datings),
                acting=acting(passage, told.candidate),
                is_headline=passage in heads,
                on_publication=partial(reader.on_publication, number, told.candidate.index),
            )
            each = dated(telling, sensed(passage, telling, anchor), anchor)
            given.append(Given(*span, each, told.candidate, passage))
        thread = narrative.after(
            thread, sentence, tell(passage, triggers.candidates(sentence)), names=named(passage), anchor=anchor
        )
    again = echoed([each.sensed for each in given])
    return [replace(each, sensed=echo) for each, echo in zip(given, again, strict=True)]


def token_of(sentence, span: tuple[int, int]) -> int:
    """The token of a span that the others hang on; the first token after it where none meets it."""
    inside = [i for i, token in enumerate(sentence.tokens) if token.start < span[1] and token.end > span[0]]
    outward = [i for i in inside if sentence.tokens[i].head not in inside or sentence.tokens[i].head == i]
    return (outward or inside or [len(sentence.tokens) - 1])[0]


def cell(time):
    """The calendar value a time is compared by: `2024`, `2024-05` or `2024-05-13`; None without an interval."""
    if time.interval is None:
        return None
    cut = {"century": 4, "decade": 4, "year": 4, "half": 7, "quarter": 7, "season": 7, "month": 7}
    return time.interval.start[: cut.get(time.granularity.value, 10)]


def phrase(sentence, head: int) -> tuple[int, int]:
    """Characters [start, end) of the phrase a token heads, without its relative clauses."""
    found, stack = [], [head]
    while stack:
        at = stack.pop()
        found.append(at)
        stack += [
            below
            for below in sentence.children[at]
            if sentence.tokens[below].dep not in {"relcl", "acl", "advcl", "punct"}
        ]
    return sentence.tokens[min(found)].start, sentence.tokens[max(found)].end
