"""Everything that can be read: each name is a function of a connection from `Database.read`."""

from app.storage.actors.read import actor
from app.storage.actors.read import actors_page as actors
from app.storage.articles.read import ArticleQuery, article, article_with_post, posted_article
from app.storage.articles.read import articles_page as articles
from app.storage.engine.migrate import migrated
from app.storage.events.read import event
from app.storage.timelines.histogram import histogram
from app.storage.timelines.timeline import export, timeline, timeline_in_json

__all__ = [
    "ArticleQuery",
    "actor",
    "actors",
    "article",
    "article_with_post",
    "articles",
    "event",
    "export",
    "histogram",
    "migrated",
    "posted_article",
    "timeline",
    "timeline_in_json",
]
