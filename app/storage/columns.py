"""Column types: what goes into SQL and what comes out, the same on SQLite and PostgreSQL."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, Column, DateTime, Dialect, Integer, Label, Row, Text, type_coerce
from sqlalchemy.types import TypeDecorator

# Civil minutes since 0001-01-01T00:00, negative before.
Civil = BigInteger
# A row's own number, counted up by the engine. SQLite does that for INTEGER alone.
Number = BigInteger().with_variant(Integer, "sqlite")
# Text that is compared and sorted byte by byte on both engines, whatever locale PostgreSQL was set up with.
Key = Text().with_variant(Text(collation="C"), "postgresql")
# A row whose columns are read by name. Any: what they hold is said in tables.py, which the type checker can't see.
AnyRow = Row[*tuple[Any, ...]]


class Instant(TypeDecorator[datetime]):
    """A point in time: aware UTC going in and coming out. A naive datetime is a ValueError.

    PostgreSQL keeps it as TIMESTAMPTZ; SQLite, which knows no zones, as UTC text that sorts as it should.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"an instant needs a zone: {value!r}")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class InstantText(TypeDecorator[str]):
    """An instant that comes out as RFC 3339 text at once; half the time it takes by way of a datetime."""

    impl = Instant
    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], str]:  # noqa: ARG002 - as it calls
        """SQLite holds `2021-12-21 19:05:00.000000`; PostgreSQL gives a datetime, in UTC as the session is."""
        if dialect.name == "sqlite":
            return lambda value: f"{value[:10]}T{value[11:19]}Z"
        return instant_text


def told(column: Column[datetime]) -> Label[str]:
    """The instant as text, under the column's own name."""
    return type_coerce(column, InstantText).label(column.name)


def instant_text(moment: datetime) -> str:
    """An aware instant as RFC 3339 in UTC, to the second: `2021-12-21T19:05:00Z`."""
    return f"{moment.astimezone(UTC).isoformat(timespec='seconds')[:19]}Z"
