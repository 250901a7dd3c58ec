"""Articles corrected, retracted, and tried again."""

import re
from dataclasses import dataclass

import orjson
from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from app.api import answers, prefer
from app.api.articles import ArticleId
from app.api.documented import COMMON, Responses, problems
from app.api.inputs import ArticleIn
from app.api.posting import ARTICLE_BODY, AcceptedArticle, pending, posted_body, tag_of
from app.api.problems import ApiError, bad_header
from app.api.service import Serving
from app.domain.article import ArticleState
from app.domain.errors import Gone
from app.domain.event import StoredArticle
from app.domain.mention import Mention
from app.storage.articles import queue
from app.work import merging
from app.work.difference import Difference, difference

_TAG = re.compile(r'"(?P<revision>\d{1,9})\.[0-9a-f]+"', re.ASCII)
_IF_MATCH = {
    "parameters": [
        {
            "name": "If-Match",
            "in": "header",
            "required": True,
            "description": "The ETag of the article as it was read, or `*` for whatever there is, retracted or not.",
            "schema": {"type": "string"},
        }
    ]
}
_LATER: Responses = {202: {"model": AcceptedArticle, "description": "Stored; extraction takes longer than the wait."}}

router = APIRouter(responses=COMMON, tags=["articles"])


@dataclass(frozen=True, slots=True)
class CorrectedArticle(StoredArticle):
    """An article as extracted anew, and what that changed."""

    difference: Difference


@router.put(
    "/v1/articles/{id}",
    response_model=CorrectedArticle,
    responses=_LATER | problems(404, 409, 412, 413, 415, 422, 428),
    openapi_extra=ARTICLE_BODY | _IF_MATCH,
)
async def put_article(request: Request, id: ArticleId, serving: Serving) -> Response:
    """Correct an article, or revive a retracted one: its dates are resolved anew, the old revision is kept."""
    expected = revision_expected(request)
    body = await posted_body(request)
    article = ArticleIn.of_json(body).article()
    waiting = prefer.waiting(request, len(body))
    before = await run_in_threadpool(_mentions, serving, id)
    accepted = await serving.ingest.replace(id, article, expected=expected, waited_for=waiting.seconds > 0)
    found = await serving.ingest.settled(id, seconds=waiting.seconds)
    headers = {"Cache-Control": "no-store", **waiting.headers}
    if not isinstance(found, StoredArticle):
        return pending(found, headers)
    changed = difference(before if accepted.new else found.mentions, found.mentions)
    corrected = CorrectedArticle(**found.told(), difference=changed)
    return Response(orjson.dumps(corrected), 200, headers | {"ETag": tag_of(found)}, answers.JSON)


@router.delete("/v1/articles/{id}", status_code=204, responses=problems(404, 410, 412, 428), openapi_extra=_IF_MATCH)
async def delete_article(request: Request, id: ArticleId, serving: Serving) -> Response:
    """Retract an article: its text and mentions are erased, and its events lose what it told."""
    expected = revision_expected(request)
    await serving.ingest.written(lambda connection, now: merging.retract(connection, id, expected=expected, now=now))
    return Response(status_code=204)


@router.post("/v1/articles/{id}:retry", status_code=202, response_model=AcceptedArticle, responses=problems(404, 410))
async def retry_article(id: ArticleId, serving: Serving) -> Response:
    """Try a failed article again. One that has not failed is left as it is."""
    state = await serving.ingest.written(lambda connection, now: queue.retry(connection, id, now))
    if state is ArticleState.RETRACTED:
        raise Gone(f"article {id!r} was retracted")
    serving.dispatcher.wake()
    return Response(orjson.dumps(AcceptedArticle(id, state)), 202, media_type=answers.JSON)


def revision_expected(request: Request) -> int | None:
    """The revision that If-Match names; None for `*`, which takes whatever there is."""
    header = request.headers.get("if-match")
    if header is None:
        raise ApiError("if-match-needed", "send If-Match with the article's ETag, or * for whatever there is")
    if header.strip() == "*":
        return None
    if "," in header:
        raise bad_header("If-Match", "name one ETag")
    tag = _TAG.fullmatch(header.strip())
    if tag is None:
        raise ApiError("stale", f"If-Match {header[:80]!r} is no ETag of this article")
    return int(tag["revision"])


def _mentions(serving: Serving, id: str) -> tuple[Mention, ...]:
    """What the article told before; nothing where it was retracted, failed or waits."""
    try:
        found = serving.ingest.article(id)
    except Gone:
        return ()
    return found.mentions if isinstance(found, StoredArticle) else ()
