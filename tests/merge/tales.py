"""Tellings with defaults, each of which can be replaced."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from app.domain import civil
from app.domain.actor import Role
from app.domain.interval import Granularity
from app.domain.mention import Basis, Factuality
from app.domain.story import Party, Telling

CITY = Party("city", "Tarnow", Role.AGENT)
PORT = Party("port", "Gull Ferries", Role.PATIENT)
_DAY_ONE = datetime(2031, 5, 6, 8, tzinfo=UTC)


def telling(
    article: str = "a",
    sentence: str = "Tarnow sold the harbour ferries to Gull Ferries for scrap.",
    *,
    day: str = "2031-05-06",
    days: int = 1,
    after: int = 0,
    sense: str = "sell",
    parties: tuple[Party, ...] = (CITY, PORT),
    factuality: Factuality = Factuality.ASSERTED,
    **more: object,
) -> Telling:
    """Told in the article `article`, `after` days after 6 May 2031, of the `days` days from `day` on."""
    start = civil.minutes(day)
    published = _DAY_ONE + timedelta(days=after)
    whole = Telling(
        id=f"m-{article}-{sense}-{day}",
        article_id=article,
        text_id=f"text-{article}",
        published_at=published,
        told_at=civil.minutes(published.date().isoformat()) + 480,
        sense=sense,
        lemma=sense,
        start=start,
        end=start + days * civil.MINUTES_A_DAY,
        bound=None,
        granularity=Granularity.DAY if days == 1 else Granularity.MONTH,
        basis=Basis.EXPRESSION,
        edtf=day,
        factuality=factuality,
        parties=parties,
        sentences=(sentence,),
        mentions=(f"m-{article}-{sense}-{day}",),
    )
    return replace(whole, **more)  # type: ignore[arg-type]  # fields as they came
