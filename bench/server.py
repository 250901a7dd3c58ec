"""A server of its own for measuring: started, asked, held still while others are measured, stopped."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from time import monotonic, sleep

from prometheus_client.parser import text_string_to_metric_families

_PATIENCE = 90.0
# Ends the server, held still or not, once nobody is left who could: its standard input is closed when we stop or die.
_KEEPER = """
import contextlib, os, signal, sys
sys.stdin.read()
with contextlib.suppress(ProcessLookupError):
    for sent in (signal.SIGCONT, signal.SIGTERM):
        os.killpg(int(sys.argv[1]), sent)
"""
_SETTINGS = {
    "EXAMPLES": "false",
    "RATE_LIMIT": "100000000/minute",
    "PENDING_MAX": "10000000",
}


@dataclass(frozen=True, slots=True)
class Server:
    """A running server, in a session of its own with its workers, and a connection to it."""

    process: "subprocess.Popen[bytes]"
    port: int
    connection: HTTPConnection

    @classmethod
    @contextmanager
    def started(cls, url: str, *, workers: int = 1) -> "Iterator[Server]":
        """Starts `serve` on this database, waits until a worker has extracted, and stops it in the end."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        settings = _SETTINGS | {"DATABASE": url, "WORKERS": str(workers)}
        environment = os.environ | {f"DATELINE_{name}": value for name, value in settings.items()}
        command = [sys.executable, "-m", "app", "serve", "--port", str(port)]
        process = subprocess.Popen(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        keeper = subprocess.Popen(
            [sys.executable, "-c", _KEEPER, str(process.pid)], stdin=subprocess.PIPE, start_new_session=True
        )
        connection = HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
        try:
            server = cls(process, port, connection)
            server._await_ready()
            yield server
        finally:
            connection.close()
            keeper.communicate()
            process.wait(_PATIENCE)

    def ask(self, path: str) -> bytes:
        """The body of an answer that must be 200."""
        try:
            answer = self._asked(path)
        except ConnectionError:  # hung up since the last question, seconds ago
            self.connection.close()
            answer = self._asked(path)
        body = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{path} answered {answer.status}: {body[:500]!r}")
        return body

    def _asked(self, path: str) -> HTTPResponse:
        self.connection.request("GET", path)
        return self.connection.getresponse()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Neither the server nor its workers run meanwhile."""
        os.killpg(self.process.pid, signal.SIGSTOP)
        try:
            yield
        finally:
            os.killpg(self.process.pid, signal.SIGCONT)

    def metrics(self) -> dict[str, float]:
        """Every sample as it stands, labels in the name: `dateline_extractions_total{outcome="done"}`."""
        families = text_string_to_metric_families(self.ask("/metrics").decode())
        found = {}
        for sample in (sample for family in families for sample in family.samples):
            labels = ",".join(f'{name}="{value}"' for name, value in sample.labels.items())
            found[f"{sample.name}{{{labels}}}" if labels else sample.name] = sample.value
        return found

    def extracted(self) -> int:
        """How many articles it has extracted since its start."""
        return int(self.metrics().get('dateline_extractions_total{outcome="done"}', 0))

    def memory(self) -> float:
        """Megabytes of the server and its workers, what they share counted once."""
        session = [
            entry for entry in Path("/proc").iterdir() if entry.name.isdigit() and _session(entry) == self.process.pid
        ]
        return sum(map(_proportional, session)) / 1024

    def _await_ready(self) -> None:
        until = monotonic() + _PATIENCE
        while monotonic() < until and self.process.poll() is None:
            try:
                answer = self._asked("/readyz")
                answer.read()
                if answer.status == 200:
                    return
            except OSError:
                self.connection.close()
            sleep(0.2)
        raise RuntimeError("the server did not come up")


def _session(process: Path) -> int | None:
    try:
        return int((process / "stat").read_text().rpartition(")")[2].split()[3])
    except OSError:  # it ended meanwhile
        return None


def _proportional(process: Path) -> int:
    """Kilobytes, a page that n processes share counted as an n-th."""
    try:
        lines = (process / "smaps_rollup").read_text().splitlines()
    except OSError:  # as above
        return 0
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
