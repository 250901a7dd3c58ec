"""When an event happened, as the text tells it: by its own phrase, else by what was told before; never a false day."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.domain import civil, edtf
from app.domain.article import Anchor
from app.domain.expression import Dating
from app.domain.interval import Extent, Granularity, Interval, reach
from app.domain.mention import Basis, EventTime, Factuality
from app.domain.span import Span
from app.extract.dating.narrative import Thread, Told
from app.extract.sentence import clause, lexicon
from app.extract.sentence.fixing import moves
from app.extract.sentence.happening import is_regarded
from app.extract.sentence.tense import Tense, is_main, spine, told_in
from app.extract.sentence.triggers import Candidate
from app.text.annotation import AnnotatedSentence

# So many sentences after the lead still tell its day's story.
_NEAR_LEAD = 5

UNKNOWN = EventTime(
    interval=None,
    zone=None,
    bound=None,
    extent=Extent.WITHIN,
    edtf=None,
    granularity=None,
    basis=None,
    expression=None,
    rule=None,
    explanation="the text gives no time for it",
)


@dataclass(frozen=True, slots=True)
class Telling:
    """All that deciding a time looks at; `acting` names the actors that are the subject of its clause.

    `on_publication` gives the learned chance that it happened on the day of publication; it costs time to ask.
    """

    sentence: AnnotatedSentence
    told: Told
    thread: Thread
    is_quoted: bool
    has_dates: bool
    acting: frozenset[str] = frozenset()
    is_headline: bool = False
    on_publication: Callable[[], float] = float

    @property
    def candidate(self) -> Candidate:
        return self.told.candidate

    @property
    def is_definite(self) -> bool:
        """Whether a noun tells of an event told before: "the announcement", "this attack"."""
        tokens, candidate = self.sentence.tokens, self.candidate
        determiners = clause.children(self.sentence, candidate.index, "det")
        return candidate.is_noun and any(tokens[at].lemma.lower() in {"the", "this", "that"} for at in determiners)

    @property
    def tense(self) -> Tense:
        """The tense the event is told in; headlines tell the past in the present."""
        found = told_in(self.sentence, self.candidate)
        return Tense.PAST if self.is_headline and found is Tense.PRESENT else found


def told_time(telling: Telling, anchor: Anchor) -> EventTime:
    """The time its own phrase gives a mention, or the text before; UNKNOWN where neither does."""
    tied = telling.told.tied
    if tied is not None and _agrees(telling, tied.dating, anchor):
        return _dated(tied.dating)
    return (_carried_over(telling) if _goes_on(telling) else None) or UNKNOWN


def settled(factuality: Factuality, time: EventTime, anchor: Anchor) -> Factuality:
    """What is told as a fact but lies wholly after publication is a plan: "The fair opens on Sunday"."""
    if factuality is not Factuality.ASSERTED or time.interval is None or time.basis is not Basis.EXPRESSION:
        return factuality
    starts = reach(time.interval, time.bound).start
    end_of_day = (anchor.day + 1) * civil.MINUTES_A_DAY
    return Factuality.PLANNED if starts is not None and starts >= end_of_day else factuality


def _dated(dating: Dating, carried: str | None = None) -> EventTime:
    """The time a dating gives, told by the event's own phrase or carried over in the way the words say."""
    expression = dating.dates_by
    interval, granularity = expression.interval, expression.granularity
    if interval is None or granularity is None:
        return UNKNOWN
    why = expression.explanation
    return EventTime(
        interval=interval,
        zone=expression.zone,
        bound=dating.bound,
        extent=dating.extent,
        edtf=edtf.label(interval, granularity, dating.bound),
        granularity=granularity,
        basis=Basis.NARRATIVE if carried else Basis.EXPRESSION,
        expression=Span(expression.text, expression.field, expression.start, expression.end),
        rule=expression.rule,
        explanation=f"{carried}: {why}" if carried else why,
    )


def _agrees(telling: Telling, dating: Dating, anchor: Anchor) -> bool:
    """Whether the tense admits the date: no plain past after publication, no plan wholly before it."""
    interval = dating.dates_by.interval
    if interval is None:
        return False
    told = telling.tense
    meant = reach(interval, dating.bound)
    end_of_day = (anchor.day + 1) * civil.MINUTES_A_DAY
    if told in {Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT} and telling.told.factuality is Factuality.ASSERTED:
        return meant.start is None or meant.start < end_of_day or _is_moved(telling)
    # "Passed a law to raise taxes in May": if May is past, the law was passed then.
    if told is Tense.FUTURE or clause.is_purpose(telling.sentence, telling.candidate.index):
        return meant.end is None or meant.end > anchor.day * civil.MINUTES_A_DAY
    return True


def _is_moved(telling: Telling) -> bool:
    """ "Delayed until May" is past, and May is still to come; so is "set for May"."""
    sentence, verb = telling.sentence, telling.candidate.carrier
    lemma = sentence.tokens[verb].lemma
    is_fixed = lemma in lexicon.FIXING | lexicon.PLANNING and clause.has_preposition(sentence, verb, "for")
    return is_fixed or moves(sentence, verb)


def _goes_on(telling: Telling) -> bool:
    """Whether a mention goes on telling the text's story: a plain past main clause that nothing else dates."""
    sentence, candidate = telling.sentence, telling.candidate
    told = telling.told
    if told.factuality is not Factuality.ASSERTED or told.is_vague or telling.is_quoted or telling.has_dates:
        return False
    if candidate.is_noun and not candidate.is_carried and not takes_part(sentence, candidate):
        return False
    is_main_clause = is_main(sentence, spine(sentence, candidate.carrier))
    return is_main_clause and telling.tense is Tense.PAST and not is_dated_by_clause(sentence, candidate)


def _carried_over(telling: Telling) -> EventTime | None:
    """The scene's day for what happens next; the lead's for headlines, what happens right after, and its own speakers.

    Further down a third of past events in TimeBank lie on the lead's day; of what anyone says 3 in 22.
    """
    lemma = telling.sentence.tokens[spine(telling.sentence, telling.candidate.carrier)].lemma
    thread = telling.thread
    if lemma in lexicon.STATIVE and not telling.is_definite:
        return None
    if thread.dating is not None and lemma not in lexicon.REPORTING:
        return _day_of(thread.dating, "carried over from the sentences before")
    is_near = thread.read <= _NEAR_LEAD or telling.is_headline
    goes_on = bool(telling.acting & thread.cast) if lemma in lexicon.REPORTING else is_near
    if thread.lead is not None and goes_on:
        return _day_of(thread.lead, "carried over from the article's lead")
    return None


def _day_of(dating: Dating, carried: str) -> EventTime:
    """What is carried over is the day alone: "at 11 p.m." was the minute of one event."""
    time = _dated(dating, carried)
    if time.interval is None or time.granularity is None or not time.granularity.finer_than_day:
        return time
    start = civil.minutes(time.interval.start) // civil.MINUTES_A_DAY * civil.MINUTES_A_DAY
    day = Interval.of_minutes(start, start + civil.MINUTES_A_DAY, Granularity.DAY)
    return replace(
        time, interval=day, granularity=Granularity.DAY, zone=None, edtf=edtf.label(day, Granularity.DAY, time.bound)
    )


def takes_part(sentence: AnnotatedSentence, candidate: Candidate) -> bool:
    """Whether a noun is subject or object of the verb it stands by, and so happens with it."""
    token = sentence.tokens[candidate.index]
    if token.head != candidate.carrier or token.dep not in {"nsubj", "nsubjpass", "dobj"}:
        return False
    return not is_regarded(sentence, candidate.index)


def is_dated_by_clause(sentence: AnnotatedSentence, candidate: Candidate) -> bool:
    """Whether "since the thaw" or "when he fell" dates an event in words that name no calendar time."""
    tokens = sentence.tokens
    for index in {candidate.index, candidate.carrier, *clause.children(sentence, candidate.index, "xcomp")}:
        for at in sentence.children[index]:
            token = tokens[at]
            if token.dep == "prep" and token.lemma.lower() in {"since", "until"}:
                return True
            if token.dep == "advcl" and any(
                tokens[mark].dep in {"mark", "advmod"} and tokens[mark].text.lower() in {"since", "until", "when"}
                for mark in sentence.children[at]
            ):
                return tokens[index].lemma not in lexicon.REPORTING
    return False
