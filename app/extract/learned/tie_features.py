"""What the model of times looks at between a trigger and a dating: order, distance, the parse path, what it says.

Names of features must not change without training.
"""

from collections.abc import Iterator, Sequence

from app.extract.learned.happening_features import Happening
from app.extract.learned.story import Story, Told
from app.extract.learned.verb_group import is_verb
from app.text.annotation import AnnotatedSentence

_DISTANCES = (0, 1, 2, 3, 5, 8, 12, 20)
_JOINTS = frozenset({"that", "which", "who", "when", "after", "before", "because", "while", "and", "but", "as"})
_BREAKS = frozenset({",", ";", "--", "_"})
_LONGEST_WAY = 12


def features(story: Story, event: Happening, told: Told) -> list[str]:
    """All features of the tie."""
    return [
        *_dating(story, told),
        *(_inside(story, event, told) if told.sentence == event.sentence else _across(story, event, told)),
    ]


def _dating(story: Story, told: Told) -> Iterator[str]:
    bound = told.dating.bound
    yield from ("pb", f"pr{told.relation}", f"pg{told.grain}", f"prg{told.relation}{told.grain}")
    yield from (f"pty{told.dating.expression.type}", f"pbd{bound}", f"pbx{bound}{told.dating.extent}")
    yield f"cnt{min(4, story.times_told.get(told.span, 0))}"


def _inside(story: Story, event: Happening, told: Told) -> Iterator[str]:
    sentence = story.sentences[event.sentence]
    tokens = sentence.tokens
    way = "L" if told.head < event.index else "R"
    yield from ("same", f"dist{_bucket(abs(told.head - event.index))}{way}", f"xdep{tokens[told.head].dep}")
    yield from (f"prep{told.preposition}", f"prepd{told.preposition}{way}")
    yield from _path(sentence, event, told)
    verbs = (told.verb == event.index, told.verb == event.verb, told.verb == event.above.verb)
    tied = told.verb is not None and any(verbs)
    yield f"vb{''.join(str(int(each)) for each in verbs)}{event.kind}" if tied else f"vbno{event.kind}"
    low, high = sorted((event.index, told.head))
    between = tokens[low + 1 : high]
    yield f"midv{min(3, sum(is_verb(token) and token.dep not in ('aux', 'auxpass') for token in between))}"
    yield f"midc{min(2, sum(token.text in _BREAKS for token in between))}"
    if any(token.text.lower() in _JOINTS for token in between):
        yield "midconj"
    here = [each for each in story.by_sentence[event.sentence] if each.first is not None]
    nearest = min(here, key=lambda each: abs(each.head - event.index), default=None)
    yield from (f"nearest{int(nearest is told)}", f"nsame{min(3, len(here))}", f"g{event.form}{told.side}")
    yield from (f"say{int(event.lemma == 'say')}{told.side}", f"wsame{event.field}")
    yield f"Kp{event.kind}{told.preposition}{told.side}"


def _path(sentence: AnnotatedSentence, event: Happening, told: Told) -> Iterator[str]:
    tokens = sentence.tokens
    from_event, from_dating = _ancestors(sentence, event.index), _ancestors(sentence, told.head)
    meeting = next((at for at in from_event if at in from_dating), None)
    if meeting is None:
        return
    up, down = from_event.index(meeting), from_dating.index(meeting)
    above = ">".join(tokens[at].dep for at in from_event[:up][:4])
    below = "<".join(tokens[at].dep for at in from_dating[:down][-4:])
    over = sum(is_verb(tokens[at]) for at in from_event[1 : up + 1])
    under = sum(is_verb(tokens[at]) for at in from_dating[1 : down + 1] if at != event.index)
    verbs = f"{min(over, 2)}{min(under, 2)}"
    yield from (f"up{min(up, 4)}", f"dn{min(down, 5)}", f"ud{min(up, 3)}{min(down, 4)}", f"nv{verbs}")
    yield from (f"nvk{verbs}{event.kind}", f"pe{above}", f"px{below}", f"pp{above}|{below}")
    yield f"pexp{above}{told.preposition}"
    if meeting == event.index:
        yield from ("under", f"underprep{told.preposition}", f"under{below}")


def _across(story: Story, event: Happening, told: Told) -> Iterator[str]:
    gap = event.sentence - told.sentence
    near = max(-2, min(3, gap))
    own = min(2, sum(each.first is not None for each in story.by_sentence[event.sentence]))
    yield from (f"sd{max(-3, min(5, gap))}", f"sdk{near}{event.kind}", f"sdg{near}{event.form}")
    yield from (f"own{own}", f"own{own}{near}", f"dg{event.form}{told.side}")
    if told is _last_before(story.dated, event.sentence):
        yield from ("last", f"last{told.side}{event.form}")
    if told.sentence == 0:
        yield "lead"
    if told.verb is not None:
        yield f"xt{story.group(told.sentence, told.verb).tense}{event.form}"


def _last_before(dated: Sequence[Told], sentence: int) -> Told | None:
    return next((each for each in reversed(dated) if each.sentence < sentence), None)


def _ancestors(sentence: AnnotatedSentence, index: int) -> list[int]:
    found = [index]
    while sentence.tokens[found[-1]].head != found[-1] and len(found) < _LONGEST_WAY:
        found.append(sentence.tokens[found[-1]].head)
    return found


def _bucket(distance: int) -> int:
    return next((rank for rank, most in enumerate(_DISTANCES) if distance <= most), len(_DISTANCES))
