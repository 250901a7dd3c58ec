"""What holds for every anchor: cells tile the calendar, stepping is reversible, claims contain what they name."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain import civil
from app.domain.article import Anchor, Article, anchor_of
from app.domain.span import Field
from app.timex import calendar
from app.timex.en.grammar import GRAMMAR
from app.timex.read import datings
from app.timex.unit import Unit
from tests.timex.reading import read

DAYS = st.dates().map(lambda day: day.toordinal() - 1)
INNER = st.dates(min_value=date(110, 1, 1), max_value=date(9880, 1, 1)).map(lambda day: day.toordinal() - 1)
WRITTEN = st.dates(min_value=date(1002, 1, 1), max_value=date(2099, 12, 31)).map(lambda day: day.toordinal() - 1)
TILING = [Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.SEASON, Unit.YEAR, Unit.DECADE, Unit.CENTURY]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def at(day: int) -> Anchor:
    return Anchor(day * civil.MINUTES_A_DAY, day_only=True, zone=None)


def interval(text: str, day: int) -> tuple[int, int]:
    """First and last day number of the only dated expression."""
    (one,) = datings(text, field=Field.TEXT, anchor=at(day), language="en")
    assert one.expression.interval is not None
    start, end = (civil.minutes(end) for end in (one.expression.interval.start, one.expression.interval.end))
    return start // civil.MINUTES_A_DAY, end // civil.MINUTES_A_DAY - 1


@settings(deadline=None)
@given(INNER, st.sampled_from(TILING))
def test_cells_tile_the_calendar(day: int, unit: Unit) -> None:
    number = calendar.index(unit, day)
    cell = calendar.cell(unit, number)
    assert cell.first_day <= day <= cell.last_day
    assert calendar.cell(unit, number + 1).start == cell.end
    assert calendar.index(unit, cell.first_day) == calendar.index(unit, cell.last_day) == number


@settings(deadline=None)
@given(INNER, st.sampled_from(TILING), st.integers(-50, 50))
def test_stepping_forth_and_back_is_home(day: int, unit: Unit, steps: int) -> None:
    home = calendar.index(unit, day)
    away = calendar.cell(unit, home + steps) if unit is not Unit.CENTURY else calendar.cell(unit, home)
    back = calendar.index(unit, away.first_day) - (steps if unit is not Unit.CENTURY else 0)
    assert calendar.cell(unit, back) == calendar.cell(unit, home)


@settings(deadline=None)
@given(INNER)
def test_weeks_are_those_of_iso_8601(day: int) -> None:
    year, week, _ = date.fromordinal(day + 1).isocalendar()
    assert calendar.value(Unit.WEEK, calendar.index(Unit.WEEK, day)) == f"{year:04d}-W{week:02d}"


@settings(deadline=None)
@given(INNER, st.integers(0, 6))
def test_weekdays_lie_where_their_words_say(day: int, weekday: int) -> None:
    name = WEEKDAYS[weekday]
    first, last = interval(f"They fled on {name}.", day)
    assert first == last
    assert first % 7 == weekday
    assert 0 <= day - first < 7
    assert 0 <= interval(f"They will flee on {name}.", day)[0] - day < 7
    assert 0 < day - interval(f"They fled last {name}.", day)[0] <= 7
    assert 0 < interval(f"They flee next {name}.", day)[0] - day <= 7


@settings(deadline=None)
@given(INNER, st.sampled_from(["week", "month", "year", "decade"]))
def test_this_last_and_next_are_neighbours(day: int, unit: str) -> None:
    last, this, following = (interval(f"It was {step} {unit}.", day) for step in ("last", "this", "next"))
    assert this[0] <= day <= this[1]
    assert last[1] + 1 == this[0]
    assert this[1] + 1 == following[0]


@settings(deadline=None)
@given(INNER, st.integers(1, 400))
def test_days_ago_and_days_from_now_are_exact(day: int, count: int) -> None:
    assert interval(f"It broke {count} days ago.", day) == (day - count, day - count)
    assert interval(f"It will break {count} days from now.", day) == (day + count, day + count)


@settings(deadline=None)
@given(INNER, st.integers(0, 6), st.integers(0, 6))
def test_of_two_plans_joined_the_second_is_within_a_week_of_the_first(day: int, first: int, second: int) -> None:
    text = f"They will meet on {WEEKDAYS[first]} in Graz and sign on {WEEKDAYS[second]}."
    met, signed = (one.expression.interval for one in datings(text, field=Field.TEXT, anchor=at(day), language="en"))
    assert met is not None
    assert signed is not None
    assert 0 <= civil.minutes(signed.start) - civil.minutes(met.start) < 7 * civil.MINUTES_A_DAY


@settings(deadline=None)
@given(INNER, st.integers(0, 23), st.integers(0, 59), st.integers(0, civil.MINUTES_A_DAY - 1))
def test_what_happened_at_a_time_of_day_happened_in_the_day_before_publication(
    day: int, hour: int, minute: int, published: int
) -> None:
    anchor = Anchor(day * civil.MINUTES_A_DAY + published, day_only=False, zone="Europe/Vienna")
    (one,) = datings(f"It broke at {hour:02d}:{minute:02d}.", field=Field.TEXT, anchor=anchor, language="en")
    assert one.expression.interval is not None
    assert 0 <= anchor.minute - civil.minutes(one.expression.interval.start) < civil.MINUTES_A_DAY


@settings(deadline=None)
@given(WRITTEN, st.integers(2, 12))
def test_months_ended_on_a_day_begin_so_many_months_before_the_day_after_it(day: int, months: int) -> None:
    year, month, of_month = civil.date_of(day + 1)
    text = f"It lost money in the {months} months ended {civil.day_text(day * civil.MINUTES_A_DAY)}."
    whole = datings(text, field=Field.TEXT, anchor=at(day), language="en")[0].dates_by.interval
    assert whole is not None
    assert civil.minutes(whole.end) == (day + 1) * civil.MINUTES_A_DAY
    begun = civil.date_of(civil.minutes(whole.start) // civil.MINUTES_A_DAY)
    assert (year * 12 + month) - (begun[0] * 12 + begun[1]) == months
    assert begun[2] == min(of_month, calendar.month_length(*begun[:2]))


@settings(deadline=None)
@given(INNER)
def test_parts_of_a_year_so_far_meet_at_the_anchor(day: int) -> None:
    year = interval("It was this year.", day)
    assert interval("It broke earlier this year.", day) == (year[0], day)
    assert interval("It breaks later this year.", day) == (day, year[1])


@settings(deadline=None)
@given(INNER, st.sampled_from(["January", "March 1999", "last month", "next year", "the 1990s", "May 1850"]))
def test_thirds_lie_in_a_row_inside_their_cell(day: int, cell: str) -> None:
    early, mid, late = (interval(f"It was {part} {cell}.", day) for part in ("early", "mid", "late"))
    assert early[0] <= early[1] < mid[0] <= mid[1] < late[0] <= late[1]
    assert early[1] + 1 == mid[0]
    assert mid[1] + 1 == late[0]


@settings(max_examples=15, deadline=None)
@given(DAYS)
def test_every_example_reads_at_any_anchor_within_the_years_of_the_calendar(day: int) -> None:
    for rule in GRAMMAR.rules:
        for example in rule.examples:
            text = example.sentence.replace("[", "").replace("]", "")
            for one in datings(text, field=Field.TEXT, anchor=at(day), language="en"):
                told = one.expression.interval
                assert told is None or civil.minutes(told.start) < civil.minutes(told.end)
                assert told is None or civil.minutes(told.end) <= civil.minutes("9999-12-31T00:01")


def phrases() -> st.SearchStrategy[str]:
    """Phrases as the patterns of the rules have them; word edges are set by the sentence around."""
    patterns = [re.compile(GRAMMAR.bare(rule).replace(r"\b", ""), re.IGNORECASE | re.ASCII) for rule in GRAMMAR.rules]
    return st.sampled_from(patterns).flatmap(lambda pattern: st.from_regex(pattern, fullmatch=True))


@settings(max_examples=25, deadline=None)
@given(phrases(), st.sampled_from(["0001-01-03", "2021-12-21", "2024-02-29", "9999-12-29"]))
def test_whatever_the_patterns_admit_is_read_without_error(phrase: str, at_day: str) -> None:
    for text in (f"It broke on March 3, 2014, and {phrase}, he said.", f"It will break {phrase}."):
        for one in read(text, at_day):
            assert one.expression.text.strip() == one.expression.text


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.sampled_from("0123456789 -/.:,'\"()\n\tMayJuneODctlasfrihwkq’—éß"), max_size=60))
def test_any_text_reads_without_error_and_spans_do_not_overlap(text: str) -> None:
    end = 0
    for one in read(text):
        assert end <= one.expression.start < one.expression.end <= len(text)
        assert text[one.expression.start : one.expression.end] == one.expression.text
        end = one.expression.end


@pytest.mark.parametrize(
    ("published", "zone", "day"),
    [
        ("2021-12-22T02:00:00+00:00", "America/New_York", "2021-12-21"),
        ("2021-12-21T20:00:00+00:00", "Asia/Tokyo", "2021-12-22"),
        ("2022-03-13T07:30:00+00:00", "America/New_York", "2022-03-13"),
    ],
)
def test_today_is_the_day_where_the_article_was_written(published: str, zone: str, day: str) -> None:
    article = Article(None, "It rained today.", datetime.fromisoformat(published), zone)
    (one,) = datings(article.text, field=Field.TEXT, anchor=anchor_of(article), language="en")
    assert one.expression.value == day


def test_a_civil_time_that_the_clocks_skip_is_told_as_written() -> None:
    zone = ZoneInfo("America/New_York")
    article = Article(None, "It fell at 2:30 a.m. today.", datetime(2022, 3, 13, 12, tzinfo=zone), zone.key)
    (one,) = datings(article.text, field=Field.TEXT, anchor=anchor_of(article), language="en")
    assert (one.expression.value, one.expression.zone) == ("2022-03-13T02:30", "America/New_York")


@pytest.mark.parametrize(
    ("text", "at_day", "value"),
    [
        ("It was last month.", "2024-03-31", "2024-02"),
        ("It was yesterday.", "2024-03-01", "2024-02-29"),
        ("It was yesterday.", "2023-03-01", "2023-02-28"),
        ("It was a year ago.", "2024-02-29", "2023"),
        ("It was this week.", "2021-01-03", "2020-W53"),
        ("It was this week.", "2024-12-30", "2025-W01"),
        ("It was last week.", "2016-01-05", "2015-W53"),
        ("It was last winter.", "2022-03-05", "2021-WI"),
    ],
)
def test_edges_of_months_years_and_weeks(text: str, at_day: str, value: str) -> None:
    assert [one.expression.value for one in read(text, at_day)] == [value]
