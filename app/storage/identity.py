"""What makes an article the same article, and a mention the same mention: keys and ids, nothing of SQL.

Keys are hashed: a url may be longer than an index entry, and a retracted article leaves no text behind.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit, urlunsplit

from app.domain.article import Article
from app.domain.identity import content_id
from app.domain.mention import Mention


@dataclass(frozen=True, slots=True)
class ArticleKeys:
    """What an article is known by; each article is known by its content at least."""

    content: str
    url: str | None
    external: str | None

    @property
    def told(self) -> tuple[str, ...]:
        """The keys its publisher gave it: they name an article, whatever its text says today."""
        return tuple(key for key in (self.url, self.external) if key is not None)

    @property
    def all(self) -> tuple[str, ...]:
        """All keys, the one first by which an article is told from others first."""
        return (*self.told, self.content)


def article_keys(article: Article) -> ArticleKeys:
    return ArticleKeys(
        content="c:" + content_id(_content(article)),
        url="u:" + content_id((url_key(article.url),)) if article.url else None,
        external="x:" + content_id((article.source or "", article.external_id)) if article.external_id else None,
    )


def article_id(article: Article) -> str:
    """The id an article gets at its first POST, from its content."""
    return content_id(("article", *_content(article)))


def source_id(article: Article) -> str:
    """The id of a place where an article was published."""
    return content_id(("source", url_key(article.url or ""), article.source or "", article.external_id or ""))


@lru_cache(maxsize=256)  # asked for an article's keys, then for the place where it stands
def url_key(url: str) -> str:
    """The URL without what doesn't tell pages apart: case of the host, fragment, utm_* parameters."""
    parts = urlsplit(url)
    query = "&".join(pair for pair in parts.query.split("&") if not pair.lower().startswith("utm_"))
    return urlunsplit((parts.scheme, parts.netloc.lower(), parts.path, query, ""))


def mention_ids(article: str, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Ids of an article's mentions: from field, trigger start and lemma, so that a better extractor keeps them.

    Of several mentions by one trigger ("met on Monday and on Friday") the later ones are counted.
    """
    seen: Counter[tuple[str, int, str]] = Counter()
    ids = []
    for mention in mentions:
        place = (mention.trigger.field, mention.trigger.start, mention.trigger.lemma)
        seen[place] += 1
        ids.append(content_id(_mention_parts(article, place, seen[place])))
    return tuple(ids)


def _mention_parts(article: str, place: tuple[str, int, str], nth: int) -> Iterable[str]:
    field, start, lemma = place
    return ("mention", article, field, str(start), lemma, *((str(nth),) if nth > 1 else ()))


def _content(article: Article) -> tuple[str, str, str]:
    """Title, text and publication. No title and an empty one are the same; so is one instant in two zones."""
    day_only = article.published_day_only
    published = article.published_at if day_only else article.published_instant
    return article.title or "", article.text, published.isoformat()
