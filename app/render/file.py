"""What a file format is: a name, a media type, and a function from events to bytes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from app.domain.errors import AppError
from app.domain.event import Event


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands at the head of a file: what was asked for, in words, and the address it can be asked for again."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Format:
    """One format. `suffix` follows `/v1/timeline.`; `render` is lazy and never holds all events."""

    suffix: str
    media_type: str
    describes: str
    render: Callable[[Iterable[Event], Heading], Iterator[bytes]]


class FormatMissing(AppError):
    """A format whose library is not installed; the message says how to get it."""
