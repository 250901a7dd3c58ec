"""uvicorn as Dateline runs it: says what to open once it listens, and lets waiting clients go when it is stopped."""

import gc
from collections.abc import Callable
from socket import socket
from types import FrameType

import typer
import uvicorn

# Listening here is listening on all addresses; none of them can be opened under this name.
_EVERYWHERE = ("0.0.0.0", "::", "")  # noqa: S104 - it is told, not bound


class Server(uvicorn.Server):
    """`draining` is called at the first SIGTERM or SIGINT, while open answers still have time to end."""

    def __init__(self, config: uvicorn.Config, *, draining: Callable[[], None], welcome: str) -> None:
        super().__init__(config)
        self._draining = draining
        self._welcome = welcome

    async def startup(self, sockets: list[socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            _keep_what_is_there()
            typer.echo(self._welcome)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._draining()
        super().handle_exit(sig, frame)


def _keep_what_is_there() -> None:
    """Python need not look again and again whether what a started service is made of is still wanted.

    Each time takes it a tenth of a second, and all answers wait.
    """
    gc.collect()
    gc.freeze()


def welcome(host: str, port: int, *, keyed: bool) -> str:
    """What to open, and two lines to try, with the key they need where there are keys."""
    name = "localhost" if host in _EVERYWHERE else f"[{host}]" if ":" in host else host
    address = f"http://{name}:{port}"
    key = ' \\\n      -H "Authorization: Bearer $DATELINE_API_KEY"' if keyed else ""
    return f"""
  Dateline serves on {address}{" and every other address of this machine" if host in _EVERYWHERE else ""}

  Open   {address}/        timelines of what is stored
         {address}/docs    the HTTP interface

  Post an article:
    curl -s {address}/v1/articles -H 'content-type: application/json'{key} \\
      -d '{{"published_at": "2024-03-14T17:20:00+01:00", "text": "Norway and Denmark signed a pact on Tuesday."}}'

  Read a timeline:
    curl -s '{address}/v1/timeline?actor=Norway&from=2024-03&to=2024-04'{key}

  Stop with Ctrl-C.
"""
