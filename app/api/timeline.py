"""GET /v1/timeline: a page of events as JSON, or all that was asked for as a file."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from fastapi import APIRouter, Request
from starlette.responses import Response, StreamingResponse

from app.actors.names import normal_form
from app.api import answers, negotiation
from app.api.documented import COMMON, problems
from app.api.problems import ApiError, bad_parameter
from app.api.route import QueryRoute
from app.api.service import Service, Serving
from app.api.spool import sent, spool
from app.api.timeline_params import FileQuery, HistogramQuery, PageQuery
from app.domain.errors import TooFine
from app.domain.event import Event, TimelinePage
from app.domain.histogram import Histogram
from app.domain.interval import Granularity
from app.domain.query import TimelineQuery
from app.render.file import Format, FormatMissing, Heading
from app.render.formats import FORMATS
from app.storage import read

_BY_MEDIA_TYPE = {one.media_type: one for one in FORMATS}
_OFFERED = (answers.JSON, *_BY_MEDIA_TYPE)
_CUT = "Dateline-Truncated"


class _TimelineRoute(QueryRoute):
    def takes_long(self, request: Request) -> bool:
        """A file, a count or a search may take long, in which pages go on."""
        is_page = self.path == "/v1/timeline" and _media_type(request) not in _BY_MEDIA_TYPE
        return not is_page or "q" in request.query_params


router = APIRouter(responses=COMMON, tags=["timeline"], route_class=_TimelineRoute)


@router.get(
    "/v1/timeline",
    response_model=TimelinePage,
    responses=problems(406) | {200: {"content": {one: {} for one in _BY_MEDIA_TYPE}}},
)
def timeline(request: Request, params: PageQuery, serving: Serving) -> Response:
    """Events by actor and date, in order. Other formats by Accept, or by suffix: `/v1/timeline.csv`."""
    media_type = _media_type(request)
    if media_type is None:
        raise ApiError("not-acceptable", f"a timeline can be had as {', '.join(_OFFERED)}")
    query = params.query(limit=params.limit, cursor=params.cursor)
    if media_type in _BY_MEDIA_TYPE:
        if params.cursor is not None:
            raise bad_parameter("cursor", "files are not paged: leave it out", "not_for_files")
        most = params.limit if "limit" in params.model_fields_set else serving.export_max
        return _file(request, serving, _BY_MEDIA_TYPE[media_type], query, most=most)
    with serving.database.read() as connection:
        page = read.timeline_in_json(connection, query, _aliases(query))
    return answers.read(request, page, headers={"Vary": "Accept", **answers.next_link(request, page.next_cursor)})


@router.get("/v1/timeline/histogram", response_model=Histogram)
def histogram(request: Request, params: HistogramQuery, serving: Serving) -> Response:
    """How many events there are over time: `count` touch a bucket, and within an interval `mass` is spread over it."""
    query, width = params.query(limit=1), params.bucket
    try:
        with serving.database.read() as connection:
            found = read.histogram(connection, query, _aliases(query), bucket=Granularity(width) if width else None)
    except TooFine as error:
        raise bad_parameter("bucket", str(error), "too_fine") from error
    return answers.read(request, found)


def _endpoint(one: Format) -> Callable[..., Response]:
    def timeline_file(request: Request, params: FileQuery, serving: Serving) -> Response:
        most = min(params.limit or serving.export_max, serving.export_max)
        return _file(request, serving, one, params.query(limit=most), most=most)

    return timeline_file


for _one in FORMATS:
    router.add_api_route(
        f"/v1/timeline.{_one.suffix}",
        _endpoint(_one),
        name="timeline_" + _one.suffix.replace(".", "_"),
        summary=f"The same query as a file: {_one.describes}",
        response_class=StreamingResponse,
        responses=problems(406) | {200: {"content": {_one.media_type: {}}, "description": _one.describes}},
    )


def _media_type(request: Request) -> str | None:
    return negotiation.preferred(request.headers.get("accept"), _OFFERED)


def _aliases(query: TimelineQuery) -> dict[str, str]:
    """Each name asked for, as names are found by."""
    return {name: normal_form(name) for name in query.actors}


def _file(request: Request, serving: Service, one: Format, query: TimelineQuery, *, most: int) -> Response:
    heading = Heading(_title(query), str(request.url))
    file = spool()
    try:
        with serving.database.read() as connection:
            events = _Counted(read.export(connection, replace(query, limit=most), _aliases(query), most + 1), most)
            for chunk in one.render(events, heading):
                file.write(chunk)
    except FormatMissing as missing:
        raise ApiError("not-acceptable", str(missing)) from missing
    name = f"dateline-timeline{f'-first-{most}' if events.cut else ''}.{one.suffix}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Vary": "Accept"}
    headers |= {_CUT: str(most)} if events.cut else {}
    return sent(file, one.media_type, headers)


class _Counted:
    """The first `most` events, and whether there was one more."""

    def __init__(self, events: Iterable[Event], most: int) -> None:
        self._events = events
        self._most = most
        self.cut = False

    def __iter__(self) -> Iterator[Event]:
        for index, event in enumerate(self._events):
            if index == self._most:
                self.cut = True
                return
            yield event


def _title(query: TimelineQuery) -> str:
    return "Dateline: " + (", ".join(query.actors) if query.actors else "all events")
