"""How long a block of tellings takes that may all be of each other's event: same sense, same actors, same days.

    python -m bench.merge_block [--tellings 10000]

CPU seconds of clustering alone, of one story that all tell, of many stories told ten times each, and of tellings that
only nearly agree.
"""

import argparse
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from app.domain import civil
from app.domain.actor import Role
from app.domain.interval import Granularity
from app.domain.mention import Basis, Factuality
from app.domain.story import Party, Telling
from app.extract.story.clustering import stories

_PARTIES = (Party("board", "Harbour Board", Role.PATIENT), Party("town", "Tarnow", Role.AGENT))
_BEGIN = datetime(2031, 5, 6, tzinfo=UTC)
_SYLLABLES = ("ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "wo", "xu", "za")


def _word(number: int) -> str:
    """A made-up word of four syllables, another for each number up to 65,536."""
    return "".join(_SYLLABLES[(number >> shift) % 16] for shift in (12, 8, 4, 0))


def telling(number: int, sentence: str) -> Telling:
    day = civil.minutes("2031-05-06")
    return Telling(
        id=f"m{number:06}",
        article_id=f"a{number:06}",
        text_id=f"t{number:06}",
        published_at=_BEGIN + timedelta(seconds=number),
        told_at=day + 600,
        sense="sell",
        lemma="sell",
        start=day,
        end=day + civil.MINUTES_A_DAY,
        bound=None,
        granularity=Granularity.DAY,
        basis=Basis.EXPRESSION,
        edtf="2031-05-06",
        factuality=Factuality.ASSERTED,
        parties=_PARTIES,
        sentences=(sentence,),
        mentions=(f"m{number:06}",),
    )


KINDS: dict[str, Callable[[int], str]] = {
    "one story": lambda _: "Tarnow sold the old harbour ferries to the Harbour Board for scrap.",
    "stories told ten times each": lambda n: f"Tarnow sold {n // 10 + 1} ferries, the {_word(n // 10)}, to the Board.",
    "nearly agreeing": lambda n: f"Tarnow sold {n + 1} ferries with {n + 2} oars to the Harbour Board, the {_word(n)}.",
}


def report(count: int) -> None:
    for name, sentence in KINDS.items():
        block = [telling(number, sentence(number)) for number in range(count)]
        began = time.process_time()
        found = stories(block)
        print(f"{name:<28} {count} tellings, {len(found.stories)} stories, {time.process_time() - began:.2f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tellings", type=int, default=10_000)
    report(parser.parse_args().tellings)


if __name__ == "__main__":
    main()
