"""The query string of the list of articles."""

from typing import Annotated

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field

from app.api.range_params import When, moment, span
from app.api.timeline_params import PAGE_DEFAULT, PAGE_MOST, Name
from app.domain.article import ArticleState
from app.storage.read import ArticleQuery


class ArticlesParams(BaseModel):
    """Which articles are listed, and which page of them."""

    model_config = ConfigDict(extra="forbid")

    state: ArticleState | None = Field(default=None, description="Any but `retracted` unless given.")
    source: Name | None = None
    published_from: When | None = Field(default=None, description="Published from here on (UTC).")
    published_to: When | None = Field(default=None, description="Published up to and with this (UTC).")
    limit: int = Field(default=PAGE_DEFAULT, ge=1, le=PAGE_MOST)
    cursor: Annotated[str, Field(min_length=1, max_length=1_000)] | None = None

    def query(self) -> ArticleQuery:
        """Raises ApiError (400) naming the parameter."""
        first, after = span("published_from", self.published_from, "published_to", self.published_to)
        return ArticleQuery(
            state=self.state,
            source=self.source,
            published_from=moment("published_from", first),
            published_to=moment("published_to", after),
            limit=self.limit,
            cursor=self.cursor,
        )


ArticlesQuery = Annotated[ArticlesParams, Query()]
