"""Everything the service knows, line by line in one order: two databases that hold the same give the same bytes.

Left out is what tells of how it came to be so: when a row was written, leases, tries, and numbers the engine gave.
"""

import json
from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Column, Connection, Table, select

from app.storage.columns import AnyRow, instant_text
from app.storage.tables import api_keys, changes, event_json, event_texts, idempotency_keys, metadata

_ACCESS = (api_keys.name, idempotency_keys.name)
_JOURNAL = (changes.name,)  # in what order things came to be so
_DERIVED = (event_json.name,)  # from other rows, now or a moment later
_BOOKKEEPING = frozenset(
    {
        "accepted_at",
        "added_at",
        "extracted_at",
        "lease_until",
        "merged_at",
        "number",
        "owner",
        "queued_at",
        "replaced_at",
        "tries",
    }
)


def dump(connection: Connection) -> Iterator[str]:
    """One JSON line a row, tables by name and rows by their key. Keys to the service are not told."""
    for name in sorted(metadata.tables):
        if name not in _ACCESS + _JOURNAL + _DERIVED:
            yield from _lines(connection, metadata.tables[name])


def _lines(connection: Connection, table: Table) -> Iterator[str]:
    columns = [column for column in table.c if column.name not in _BOOKKEEPING]
    rows = connection.execute(select(*columns).order_by(*_key(table)), execution_options={"yield_per": 1_000})
    for row in rows:
        yield json.dumps([table.name, *_values(row)], ensure_ascii=False)


def _key(table: Table) -> list[Column[object]]:
    return [event_texts.c.event_id] if table is event_texts else list(table.primary_key.columns)


def _values(row: AnyRow) -> list[object]:
    return [instant_text(value) if isinstance(value, datetime) else value for value in row]
