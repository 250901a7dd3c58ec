"""POST /v1/articles:bulk: NDJSON in, NDJSON out, a result line for each line, in order."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import IO

import orjson
from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse

from app.api.body import require_media_type
from app.api.documented import COMMON, problems
from app.api.inputs import ArticleIn, TextTooLong
from app.api.json_value import BrokenJson, Refused
from app.api.lines import LINE_LIMIT, Line, lines
from app.api.problems import ApiError, Problem, of_error, problem
from app.api.route import BodyRoute
from app.api.service import Service, Serving
from app.api.spool import sent, spool
from app.domain.article import Article
from app.domain.errors import Conflicting, Retracted
from app.storage.write import Accepted

NDJSON = ("application/x-ndjson", "application/ndjson", "application/jsonl")
# A group is parsed and committed together while the next is read.
_GROUP_LINES = 128
_GROUP_BYTES = 2_000_000

router = APIRouter(responses=COMMON, tags=["articles"], route_class=BodyRoute)


@dataclass(frozen=True, slots=True)
class BulkLine:
    """What became of one line: 202 new, 200 known, or a problem."""

    line: int
    status: int
    id: str | None
    problem: Problem | None


@router.post(
    "/v1/articles:bulk",
    responses=problems(413, 415)
    | {200: {"content": {NDJSON[0]: {"schema": {"$ref": "#/components/schemas/BulkLine"}}}}},
    response_class=StreamingResponse,
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {one: {"schema": {"type": "string", "description": "One article a line."}} for one in NDJSON},
        }
    },
)
async def post_articles(request: Request, serving: Serving) -> Response:
    """Store many articles, one JSON object a line, to be extracted by the queue.

    The body is read whole before the answer starts; a bad line never stops the others. gzip is taken.
    """
    require_media_type(request, NDJSON)
    results = spool()
    try:
        await _read(request, serving, results)
    except BaseException:
        results.close()
        raise
    return sent(results, NDJSON[0])


async def _read(request: Request, serving: Service, results: IO[bytes]) -> None:
    """Reads the body to its end. One group is being committed while the next is read, no more than that."""
    request_id = request.state.request_id
    under_way = asyncio.ensure_future(_nothing())
    try:
        async for group in _groups(request):
            parsed = await run_in_threadpool(_all_parsed, group)
            await under_way
            await serving.ingest.room()
            under_way = asyncio.ensure_future(_committed(serving, parsed, request_id, results))
    finally:
        await under_way


async def _groups(request: Request) -> AsyncIterator[list[Line]]:
    group: list[Line] = []
    size = 0
    async for line in lines(request):
        group.append(line)
        size += len(line.content or b"")
        if len(group) >= _GROUP_LINES or size >= _GROUP_BYTES:
            yield group
            group, size = [], 0
    if group:
        yield group


async def _nothing() -> None:
    """What is under way before the first group."""


async def _committed(
    serving: Service, group: Sequence[tuple[Line, Article | Exception]], request_id: str, results: IO[bytes]
) -> None:
    accepted = iter(await serving.ingest.accept_many([one for _, one in group if isinstance(one, Article)]))
    for line, one in group:
        outcome = one if isinstance(one, Exception) else next(accepted)
        results.write(orjson.dumps(_result(line, outcome, request_id), option=orjson.OPT_APPEND_NEWLINE))


def _all_parsed(group: Sequence[Line]) -> list[tuple[Line, Article | Exception]]:
    return [(line, _parsed(line)) for line in group]


def _parsed(line: Line) -> Article | Exception:
    """The article of a line, or why there is none."""
    if line.content is None:
        return ApiError("too-large", f"the line has more than {LINE_LIMIT:,} bytes, which is as much as is read")
    try:
        return ArticleIn.of_json(line.content).article()
    except (BrokenJson, Refused, TextTooLong) as refusal:
        return refusal


def _result(line: Line, outcome: Accepted | Exception, request_id: str) -> BulkLine:
    if not isinstance(outcome, Exception):
        return BulkLine(line.number, 202 if outcome.new else 200, outcome.id, None)
    refusal = of_error(outcome)
    if refusal is None:
        raise outcome
    told = problem(refusal, instance="/v1/articles:bulk", request_id=request_id)
    known = outcome.article_id if isinstance(outcome, Conflicting | Retracted) else None
    return BulkLine(line.number, told.status, known, told)
