"""Articles by id and in lists."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BindParameter, ColumnElement, Connection, bindparam, exists, select, tuple_

from app.domain.actor import ActorMention
from app.domain.article import Article, ArticleState
from app.domain.errors import BadCursor, Gone, NotFound
from app.domain.event import ArticlePage, ArticleSummary, ReadArticle, StoredArticle
from app.domain.extraction import Extraction
from app.storage.articles.row import article_of
from app.storage.columns import AnyRow, Instant, Key, instant_text
from app.storage.cursor import cursor_text, position_of
from app.storage.mention_row import actor_of, expression_of, mention_of, warnings_of
from app.storage.tables import (
    article_sources,
    articles,
    extractions,
    jobs,
    mention_actors,
    mentions,
    time_expressions,
)

_SUMMARY = select(
    articles.c.id,
    articles.c.title,
    articles.c.url,
    articles.c.source,
    articles.c.published_at,
    jobs.c.state,
    jobs.c.revision,
    jobs.c.error,
).join(jobs, jobs.c.article_id == articles.c.id)
_ARTICLE: BindParameter[str] = bindparam("article")
_ONE = _SUMMARY.where(articles.c.id == _ARTICLE)
_EXTRACTION = select(extractions).where(extractions.c.article_id == _ARTICLE)
_EXPRESSIONS = (
    select(time_expressions).where(time_expressions.c.article_id == _ARTICLE).order_by(time_expressions.c.position)
)
_MENTIONS = select(mentions).where(mentions.c.article_id == _ARTICLE).order_by(mentions.c.position)
_MENTION_ACTORS = (
    select(mention_actors)
    .where(mention_actors.c.article_id == _ARTICLE)
    .order_by(mention_actors.c.mention_id, mention_actors.c.position)
)
_POSTED = (
    select(articles, jobs.c.revision).join(jobs, jobs.c.article_id == articles.c.id).where(articles.c.id == _ARTICLE)
)


def article(connection: Connection, article_id: str) -> StoredArticle | ArticleSummary:
    """The article with what was read out of it; while that isn't there, or failed, its summary.

    Raises NotFound, and Gone where it was retracted.
    """
    row = _standing(connection, article_id)
    if row.state != ArticleState.DONE:
        return _summary_of(row)
    extraction = _extraction(connection, article_id)
    return StoredArticle.of(id=row.id, state=ArticleState.DONE, revision=row.revision, extraction=extraction)


def article_with_post(connection: Connection, article_id: str) -> ReadArticle | ArticleSummary:
    """As `article`, together with what was posted."""
    while isinstance(found := article(connection, article_id), StoredArticle):
        row = connection.execute(_POSTED, {"article": article_id}).one()
        if row.revision == found.revision:  # else corrected meanwhile: on a server each statement sees its own moment
            return ReadArticle(**found.told(), article=article_of(row))
    return found


def posted_article(connection: Connection, article_id: str) -> Article:
    """The article as it was posted or last corrected. Raises NotFound or Gone."""
    _standing(connection, article_id)
    return article_of(connection.execute(_POSTED, {"article": article_id}).one())


def _standing(connection: Connection, article_id: str) -> AnyRow:
    row = connection.execute(_ONE, {"article": article_id}).one_or_none()
    if row is None:
        raise NotFound(f"no article {article_id!r}")
    if row.state == ArticleState.RETRACTED:
        raise Gone(f"article {article_id!r} was retracted")
    return row


def _extraction(connection: Connection, article_id: str) -> Extraction:
    values = {"article": article_id}
    row = connection.execute(_EXTRACTION, values).one()
    actors: dict[str, list[ActorMention]] = defaultdict(list)
    for actor in connection.execute(_MENTION_ACTORS, values):
        actors[actor.mention_id].append(actor_of(actor))
    return Extraction(
        language=row.language,
        anchor=row.anchor,
        timezone=row.timezone,
        extractor_version=row.extractor_version,
        warnings=warnings_of(row.warnings),
        time_expressions=tuple(expression_of(one) for one in connection.execute(_EXPRESSIONS, values)),
        mentions=tuple(mention_of(one, tuple(actors[one.id])) for one in connection.execute(_MENTIONS, values)),
    )


def _summary_of(row: AnyRow) -> ArticleSummary:
    return ArticleSummary(
        id=row.id,
        state=ArticleState(row.state),
        revision=row.revision,
        title=row.title,
        url=row.url,
        source=row.source,
        published_at=instant_text(row.published_at),
        error=row.error,
    )


@dataclass(frozen=True, slots=True)
class ArticleQuery:
    """What a list of articles can be asked: `published_to` is exclusive. Retracted ones are listed by state alone."""

    state: ArticleState | None = None
    source: str | None = None
    published_from: datetime | None = None
    published_to: datetime | None = None
    limit: int = 50
    cursor: str | None = None

    @property
    def filters(self) -> tuple[object, ...]:
        return (self.state, self.source, self.published_from, self.published_to)


def articles_page(connection: Connection, query: ArticleQuery) -> ArticlePage:
    """Articles by publication, the latest first."""
    statement = (
        _SUMMARY.where(*_clauses(query))
        .order_by(articles.c.published_at.desc(), articles.c.id.desc())
        .limit(query.limit + 1)
    )
    rows = connection.execute(statement).all()
    shown = rows[: query.limit]
    cursor = None
    if len(rows) > query.limit:
        cursor = cursor_text((shown[-1].published_at.isoformat(), shown[-1].id), query.filters)
    return ArticlePage(tuple(_summary_of(row) for row in shown), cursor)


def _clauses(query: ArticleQuery) -> list[ColumnElement[bool]]:
    clauses = [jobs.c.state == query.state if query.state else jobs.c.state != ArticleState.RETRACTED.value]
    if query.source is not None:
        here = (article_sources.c.article_id == articles.c.id, article_sources.c.source == query.source)
        clauses.append(exists().where(*here).correlate(articles))
    if query.published_from is not None:
        clauses.append(articles.c.published_at >= query.published_from)
    if query.published_to is not None:
        clauses.append(articles.c.published_at < query.published_to)
    if query.cursor is not None:
        clauses.append(_beyond(query.cursor, query.filters))
    return clauses


def _beyond(cursor: str, filters: tuple[object, ...]) -> ColumnElement[bool]:
    published, last = position_of(cursor, filters, (str, str))
    try:
        moment = datetime.fromisoformat(str(published))
        edge = tuple_(bindparam(None, moment, type_=Instant), bindparam(None, last, type_=Key))
        if moment.tzinfo is None:
            raise ValueError("no zone")
    except ValueError as error:
        raise BadCursor(f"not a cursor of this service: {cursor!r}") from error
    return tuple_(articles.c.published_at, articles.c.id) < edge
