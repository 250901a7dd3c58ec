"""Linking inside an article: annotated sentences in, for each the actors it refers to out. Knows no database."""

from collections import Counter
from collections.abc import Sequence

from app.actors.candidates import Candidate, candidates
from app.actors.cast import cast
from app.actors.credits import credit_spans, is_credit
from app.actors.metonym import head_of
from app.actors.naming import named
from app.actors.quotation import quoted
from app.actors.reference import ActorReference, Found
from app.actors.scene import Scene
from app.actors.staging import staged
from app.text.annotation import AnnotatedSentence

_SHORT = 12  # characters; a name alone in its line may be an acronym


def link(sentences: Sequence[AnnotatedSentence]) -> tuple[tuple[ActorReference, ...], ...]:
    """The actors each sentence refers to, by name, role noun or pronoun, in order of text.

    The sentences are those of one article in order, title first.
    """
    shouted = [_is_shouted(sentence.sentence.text) for sentence in sentences]
    whispered = not all(shouted)
    found = [_candidates(one, shouted=loud and whispered) for one, loud in zip(sentences, shouted, strict=True)]
    troupe = cast(sentences, found)
    by_name = [
        named(sentence, candidates_of, troupe, number)
        for number, (sentence, candidates_of) in enumerate(zip(sentences, found, strict=True))
    ]
    scene = Scene(Counter(one.actor.name for references in by_name for one in references))
    quotes = quoted(sentences)
    return tuple(
        _references(sentence, staged(scene, (number, sentence), by_name[number], quotes[number]))
        for number, sentence in enumerate(sentences)
    )


def _is_shouted(text: str) -> bool:
    return text.isupper() and len(text) > _SHORT


def _candidates(sentence: AnnotatedSentence, *, shouted: bool) -> list[Candidate]:
    text = sentence.sentence.text
    if is_credit(text):
        return []
    found = candidates(sentence, shouted=shouted)
    spans = credit_spans(text)
    start, tokens = sentence.sentence.start, sentence.tokens
    return [one for one in found if not any(a <= tokens[one.first].start - start < b for a, b in spans)]


def _references(sentence: AnnotatedSentence, found: list[Found]) -> tuple[ActorReference, ...]:
    span = sentence.sentence
    tokens = sentence.tokens
    return tuple(
        ActorReference(
            name=one.actor.name,
            kind=one.actor.kind,
            match=one.match,
            first=one.first,
            last=one.last,
            head=head_of(tokens, one.first, one.last),
            text=span.text[tokens[one.first].start - span.start : tokens[one.last - 1].end - span.start],
            field=span.field,
            start=tokens[one.first].start,
            end=tokens[one.last - 1].end,
        )
        for one in found
    )
