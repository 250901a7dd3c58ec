"""The document and the service say the same."""

import json
from pathlib import Path
from typing import Any

from httpx import Client

from app.main import http
from app.settings import Settings

COMMITTED = Path(__file__).parents[2] / "openapi" / "openapi.json"
DOCUMENT: dict[str, Any] = json.loads(COMMITTED.read_text())  # an OpenAPI document
OPERATIONS = [
    (verb, path, operation) for path, operations in DOCUMENT["paths"].items() for verb, operation in operations.items()
]


def test_the_committed_document_is_the_one_that_is_served(refusing: Client) -> None:
    served = refusing.get("/openapi.json").json()
    assert served == http(Settings()).openapi()
    assert served == DOCUMENT, "run `make openapi`"


def test_every_refusal_is_documented_as_a_problem() -> None:
    for _, path, operation in OPERATIONS:
        refusals = {status: answer for status, answer in operation["responses"].items() if status >= "400"}
        if path.startswith("/v1"):
            assert {"400", "500", "503"} <= set(refusals), path
            media_types = {media for answer in refusals.values() for media in answer["content"]}
            assert media_types == {"application/problem+json"}, path


def test_every_field_of_an_answer_is_promised() -> None:
    """Required means: always there, null where nothing is known."""
    answers = {name: schema for name, schema in DOCUMENT["components"]["schemas"].items() if name != "Article"}
    shapes = {name: schema for name, schema in answers.items() if "properties" in schema}
    assert {name for name, one in shapes.items() if set(one["properties"]) != set(one["required"])} == set()


def test_operations_have_plain_names_and_words() -> None:
    names = [operation["operationId"] for _, _, operation in OPERATIONS]
    assert len(set(names)) == len(names)
    assert all(name.isidentifier() for name in names)
    assert [path for _, path, operation in OPERATIONS if not operation.get("description", operation["summary"])] == []


def test_the_reference_loads_nothing_and_names_every_route(refusing: Client) -> None:
    page = refusing.get("/docs")
    assert page.headers["content-type"].startswith("text/html")
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert all(path in page.text for path in DOCUMENT["paths"])
    assert not any(mark in page.text for mark in ("<script", "src=", "<link", "@import", "url("))


def test_a_problems_type_leads_to_what_it_means(refusing: Client) -> None:
    problem = refusing.get("/v1/timeline?colour=red").json()
    page = refusing.get(problem["type"])
    assert (page.status_code, problem["title"] in page.text) == (200, True)
