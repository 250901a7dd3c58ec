"""Articles about a country that isn't, as they were read: an event for each thing the pages must show.

They are stored as a worker would store them, so that the pages show the same whatever extraction learns next.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection

from app.domain import edtf
from app.domain.actor import ActorKind, ActorMention, Match, Role
from app.domain.article import Article
from app.domain.extraction import LocalConflict
from app.domain.interval import Bound, Extent, Granularity, Interval
from app.domain.mention import Attribution, Basis, EventTime, Factuality, Mention, Trigger
from app.domain.span import Field, Span
from tests.storage.tellings import article, tell

# Sentence, trigger, date phrase, cell, and what is special about it.
Telling = tuple[str, str, str, str, dict[str, Any]]

GAZETTE: list[Telling] = [
    ("Velmar has held the outer harbour since 1987.", "held", "1987", "1987-01-01/1988-01-01 year",
     {"actors": "Velmar:country:agent, Outer Harbour:place:patient", "bound": "since", "extent": "throughout",
      "confidence": 0.88, "why": "1987: the year as written"}),
    ("Talks between Velmar and Norland broke down late last year.", "Talks", "late last year",
     "2022-09-01/2023-01-01 year",
     {"actors": "Velmar:country:agent, Norland:country:agent", "confidence": 0.84,
      "why": "late last year: the last third of 2022, the year before publication on 2023-03-14"}),
    ("The two ministers met in the week of the regatta, which ran until 5 March.", "met", "5 March",
     "2023-02-27/2023-03-06 week",
     {"actors": "Ilse Marr:person:agent, Tomas Abo:person:participant", "basis": "narrative", "confidence": 0.71,
      "why": "the week that ends on 5 March, carried over from the sentence before"}),
    ("Ilse Marr signed the draft on Thursday.", "signed", "Thursday", "2023-03-09/2023-03-10 day",
     {"actors": "Ilse Marr:person:agent, Harbour Treaty:group:patient",
      "why": "Thursday: the last one before publication on 2023-03-14"}),
    ("Norland's envoy confirmed that Marr signed it on 9 March.", "signed", "9 March", "2023-03-09/2023-03-10 day",
     {"actors": "Ilse Marr:person:agent, Norland:country:source", "by": "Norland's envoy"}),
    ("A ferry with 40 people aboard left the quay at 6:15 a.m. on Monday, the harbour master said.", "left",
     "6:15 a.m. on Monday", "2023-03-13T06:15/2023-03-13T06:16 minute",
     {"actors": "Harbour Master:person:source", "by": "the harbour master"}),
    ("No ships were turned away on Monday, the ministry said, denying an earlier report.", "turned", "Monday",
     "2023-03-13/2023-03-14 day",
     {"actors": "Ministry of Ports:organisation:source", "factuality": "negated", "by": "the ministry"}),
    ("The treaty lapses at the end of next week unless parliament votes for it.", "lapses", "the end of next week",
     "2023-03-24/2023-03-27 week",
     {"actors": "Harbour Treaty:group:agent, Parliament:organisation:mentioned", "factuality": "conditional",
      "confidence": 0.66}),
    ("Parliament is to vote on the treaty next month.", "vote", "next month", "2023-04-01/2023-05-01 month",
     {"actors": "Parliament:organisation:agent, Harbour Treaty:group:patient", "factuality": "planned",
      "why": "next month, counted from publication on 2023-03-14", "confidence": 0.93}),
    ("The vote will be held on 2 May, the speaker's office said.", "vote", "2 May", "2023-05-02/2023-05-03 day",
     {"actors": "Parliament:organisation:agent", "factuality": "planned", "by": "the speaker's office"}),
    ("Norland could close the strait as early as May, two officials warned.", "close", "May",
     "2023-05-01/2023-06-01 month",
     {"actors": "Norland:country:agent, Strait of Sund:place:patient", "factuality": "possible",
      "bound": "not_before", "by": "two officials", "confidence": 0.78,
      "why": "May: the first one after publication on 2023-03-14"}),
    ("The speaker praised the crews.", "praised", "", "2023-03-14/2023-03-15 day",
     {"actors": "Parliament:organisation:agent", "basis": "publication", "why": "no date told"}),
]  # fmt: skip

WIRE: list[Telling] = [
    ("Dredgers worked through the whole of January, harbour pilots say.", "worked", "January",
     "2023-01-01/2023-02-01 month",
     {"actors": "Pilots' Union:organisation:source", "extent": "throughout", "by": "harbour pilots"}),
    ("The pilots want new tugs by the summer of 2024.", "want", "the summer of 2024", "2024-06-01/2024-09-01 season",
     {"actors": "Pilots' Union:organisation:agent", "factuality": "possible", "bound": "not_after",
      "confidence": 0.7}),
]  # fmt: skip

# One sentence tells of two events, and two sentences disagree.
LEAFLET: list[Telling] = [
    ("The keepers walked out and blocked the slipway in October 2022.", "walked", "October 2022",
     "2022-10-01/2022-11-01 month", {"actors": "Keepers' Guild:group:agent", "confidence": 0.9}),
    ("The keepers walked out and blocked the slipway in October 2022.", "blocked", "October 2022",
     "2022-10-01/2022-11-01 month",
     {"actors": "Keepers' Guild:group:agent, Slipway:place:patient", "confidence": 0.8}),
    ("The lamp audit by board and keepers fell into November 2022.", "audit", "November 2022",
     "2022-11-01/2022-12-01 month", {"actors": "Lamp Board:organisation:agent, Keepers' Guild:group:agent"}),
    ("Board and keepers did their audit on 5 December 2022.", "audit", "5 December 2022",
     "2022-12-05/2022-12-06 day", {"actors": "Lamp Board:organisation:agent, Keepers' Guild:group:agent"}),
]  # fmt: skip

EVENTS = len(GAZETTE) + len(WIRE) + len(LEAFLET) - 2  # one is told twice, one only by publication
CARDS = EVENTS - 1  # two are told in one breath


def store(connection: Connection) -> None:
    """Puts the stories into a database."""
    signed, vote, other_vote = 3, 8, 9
    apart = [(index,) for index in range(len(GAZETTE)) if index not in (signed, signed + 1)]
    told = [*apart[:signed], (signed, signed + 1), *apart[signed:]]
    conflict = LocalConflict(told.index((vote,)), told.index((other_vote,)), "the same vote, told with two dates")
    gazette = _article(GAZETTE, title="Harbour treaty enters its last week", source="Velmar Gazette",
                       url="https://gazette.example/harbour",
                       published_at=datetime(2023, 3, 14, 9, tzinfo=UTC))  # fmt: skip
    tell(connection, gazette, *_mentions(GAZETTE), happenings=told, conflicts=[conflict])
    wire = _article(WIRE, title="<b>Silt</b> and silence", source="Norland Wire", url="javascript:alert(1)",
                    published_at=datetime(2023, 3, 2, tzinfo=UTC))  # fmt: skip
    tell(connection, wire, *_mentions(WIRE))
    leaflet = _article(LEAFLET, title=None, published_at=datetime(2023, 3, 15, tzinfo=UTC))
    disputed = LocalConflict(2, 3, "both tell of audit with Keepers' Guild, Lamp Board, but at 2022-11 and 2022-12-05")
    tell(connection, leaflet, *_mentions(LEAFLET), conflicts=[disputed])


def _article(story: list[Telling], **told: Any) -> Article:
    return article(_text(story), **told)


def _text(story: list[Telling]) -> str:
    return " ".join(dict.fromkeys(sentence for sentence, *_ in story))


def _mentions(story: list[Telling]) -> list[Mention]:
    text = _text(story)
    return [_mention(telling, text.index(telling[0])) for telling in story]


def _mention(telling: Telling, start: int) -> Mention:
    sentence, trigger, phrase, cell, more = telling

    def span(text: str) -> tuple[str, Field, int, int]:
        at = start + sentence.index(text)
        return text, Field.TEXT, at, at + len(text)

    text, field, first, last = span(trigger)
    return Mention(
        sentence=Span(*span(sentence)),
        trigger=Trigger(text, text.lower(), field, first, last),
        time=_time(Span(*span(phrase)) if phrase else None, cell, more),
        factuality=Factuality(more.get("factuality", "asserted")),
        attribution=Attribution(more["by"], *span(more["by"])) if "by" in more else None,
        actors=tuple(_actor(each) for each in more["actors"].split(", ")),
        confidence=more.get("confidence", 0.91),
    )


def _time(phrase: Span | None, cell: str, more: dict[str, Any]) -> EventTime:
    """`cell` is `start/end granularity`."""
    ends, grain = cell.split()
    interval, granularity = Interval(*ends.split("/")), Granularity(grain)
    bound = Bound(more["bound"]) if "bound" in more else None
    return EventTime(
        interval=interval,
        zone="Europe/Lisbon" if granularity.finer_than_day else None,
        bound=bound,
        extent=Extent(more.get("extent", "within")),
        edtf=edtf.label(interval, granularity, bound),
        granularity=granularity,
        basis=Basis(more.get("basis", "expression")),
        expression=phrase,
        rule="relative/stepped" if phrase else None,
        explanation=more.get("why", f"{phrase.text}, counted from publication" if phrase else "no date told"),
    )


def _actor(text: str) -> ActorMention:
    """Out of `Name:kind:role`; where it stands does not matter to the pages."""
    name, kind, role = text.split(":")
    return ActorMention(name, ActorKind(kind), Role(role), name, Field.TEXT, 0, len(name), Match.EXACT)
