"""What stands before the first sentence of a report says where and when it was written."""

import time

import pytest

from app.text.blocks import blocks
from app.text.dateline import dateline_end

_SENTENCE = "Karen Holt opened the fair in the harbour late on Monday."


@pytest.mark.parametrize(
    "dateline",
    [
        "OTTAWA — ",
        "OTTAWA, Feb. 4 — ",
        "OTTAWA, Canada, March 3 (AFP) - ",
        "OTTAWA (AP) — ",
        "Ottawa, Canada (Reuters) _ ",
        "(Reuters) - ",
        "SÃO PAULO/LIMA, 3 June (Reuters) - ",
        "OTTAWA, Jan. 31 (Harbour News) — ",
        "May 18 (Wire) - ",
        "OTTAWA, Sept. 15, 2026 /Harbourwire/ -- ",
    ],
)
def test_a_block_begins_after_its_dateline(dateline: str) -> None:
    (block,) = blocks(f"{dateline}{_SENTENCE}")
    assert (block.kind, block.start) == ("body", len(dateline))


@pytest.mark.parametrize(
    "text",
    [
        "NASA — the agency that built it — sold the tower.",
        "June 3 - A bus fell into the harbour.",
        "Oslo, 13 November 2015 – A bus fell into the harbour.",
        "A U.S. - Canada deal was signed.",
        "The fair - A short history.",
    ],
)
def test_other_openings_are_no_dateline(text: str) -> None:
    assert dateline_end(text) == 0


@pytest.mark.parametrize("line", ["A " * 5_000, "AB-" * 3_000, "(" * 5_000, "OSLO, Feb. 4" * 2_000])
def test_odd_lines_are_passed_quickly(line: str) -> None:
    started = time.process_time()
    assert dateline_end(line) == 0
    assert time.process_time() - started < 0.1
