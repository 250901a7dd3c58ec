"""Articles that an older extractor read: what reading them anew would change, and having them read anew."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

import orjson
from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from app.api import answers
from app.api.documented import COMMON
from app.api.range_params import moment, written
from app.api.service import Service, Serving
from app.domain.article import Article
from app.domain.event import StoredArticle
from app.extract.version import EXTRACTOR_VERSION
from app.storage import read
from app.storage.articles import queue, reextraction
from app.storage.articles.reextraction import Outdated
from app.storage.engine.database import Connection
from app.work.difference import Difference, difference

# Of those that wait at once: who posts meanwhile waits for no more than these.
_MOST_WAITING = 100
_MOST_COMPARED = 20
# The beginning, or an article's id.
_PLACE = "^([a-z2-7]{26})?$"

router = APIRouter(responses=COMMON, tags=["articles"])

Since = Annotated[str | None, Query(max_length=40, description="Published from here on (UTC): a year, month or day.")]


@dataclass(frozen=True, slots=True)
class Reextraction:
    """How many articles were queued now, and how many of other versions are left to be."""

    extractor_version: str
    queued: int
    left: int


@dataclass(frozen=True, slots=True)
class Compared:
    """What an article would tell otherwise. Offsets point into its text, which is the same."""

    id: str
    title: str | None
    extractor_version: str
    difference: Difference


@dataclass(frozen=True, slots=True)
class Comparison:
    """Articles whose results would change, of those looked at; `next_after` is None after the last."""

    items: tuple[Compared, ...]
    looked_at: int
    next_after: str | None


@router.post("/v1/articles:reextract", status_code=202, response_model=Reextraction)
async def reextract(serving: Serving, *, since: Since = None) -> Response:
    """Have articles that an older extractor read read anew, some at a time: ask again until nothing is left.

    Their ids, and those of mentions and events, stay, and so do times that persons gave. Until an article is read anew
    its events stand as they are.
    """
    asked = _outdated(since)

    def unit(connection: Connection, now: datetime) -> Reextraction:
        room = max(0, _MOST_WAITING - queue.pending(connection))
        queued = reextraction.queue_again(connection, asked, limit=room, now=now)
        return Reextraction(EXTRACTOR_VERSION, queued, reextraction.count(connection, asked))

    found = await serving.ingest.written(unit)
    serving.dispatcher.wake()
    return Response(orjson.dumps(found), 202, media_type=answers.JSON)


@router.get("/v1/articles:reextract", response_model=Comparison)
async def compare(
    request: Request,
    serving: Serving,
    *,
    since: Since = None,
    after: Annotated[str, Query(pattern=_PLACE, description="The `next_after` of the page before; none begins.")] = "",
    limit: Annotated[int, Query(ge=1, le=_MOST_COMPARED, description="Articles to look at.")] = 10,
) -> Response:
    """What reading them anew would change; nothing is stored."""
    posted = await run_in_threadpool(_page, serving, _outdated(since), after, limit)
    compared = await asyncio.gather(*(_compared(serving, *one) for one in sorted(posted.items())))
    items = tuple(one for one in compared if one is not None)
    return answers.read(request, Comparison(items, len(posted), max(posted) if len(posted) == limit else None))


def _outdated(since: str | None) -> Outdated:
    first = written("since", since)
    return Outdated(EXTRACTOR_VERSION, moment("since", first.start if first else None))


def _page(serving: Service, asked: Outdated, after: str, limit: int) -> dict[str, Article]:
    with serving.database.read() as connection:
        return reextraction.posted(connection, reextraction.ids(connection, asked, limit=limit, after=after))


async def _compared(serving: Service, id: str, article: Article) -> Compared | None:
    """None where nothing would change, or the article has changed meanwhile."""
    before = await run_in_threadpool(_stored, serving, id)
    if not isinstance(before, StoredArticle):
        return None
    found = await serving.ingest.extract(article)
    changed = difference(before.mentions, found.reading.extraction.mentions)
    if not (changed.added or changed.removed or changed.moved):
        return None
    return Compared(id, article.title, before.extractor_version, changed)


def _stored(serving: Service, id: str) -> object:
    with serving.database.read() as connection:
        return read.article(connection, id)
