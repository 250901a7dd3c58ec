"""Boilerplate is told from the body by its layout and wording."""

import pytest

from app.text.blocks import blocks

_BODY = "The harbour was closed on Monday after a tanker ran aground near the northern pier."


def _kinds(text: str, title: str | None = None) -> list[str]:
    return [block.kind.value for block in blocks(text, title)]


def test_a_title_that_stands_twice_is_a_title() -> None:
    assert _kinds(f"Tanker shuts harbour\n\nTanker shuts harbour\n\n{_BODY}") == ["title", "title", "body"]


def test_the_posted_title_is_known_in_the_text() -> None:
    assert _kinds(f"TANKER SHUTS HARBOUR\n\n{_BODY}", "Tanker shuts harbour") == ["title", "body"]


def test_lines_above_a_credit_are_its_caption() -> None:
    caption = "Harbour master Ines Prado\nInes Prado has closed the harbour to all ships.\nJo Marsh/AFP/Getty Images"
    assert _kinds(f"{_BODY}\n\n{caption}\n\n{_BODY}") == ["body", "caption", "caption", "credit", "body"]


def test_a_short_open_line_above_one_sentence_is_a_caption() -> None:
    caption = "Ines Prado, left, and her deputy\nInes Prado has closed the harbour to all ships."
    assert _kinds(f"{_BODY}\n\n{caption}\n\n{_BODY}") == ["body", "caption", "caption", "body"]


@pytest.mark.parametrize(
    "line",
    ["Source link", "With Harbour Post wires", "Read more: Ten ships in pictures", "By Jo Marsh, staff writer",
     "Advertisement", "Reporting by Jo Marsh; editing by Al Finn", "Related articles", "Share this story"],
)  # fmt: skip
def test_page_furniture_is_known(line: str) -> None:
    assert _kinds(f"{_BODY}\n\n{line}") == ["body", "furniture"]


@pytest.mark.parametrize(
    "line",
    ["By Friday the river had fallen again.", "Related talks were held in Oslo on Monday.", "Photos were taken."],
)
def test_sentences_that_open_like_furniture_are_body(line: str) -> None:
    assert _kinds(f"{_BODY}\n\n{line}") == ["body", "body"]


def test_wrapped_lines_are_one_block() -> None:
    wrapped = (
        "The harbour was closed on Monday after a tanker with\n"
        "four thousand tonnes of grain ran aground\n"
        "near the northern pier."
    )
    assert _kinds(wrapped) == ["body"]


def test_a_heading_stands_alone() -> None:
    assert _kinds(f"What happens next\n\n{_BODY}") == ["heading", "body"]
