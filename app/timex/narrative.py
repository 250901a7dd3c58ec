"""Which meanings count from the date told last instead of from publication."""

from app.timex.meaning import (
    About,
    Clock,
    DayOfMonth,
    Inside,
    LastDay,
    Meaning,
    Nth,
    Part,
    PartOfDay,
    Range,
    Shifted,
    Told,
)


def counts_from_told(meaning: Meaning) -> bool:
    match meaning:
        case Shifted():
            return meaning.told
        case Told() | DayOfMonth():
            return True
        case PartOfDay() | Clock():
            return meaning.on is None or counts_from_told(meaning.on)
        case Part() | About() | LastDay():
            return counts_from_told(meaning.of)
        case Inside() | Nth():
            return counts_from_told(meaning.outer)
        case Range():
            return counts_from_told(meaning.first)
        case _:
            return False
