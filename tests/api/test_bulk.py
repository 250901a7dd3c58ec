"""Many articles in one request."""

import gzip
import json
import socket
from collections.abc import Iterable
from typing import Any

import pytest
from httpx import Client, Response

from tests.api.conftest import ARTICLE, Start

NDJSON = "application/x-ndjson"


def line(number: int, **fields: Any) -> bytes:  # any field
    told = f"Norway met Denmark on day {number}, a Monday."
    return json.dumps({"text": told, "published_at": "2024-03-14", **fields}).encode()


def post(client: Client, lines: Iterable[bytes], **headers: str) -> Response:
    return client.post("/v1/articles:bulk", content=b"\n".join(lines), headers={"content-type": NDJSON, **headers})


def results(answer: Response) -> list[tuple[int, int]]:
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == NDJSON
    return [(one["line"], one["status"]) for one in map(json.loads, answer.text.splitlines())]


def test_every_line_has_its_result_in_order_and_a_bad_one_stops_no_other(client: Client) -> None:
    lines = [
        line(1),
        b"{broken",
        line(2),
        b"",
        line(1),
        line(3, text=" "),
        line(4, colour="red"),
        line(5) + b"\r",
        b"\xff",
    ]
    answer = post(client, lines)
    assert results(answer) == [(1, 202), (2, 400), (3, 202), (4, 400), (5, 200), (6, 422), (7, 422), (8, 202), (9, 400)]
    told = [json.loads(one) for one in answer.text.splitlines()]
    assert told[4]["id"] == told[0]["id"]
    assert (told[5]["id"], told[5]["problem"]["errors"][0]["pointer"]) == (None, "/text")
    assert all((one["problem"] is None) == (one["status"] < 300) for one in told)
    for one in (told[0], told[2], told[7]):
        posted = client.post("/v1/articles", json=json.loads(lines[one["line"] - 1]))
        assert (posted.status_code, posted.json()["id"], posted.json()["state"]) == (200, one["id"], "done")


def test_a_known_url_with_another_text_is_a_conflict_of_its_line(client: Client) -> None:
    known = client.post("/v1/articles", json=ARTICLE).json()["id"]
    answer = post(client, [json.dumps({**ARTICLE, "text": "Something else happened on Monday."}).encode(), line(1)])
    assert results(answer) == [(1, 409), (2, 202)]
    assert json.loads(answer.text.splitlines()[0])["id"] == known


def test_a_line_may_be_as_long_as_an_article_and_no_longer(client: Client) -> None:
    long = line(1, text="Ministers met on Monday. " * 30_000)
    answer = post(client, [long, b"x" * 2_000_001, b"y" * 5_000_000, line(2), line(3, text="x " * 600_000)])
    assert results(answer) == [(1, 202), (2, 413), (3, 413), (4, 202), (5, 413)]


def test_gzip_is_taken_in_several_members_and_refused_when_it_is_none(client: Client) -> None:
    packed = gzip.compress(line(1) + b"\n" + line(2)[:10]) + gzip.compress(line(2)[10:] + b"\n")
    assert results(post(client, [packed], **{"content-encoding": "gzip"})) == [(1, 202), (2, 202)]
    assert post(client, [packed[:-9]], **{"content-encoding": "gzip"}).status_code == 400
    assert post(client, [line(3)], **{"content-encoding": "gzip"}).status_code == 400
    assert post(client, [line(3)], **{"content-encoding": "br"}).status_code == 415


def test_a_gzip_bomb_is_refused_before_it_unfolds(client: Client) -> None:
    bomb = gzip.compress(b" " * 200_000_000)
    assert len(bomb) < 200_000
    assert post(client, [bomb], **{"content-encoding": "gzip"}).status_code == 413


@pytest.mark.parametrize(("body", "expected"), [(b"", []), (b"\n", [(1, 400)]), (line(1) + b"\n", [(1, 202)])])
def test_the_edges_of_a_body(client: Client, body: bytes, expected: list[tuple[int, int]]) -> None:
    assert results(client.post("/v1/articles:bulk", content=body, headers={"content-type": NDJSON})) == expected


def test_the_media_type_is_one_of_lines(client: Client) -> None:
    for one in ("application/ndjson", "application/jsonl"):
        assert client.post("/v1/articles:bulk", content=line(1), headers={"content-type": one}).status_code == 200
    assert client.post("/v1/articles:bulk", json=ARTICLE).status_code == 415


def test_a_full_queue_slows_bulk_down_and_refuses_single_articles(start: Start) -> None:
    client = start(pending_max=10)
    answer = post(client, (line(number) for number in range(100)))
    assert [status for _, status in results(answer)] == [202] * 100
    refused = client.post("/v1/articles", json=ARTICLE)
    assert (refused.status_code, refused.json()["type"]) == (503, "/problems/queue-full")
    assert int(refused.headers["retry-after"]) > 0


def test_an_article_that_somebody_waits_for_goes_before_those_posted_in_bulk(client: Client) -> None:
    lines = [line(number, text=f"Port number {number} opened on Monday. " * 40) for number in range(300)]
    assert post(client, lines).status_code == 200
    assert client.post("/v1/articles", json=ARTICLE).status_code == 201
    assert client.get("/v1/articles", params={"state": "pending"}).json()["items"], "bulk is still being extracted"


@pytest.mark.parametrize("count", [5_000, pytest.param(100_000, marks=pytest.mark.long)])
def test_a_client_that_reads_only_after_sending_gets_every_line(start: Start, count: int) -> None:
    """The socket's buffers are small: an answer that began early would stop the sending for good."""
    client = start(pending_max=1_000_000)
    head = "POST /v1/articles:bulk HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n"
    with socket.create_connection((client.base_url.host, client.base_url.port or 80)) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.sendall(f"{head}Content-Type: {NDJSON}\r\n\r\n".encode())
        for first in range(0, count, 500):
            chunk = b"".join(line(number) + b"\n" for number in range(first, first + 500))
            connection.sendall(b"%x\r\n%s\r\n" % (len(chunk), chunk))
        connection.sendall(b"0\r\n\r\n")
        received = b"".join(iter(lambda: connection.recv(65536), b""))
    body = received.partition(b"\r\n\r\n")[2]
    told = [json.loads(one) for one in body.splitlines()]
    assert [one["line"] for one in told] == list(range(1, count + 1))
    assert {one["status"] for one in told} == {202}
    assert len({one["id"] for one in told}) == count
