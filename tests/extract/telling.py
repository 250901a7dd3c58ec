"""Shortest written forms of what was read, for tests to compare with."""

from datetime import datetime

from app.domain.article import Article
from app.domain.extraction import Reading
from app.domain.mention import Mention
from app.extract.pipeline import Extractor

# A Wednesday.
PUBLISHED = datetime.fromisoformat("2024-05-15T09:00:00+01:00")


def reading(extractor: Extractor, text: str, title: str | None = None) -> Reading:
    return extractor.read(Article(title, text, PUBLISHED, "Europe/London"))


def mention(extractor: Extractor, text: str, trigger: str) -> Mention:
    """The only mention with this trigger."""
    (found,) = [each for each in reading(extractor, text).extraction.mentions if each.trigger.text == trigger]
    return found


def time(found: Mention) -> str:
    """`2024-05-13 expression`, `../2024-05-14 publication`, or `unknown`."""
    return f"{found.time.edtf} {found.time.basis}" if found.time.edtf else "unknown"


def actors(found: Mention, role: str) -> set[str]:
    return {actor.name for actor in found.actors if actor.role == role}
