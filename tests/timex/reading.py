"""Readings in their shortest written form, for tests."""

from app.domain import civil
from app.domain.article import Anchor
from app.domain.expression import Dating
from app.domain.span import Field
from app.timex.read import datings

TUESDAY = "2021-12-21T14:05"


def anchor(text: str = TUESDAY) -> Anchor:
    return Anchor(civil.minutes(text), day_only="T" not in text, zone="America/New_York" if "T" in text else None)


def read(text: str, at: str = TUESDAY) -> tuple[Dating, ...]:
    return datings(text, field=Field.TEXT, anchor=anchor(at), language="en")


def told(text: str, at: str = TUESDAY) -> list[str]:
    """`phrase = value` of each expression, in order."""
    return [f"{one.expression.text} = {one.expression.value}" for one in read(text, at)]


def dated(text: str, at: str = TUESDAY) -> list[str]:
    """`phrase = start/end` of what dates an event beside each expression; `bound ` before it, `throughout` after it."""
    return [_dated(one) for one in read(text, at) if one.dates_by.interval is not None]


def _dated(one: Dating) -> str:
    interval = one.dates_by.interval
    assert interval is not None
    bound = f"{one.bound} " if one.bound else ""
    extent = " throughout" if one.extent == "throughout" else ""
    return f"{one.dates_by.text} = {bound}{interval.start}/{interval.end}{extent}"
