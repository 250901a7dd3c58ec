"""Whatever is asked within and beyond the document, the answer is one that it documents, and never a fault of ours."""

import warnings
from collections.abc import Iterator

import pytest
from httpx import Client

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import schemathesis
    from hypothesis import HealthCheck, Phase, given, settings
    from hypothesis import strategies as st

from app.main import http
from app.settings import Settings
from app.storage import migrate
from tests.api.conftest import served

DOCUMENT = http(Settings()).openapi()
# Waiting for workers is other tests' business; a bulk body is no single value of a schema.
OPERATIONS = [
    (path, verb)
    for path, verbs in DOCUMENT["paths"].items()
    for verb in verbs
    if (path, verb) not in {("/v1/articles:bulk", "post"), ("/v1/extract", "post")}
]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    url = f"sqlite:///{tmp_path_factory.mktemp('contract') / 'dateline.db'}"
    migrate.upgrade(url)
    with served(Settings(database=url, workers=1, examples=True)) as client:
        yield client


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("path", "verb"), OPERATIONS)
def test_answers_are_as_documented(service: Client, path: str, verb: str) -> None:
    operation = schemathesis.openapi.from_dict(DOCUMENT)[path][verb.upper()]
    wishes = {"Prefer": "respond-async"} if verb in ("post", "put") else {}

    @settings(
        max_examples=12,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
    )
    @given(data=st.data())
    def trial(data: st.DataObject) -> None:
        case = data.draw(operation.as_strategy())
        answer = case.call(base_url=str(service.base_url), headers=wishes)
        assert answer.status_code < 500, answer.text
        documented = DOCUMENT["paths"][path][verb]["responses"]
        assert str(answer.status_code) in documented, f"{answer.status_code} {answer.text[:300]}"

    trial()
