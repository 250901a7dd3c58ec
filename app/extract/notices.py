"""Warnings of an extraction: what an answer may lack, and why. Never a word of the article's text."""

from collections.abc import Iterator
from itertools import islice

from app.domain.article import Anchor, Article
from app.domain.extraction import Notice, NoticeCode
from app.domain.span import Field, Span
from app.extract.dating.clocks import oddity
from app.timex import read
from app.timex.absent import Scanned

_MOST = 20  # warnings of one kind in a field


def of_publication(article: Article, anchor: Anchor) -> Iterator[Notice]:
    """What is unsure about the anchor."""
    if article.published_day_only:
        yield Notice(
            NoticeCode.DAY_ONLY_PUBLICATION,
            f"publication is known to the day only: phrases count from {anchor.text}",
            "/published_at",
        )
    elif not article.timezone:
        yield Notice(
            NoticeCode.ZONE_FROM_OFFSET,
            f"no timezone is given: phrases count from {anchor.text} at the timestamp's own offset {anchor.zone}",
            "/timezone",
        )


def of_language(language: str, supported: frozenset[str]) -> Iterator[Notice]:
    """What isn't read in this language."""
    if language == "en":
        return
    if language in supported:
        detail = f"in {language!r} time expressions are read, but no events"
        yield Notice(NoticeCode.LANGUAGE_TIMES_ONLY, detail, "/language")
    else:
        detail = f"{language!r} is not read: no time expressions, no events"
        yield Notice(NoticeCode.LANGUAGE_UNSUPPORTED, detail, "/language")


def skipped(sentence: Span) -> Notice:
    """A sentence that broke a stage."""
    detail = f"the sentence at characters {sentence.start} to {sentence.end} could not be read for events"
    return Notice(NoticeCode.SENTENCE_SKIPPED, detail, f"/{sentence.field.value}")


def of_dates(field: Field, found: Scanned) -> Iterator[Notice]:
    """Days that don't exist, minutes that come never or twice, and a field with as many dates as are read of one."""
    for start, end in found.absent[:_MOST]:
        detail = f"no calendar has the day told at characters {start} to {end}: no date is claimed"
        yield Notice(NoticeCode.NO_SUCH_DAY, detail, f"/{field.value}")
    odd = ((one.expression, why) for one in found.datings if (why := oddity(one.expression)))
    for one, why in islice(odd, _MOST):
        detail = f"the time told at characters {one.start} to {one.end}, {why}"
        yield Notice(NoticeCode.CLOCKS_CHANGE, detail, f"/{field.value}")
    if len(found.datings) >= read.MOST:
        detail = f"only the first {read.MOST} time expressions are read"
        yield Notice(NoticeCode.CANDIDATES_CAPPED, detail, f"/{field.value}")


def capped(found: int, most: int) -> Notice:
    """More mentions than an answer holds."""
    return Notice(NoticeCode.CANDIDATES_CAPPED, f"{found} mentions were found; the first {most} are given", "/text")
