"""POST /v1/extract: what an article would give, without keeping it."""

import orjson
from fastapi import APIRouter, Request
from starlette.responses import Response

from app.api import answers
from app.api.documented import COMMON, problems
from app.api.inputs import ArticleIn
from app.api.posting import ARTICLE_BODY, posted_body
from app.api.problems import ApiError, ProblemItem
from app.api.route import BodyRoute
from app.api.service import Serving
from app.domain.extraction import Extraction
from app.work.pool import OverBudget

router = APIRouter(responses=COMMON, tags=["articles"], route_class=BodyRoute)


@router.post("/v1/extract", response_model=Extraction, responses=problems(413, 415, 422), openapi_extra=ARTICLE_BODY)
async def extract(request: Request, serving: Serving) -> Response:
    """The time expressions and event mentions of an article; nothing is stored."""
    article = ArticleIn.of_json(await posted_body(request)).article()
    try:
        found = await serving.ingest.extract(article)
    except OverBudget as error:
        item = ProblemItem("/text", None, str(error), "over_budget")
        raise ApiError("invalid", str(error), items=(item,)) from error
    return Response(orjson.dumps(found.reading.extraction), media_type=answers.JSON)
