"""The view v_timeline: one row per event and actor, for people who read SQL. Dates are ISO 8601 text.

Revision: 0003, after 0002
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# Civil minutes count from 0001-01-01. Neither engine writes a year before 1 as ISO 8601 does, so those days are moved
# on by 10,000 years (25 Gregorian cycles of 146,097 days) and the year is written as what is missing to 10,000.
# The year 0, the 366 days before day 0, would be a year of five digits: it is moved by one cycle.
_SQLITE_DAY = """CASE
    WHEN {m} >= 0 THEN date({m} / 1440 + 1721425.5)
    WHEN {m} >= -366 * 1440 THEN '0000' || substr(date(({m} + 146097 * 1440) / 1440 + 1721425.5), 5)
    ELSE printf('-%04d', 10000 - CAST(substr(date(({m} + 3652425 * 1440) / 1440 + 1721425.5), 1, 4) AS INTEGER))
        || substr(date(({m} + 3652425 * 1440) / 1440 + 1721425.5), 5)
    END"""
_SQLITE_TIME = """printf('T%02d:%02d', ({m} % 1440 + 1440) % 1440 / 60, ({m} % 60 + 60) % 60)"""
_POSTGRESQL_FAR = "DATE '0001-01-01' + (({m} + 3652425::bigint * 1440) / 1440)::int"
_POSTGRESQL_DAY = f"""CASE
    WHEN {{m}} >= 0 THEN to_char(DATE '0001-01-01' + ({{m}} / 1440)::int, 'YYYY-MM-DD')
    WHEN {{m}} >= -366 * 1440
        THEN '0000' || to_char(DATE '0001-01-01' + (({{m}} + 146097 * 1440) / 1440)::int, '-MM-DD')
    ELSE '-' || lpad((10000 - to_char({_POSTGRESQL_FAR}, 'YYYY')::int)::text, 4, '0')
        || to_char({_POSTGRESQL_FAR}, '-MM-DD')
    END"""
_POSTGRESQL_TIME = """'T' || lpad((({m} % 1440 + 1440) % 1440 / 60)::text, 2, '0')
    || ':' || lpad((({m} % 60 + 60) % 60)::text, 2, '0')"""

_VIEW = """CREATE VIEW v_timeline AS
SELECT
    e.id AS event_id,
    {starts} AS interval_start,
    {ends} AS interval_end,
    e.edtf, e.granularity, e.zone, e.bound, e.extent, e.basis, e.factuality, e.confidence,
    a.id AS actor_id, a.name AS actor, a.kind AS actor_kind, ea.role AS actor_role,
    e.trigger, e.summary, e.article_count, e.mention_count, e.first_published, e.last_published
FROM events e
LEFT JOIN event_actors ea ON ea.event_id = e.id
LEFT JOIN actors a ON a.id = ea.actor_id"""


def _iso(day: str, time: str, column: str) -> str:
    """The column as a date, or as date and time where the event is dated more finely than to the day."""
    finer = "e.granularity IN ('part_of_day', 'hour', 'minute')"
    return f"{day} || CASE WHEN {finer} THEN {time} ELSE '' END".replace("{m}", column)


def upgrade() -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    day, time = (_SQLITE_DAY, _SQLITE_TIME) if sqlite else (_POSTGRESQL_DAY, _POSTGRESQL_TIME)
    starts, ends = (_iso(day, time, f"e.interval_{end}") for end in ("start", "end"))
    op.execute(_VIEW.format(starts=starts, ends=ends))


def downgrade() -> None:
    op.execute("DROP VIEW v_timeline")
