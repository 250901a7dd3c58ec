"""Sentences end at stops, not at abbreviations, and take time in proportion to their length."""

import time

import pytest

from app.domain.span import Field
from app.text.sentences import sentences


def _texts(text: str) -> list[str]:
    return [span.text for span in sentences(text, Field.TEXT)]


@pytest.mark.parametrize(
    "parts",
    [
        ("The ferry sank.", "It was raining."),
        ("Dr. Prado met Gov. Finn at 3 p.m. on Jan. 4 in Washington.", "They shook hands."),
        ("The U.S. Senate voted.", "No one dissented."),
        ("He moved to the U.S.", "He stayed."),
        ("Finn & Co. Inc. was sold.", "The price was $2.5 million."),
        ("“We will leave.", "We will not come back,” he said."),
        ("“Why now?” she asked.", "He shrugged."),
        ("J. P. Marsh won.", "Ines lost."),
        ("Gusts reached 90 km/h.", "Trees fell."),
        ("They waited… and waited.", "Nobody came!", "“No?”", "He left."),
    ],
)
def test_sentences(parts: tuple[str, ...]) -> None:
    assert _texts(" ".join(parts)) == list(parts)


def test_offsets_point_into_the_text() -> None:
    text = "  The ferry sank. It was raining.\n\nPhoto: Jo Marsh\n\nNobody was hurt.  "
    spans = sentences(text, Field.TEXT)
    assert [text[span.start : span.end] for span in spans] == [span.text for span in spans]
    assert [span.text for span in spans][-2:] == ["Photo: Jo Marsh", "Nobody was hurt."]


def test_an_endless_sentence_is_cut() -> None:
    spans = sentences("word " * 2_000, Field.TEXT)
    assert max(len(span.text) for span in spans) <= 1_200
    assert "".join(span.text for span in spans).count("word") == 2_000


@pytest.mark.parametrize("piece", ["a. ", ".", "A. B. ", "“.” ", "\n", "U.S. "])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    started = time.process_time()
    sentences(piece * (200_000 // len(piece)), Field.TEXT)
    assert time.process_time() - started < 3
