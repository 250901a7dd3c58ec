"""How often a time told in this way is right: measured shares (docs/accuracy-events.md), by how it was come by."""

from app.domain.interval import Bound, Extent
from app.domain.mention import Basis, EventTime, Factuality
from app.extract.dating.anchor import Tie
from app.extract.dating.when import Telling
from app.extract.sentence import lexicon
from app.extract.sentence.tense import Tense, is_main, spine

# A date on the event's own phrase: in a plain past main clause, and anywhere else.
_OWN_MAIN, _OWN = 0.92, 0.55
_FRAME_OF_REPORT, _FRAME, _SHARED = 0.6, 0.4, 0.7
# A day carried over: to what is said, and to what happens.
_SAID_THEN, _HAPPENED_THEN = 0.4, 0.65
# Without a date nothing is surer: of the days of publication that the model was surer of, 88 % were right.
_UNDATED = 0.88
_NEWS, _ONGOING, _EARLIER, _TO_COME = 0.5, 0.55, 0.65, 0.65


def confidence(telling: Telling, time: EventTime) -> float:
    """The measured share of right times among those told so; 0 where no time is told."""
    is_report = telling.sentence.tokens[telling.candidate.carrier].lemma in lexicon.REPORTING
    match time.basis:
        case None:
            return 0.0
        case Basis.EXPRESSION:
            return _told(telling, is_report=is_report)
        case Basis.NARRATIVE:
            return _SAID_THEN if is_report else _HAPPENED_THEN
        case Basis.PUBLICATION:
            return _published(telling, time)


def _told(telling: Telling, *, is_report: bool) -> float:
    match telling.told.tied and telling.told.tied.tie:
        case Tie.OWN:
            is_plain = telling.tense is Tense.PAST and telling.told.factuality is Factuality.ASSERTED
            main = is_main(telling.sentence, spine(telling.sentence, telling.candidate.carrier))
            return _OWN_MAIN if is_plain and main else _OWN
        case Tie.FRAME:
            return _FRAME_OF_REPORT if is_report else _FRAME
        case _:
            return _SHARED


def _published(telling: Telling, time: EventTime) -> float:
    if time.bound is Bound.BEFORE:
        return _EARLIER
    if time.bound is Bound.AFTER:
        return _TO_COME
    if time.extent is Extent.THROUGHOUT:
        return _ONGOING
    return _NEWS if telling.is_headline else max(_NEWS, min(_UNDATED, round(telling.on_publication(), 2)))
