"""When what the text gives no date happened: on the day of publication, before or after it, or still going on."""

from app.domain import civil, edtf
from app.domain.article import Anchor
from app.domain.interval import Bound, Extent, Granularity, Interval
from app.domain.mention import Basis, EventTime, Factuality
from app.extract.dating.when import UNKNOWN, Telling, is_dated_by_clause, takes_part
from app.extract.sentence.fixing import gives_up, putting
from app.extract.sentence.happening import is_regarded
from app.extract.sentence.tense import Tense

# A day is claimed where it is likelier than not.
_LIKELY = 0.5


def untold_time(telling: Telling, anchor: Anchor) -> EventTime:
    """Publication, with the bound that tense and factuality allow; unknown where a clause dates it otherwise."""
    if telling.told.tied is not None or is_dated_by_clause(telling.sentence, telling.candidate):
        return UNKNOWN
    match telling.told.factuality:
        case Factuality.PLANNED:
            return _published(anchor, Bound.AFTER, Extent.WITHIN)
        case Factuality.ASSERTED:
            return _asserted(telling, anchor)
        case Factuality.NEGATED if _is_given_up(telling):
            return _published(anchor, Bound.AFTER, Extent.WITHIN)
        case _:
            return UNKNOWN


def _is_given_up(telling: Telling) -> bool:
    """Whether it is a plan that is denied: "will not strike", "called off the strike"."""
    sentence, candidate = telling.sentence, telling.candidate
    if candidate.is_noun and not candidate.is_carried:
        return any(gives_up(sentence, verb) for verb in putting(sentence, candidate.index))
    return telling.tense is Tense.FUTURE


def _asserted(telling: Telling, anchor: Anchor) -> EventTime:
    candidate = telling.candidate
    if _is_of_the_day(telling):
        return _published(anchor, None, Extent.WITHIN)
    if candidate.is_noun and not candidate.is_carried and not takes_part(telling.sentence, candidate):
        return UNKNOWN
    match telling.tense:
        case Tense.PAST | Tense.PERFECT | Tense.PLUPERFECT:
            return _published(anchor, Bound.BEFORE, Extent.WITHIN)
        case Tense.PRESENT | Tense.PROGRESSIVE:
            return _published(anchor, None, Extent.THROUGHOUT)
        case _:
            return UNKNOWN


def _is_of_the_day(telling: Telling) -> bool:
    """Whether the day of publication is likelier than not; a headline's and a text's first past verb tell the news."""
    if telling.told.is_vague or is_regarded(telling.sentence, telling.candidate.index):
        return False
    if telling.is_headline or _opens(telling):
        return telling.tense is Tense.PAST
    return telling.on_publication() >= _LIKELY


def _opens(telling: Telling) -> bool:
    """Whether the text's first sentence hangs on this verb."""
    index = telling.candidate.index
    return telling.thread.read == 0 and telling.sentence.tokens[index].head == index


def _published(anchor: Anchor, bound: Bound | None, extent: Extent) -> EventTime:
    day = anchor.day * civil.MINUTES_A_DAY
    interval = Interval.of_minutes(day, day + civil.MINUTES_A_DAY, Granularity.DAY)
    return EventTime(
        interval=interval,
        zone=None,
        bound=bound,
        extent=extent,
        edtf=edtf.label(interval, Granularity.DAY, bound),
        granularity=Granularity.DAY,
        basis=Basis.PUBLICATION,
        expression=None,
        rule=f"publication/{bound.value if bound else 'reported' if extent is Extent.WITHIN else 'ongoing'}",
        explanation=f"no date is told; {_WHY[bound, extent]} {interval.start}, the day of publication",
    )


_WHY: dict[tuple[Bound | None, Extent], str] = {
    (None, Extent.WITHIN): "reported on",
    (None, Extent.THROUGHOUT): "going on on",
    (Bound.BEFORE, Extent.WITHIN): "it happened before",
    (Bound.AFTER, Extent.WITHIN): "it is to come after",
}
