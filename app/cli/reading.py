"""`dateline extract`: reads one article here, without a server, and shows each date beside its phrase."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from app.api.inputs import ArticleIn, TextTooLong
from app.api.json_value import Refused
from app.domain.article import Article
from app.domain.errors import AppError
from app.domain.expression import TimeExpression
from app.domain.extraction import Extraction
from app.domain.mention import Mention
from app.domain.span import Field
from app.settings import settings
from app.work import model
from app.work.extraction import extracted

commands = typer.Typer()

_PHRASE = "bold black on yellow"
# Characters shown on either side of a phrase.
_BESIDE = 16


class Unreadable(AppError):
    """A file that is not there, or holds no article; the message says what would be right."""


@commands.command()
def extract(
    file: Annotated[str, typer.Argument(help="A plain text file; - for standard input.")],
    published: Annotated[
        str, typer.Option(help="When it was published, as in 2021-12-21 or 2021-12-21T14:05:00-05:00.")
    ],
    timezone: Annotated[str | None, typer.Option(help="IANA zone, as in America/New_York.")] = None,
    title: Annotated[str | None, typer.Option(help="The headline.")] = None,
) -> None:
    """Show the time expressions and events of an article, each phrase marked, and why it means what it means."""
    article = _article({"title": title, "text": _text(file), "published_at": published, "timezone": timezone})
    name = settings().model
    model.require(name)
    _show(article, extracted(article, name).reading.extraction, Console())


def _text(file: str) -> str:
    try:
        return sys.stdin.read() if file == "-" else Path(file).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(f"can't read {file!r} as UTF-8 text: {error}") from error


def _article(value: dict[str, str | None]) -> Article:
    try:
        return ArticleIn.of_value(value).article()
    except (Refused, TextTooLong) as refusal:
        raise Unreadable(str(refusal)) from refusal


def _show(article: Article, found: Extraction, console: Console) -> None:
    for notice in found.warnings:
        console.print(f"note: {notice.detail}", style="yellow", markup=False)
    if found.time_expressions:
        console.print(_phrases(article, found.time_expressions))
    else:
        console.print("no phrase in it tells a time", style="yellow")
    if found.mentions:
        console.print(_events(found.mentions))


def _phrases(article: Article, expressions: Sequence[TimeExpression]) -> Table:
    table = Table("phrase", "TIMEX3", "when", "rule, and why", title="time expressions", show_lines=True)
    for one in expressions:
        field = article.text if one.field is Field.TEXT else article.title or ""
        table.add_row(
            _beside(field, one),
            Text(f"{one.type} {one.value}{f' ({one.mod})' if one.mod else ''}"),
            Text(one.edtf or "no interval"),
            Text.assemble(one.rule, "\n", (one.explanation, "dim")),
        )
    return table


def _beside(field: str, one: TimeExpression) -> Text:
    """A phrase, marked, between the words beside it."""
    start, end = max(0, one.start - _BESIDE), one.end + _BESIDE
    before, after = (" ".join(part.split("\n")) for part in (field[start : one.start], field[one.end : end]))
    return Text.assemble(before, (one.text, _PHRASE), after)


def _events(mentions: Sequence[Mention]) -> Table:
    table = Table("when", "what", "who", "told, and why then", title="events", show_lines=True)
    for mention in mentions:
        table.add_row(
            Text(mention.time.edtf or "unknown", no_wrap=True),
            Text(f"{mention.trigger.text}\n({mention.factuality})"),
            Text("\n".join(f"{actor.name} ({actor.role})" for actor in mention.actors)),
            Text.assemble(_marked(mention), "\n", (mention.time.explanation, "dim")),
        )
    return table


def _marked(mention: Mention) -> Text:
    """The sentence with its trigger and the phrase that dates it in colour."""
    text = Text(mention.sentence.text)
    for span, style in ((mention.trigger, "bold cyan"), (mention.time.expression, _PHRASE)):
        if span is not None and span.field is mention.sentence.field and span.start >= mention.sentence.start:
            text.stylize(style, span.start - mention.sentence.start, span.end - mention.sentence.start)
    return text
