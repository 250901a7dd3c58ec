"""Taking articles in: who an article is, and the first row and job of a new one.

An article is the same by its url (or source and external id) with the same text, or by title, text and publication. Of
two posts of one article at once one wins: both claim its keys, and the database lets one have them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from app.domain.article import Article, ArticleState
from app.domain.errors import Conflicting, Retracted
from app.storage.articles.claims import Owner, claim, settle
from app.storage.articles.places import add_places, place
from app.storage.articles.row import posted
from app.storage.identity import ArticleKeys, article_id, article_keys
from app.storage.insertion import add
from app.storage.tables import article_sources, articles, jobs


@dataclass(frozen=True, slots=True)
class Accepted:
    """Where an article stands after it was taken in; `new` says whether there is something to extract that wasn't."""

    id: str
    state: ArticleState
    revision: int
    new: bool


Outcome = Accepted | Conflicting | Retracted


def accept(connection: Connection, article: Article, *, now: datetime) -> Accepted:
    """Takes an article in durably, to be extracted; one that is known already stays as it is.

    Raises Conflicting where its url or external id is known with another text, Retracted where it was retracted.
    """
    (outcome,) = accept_many(connection, [article], now=now)
    if isinstance(outcome, Accepted):
        return outcome
    raise outcome


def accept_many(connection: Connection, articles: Sequence[Article], *, now: datetime) -> list[Outcome]:
    """Takes articles in as `accept` would one after the other; what one is refused with stands in its place."""
    posts = [_Post(article_id(article), article, article_keys(article)) for article in articles]
    if not posts:
        return []
    claims = claim(connection, {key: post.id for post in posts for key in post.keys.all})
    batch = _Batch(connection, dict(claims.others))
    outcomes = [batch.outcome(post) for post in posts]
    settle(connection, claims, batch.owners)
    _insert(connection, batch.new.values(), now)
    add_places(connection, batch.again, now)
    return outcomes


@dataclass(frozen=True, slots=True)
class _Post:
    """An article, the id it gets if it is new, and what it is known by."""

    id: str
    article: Article
    keys: ArticleKeys


_TEXT = select(articles.c.text).where(articles.c.id == bindparam("article"))


@dataclass(frozen=True, slots=True)
class _Batch:
    """What is decided about posts one by one: who has each key now, which are new, and which were told again."""

    connection: Connection
    owners: dict[str, Owner]
    new: dict[str, _Post] = field(default_factory=dict)
    again: list[tuple[str, Article]] = field(default_factory=list)

    def outcome(self, post: _Post) -> Outcome:
        known = {key: self.owners[key] for key in post.keys.all if key in self.owners}
        refusal = self._refusal(post, known)
        if refusal is not None:
            return refusal
        if known:
            owner = next(known[key] for key in post.keys.all if key in known)
            self.again.append((owner.id, post.article))
        else:
            owner = Owner(post.id, ArticleState.PENDING, 1)
            self.new[post.id] = post
        self.owners.update({key: owner for key in post.keys.all if key not in known})
        return Accepted(owner.id, owner.state, owner.revision, new=not known)

    def _refusal(self, post: _Post, known: Mapping[str, Owner]) -> Conflicting | Retracted | None:
        by_content = known.get(post.keys.content)
        for owner in (known[key] for key in post.keys.all if key in known):
            if owner.state is ArticleState.RETRACTED:
                return Retracted(f"article {owner.id!r} was retracted; PUT revives it", owner.id)
            # A text it had before a correction is its own too: whoever repeats that learns of the article as it is now.
            if owner != by_content and self._text(owner.id) != post.article.text:
                return Conflicting(
                    f"the url or external id is known, as article {owner.id!r}, with another text", owner.id
                )
        return None

    def _text(self, article: str) -> str:
        if article in self.new:
            return self.new[article].article.text
        text: str = self.connection.execute(_TEXT, {"article": article}).scalar_one()
        return text


def _insert(connection: Connection, new: Iterable[_Post], now: datetime) -> None:
    told = {post.id: post.article for post in new}
    add(connection, articles, [{"id": key, **posted(article, now)} for key, article in told.items()])
    add(connection, jobs, [{"article_id": key, "revision": 1, **waiting(now)} for key in told])
    add(connection, article_sources, [place(key, article, now) for key, article in told.items()])


def waiting(now: datetime) -> dict[str, object]:
    """The columns of a job that waits, with all its tries before it."""
    free = {"owner": None, "lease_until": None, "tries": 0, "error": None}
    return {"state": ArticleState.PENDING.value, "queued_at": now, **free}
