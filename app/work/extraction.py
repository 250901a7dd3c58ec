"""What runs in a worker process: an article comes in, its reading and the identities of its actors go out.

spaCy is imported here inside functions only, so that the process that serves never holds it.
"""

import os
import signal
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

from app.domain.actor import ActorIdentity, ActorKind, Match
from app.domain.article import Article
from app.domain.extraction import Reading

if TYPE_CHECKING:
    from app.extract.pipeline import Extractor

# Extraction gives way to serving.
_NICENESS = 10
# Data a worker may hold; past it allocation fails, the worker dies, and only its own article is the poorer.
_MEMORY_LIMIT = 1_000_000_000
# What is said in place of a name ("the president", "she") is nobody's name.
_NAMELESS = (Match.ROLE_NOUN, Match.PRONOUN)
ActorKey = tuple[str, ActorKind]
# Read to see that reading works, and so that the first article doesn't pay for what is made on first use.
PROBE = Article(None, "Ministers met on Monday.", datetime(2024, 3, 14, 12, tzinfo=UTC), "UTC")


@dataclass(frozen=True, slots=True)
class Extracted:
    """A reading, for each actor it names (by name and kind) who that is across articles, and the seconds by stage."""

    reading: Reading
    actors: Mapping[ActorKey, ActorIdentity]
    seconds: Mapping[str, float] = field(default_factory=dict)


@cache
def extractor(model: str) -> "Extractor":
    """The extractor of this process; loading takes seconds, once."""
    from app.extract.pipeline import Extractor  # noqa: PLC0415  see the top

    loaded = Extractor.load(model)
    loaded.read(PROBE)
    return loaded


def begin(model: str) -> None:
    """Make this process a worker: lower priority, bounded memory, and signals left to its parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    os.nice(_NICENESS)
    _bound_memory()
    extractor(model)


def extracted(article: Article, model: str, *, scope: str = "") -> Extracted:
    """All that is read out of one article. `scope`, its id if it has one, tells apart those whom only it knows."""
    watch = _Stopwatch()
    reading = extractor(model).read(article, stage=watch)
    with watch("identify"):
        actors = _identities(reading, scope)
    return Extracted(reading, actors, watch.seconds)


class _Stopwatch:
    """Takes the time of stages, each by its name."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        began = time.perf_counter()
        yield
        self.seconds[stage] = time.perf_counter() - began


def _identities(reading: Reading, scope: str) -> dict[ActorKey, ActorIdentity]:
    """Who the actors are, each found besides by the words that name it here ("Putin" finds Vladimir Putin)."""
    from app.actors.identity import curated_entry, identity  # noqa: PLC0415  see the top
    from app.actors.names import normal_form  # noqa: PLC0415  see the top

    surfaces: dict[ActorKey, set[str]] = {}
    for mention in reading.extraction.mentions:
        for actor in mention.actors:
            found = surfaces.setdefault((actor.name, actor.kind), set())
            # A curated actor's names are all known; "Moscow" and "Russian" said of Russia are none of them.
            if actor.match not in _NAMELESS and (actor.kind is ActorKind.PERSON or curated_entry(actor.name) is None):
                found.add(normal_form(actor.text))
    identities = {key: identity(*key, scope=scope) for key in sorted(surfaces)}
    return {
        key: replace(one, aliases=tuple(dict.fromkeys((*one.aliases, *sorted(surfaces[key] - {""})))))
        for key, one in identities.items()
    }


def _bound_memory() -> None:
    """RLIMIT_DATA counts anonymous memory on Linux; elsewhere there may be no such limit, and then there is none."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415  not on every platform

        resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY_LIMIT, _MEMORY_LIMIT))
