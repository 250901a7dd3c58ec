"""`dateline extract`: reads one article here, without a server, and shows each date beside its phrase."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from app.api.inputs import ArticleIn
from app.domain.extraction import Extraction
from app.domain.mention import Mention
from app.settings import settings
from app.work import model
from app.work.extraction import extracted

commands = typer.Typer()
"""One article, read here."""


@commands.command()
def extract(
    file: Annotated[str, typer.Argument(help="A plain text file; - for standard input.")],
    published: Annotated[
        str, typer.Option(help="When it was published, as in 2021-12-21 or 2021-12-21T14:05:00-05:00.")
    ],
    timezone: Annotated[str | None, typer.Option(help="IANA zone, as in America/New_York.")] = None,
    title: Annotated[str | None, typer.Option(help="The headline.")] = None,
) -> None:
    """Show the events of an article, the phrase that dates each one marked, and why it means what it means."""
    text = sys.stdin.read() if file == "-" else Path(file).read_text("utf-8")
    article = ArticleIn.of_value(
        {"title": title, "text": text, "published_at": published, "timezone": timezone}
    ).article()
    name = settings().model
    model.require(name)
    _show(extracted(article, name).reading.extraction, Console())


def _show(found: Extraction, console: Console) -> None:
    for notice in found.warnings:
        console.print(f"note: {notice.detail}", style="yellow", markup=False)
    table = Table("when", "what", "certainty", "who", "sentence", show_lines=True)
    for mention in found.mentions:
        table.add_row(
            Text(_when(mention)),
            mention.trigger.text,
            mention.factuality,
            Text("\n".join(f"{actor.name} ({actor.role})" for actor in mention.actors)),
            _marked(mention),
        )
    console.print(table)


def _when(mention: Mention) -> str:
    return f"{mention.time.edtf or 'unknown'}\n{mention.time.explanation}"


def _marked(mention: Mention) -> Text:
    """The sentence with its trigger and the phrase that dates it in colour."""
    text = Text(mention.sentence.text)
    for span, style in ((mention.trigger, "bold cyan"), (mention.time.expression, "bold black on yellow")):
        if span is not None and span.field is mention.sentence.field and span.start >= mention.sentence.start:
            text.stylize(style, span.start - mention.sentence.start, span.end - mention.sentence.start)
    return text
