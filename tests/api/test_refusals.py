"""What is refused, with which status, and what the problem says."""

import json

import pytest
from httpx import Client

from app.storage import read
from tests.api.conftest import ARTICLE

PROBLEM = "application/problem+json"


@pytest.mark.parametrize("path", ["/v1/articles", "/v1/extract"])
@pytest.mark.parametrize(
    ("content", "content_type", "refusal"),
    [
        (b'{"text": ', "application/json", (400, "")),
        (b"\xff\xff", "application/json", (400, "")),
        (b"[" * 5_000, "application/json", (400, "")),
        (json.dumps(ARTICLE).encode(), "text/plain", (415, None)),
        (json.dumps(ARTICLE).encode(), "application/json; charset=utf-16", (415, None)),
        (json.dumps({**ARTICLE, "text": "x " * 500_001}).encode(), "application/json", (413, "/text")),
        (json.dumps({**ARTICLE, "text": "ж" * 500_001}).encode(), "application/json", (413, "/text")),
        (json.dumps({**ARTICLE, "text": "x " * 1_700_000}).encode(), "application/json", (413, None)),
        (json.dumps({**ARTICLE, "text": " "}).encode(), "application/json", (422, "/text")),
        (json.dumps({**ARTICLE, "text": "a\x00b"}).encode(), "application/json", (422, "/text")),
        (json.dumps({**ARTICLE, "text": "a\ud800b"}).encode(), "application/json", (422, "/text")),
        (json.dumps({**ARTICLE, "published_at": "2021-02-30"}).encode(), "application/json", (422, "/published_at")),
        (json.dumps({**ARTICLE, "timezone": "Mars/Olympus"}).encode(), "application/json", (422, "/timezone")),
        (json.dumps({**ARTICLE, "colour": "red"}).encode(), "application/json", (422, "/colour")),
        (b"[]", "application/json", (422, "")),
    ],
)  # fmt: skip
def test_bad_input_is_a_problem_that_points_at_it(
    *, refusing: Client, path: str, content: bytes, content_type: str, refusal: tuple[int, str | None]
) -> None:
    answer = refusing.post(path, content=content, headers={"content-type": content_type})
    (status, pointer), problem = refusal, answer.json()
    assert (answer.status_code, answer.headers["content-type"], problem["status"]) == (status, PROBLEM, status)
    assert problem["request_id"] == answer.headers["x-request-id"]
    assert [error["pointer"] for error in problem["errors"]] == ([] if pointer is None else [pointer])


def test_a_compressed_article_is_refused_before_it_unfolds(refusing: Client) -> None:
    answer = refusing.post(
        "/v1/articles", content=b"", headers={"content-type": "application/json", "content-encoding": "gzip"}
    )
    assert (answer.status_code, answer.headers["content-type"]) == (415, PROBLEM)


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("form=2021", "form"),
        ("from=2021-13", "from"),
        ("from=yesterday", "from"),
        ("from=", "from"),
        ("from=2022&to=2021", "to"),
        ("published_from=2022&published_to=2021", "published_to"),
        ("published_from=-0044", "published_from"),
        ("as_of=soon", "as_of"),
        ("from=2021&from=2022", "from"),
        ("limit=0", "limit"),
        ("limit=201", "limit"),
        ("limit=1&limit=2", "limit"),
        ("limit=ten", "limit"),
        ("sort=end", "sort"),
        ("date_mode=near", "date_mode"),
        ("actor_mode=none", "actor_mode"),
        ("role=king", "role"),
        ("factuality=true", "factuality"),
        ("basis=guess", "basis"),
        ("granularity=fortnight", "granularity"),
        ("min_confidence=2", "min_confidence"),
        ("min_confidence=nan", "min_confidence"),
        ("status=late", "status"),
        ("conflicts=maybe", "conflicts"),
        ("cursor=abc", "cursor"),
        ("actor=", "actor"),
        ("actor=a%00b", "actor"),
        ("q=%00", "q"),
        ("q=" + "x" * 201, "q"),
        ("q=%ff", "q"),
        ("actor=Krak%F3w", "actor"),
    ],
)
def test_a_parameter_that_cannot_be_meant_is_named(refusing: Client, query: str, parameter: str) -> None:
    answer = refusing.get(f"/v1/timeline?{query}")
    assert (answer.status_code, answer.headers["content-type"]) == (400, PROBLEM)
    assert {error["parameter"] for error in answer.json()["errors"]} == {parameter}


@pytest.mark.parametrize("path", ["/v1/articles/none", "/v1/events/none", "/v1/actors/none", "/v1/articles/%00", "/v2"])
def test_what_is_not_there_is_a_problem(refusing: Client, path: str) -> None:
    answer = refusing.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (404, PROBLEM)


def test_what_nobody_foresaw_is_a_problem_that_tells_only_the_requests_id(
    refusing: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("words of the inside")

    monkeypatch.setattr(read, "actor", broken)
    answer = refusing.get("/v1/actors/none")
    told = answer.json()
    assert (answer.status_code, told["type"], answer.headers["content-type"]) == (
        500,
        "/problems/internal",
        "application/problem+json",
    )
    assert told["request_id"] == answer.headers["x-request-id"]
    assert "words of the inside" not in answer.text


def test_a_method_that_a_path_has_not_is_answered_with_all_it_has(refusing: Client) -> None:
    answer = refusing.put("/v1/articles:reextract")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, POST")
