"""B8, B9, B10: the service while it extracts: how fast, how late with its answers, in how much memory."""

import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from statistics import median, quantiles
from time import perf_counter, sleep

from app.api.inputs import ArticleIn
from app.work import extraction
from bench import news
from bench.clients import exchange, post
from bench.server import Server

ROUNDS = 5
_ROUND = 100
_READS = 200
_READ_EVERY = 0.02
_CHARACTERS = 2_500
# For memory it matters how many they are: short ones are read in minutes.
_SHORT = 150
_FEW, _POSTED_AT_ONCE = 2_000, 1_000
_LOOK_SECONDS = 0.1
_LAG = "dateline_loop_lag_seconds_bucket"


@dataclass(frozen=True, slots=True)
class Alone:
    """Processes that extract and do nothing else, as many as the server has workers."""

    pipes: tuple[Connection, ...]

    @classmethod
    @contextmanager
    def started(cls, model: str, processes: int) -> "Iterator[Alone]":
        pairs = [multiprocessing.Pipe() for _ in range(processes)]
        context = multiprocessing.get_context("spawn")
        running = [context.Process(target=_extract, args=(other, model), daemon=True) for _, other in pairs]
        for process in running:
            process.start()
        yield cls(tuple(pipe for pipe, _ in pairs))
        for pipe, _ in pairs:
            pipe.send(None)
        for process in running:
            process.join()

    def rate(self, numbers: range) -> float:
        """Articles a second, shared out and read together."""
        began = perf_counter()
        for share, pipe in enumerate(self.pipes):
            pipe.send(numbers[share :: len(self.pipes)])
        for pipe in self.pipes:
            pipe.recv()
        return len(numbers) / (perf_counter() - began)


def _extract(pipe: Connection, model: str) -> None:
    extraction.begin(model)
    while (numbers := pipe.recv()) is not None:
        for number in numbers:
            extraction.extracted(ArticleIn.of_json(news.body(number, characters=_CHARACTERS)).article(), model)
        pipe.send("done")


def end_to_end(server: Server, alone: Alone) -> tuple[float, float]:
    """B8: articles a second from posting them to having them all stored; and by processes that extract alone."""
    ours, theirs = [], []
    for number in range(ROUNDS):
        numbers = range(number * _ROUND, (number + 1) * _ROUND)
        before, began = server.extracted(), perf_counter()
        _post(server, numbers, _CHARACTERS)
        _await(server, before + _ROUND)
        ours.append(_ROUND / (perf_counter() - began))
        with server.held():
            theirs.append(alone.rate(numbers))
    return median(ours), median(theirs)


@dataclass(frozen=True, slots=True)
class Lateness:
    """Milliseconds that one in a hundred exceeds: the event loop's lag, a timeline read, and that when idle."""

    loop: float
    read: float
    idle: float


def lateness(server: Server) -> Lateness:
    """B9: while extraction has more than it can do, in turns with doing nothing."""
    busy, idle, lags = [], [], []
    for number in range(ROUNDS):
        first = 100_000 + number * _ROUND
        idle.append(_slowest(server))
        before, lag = server.extracted(), server.metrics()
        _post(server, range(first, first + _ROUND), _CHARACTERS)
        busy.append(_slowest(server))
        lags.append(_late(lag, server.metrics()))
        _await(server, before + _ROUND)
    return Lateness(median(lags), median(busy), median(idle))


def memory(server: Server, most: int) -> tuple[float, float]:
    """B10: megabytes of all processes after `most` distinct articles, and after 2,000."""
    sizes = []
    for goal in (_FEW, most):
        while (done := server.extracted()) < goal:
            count = min(_POSTED_AT_ONCE, goal - done)
            _post(server, range(200_000 + done, 200_000 + done + count), _SHORT)
            _await(server, done + count)
        sizes.append(server.memory())
    return sizes[1], sizes[0]


def _post(server: Server, numbers: range, characters: int) -> None:
    lines = b"\n".join(news.body(number, characters=characters) for number in numbers)
    exchange(server.port, [post("/v1/articles:bulk", lines, media_type="application/x-ndjson")], clients=1)


def _await(server: Server, extracted: int) -> None:
    while server.extracted() < extracted:
        sleep(_LOOK_SECONDS)


def _slowest(server: Server) -> float:
    """Milliseconds that one in a hundred reads of the first page of everything exceeds, one after the other."""
    taken = []
    for _ in range(_READS):
        began = perf_counter()
        server.ask("/v1/timeline")
        taken.append(perf_counter() - began)
        sleep(_READ_EVERY)
    return quantiles(taken, n=100)[98] * 1000


def _late(before: dict[str, float], after: dict[str, float]) -> float:
    """Milliseconds by which one look at the loop in a hundred is later; within a bucket as if evenly spread."""
    names = sorted((name for name in after if name.startswith(_LAG)), key=_edge)
    counts = [after[name] - before[name] for name in names]
    wanted, below, edge = counts[-1] * 0.99, 0.0, 0.0
    for name, count in zip(names, counts, strict=True):
        if count >= wanted:
            return 1000 * (edge + (_edge(name) - edge) * (wanted - below) / (count - below))
        below, edge = count, _edge(name)
    raise ValueError("no look at the loop was counted")


def _edge(name: str) -> float:
    return float(name.partition('le="')[2].rstrip('"}').replace("+Inf", "inf"))
