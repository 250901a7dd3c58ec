"""Articles: posted, listed, read."""

from dataclasses import dataclass
from typing import Annotated

import orjson
from fastapi import APIRouter, Path, Request
from starlette.responses import Response

from app.api import answers, prefer
from app.api.articles_params import ArticlesQuery
from app.api.body import JSON, require_media_type, require_no_coding, whole
from app.api.documented import COMMON, Responses, problems
from app.api.idempotency import once
from app.api.inputs import BODY_LIMIT, ArticleIn
from app.api.problems import RETRY_SECONDS
from app.api.service import Serving
from app.domain.article import ArticleState
from app.domain.event import ArticlePage, ArticleSummary, ReadArticle, StoredArticle
from app.storage import read
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
ArticleId = Annotated[str, Path(description="The article's id.", examples=["mfrggzdfmztwq2lknnwg23tpoa"])]

router = APIRouter(responses=COMMON, tags=["articles"])


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


@router.get("/v1/articles", response_model=ArticlePage)
def articles(request: Request, params: ArticlesQuery, serving: Serving) -> Response:
    """Articles by publication, the latest first. Retracted ones are listed only when asked for by `state`."""
    with serving.database.read() as connection:
        page = read.articles(connection, params.query())
    return answers.read(request, page, headers=answers.next_link(request, page.next_cursor))


@router.get("/v1/articles/{id}", response_model=ReadArticle | ArticleSummary, responses=problems(404, 410))
def article(request: Request, id: ArticleId, serving: Serving) -> Response:
    """An article as it was posted, with its time expressions and mentions; its summary while those are not there."""
    with serving.database.read() as connection:
        found = read.article_with_post(connection, id)
    return answers.read(request, found, tag=tag_of(found))
