"""What runs in a worker process: an article comes in, its reading and the identities of its actors go out.

spaCy is imported here inside functions only, so that the process that serves never holds it.
"""

import os
import signal
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from app.domain.actor import ActorIdentity, ActorKind
from app.domain.article import Article
from app.domain.extraction import Reading

if TYPE_CHECKING:
    from app.extract.pipeline import Extractor

# Extraction gives way to serving.
_NICENESS = 10
# Data a worker may hold; past it allocation fails, the worker dies, and only its own article is the poorer.
_MEMORY_LIMIT = 1_500_000_000
ActorKey = tuple[str, ActorKind]


@dataclass(frozen=True, slots=True)
class Extracted:
    """A reading, and for each actor it names (by name and kind) who that is across articles."""

    reading: Reading
    actors: Mapping[ActorKey, ActorIdentity]


@cache
def extractor(model: str) -> "Extractor":
    """The extractor of this process; loading takes seconds, once."""
    from app.extract.pipeline import Extractor  # noqa: PLC0415  see the top

    return Extractor.load(model)


def begin(model: str) -> None:
    """Make this process a worker: lower priority, bounded memory, and signals left to its parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    os.nice(_NICENESS)
    _bound_memory()
    extractor(model)


def extracted(article: Article, model: str) -> Extracted:
    """All that is read out of one article."""
    from app.actors.identity import identity  # noqa: PLC0415  see the top

    reading = extractor(model).read(article)
    keys = {(actor.name, actor.kind) for mention in reading.extraction.mentions for actor in mention.actors}
    return Extracted(reading, {key: identity(*key) for key in sorted(keys)})


def _bound_memory() -> None:
    """RLIMIT_DATA counts anonymous memory on Linux; elsewhere there may be no such limit, and then there is none."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415  not on every platform

        resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY_LIMIT, _MEMORY_LIMIT))
