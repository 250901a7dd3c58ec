"""The command line: `dateline …`, also `python -m app …`. Settings come from the environment, see `config --show`."""

import sys

import typer

from app.cli import keys, operation, posting, reading, reextraction, serving, worker
from app.domain.errors import AppError
from app.settings import BadSettings

commands = typer.Typer(
    name="dateline",
    help="Reads news articles, works out when everything they tell of happened, and keeps it as timelines.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for _module in (serving, worker, posting, reading, reextraction, operation):
    commands.add_typer(_module.commands)
commands.add_typer(keys.commands)


def main() -> None:
    """Run a command; a refusal is one line on standard error and exit code 1."""
    try:
        commands()
    except (AppError, BadSettings) as refusal:
        typer.secho(f"dateline: {refusal}", err=True, fg="red")
        sys.exit(1)
