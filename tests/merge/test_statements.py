"""However much articles tell, storing and merging them takes as many statements."""

from sqlalchemy import event

from app.domain.mention import Mention
from app.storage.engine.database import Connection, Database
from tests.merge.telling_articles import tell
from tests.storage.tellings import actor, article, mention, when


def sales(goods: str, count: int) -> list[Mention]:
    """As many senses, on as many days, each with two actors of its own."""
    return [
        mention(
            when(f"2031-05-{1 + index:02}", f"2031-05-{2 + index:02}"),
            actor(f"Port of {goods} {index}"),
            actor(f"Gull {goods} {index}"),
            sentence=f"The Port of {goods} {index} sold {goods} number {index} to Gull {goods} {index}.",
            lemma=f"sell-{goods}-{index}",
        )
        for index in range(count)
    ]


def statements(connection: Connection, *mentions: Mention) -> list[str]:
    """What is executed until two articles that tell the same are stored and merged."""
    executed: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        executed.append(statement)

    event.listen(connection, "before_cursor_execute", note)
    for day in ("Monday", "Tuesday"):
        tell(connection, article(f"{day}: {mentions[0].sentence.text}"), *mentions)
    event.remove(connection, "before_cursor_execute", note)
    return executed


def test_twelve_sales_take_as_many_statements_as_one(database: Database) -> None:
    with database.write() as connection:
        one = statements(connection, *sales("ferries", 1))
        assert len(statements(connection, *sales("cranes", 12))) == len(one)
