"""Timelines and extractions in the service's own shapes, about a country that isn't: what the pages are shown with."""

from typing import Any

Json = dict[str, Any]


def event(number: int, sentence: str, phrase: str, cell: str, *, actors: str = "", **special: Any) -> Json:
    """An event with one mention.

    `cell` is `start/end granularity`, `actors` is `Name:kind:role, …`, `trigger` a word of the sentence.
    """
    interval, granularity = cell.split()
    start, end = interval.split("/")
    trigger = special.pop("trigger")
    because = special.pop("because", f"{phrase}, counted from publication on 2023-03-14")
    mention = {
        "id": f"mention{number:019d}",
        "article_id": f"article{number % 4:019d}",
        "title": special.pop("title", "Harbour treaty enters its last week"),
        "url": special.pop("url", "https://gazette.example/harbour"),
        "source": special.pop("source", "Velmar Gazette"),
        "published_at": special.pop("published_at", "2023-03-14T09:30:00Z"),
        "sentence": _span(sentence, 100),
        "trigger": {**_span(trigger, 100 + sentence.index(trigger)), "lemma": trigger},
        "expression": _span(phrase, 100 + sentence.index(phrase)),
        "interval": {"start": start, "end": end},
        "rule": "relative/stepped",
        "explanation": because,
        "factuality": special.get("factuality", "asserted"),
        "attribution": special.pop("attribution", None),
    }
    return {
        "id": f"event{number:021d}",
        "interval": {"start": start, "end": end},
        "zone": None,
        "bound": None,
        "extent": "within",
        "edtf": start,
        "granularity": granularity,
        "basis": "expression",
        "factuality": "asserted",
        "confidence": 0.91,
        "summary": sentence,
        "trigger": trigger,
        "actors": [_actor(each) for each in actors.split(", ") if each],
        "article_count": 1,
        "mention_count": 1,
        "first_published": mention["published_at"],
        "last_published": mention["published_at"],
        "conflicts": [],
        "mentions": [mention],
        **special,
    }


def _span(text: str, start: int) -> Json:
    return {"text": text, "field": "text", "start": start, "end": start + len(text)}


def _actor(text: str) -> Json:
    name, kind, role = text.split(":")
    return {"id": name.casefold().replace(" ", "-"), "name": name, "kind": kind, "role": role}


def timeline() -> list[Json]:
    """One event for each thing the pages must show, in order of start."""
    events = [
        event(
            1,
            "Velmar has held the outer harbour since 1987.",
            "1987",
            "1987-01-01/1988-01-01 year",
            trigger="held",
            actors="Velmar:country:agent, Outer Harbour:place:patient",
            bound="since",
            extent="throughout",
            confidence=0.88,
            because="1987, as written",
        ),
        event(
            2,
            "Talks between Velmar and Norland broke down late last year.",
            "late last year",
            "2022-09-01/2023-01-01 year",
            trigger="Talks",
            actors="Velmar:country:agent, Norland:country:agent",
            confidence=0.84,
            because="late last year: the last third of 2022, counted from publication on 2023-03-14",
        ),
        event(
            3,
            "Dredgers worked through the whole of January, harbour pilots say.",
            "January",
            "2023-01-01/2023-02-01 month",
            trigger="worked",
            actors="Harbour Pilots' Union:organisation:source",
            extent="throughout",
            attribution="harbour pilots",
            source="Norland Wire",
            url=None,
            title="Silt and silence",
            published_at="2023-03-02T00:00:00Z",
        ),
        event(
            4,
            "The two ministers met in the week of the regatta, which ran until 5 March.",
            "5 March",
            "2023-02-27/2023-03-06 week",
            trigger="met",
            confidence=0.71,
            basis="narrative",
            actors="Ilse Marr:person:agent, Tomas Abo:person:participant",
            because="the week that ends on 5 March, carried over from the sentence before",
        ),
        event(
            5,
            "Ilse Marr signed the draft on Thursday.",
            "Thursday",
            "2023-03-09/2023-03-10 day",
            trigger="signed",
            actors="Ilse Marr:person:agent, Harbour Treaty:group:patient",
            because="Thursday, the latest before publication on 2023-03-14",
            mention_count=2,
            article_count=2,
        ),
        event(
            6,
            "A ferry with 40 people aboard left the quay at 6:15 a.m. on Monday, the harbour master said.",
            "6:15 a.m. on Monday",
            "2023-03-13T06:15/2023-03-13T06:16 minute",
            trigger="left",
            actors="Harbour Master:person:source",
            zone="Europe/Velmar",
            attribution="the harbour master",
        ),
        event(
            7,
            "No ships were turned away on Monday, the ministry said, denying an earlier report.",
            "Monday",
            "2023-03-13/2023-03-14 day",
            trigger="turned",
            factuality="negated",
            confidence=0.9,
            attribution="the ministry",
            actors="Velmar Ministry of Ports:organisation:source",
        ),
        event(
            8,
            "The treaty lapses at the end of next week unless parliament votes for it.",
            "the end of next week",
            "2023-03-24/2023-03-27 week",
            trigger="lapses",
            factuality="conditional",
            confidence=0.66,
            actors="Harbour Treaty:group:agent, Parliament:organisation:mentioned",
        ),
        event(
            9,
            "Parliament is to vote on the treaty next month.",
            "next month",
            "2023-04-01/2023-05-01 month",
            trigger="vote",
            factuality="planned",
            actors="Parliament:organisation:agent, Harbour Treaty:group:patient",
            confidence=0.93,
            because="next month, counted from publication on 2023-03-14",
        ),
        event(
            10,
            "Norland could close the strait as early as May, two officials warned.",
            "May",
            "2023-05-01/2023-06-01 month",
            trigger="close",
            factuality="possible",
            bound="not_before",
            confidence=0.78,
            attribution="two officials",
            actors="Norland:country:agent, Strait of Sund:place:patient",
            because="May, the first after publication on 2023-03-14; as early as: not before it",
        ),
        event(
            11,
            "The pilots want new tugs by the summer of 2024.",
            "the summer of 2024",
            "2024-06-01/2024-09-01 season",
            trigger="want",
            factuality="possible",
            bound="not_after",
            confidence=0.7,
            actors="Harbour Pilots' Union:organisation:agent",
            because="the summer of 2024, as written; by: no later than it",
        ),
    ]
    _tell_twice(events[4])
    _contradict(events[8], events[9])
    return events


def _tell_twice(told: Json) -> None:
    sentence = "Norland's envoy confirmed that the draft bears Marr's signature, dated 9 March."
    told["mentions"].append(
        {
            **told["mentions"][0],
            "id": "mention-second",
            "title": "<b>Envoy</b> confirms",
            "source": "Norland Wire",
            "url": "javascript:alert(1)",
            "sentence": _span(sentence, 0),
            "trigger": {**_span("signature", sentence.index("signature")), "lemma": "signature"},
            "expression": _span("9 March", sentence.index("9 March")),
            "explanation": "9 March, the latest before publication on 2023-03-14",
            "attribution": "Norland's envoy",
        }
    )


def _contradict(first: Json, second: Json) -> None:
    reason = "The same vote, told with dates that exclude each other."
    other = event(
        99,
        "The vote will be held on 2 May, the speaker's office said.",
        "2 May",
        "2023-05-02/2023-05-03 day",
        trigger="vote",
        factuality="planned",
        actors="Parliament:organisation:agent",
        source="Norland Wire",
    )
    first["conflicts"] = [{"event_id": other["id"], "interval": other["interval"], "reason": reason}]
    second["conflicts"] = []
