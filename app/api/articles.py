"""Articles: listed and read."""

from typing import Annotated

from fastapi import APIRouter, Path, Request
from starlette.responses import Response

from app.api import answers
from app.api.articles_params import ArticlesQuery
from app.api.documented import COMMON, problems
from app.api.posting import tag_of
from app.api.service import Serving
from app.domain.event import ArticlePage, ArticleSummary, ReadArticle
from app.storage import read

ArticleId = Annotated[str, Path(description="The article's id.", examples=["mfrggzdfmztwq2lknnwg23tpoa"])]

router = APIRouter(responses=COMMON, tags=["articles"])


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
