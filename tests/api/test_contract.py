"""Whatever is asked within and beyond the document, the answer is one that it documents, and never a fault of ours."""

import json
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
from app.storage.engine import migrate
from tests.api.conftest import served

DOCUMENT = http(Settings()).openapi()
# A bulk body is no single value of a schema: it is tried by itself.
OPERATIONS = [
    (path, verb)
    for path, verbs in DOCUMENT["paths"].items()
    for verb in verbs
    if (path, verb) != ("/v1/articles:bulk", "post")
]
TRIAL = settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
)


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

    @TRIAL
    @given(data=st.data())
    def trial(data: st.DataObject) -> None:
        case = data.draw(operation.as_strategy())
        answer = case.call(base_url=str(service.base_url), headers=wishes)
        assert answer.status_code < 500, answer.text
        documented = DOCUMENT["paths"][path][verb]["responses"]
        assert str(answer.status_code) in documented, f"{answer.status_code} {answer.text[:300]}"

    trial()


@pytest.mark.filterwarnings("ignore")
def test_every_line_of_bulk_has_a_result_as_a_single_article_would(service: Client) -> None:
    article = schemathesis.openapi.from_dict(DOCUMENT)["/v1/articles"]["POST"]
    single = {int(status) for status in DOCUMENT["paths"]["/v1/articles"]["post"]["responses"] if status.isdigit()}
    line = article.as_strategy().map(lambda case: json.dumps(case.body if isinstance(case.body, dict) else {}).encode())
    broken = st.binary(max_size=40).map(lambda some: some.replace(b"\n", b" "))

    @TRIAL
    @given(lines=st.lists(st.one_of(line, broken), min_size=1, max_size=8))
    def trial(lines: list[bytes]) -> None:
        body = b"\n".join(lines) + b"\n"
        answer = service.post("/v1/articles:bulk", content=body, headers={"Content-Type": "application/x-ndjson"})
        assert answer.status_code == 200, answer.text
        results = [json.loads(one) for one in answer.text.splitlines()]
        assert [one["line"] for one in results] == list(range(1, len(lines) + 1))
        assert {one["status"] for one in results} <= single - {201, 503}
        assert all((one["problem"] is None) == (one["status"] < 300) for one in results)

    trial()
