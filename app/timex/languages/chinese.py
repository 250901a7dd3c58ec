"""The shapes of Chinese time expressions: no spaces, year before month before day. Computes no date."""

from collections.abc import Iterator

from app.domain.interval import Granularity
from app.timex.languages.fragments import numeric
from app.timex.languages.shapes import Shape
from app.timex.languages.vocabulary import Vocabulary, alternatives

_NUMERAL = "一二三四五六七八九十"
_FIGURE = f"[0-9]{{1,2}}|[{_NUMERAL}]{{1,3}}"
_YEAR = "(?P<year>[0-9]{4}|[〇零一二三四五六七八九]{4})年"
_MONTH = f"(?P<month>{_FIGURE})月份?"
_DAY = f"(?P<day>{_FIGURE})[日号號]"
_STEPPABLE = (Granularity.YEAR, Granularity.MONTH, Granularity.WEEK, Granularity.WEEKEND)


def shapes(words: Vocabulary) -> tuple[Shape, ...]:
    """Every shape of Chinese, the one that wins the span first."""
    return tuple(Shape(name, pattern) for name, pattern in (*_dates(words), *_days(words), *_relative(words)))


def _dates(words: Vocabulary) -> Iterator[tuple[str, str]]:
    year = "(?:(?P<last>去)|(?P<this>今)|(?P<next>明))年"
    part = _part(words)
    for fragment in words.tables.decoys:
        yield "decoy", fragment
    yield "decoy/every", f"{words.tables.every}(?:{alternatives(words.weekdays)}|[年月周週天日]|个月|星期)"
    yield "date/written", f"{_YEAR}{_MONTH}{_DAY}{part}"
    yield "date/month", f"{_YEAR}{_MONTH}"
    yield "quarter", f"{_YEAR}(?P<quarter>{alternatives(words.tables.quarters)})(?:{words.tables.quarter})"
    yield "season", f"{_YEAR}(?P<season>{alternatives(words.tables.seasons)})"
    yield "season/of-year", f"{year}(?P<season>{alternatives(words.tables.seasons)})"
    for order in words.tables.numeric:
        yield "date/figures", numeric(order)
    yield "date/figures", "(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"
    yield "month-day/of-year", f"{year}{_MONTH}{_DAY}{part}"
    yield "month/of-year", f"{year}{_MONTH}"
    yield "month-day", f"{_MONTH}{_DAY}{part}"


def _days(words: Vocabulary) -> Iterator[tuple[str, str]]:
    own, part = words.tables, _part(words)
    steps = f"(?P<last>{own.last.before})|(?P<this>{own.this.before})|(?P<next>{own.next.before})"
    weekday = f"(?P<weekday>{alternatives(words.weekdays)})"
    yield "day/of-month", f"(?:{steps})月{_DAY}{part}"
    yield "weekday/stepped", f"(?:{steps}){weekday}{part}"
    yield "weekday/numbered", f"{weekday}[（(](?P<day>[0-9]{{1,2}})日[)）]{part}"
    yield "weekday", f"{weekday}{part}"
    yield "day-of-month", f"(?P<day>[0-9]{{1,2}})日{part}"
    unit = f"(?P<unit>{words.units_of(*_STEPPABLE)})"
    yield "unit/stepped", f"(?:{steps}){unit}"


def _relative(words: Vocabulary) -> Iterator[tuple[str, str]]:
    own = words.tables
    number = f"(?P<n>[0-9]{{1,3}}|{alternatives(own.numbers)})"
    unit = f"(?P<unit>{words.units_of(*(set(own.units) - {Granularity.WEEKEND}))})"
    for sign, templates in (("ago", own.ago), ("ahead", own.ahead)):
        for template in templates:
            yield f"counted/{sign}", template.replace("{n}", number).replace("{unit}", unit)
    yield "phrase/part", f"(?P<phrase>{alternatives(own.part_phrases)})"
    yield "phrase", f"(?P<phrase>{alternatives(words.phrases)}){_part(words)}"
    for decade in own.decades:
        yield "decade", decade
    yield "month", _MONTH
    yield "year", "(?P<year>(?:1[5-9]|20)[0-9]{2}|[一二][〇零一二三四五六七八九]{3})年"


def _part(words: Vocabulary) -> str:
    return f"(?P<part>{alternatives(words.tables.parts)})?"
