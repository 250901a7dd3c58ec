"""What routes say in the OpenAPI document about their refusals."""

from http import HTTPStatus
from typing import Any

from app.api.problems import KINDS, MEDIA_TYPE

Responses = dict[int | str, dict[str, Any]]  # FastAPI's own type
PROBLEM_SCHEMA = {"$ref": "#/components/schemas/Problem"}


def problems(*statuses: int) -> Responses:
    """The statuses as problem+json, described by the kinds that have them."""
    return {status: _documented(status) for status in statuses}


def _documented(status: int) -> dict[str, Any]:
    titles = [kind.title for kind in KINDS.values() if kind.status == status]
    text = "; ".join(titles) or HTTPStatus(status).phrase
    return {"description": text, "content": {MEDIA_TYPE: {"schema": PROBLEM_SCHEMA}}}


# Whatever is asked, it may be asked wrongly, by the wrong one, too often or at a bad moment.
COMMON = problems(400, 401, 403, 405, 421, 429, 500, 503)
