"""The pages people open: the timeline, the embed for an iframe, and the static files both load.

Everything comes from this service: the policy below lets a browser load nothing else. No cookies are set.
"""

from collections.abc import Mapping
from pathlib import Path

from fastapi import APIRouter, Request, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.domain.errors import NotFound
from app.web.assets import Asset, assets

_WEB = Path(__file__).parent.parent / "web"
_THEMES = ("light", "dark")
_YEAR = "public, max-age=31536000, immutable"
# A file under its plain name may change with the next release: asked for again after five minutes.
_SOON = "public, max-age=300"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def pages(*, frame_ancestors: str = "*") -> APIRouter:
    """The router of the pages. `frame_ancestors` is the CSP source list of sites that may show the embed."""
    router = APIRouter(include_in_schema=False)
    files = assets(_WEB / "static")
    templates = _templates(files)
    by_hash = {asset.name: asset for asset in files.values()}
    not_framed = {"X-Frame-Options": "DENY"}

    @router.get("/")
    async def index(theme: str = "auto") -> Response:
        return _page(templates, "index.html", theme, ancestors="'none'", extra=not_framed)

    @router.get("/embed/timeline")
    async def embed(theme: str = "auto") -> Response:
        cross_origin = {"Cross-Origin-Resource-Policy": "cross-origin"}
        return _page(templates, "embed.html", theme, ancestors=frame_ancestors, extra=cross_origin)

    @router.get("/static/{name}")
    async def static(name: str, request: Request) -> Response:
        if name in by_hash:
            return _file(by_hash[name], request, caching=_YEAR)
        if name in files:
            return _file(files[name], request, caching=_SOON)
        raise NotFound(f"no static file is called {name[:60]!r}")

    return router


def _templates(files: Mapping[str, Asset]) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_WEB / "templates"), autoescape=True, undefined=StrictUndefined, auto_reload=False
    )
    environment.globals["static"] = lambda name: f"static/{files[name].name}"
    return environment


def _page(templates: Environment, name: str, theme: str, *, ancestors: str, extra: Mapping[str, str]) -> Response:
    """A page; a theme that is neither light nor dark leaves the choice to the reader's system."""
    body = templates.get_template(name).render(theme=theme if theme in _THEMES else "auto")
    headers = {
        **_HEADERS,
        **extra,
        "Content-Security-Policy": f"{_POLICY}; frame-ancestors {ancestors}",
        "Cache-Control": "no-cache",
    }
    return Response(body, media_type="text/html", headers=headers)


def _file(asset: Asset, request: Request, *, caching: str) -> Response:
    """A static file, packed where the client takes gzip; any site may load it (the web component, the embed script)."""
    tag = f'"{asset.name}"'
    headers = {
        **_HEADERS,
        "Access-Control-Allow-Origin": "*",
        "Cache-Control": caching,
        "Cross-Origin-Resource-Policy": "cross-origin",
        "ETag": tag,
        "Vary": "Accept-Encoding",
    }
    if request.headers.get("if-none-match") in (tag, f"W/{tag}"):
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(asset.packed, media_type=asset.media_type, headers={**headers, "Content-Encoding": "gzip"})
    return Response(asset.body, media_type=asset.media_type, headers=headers)
