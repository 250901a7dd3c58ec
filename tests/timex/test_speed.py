"""Time grows with the length of the text and no faster, whatever the text."""

import time

import pytest

from tests.timex.reading import read

SHAPES = {
    "digits": "1234567890 12.34 5,678,901 ",
    "articles": "the the the ",
    "months": "May March in June of July ",
    "brackets": "((((((((((",
    "steps": "last next this last ",
    "spaces": "May" + " " * 400,
    "quotes": "\"'' today \" said `` tomorrow ",
    "dates": "from Dec. 3-5, 2014 to March 3 and 4 between 2010 and 2015 ",
    "lines": "\n \n\t\n",
    "numbers": "one hundred and twenty two hundred thousand ",
    "one word": "a",
    "stops": ". . . Friday. . . ",
    "years": "in 1999 and in 2001 ",
}
# What a sentence without an end may start with, to be looked back to from wherever it has come.
OPENINGS = {"years": "In 2019 a party that was founded on 3 May 1998 split "}
SHORT, LONG = 10_000, 1_000_000
SLACK = 3  # a longer text may cost so much more a character: caches, memory, a busy machine


def seconds(text: str) -> float:
    """The quickest of three, in processor time."""
    best = float("inf")
    for _ in range(3):
        started = time.process_time()
        read(text)
        best = min(best, time.process_time() - started)
    return best


@pytest.mark.parametrize("shape", SHAPES)
def test_time_is_linear_in_the_text(shape: str) -> None:
    def text(length: int) -> str:
        return (OPENINGS.get(shape, "") + SHAPES[shape] * (length // len(SHAPES[shape]) + 1))[:length]

    read(text(SHORT))  # warm
    short, middle = seconds(text(SHORT)), seconds(text(LONG // 10))
    floor = 0.002  # below this the clock and the set-up are what is measured
    assert middle < SLACK * 10 * max(short, floor)
    started = time.process_time()
    read(text(LONG))
    assert time.process_time() - started < SLACK * 10 * max(middle, 10 * floor)
