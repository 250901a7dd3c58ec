"""uvicorn as Dateline runs it: says what to open once it listens, and lets waiting clients go when it is stopped."""

from collections.abc import Callable
from socket import socket
from types import FrameType

import typer
import uvicorn


class Server(uvicorn.Server):
    """`draining` is called at the first SIGTERM or SIGINT, while open answers still have time to end."""

    def __init__(self, config: uvicorn.Config, *, draining: Callable[[], None], welcome: str) -> None:
        super().__init__(config)
        self._draining = draining
        self._welcome = welcome

    async def startup(self, sockets: list[socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            typer.echo(self._welcome)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._draining()
        super().handle_exit(sig, frame)


def welcome(host: str, port: int) -> str:
    """What to open, and two lines to try."""
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    return f"""
  Dateline serves on {address}

  Open   {address}/        timelines of what is stored
         {address}/docs    the HTTP interface

  Post an article:
    curl -s {address}/v1/articles -H 'content-type: application/json' \\
      -d '{{"published_at": "2024-03-14T17:20:00+01:00", "text": "Norway and Denmark signed a pact on Tuesday."}}'

  Read a timeline:
    curl -s '{address}/v1/timeline?actor=Norway&from=2024-03&to=2024-04'

  Stop with Ctrl-C.
"""
