"""Measures taken in turns: what the machine does meanwhile meets all of them alike."""

import random
import statistics
from collections.abc import Callable, Mapping
from time import perf_counter

ROUNDS = 5
CALLS = 40
_WARM = 3

# A measure is given a seeded chance and answers what to time; what it prepares before isn't timed.
Measure = Callable[[random.Random], Callable[[], object]]


def medians(measures: Mapping[str, Measure], *, rounds: int = ROUNDS, calls: int = CALLS) -> dict[str, float]:
    """Milliseconds of each measure: the median over rounds of the median of a round's calls.

    Within a round the measures take turns call by call, in an order shuffled anew; each draws the same chances.
    """
    shuffled = random.Random(1)
    taken: dict[str, list[float]] = {name: [] for name in measures}
    for one in range(rounds):
        times: dict[str, list[float]] = {name: [] for name in measures}
        for call in range(-_WARM, calls):
            for name in shuffled.sample(sorted(measures), len(measures)):
                act = measures[name](random.Random(f"{one} {call}"))
                began = perf_counter()
                act()
                if call >= 0:
                    times[name].append(perf_counter() - began)
        for name, of_round in times.items():
            taken[name].append(statistics.median(of_round))
    return {name: statistics.median(of_rounds) * 1000 for name, of_rounds in taken.items()}
