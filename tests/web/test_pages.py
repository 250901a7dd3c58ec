"""What the pages send: policy, caching, sizes."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from app.api import problems
from app.api.pages import pages
from app.api.wrappers import Edge
from app.web.assets import assets
from tests.web.conftest import served

STATIC = Path(__file__).parents[2] / "app" / "web" / "static"


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    app = FastAPI()
    app.include_router(pages(frame_ancestors="https://board.example"))
    problems.install(app)
    with served(Edge(app, local_only=lambda: True)) as address, httpx.Client(base_url=address) as client:
        yield client


def _names(text: str) -> set[str]:
    return set(re.findall(r'static/([\w.-]+)"', text)) | set(re.findall(r'"\./([\w-]+\.[0-9a-f]{12}\.\w+)"', text))


def _loaded(client: httpx.Client, path: str) -> dict[str, bytes]:
    """A page and all that it loads, as sent."""
    found = {path: client.get(path).content}
    waiting = _names(found[path].decode())
    while waiting:
        name = waiting.pop()
        found[name] = client.get(f"/static/{name}").content
        waiting |= _names(found[name].decode()) - set(found)
    return found


@pytest.mark.parametrize("path", ["/", "/embed/timeline"])
def test_pages_allow_only_what_this_service_serves(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    policy = answer.headers["content-security-policy"]
    assert answer.status_code == 200
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; ")
    assert "unsafe" not in policy
    assert "require-trusted-types-for 'script'" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "set-cookie" not in answer.headers


def test_only_the_embed_may_be_framed_and_only_by_those_named(client: httpx.Client) -> None:
    index, embed = client.get("/").headers, client.get("/embed/timeline").headers
    assert index["x-frame-options"] == "DENY"
    assert index["content-security-policy"].endswith("frame-ancestors 'none'")
    assert "x-frame-options" not in embed
    assert embed["content-security-policy"].endswith("frame-ancestors https://board.example")


@pytest.mark.parametrize(("asked", "shown"), [("dark", "dark"), ("light", "light"), ('"><script>', "auto")])
def test_a_theme_that_is_none_is_the_reader_s_own(client: httpx.Client, asked: str, shown: str) -> None:
    page = client.get("/embed/timeline", params={"theme": asked}).text
    assert re.findall(r'data-theme="(.*?)"', page) == [shown]
    assert "<script>" not in page


def test_hashed_files_stay_for_a_year_and_plain_names_for_minutes(client: httpx.Client) -> None:
    hashed = assets(STATIC)["dateline-timeline.js"].name
    kept, fresh = client.get(f"/static/{hashed}"), client.get("/static/dateline-timeline.js")
    assert kept.content == fresh.content
    assert kept.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert fresh.headers["cache-control"] == "public, max-age=300"
    assert (
        client.get("/static/dateline-timeline.js", headers={"If-None-Match": fresh.headers["etag"]}).status_code == 304
    )
    assert client.get("/static/page.000000000000.js").status_code == 404


def test_files_name_their_siblings_by_hash_so_one_release_never_mixes_with_another(client: httpx.Client) -> None:
    loaded = _loaded(client, "/")
    assert len(loaded) > 3
    assert [name for name in loaded if name != "/" and not re.search(r"\.[0-9a-f]{12}\.", name)] == []


def test_other_sites_may_load_the_component(client: httpx.Client) -> None:
    headers = client.get("/static/dateline-timeline.js").headers
    assert headers["access-control-allow-origin"] == "*"
    assert headers["content-type"] == "text/javascript; charset=utf-8"


def test_gzip_is_sent_only_to_those_who_take_it(client: httpx.Client) -> None:
    packed = client.get("/static/timeline.css", headers={"Accept-Encoding": "gzip"})
    plain = client.get("/static/timeline.css", headers={"Accept-Encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.content == plain.content


@pytest.mark.parametrize(
    ("roots", "limit"),
    [
        (("dateline-timeline.js", "timeline.css"), 18_000),
        (("embed.js", "timeline.css", "embed.css"), 20_000),
        (("page.js", "timeline.css", "page.css"), 25_000),
    ],
)
def test_what_is_sent_is_small(roots: tuple[str, ...], limit: int) -> None:
    files = assets(STATIC)
    assert sum(len(files[name].packed) for name in roots) < limit


def test_a_module_is_served_with_all_that_it_imports(client: httpx.Client) -> None:
    for path in STATIC.glob("*.js"):
        text = client.get(f"/static/{path.name}").text
        assert "\nimport " not in text, path.name
        assert not re.search(r'"\./[\w-]+\.js"', text), path.name


def test_no_file_names_another_host() -> None:
    hosts = {
        host
        for path in [*STATIC.iterdir(), *(STATIC.parent / "templates").iterdir()]
        for host in re.findall(r"https?://([\w.-]+)", path.read_text())
    }
    assert hosts <= {"www.w3.org", "your-dateline"}  # the SVG namespace, and the address in a comment


def test_nothing_parses_html() -> None:
    for path in STATIC.glob("*.js"):
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", path.read_text()), path
