"""Which way an underspecified phrase leans, by the words beside it alone: no parse."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.domain.interval import Bound
from app.timex.cues import Cues
from app.timex.meaning import Holiday, Lean, Meaning, Month, MonthDay, Part, Weekday, Weekend

_WORD = re.compile(r"[a-z0-9']+")
_CLAUSE_END = re.compile(r"[,;:()]")
_WORDS_BACK = 10  # cues further off than this belong to another clause more often than not (TimeBank)
_WORDS_ON = 8
_WORDS_GIVEN_UP = 4  # from "called off" to the day
WORDS_MOVED = 10  # from a verb of moving to the day
_TOLD_SOMEBODY = 3  # words between "told" and the phrase: "told a crowd in"
_AT_THE_START = 4  # words before the phrase at most for the verb to be looked for after it


def lean(before: str, after: str, cues: Cues) -> tuple[Lean, str | None]:
    """The lean of a phrase between these stretches of its sentence (lower case), and the word that gave it.

    The nearest cue before the phrase decides; the nearest after it where the phrase opens the sentence.
    """
    words, following = _WORD.findall(before), _with_neighbours(_WORD.findall(after)[:_WORDS_ON])
    found = _nearest(_with_neighbours(words)[: -_WORDS_BACK - 1 : -1], cues, following[:1])
    if found is None and len(words) < _AT_THE_START:
        found = _opened(following, cues) or _nearest(following, cues)
    return found or (Lean.NEAR, None)


def as_bounded(  # noqa: PLR0917 - the two the phrase stands between belong together
    leaning: Lean, bound: Bound | None, meaning: Meaning, beside: tuple[str, str], cues: Cues
) -> Lean:
    """What may happen as early as a date has it ahead; so has what runs until it or is due by it, if no cue objects.

    `beside` is the text before and after the phrase, where what is moved to a day, or granted until it, has it ahead.
    """
    if (
        bound is Bound.NOT_BEFORE
        or beside[0].rstrip().endswith(cues.still_ahead)
        or is_declared(*beside, cues)
        or is_moved(beside[0], cues.range_to, cues)
    ):
        return Lean.FORWARD
    if leaning is Lean.BACK and is_moved(beside[0], cues.range_from, cues):  # "moved from May to June": either is near
        return Lean.NEAR
    if bound is Bound.BEFORE and isinstance(meaning, Weekday | Weekend):  # "call before the weekend"
        return Lean.FORWARD if leaning is Lean.NEAR else leaning
    if bound not in (Bound.UNTIL, Bound.NOT_AFTER) or leaning is Lean.FORWARD:
        return leaning
    if _is_granted(*beside, cues):
        return Lean.FORWARD
    if _is_month(meaning):  # "gave them until May" said in April: the verb is past, the month is near
        return Lean.NEAR
    return Lean.FORWARD if leaning in (Lean.NEAR, Lean.EITHER) else leaning


def as_due(meaning: Meaning, leaning: Lean, bound: Bound | None) -> Meaning:
    """What is expected by a feast, or runs until it, means the coming one, however near the last."""
    ahead = leaning is Lean.FORWARD and bound in (Bound.UNTIL, Bound.NOT_AFTER, Bound.NOT_BEFORE)
    return replace(meaning, step=1) if ahead and isinstance(meaning, Holiday) and meaning.step is None else meaning


def is_moved(before: str, ways: frozenset[str], cues: Cues) -> bool:
    """Whether the text before a day ends with one of `ways`, by which a verb of moving has something go there."""
    words = before.split()
    return words[-1:] != [] and words[-1] in ways and not cues.movers.isdisjoint(words[-WORDS_MOVED:])


def is_declared(before: str, after: str, cues: Cues) -> bool:
    """Whether a day is made something, and so is to come: "declared Tuesday a day of mourning"."""
    words = before.split()
    return after.startswith((" a ", " as a ")) and words[-1:] != [] and words[-1] in cues.declaring


def _is_granted(before: str, after: str, cues: Cues) -> bool:
    return after.startswith(f" {cues.purpose} ") or any(word in cues.granting for word in before.split()[-_WORDS_BACK:])


def _is_month(meaning: Meaning) -> bool:
    return isinstance(meaning, Month | MonthDay) or (isinstance(meaning, Part) and _is_month(meaning.of))


def as_attribute(leaning: Lean, before: str, after: str, cues: Cues, *, is_day: bool) -> Lean:
    """A day between an article and a noun ("the Oct. 23 killing") is of something known: it lies back.

    What is given up was to come, about now: "called off their May 3 summit", "cancelled its June tour".
    """
    if leaning is Lean.FORWARD or not stands_before_noun(before, after, cues):
        return leaning
    if not cues.giving_up.isdisjoint(before.split()[-_WORDS_GIVEN_UP:]):
        return Lean.NEAR
    return Lean.BACK if is_day else leaning


def stands_before_noun(before: str, after: str, cues: Cues) -> bool:
    """Whether a phrase stands between an article and a word: the Oct. 23 killing, the 2026 games."""
    known = before.rpartition(" ")[0].rpartition(" ")[2] if before.endswith(" ") else ""
    return known in cues.articles and after[:1] == " " and after[1:2].isalpha()


def takes_place(said: str, cues: Cues) -> bool:
    """Whether one clause says of its subject that it takes place: "… games start on", not "… law was voted down on"."""
    words = set(_WORD.findall(said))
    one_clause = not _CLAUSE_END.search(said) and words.isdisjoint(cues.preceding | cues.clause_openers)
    return one_clause and not words.isdisjoint(cues.taking_place)


_Neighbours = tuple[str, str, str]


def _with_neighbours(words: list[str]) -> list[_Neighbours]:
    """Each word between the one before it and the one after it."""
    return list(zip(["", *words][: len(words)], words, [*words, ""][1:], strict=True))


def _nearest(
    words: list[_Neighbours], cues: Cues, following: Sequence[_Neighbours] = ()
) -> tuple[Lean, str | None] | None:
    """What the first cue in the list says. A reporting verb ends the search: what it reports may lie either way.

    A verb in the present plans no day across a word of what came before: "hold a man after a raid on Saturday".
    `following` is the word after the phrase: a verb there has what stands before the phrase for its subject.
    """
    for place, (earlier, word, later) in enumerate(words):
        if word in cues.forward and not (word in cues.months and earlier in cues.before_months):
            return (Lean.BACK if earlier in cues.perfect else Lean.FORWARD), word
        if _is_timetabled([*words[place:], *following], cues) and not any(
            one in cues.preceding for _, one, _ in words[:place]
        ):
            return Lean.FORWARD, word
        if (word, later) == cues.to_come and earlier not in cues.ranked and not _is_past(earlier, "", cues):
            return Lean.FORWARD, f"{word} {later}"
        if ahead := _ahead(word, later, words[:place], cues):
            return Lean.FORWARD, ahead
        if (left_open := _left_open((word, later), words[:place], cues)) is not None:
            return left_open, None
        if word in cues.reporting:  # "said in May" dates the saying, and so does "told a crowd in May"
            is_beside = place <= (_TOLD_SOMEBODY if word in cues.telling else 1)
            return (Lean.BACK, word) if is_beside and word.endswith(cues.past_reporting) else (Lean.NEAR, None)
        if word in cues.copulas and (place == 0 or (place == 1 and later in cues.at_a_time)):  # "the game is Saturday"
            return Lean.FORWARD, word
        if _is_past(word, earlier, cues):
            return Lean.BACK, word
    return None


def _left_open(pair: tuple[str, str], between: list[_Neighbours], cues: Cues) -> Lean | None:
    """ "Was to be held on Friday" and "proposed a summit in April" may lie either way; not so "offered in April", nor
    "was to have been held on Friday". `pair` is a word and the one after it, `between` what follows, nearest first.
    """
    word, later = pair
    if word in cues.was and later == cues.purpose:
        is_over = between[-2:-1] != [] and between[-2][1] == cues.have
        return Lean.BACK if is_over else Lean.EITHER
    return Lean.NEAR if len(between) > 1 and word in cues.proposing else None


def _opened(following: Sequence[_Neighbours], cues: Cues) -> tuple[Lean, str] | None:
    """ "In November it agreed to pay": what opens a sentence dates the agreeing, not what was agreed to."""
    first = next((one for one in following if one[2] == cues.purpose and one[1] in cues.before_to), None)
    is_past = first is not None and _is_past(first[1], first[0], cues)
    return (Lean.BACK, first[1]) if first is not None and is_past else None


def _ahead(word: str, later: str, between: list[_Neighbours], cues: Cues) -> str | None:
    """The cue that a word makes with the one after it, or with what stands between it and the phrase, nearest first."""
    if (later == "to" and word in cues.before_to) or (word, later) in cues.forward_pairs:
        return f"{word} {later}"
    if word in cues.may_be and later not in cues.sensed:
        return word
    words = [one for _, one, _ in between]
    is_fixed = word in cues.fixing and words[:1] == [cues.fixed_for] and cues.records.isdisjoint(words)
    return f"{word} … {cues.fixed_for}" if is_fixed else None


def _is_timetabled(words: list[_Neighbours], cues: Cues) -> bool:
    """Whether the first word is a verb in the present that plans."""
    earlier, word, later = words[0]
    return _schedules(word, earlier, later, cues) or _may_schedule(words, cues)


def _schedules(word: str, earlier: str, later: str, cues: Cues) -> bool:
    """Whether a verb in the present tells of what is to come: "speaks on Tuesday", "host Everton on Sunday"."""
    acts = word in cues.transitive and later != "" and later not in cues.prepositions
    is_subject = earlier in cues.thing and word.endswith(cues.third_person)  # not "let it go on Friday"
    is_verb = is_subject or earlier not in cues.before_noun
    return is_verb and (acts or word in cues.present or (word, later) in cues.present_pairs)


def _may_schedule(words: list[_Neighbours], cues: Cues) -> bool:
    """Whether the first word is a verb that is a noun too: "polls open Sunday", not "changed the rules on Monday"."""
    earlier, word, _ = words[0]
    if word not in cues.present_or_noun or earlier == "" or earlier in cues.before_noun | cues.forward:
        return False
    return not any(other in cues.reporting or _is_past(other, before, cues) for before, other, _ in words[1:])


def _is_past(word: str, earlier: str, cues: Cues) -> bool:
    past = word in cues.back or (word.endswith(cues.past_ending) and word not in cues.not_past)
    return past and earlier not in cues.before_participle and not (earlier in cues.articles and word not in cues.back)
