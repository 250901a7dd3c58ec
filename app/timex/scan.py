"""A whole field's time expressions: found by a grammar, resolved against publication and what was told before."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from app.domain.article import Anchor
from app.domain.expression import TimexType
from app.domain.interval import Bound, Extent, Granularity
from app.domain.span import Field
from app.timex import bound, clocked, origin, quoted, ranges, slashed, told, zoned
from app.timex.absent import Scanned, names_no_day
from app.timex.aside import Aside, aside
from app.timex.calendar import Cell
from app.timex.cues import Cues, Language
from app.timex.dependence import counts_from_moment
from app.timex.found import Found, leans
from app.timex.lean import as_attribute, as_bounded, as_due, lean, stands_before_noun, takes_place
from app.timex.meaning import Lean, Meaning, Month, MonthDay, Nothing, Stepped, Told
from app.timex.narrative import Story, narrates
from app.timex.origin import Origin
from app.timex.plain import plain
from app.timex.resolve import resolve
from app.timex.rule import Read
from app.timex.sentence import around, is_one

_NUMBER = re.compile(r"\d[.,]\d")  # "April 3.775" holds no day
_ENTRY = re.compile(
    rb"^ ?(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?: ?(?P<half>[ap])\.?m\.?)?:?\s", re.MULTILINE | re.IGNORECASE
)
_LONGEST_SENTENCE = 1000  # characters; what is farther apart is of two
_BEHIND = 20  # characters: the longest word that a rule wants before its phrase


def scanned(text: str, *, field: Field, anchor: Anchor, language: Language, most: int) -> Scanned:
    """The first `most` datings of a field in the order of the text, non-overlapping. Pure."""
    words = plain(text)
    readings = _settled(words, _readings(text, words, language), anchor.zone)
    found = list(islice(_found(words, readings, anchor, language), most))
    found = clocked.on_days_beside(words, quoted.recounted(words, found, language.cues), language.cues)
    found = clocked.every_day(words, clocked.within_the_hour(zoned.agreed(words, found), language.cues))
    datings = tuple(told.Teller(text, field, anchor).datings(ranges.paired(words, found, language.cues)))
    return Scanned(datings, tuple((start, end) for start, end, read in readings if names_no_day(read.meaning)))


_Reading = tuple[int, int, Read]
_Beside = tuple[str, str]  # the sentence before and after the phrase, lower case


def _readings(text: str, words: bytes, language: Language) -> list[_Reading]:
    """(start, end, reading) of all phrases that aren't decoys."""
    readings = []
    for start, end in language.grammar.spans(words):
        read = _reading(words, start, end, language)
        if read is None or isinstance(read.meaning, Nothing) or _inside_a_word(text, start, end):
            continue
        last = end - read.drop
        last += read.dotted and words[last : last + 1] == b"."
        readings.append((start + read.skip, last, read))
    return readings


def _settled(words: bytes, readings: list[_Reading], zone: str | None) -> list[_Reading]:
    """The same, dates in numbers in the order that the field shows."""
    if b"/" not in words:
        return readings
    meanings = slashed.settled([read.meaning for _, _, read in readings], zone)
    return [
        (start, end, replace(read, meaning=meaning))
        for (start, end, read), meaning in zip(readings, meanings, strict=True)
    ]


def _reading(words: bytes, start: int, end: int, language: Language) -> Read | None:
    """The first rule that reads the phrase and finds the word it wants before it."""
    behind = words[max(0, start - _BEHIND) : start].decode("ascii").lower().rstrip(' "(').rpartition(" ")[2]
    readings = language.grammar.read(words[start:end])
    return next((read for read in readings if not read.rule.behind or behind in read.rule.behind), None)


def _inside_a_word(text: str, start: int, end: int) -> bool:
    """Letters outside ASCII are no word characters to RE2, so edges are looked at here; numbers run past a point."""
    if (start > 0 and text[start - 1].isalnum()) or (end < len(text) and text[end].isalnum()):
        return True
    edges = (text[end - 1 : end + 2], text[max(0, start - 2) : start + 1])
    return any(_NUMBER.fullmatch(edge) for edge in edges)


def _found(words: bytes, readings: list[_Reading], anchor: Anchor, language: Language) -> Iterator[Found]:
    """Resolved in the order of the text, each knowing what was told before it."""
    published, cues = origin.publication(anchor), language.cues
    entries = _entries(words, published)
    story = Story(published, narrates=narrates([read.meaning for _, _, read in readings], published))
    for start, end, read in readings:
        beside = around(words, start, end, cues)
        _enter(story, entries, start)
        if story.aside is not Aside.NO and not _is_one_sentence(words, story.day_at, start, cues):
            story.go_on()
        if story.opening is not None and not _still_open(words[story.opened : start], story, cues):
            story.opening = None
        read = replace(read, meaning=_in_story(read.meaning, words[start:end], beside, cues))  # noqa: PLW2901
        how, extent = bound.bound(*beside, cues)
        how = bound.at_the_end(read.meaning, how)
        leaning, cue = _leaning(read.meaning, how, beside, cues)
        meaning, counted_from = story.view(
            as_due(read.meaning, leaning, how), start, ahead=_is_ahead(leaning, cue, cues)
        )
        if counted_from is not story.publication:
            leaning, cue = Lean.NEAR, None
        resolved = resolve(meaning, counted_from, leaning)
        if resolved is None:
            continue
        if resolved.cell is not None:
            if not counts_from_moment(meaning):
                is_second = story.day is not None and _is_one_sentence(words, story.day_at, start, cues)
                story.tell(read.meaning, resolved.cell, start, aside(beside, how, cues, is_second=is_second))
            _open(story, resolved.cell, end, beside, cues)
        how = how if resolved.cell else None
        if resolved.type is TimexType.DURATION and beside[0].rstrip().rpartition(" ")[2] in cues.lasting:
            extent = Extent.THROUGHOUT
        yield Found(start, end, read.rule.name, meaning, leaning, cue, resolved, how, extent, *beside)


def _is_ahead(leaning: Lean, cue: str | None, cues: Cues) -> bool:
    """Whether the phrase is to come, and not only was: "will be held on 20 April", not "would be"."""
    return leaning is Lean.FORWARD and cue is not None and cues.was_to_come.isdisjoint(cue.split())


def _is_one_sentence(words: bytes, first: int, last: int, cues: Cues) -> bool:
    return last - first <= _LONGEST_SENTENCE and is_one(words[first:last], cues)


_Entry = tuple[int, Origin]  # where it starts, and when it was told


def _entries(words: bytes, published: Origin) -> list[_Entry]:
    """The entries of a live report, in order; none of a text with a single time at the start of a line."""
    found = [(entry.start(), origin.entry(published, _minute(entry))) for entry in _ENTRY.finditer(words)]
    return found if len(found) > 1 else []


def _minute(entry: re.Match[bytes]) -> int:
    hour = int(entry["hour"])
    if entry["half"]:
        hour = hour % 12 + (12 if entry["half"].lower() == b"p" else 0)
    return hour * 60 + int(entry["minute"])


def _enter(story: Story, entries: list[_Entry], at: int) -> None:
    """Where another entry has begun, its phrases count from when it was told, and from no date told in the last."""
    place = bisect_right(entries, at, key=lambda entry: entry[0])
    if place and story.told_at < entries[place - 1][0]:
        story.forget(entries[place - 1][1])


def _in_story(meaning: Meaning, phrase: bytes, beside: _Beside, cues: Cues) -> Meaning:
    """ "Fell in 2003 and rose the next year": after a past verb it is the one after the date told."""
    if not isinstance(meaning, Stepped) or meaning.step != 1:
        return meaning
    is_told = phrase.split()[0].decode("ascii").lower() in cues.articles and lean(*beside, cues)[0] is Lean.BACK
    return Told(meaning.unit, 1, firmly=True) if is_told else meaning


def _leaning(meaning: Meaning, how: Bound | None, beside: _Beside, cues: Cues) -> tuple[Lean, str | None]:
    """Where the phrase points, and the word that shows it, if a word does."""
    seen, cue = lean(*beside, cues) if leans(meaning) else (Lean.NEAR, None)
    leaning = as_bounded(seen, how, meaning, beside, cues)
    if isinstance(meaning, MonthDay | Month):
        leaning = as_attribute(leaning, *beside, cues, is_day=isinstance(meaning, MonthDay))
    return leaning, cue if leaning is seen else None


def _open(story: Story, cell: Cell, end: int, beside: _Beside, cues: Cues) -> None:  # noqa: PLR0917 - where, and what stands there
    """A year that its sentence opens with, or that is part of a name, is that of the days told after it."""
    if cell.grain is Granularity.YEAR:
        named = stands_before_noun(*beside, cues)
        if named or beside[0].rstrip() in cues.openers:
            story.open(cell, end, named=named)


def _still_open(between: bytes, story: Story, cues: Cues) -> bool:
    """Whether what is said so far after the year leaves its sentence, or the clause of what it names, in that year."""
    if len(between) > _LONGEST_SENTENCE:
        return False
    return is_one(between, cues) and (not story.named or takes_place(between.decode("ascii").lower(), cues))
