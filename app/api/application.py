"""The FastAPI application: routers, problems, document, and the one wrapper around it all."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from fastapi import Depends, FastAPI
from fastapi.routing import APIRoute
from starlette.middleware.cors import CORSMiddleware

from app.api import (
    actor_merging,
    actors,
    articles,
    bulk,
    corrections,
    events,
    extract,
    health,
    openapi,
    overrides,
    pages,
    posting,
    problems,
    query,
    reextraction,
    reference,
    timeline,
)
from app.api.access import admitted
from app.api.service import Service

_ABOUT = (
    "Dateline reads news articles, works out when everything they tell of happened or will happen, and keeps it as"
    " timelines. Errors are RFC 9457 problem details."
)
# Of the interface, as in /v1; the package's own is in its metadata.
_VERSION = "1"
_V1 = (posting, articles, bulk, corrections, reextraction, extract, timeline, events, overrides, actors, actor_merging)


def application(
    service: Callable[[], AbstractAsyncContextManager[Service]],
    *,
    frame_ancestors: str = "*",
    cors_origins: Sequence[str] = (),
) -> FastAPI:
    """The application over a service that is opened when it starts and closed when it ends.

    `frame_ancestors` may show the embed in a frame; scripts of `cors_origins` may read answers in a browser.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with service() as opened:
            app.state.service = opened
            yield

    app = FastAPI(
        title="Dateline",
        version=_VERSION,
        description=_ABOUT,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        separate_input_output_schemas=False,
        generate_unique_id_function=_operation,
        lifespan=lifespan,
    )
    for module in _V1:
        app.include_router(module.router, dependencies=[Depends(admitted), Depends(query.strict)])
    app.include_router(health.router)
    app.include_router(health.guarded, dependencies=[Depends(admitted)])
    app.include_router(reference.router)
    app.include_router(pages.pages(frame_ancestors=frame_ancestors))
    if cors_origins:
        app.add_middleware(CORSMiddleware, allow_origins=cors_origins, allow_methods=["*"], allow_headers=["*"])
    problems.install(app)
    openapi.install(app)
    app.state.parameters = query.Parameters(app)
    return app


def _operation(route: APIRoute) -> str:
    return route.name
