"""POST /v1/articles: stored before anybody waits, then extracted while the client will wait."""

from dataclasses import dataclass

import orjson
from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api import answers, prefer
from app.api.body import JSON, require_media_type, require_no_coding, whole
from app.api.documented import COMMON, Responses, problems
from app.api.idempotency import once
from app.api.inputs import BODY_LIMIT, ArticleIn
from app.api.problems import RETRY_SECONDS
from app.api.route import BodyRoute
from app.api.service import Serving
from app.domain.article import ArticleState
from app.domain.event import ArticleSummary, StoredArticle
from app.storage.write import Accepted

ARTICLE_BODY = {
    "requestBody": {
        "required": True,
        "content": {JSON[0]: {"schema": {"$ref": "#/components/schemas/Article"}}},
    }
}
WISHES = {
    "parameters": [
        {
            "name": "Prefer",
            "in": "header",
            "description": "`wait=N`: wait N seconds for extraction, at most 120. `respond-async`: not at all.",
            "schema": {"type": "string"},
        },
        {
            "name": "Idempotency-Key",
            "in": "header",
            "description": "A repeat with the same key and body gets the first one's answer, for 24 hours.",
            "schema": {"type": "string", "minLength": 1, "maxLength": 255},
        },
    ]
}

router = APIRouter(responses=COMMON, tags=["articles"], route_class=BodyRoute)


@dataclass(frozen=True, slots=True)
class AcceptedArticle:
    """An article that is stored and not yet extracted."""

    id: str
    state: ArticleState


_POSTED: Responses = {
    200: {"model": StoredArticle, "description": "Known before; the body is that of the first answer."},
    202: {"model": AcceptedArticle, "description": "Stored; extraction takes longer than the wait. Ask `Location`."},
}


@router.post(
    "/v1/articles",
    status_code=201,
    response_model=StoredArticle,
    responses=_POSTED | problems(409, 413, 415, 422),
    openapi_extra=ARTICLE_BODY | WISHES,
)
async def post_article(request: Request, serving: Serving) -> Response:
    """Store one article and extract from it. `Prefer: wait=N` or `respond-async` set how long the answer may take."""
    body = await posted_body(request)

    async def answer() -> Response:
        waiting = prefer.waiting(request, len(body))
        accepted = await serving.ingest.accept(ArticleIn.of_json(body).article(), waited_for=waiting.seconds > 0)
        headers = {"Location": f"/v1/articles/{accepted.id}", "Cache-Control": "no-store", **waiting.headers}
        if waiting.seconds <= 0 and accepted.state is ArticleState.PENDING:
            return pending(accepted, headers)
        found = await serving.ingest.settled(accepted.id, seconds=waiting.seconds)
        return _accepted(found, 201 if accepted.new else 200, headers)

    return await once(request, serving, body, answer)


def _accepted(found: StoredArticle | ArticleSummary, status: int, headers: dict[str, str]) -> Response:
    """The article with this status when it is extracted, else 202."""
    if isinstance(found, StoredArticle):
        return Response(orjson.dumps(found), status, headers | {"ETag": tag_of(found)}, answers.JSON)
    return pending(found, headers)


def tag_of(found: StoredArticle | ArticleSummary) -> str:
    """The ETag of an article in every answer: its revision, which is what was posted, and what was read out of it."""
    told = found.told() if isinstance(found, StoredArticle) else found
    return answers.etag(orjson.dumps(told), f"{found.revision}.")


def pending(found: ArticleSummary | Accepted, headers: dict[str, str]) -> Response:
    """202 for an article that is stored and not extracted: yet, or for good when that failed."""
    headers |= {"Retry-After": str(RETRY_SECONDS)} if found.state is ArticleState.PENDING else {}
    return Response(orjson.dumps(AcceptedArticle(found.id, found.state)), 202, headers, answers.JSON)


async def posted_body(request: Request) -> bytes:
    """The bytes of an article in JSON, not yet looked at."""
    require_media_type(request, JSON)
    require_no_coding(request)
    return await whole(request, BODY_LIMIT)
