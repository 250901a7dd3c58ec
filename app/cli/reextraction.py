"""`dateline reextract`: has the server read anew what an older extractor read, or shows what that would change."""

import time
from collections.abc import Iterator
from typing import Annotated, Any
from urllib.parse import urlencode

import orjson
import typer
from rich.console import Console
from rich.progress import Progress

from app.cli.client import Client, ServerSays
from app.cli.posting import Address
from app.settings import settings

commands = typer.Typer()
_PATH = "/v1/articles:reextract"
# Between two looks at whether the queue has room again.
_PAUSE_SECONDS = 1.0


@commands.command()
def reextract(
    *,
    since: Annotated[str | None, typer.Option(help="Only articles published from this year, month or day on.")] = None,
    diff: Annotated[bool, typer.Option("--diff", help="Only show what would change; nothing is stored.")] = False,
    server: Address = None,
) -> None:
    """Bring articles that an older version read up to date, in the background: ids, links and persons' dates stay."""
    client = Client.of(settings(), server)
    asked = {"since": since} if since else {}
    if diff:
        _show(client, asked)
    else:
        _queue(client, f"{_PATH}?{urlencode(asked)}" if asked else _PATH)


def _queue(client: Client, path: str) -> None:
    console, done = Console(stderr=True), 0
    with Progress(console=console, transient=True) as progress:
        task = progress.add_task("queueing", total=None)
        while True:
            answer = client.post(path, None)
            if answer.status != 202:
                raise ServerSays(f"{answer.status}: {answer.value.get('detail', '')}")
            done += answer.value["queued"]
            progress.update(task, completed=done, total=done + answer.value["left"])
            if not answer.value["left"]:
                break
            time.sleep(_PAUSE_SECONDS)
    console.print(f"{done} articles queued to be read by extractor {answer.value['extractor_version']}")


def _show(client: Client, asked: dict[str, str]) -> None:
    console, looked_at, changed = Console(), 0, 0
    for page in _pages(client, asked):
        looked_at += page["looked_at"]
        changed += len(page["items"])
        for article in page["items"]:
            console.print(f"{article['id']} {article['title'] or ''}", style="bold", markup=False)
            for line in _lines(article["difference"]):
                console.print(line, markup=False)
    console.print(f"{changed} of {looked_at} articles would change")


def _pages(client: Client, asked: dict[str, str]) -> Iterator[Any]:  # JSON as the server sends it
    after = ""
    while True:
        with client.stream(f"{_PATH}?{urlencode(asked | {'after': after})}") as body:
            page = orjson.loads(body.read())
        yield page
        if page["next_after"] is None:
            return
        after = page["next_after"]


def _lines(difference: Any) -> Iterator[str]:  # as above
    for one in difference["moved"]:
        yield f"  ~ {one['trigger']['text']}: {_when(one['before'])} → {_when(one['after'])}"
    for sign, name in (("+", "added"), ("-", "removed")):
        for mention in difference[name]:
            yield f"  {sign} {mention['trigger']['text']}: {_when(mention['time'])}"


def _when(time_told: Any) -> str:  # as above
    label: str = time_told["edtf"] or "no date"
    return label
