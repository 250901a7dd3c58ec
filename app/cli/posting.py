"""`dateline ingest`, `examples`, `export`: articles go in through the server, and timelines come out of it."""

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlencode

import typer
from rich.console import Console
from rich.progress import Progress

from app.cli.client import Client
from app.domain.errors import AppError
from app.render.formats import FORMATS
from app.settings import settings
from app.work import examples as shipped

commands = typer.Typer()
Address = Annotated[str | None, typer.Option("--server", help="Address of the server; by default this machine's.")]
_SUFFIXES = ("json", *(one.suffix for one in FORMATS))


class Unreadable(AppError):
    """A file that holds no articles."""


@commands.command()
def ingest(
    file: Annotated[
        str, typer.Argument(help="A file with one JSON article, an array of them, or one a line; - for standard input.")
    ],
    server: Address = None,
) -> None:
    """Post articles to the server; one line on standard error for each it refuses, exit code 1 if there were any."""
    text = sys.stdin.read() if file == "-" else _read(Path(file))
    _post(Client.of(settings(), server), list(_articles(text)))


@commands.command()
def examples(server: Address = None) -> None:
    """Post the example articles that come with Dateline."""
    _post(Client.of(settings(), server), shipped.posted())


@commands.command()
def export(
    *,
    format: Annotated[str, typer.Option("--format", "-f", help=f"One of {', '.join(_SUFFIXES)}.")] = "csv",
    actor: Annotated[list[str] | None, typer.Option(help="Name, alias or id; may be repeated.")] = None,
    from_: Annotated[str | None, typer.Option("--from", help="First year, month or day.")] = None,
    to: Annotated[str | None, typer.Option(help="Last year, month or day.")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file; standard output otherwise.")] = None,
    server: Address = None,
) -> None:
    """A timeline as a file."""
    if format not in _SUFFIXES:
        raise typer.BadParameter(f"{format!r} is not a format: choose one of {', '.join(_SUFFIXES)}")
    path = "/v1/timeline" if format == "json" else f"/v1/timeline.{format}"
    asked = [("actor", name) for name in actor or []]
    asked += [(name, value) for name, value in (("from", from_), ("to", to)) if value]
    with Client.of(settings(), server).stream(f"{path}?{urlencode(asked)}" if asked else path) as answer:
        if output is None:
            shutil.copyfileobj(answer, sys.stdout.buffer)
        else:
            with output.open("wb") as sink:
                shutil.copyfileobj(answer, sink)


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(f"can't read {str(path)!r}: {error}") from error


def _articles(text: str) -> Iterator[Any]:  # whatever JSON it holds; the server says what is wrong with it
    """One JSON value, an array's items, or a value a line."""
    try:
        value = json.loads(text)
    except ValueError:
        for number, line in enumerate(text.splitlines(), 1):
            if line.strip():
                yield _line(line, number)
    else:
        yield from value if isinstance(value, list) else [value]


def _line(line: str, number: int) -> Any:  # as above
    try:
        return json.loads(line)
    except ValueError as error:
        raise Unreadable(f"line {number} is not JSON: {error}") from error


def _post(client: Client, articles: list[Any]) -> None:
    console, refused = Console(stderr=True), 0
    counts: dict[int, int] = {}
    with Progress(console=console, transient=True) as progress:
        for number, article in enumerate(progress.track(articles, description="posting"), 1):
            answer = client.post("/v1/articles", article)
            counts[answer.status] = counts.get(answer.status, 0) + 1
            if answer.status >= 400:
                refused += 1
                console.print(f"article {number}: {answer.status} {answer.value.get('detail', '')}", markup=False)
    stored, known = counts.get(201, 0) + counts.get(202, 0), counts.get(200, 0)
    console.print(f"{stored} stored, {known} known before, {refused} refused")
    if refused:
        raise typer.Exit(1)
