"""Bodies as JSON values, and what can be wrong with them: a pointer and a code for programs, words for people."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NoReturn


class BrokenJson(Exception):
    """A body that is not one JSON value; the message says where."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that is wrong with a body: a JSON Pointer (RFC 6901), words, and a code for programs."""

    pointer: str
    detail: str
    code: str


class Refused(Exception):
    """A JSON value that is not what is asked for."""

    def __init__(self, flaws: tuple[Flaw, ...]) -> None:
        super().__init__("; ".join(f"{flaw.pointer}: {flaw.detail}" for flaw in flaws))
        self.flaws = flaws


def pointer(loc: Sequence[int | str]) -> str:
    """The JSON Pointer of a place in a body; what no UTF-8 holds is written with a backslash."""
    path = "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in loc)
    return path.encode("utf-8", "backslashreplace").decode()


def json_value(body: bytes) -> Any:  # JSON can hold anything
    """The one JSON value in a body. Raises BrokenJson, and Refused for an object that gives one name twice.

    The standard library's reader, since the faster ones refuse lone surrogates before a field can be named for them.
    """
    try:
        return json.loads(body.decode("utf-8-sig"), parse_constant=_no_constant, object_pairs_hook=_named_once)
    except UnicodeDecodeError as error:
        raise BrokenJson(f"the body is not UTF-8 at byte {error.start}") from error
    except RecursionError as error:
        raise BrokenJson("the body is nested too deeply") from error
    except ValueError as error:
        raise BrokenJson(f"the body is not JSON: {error}") from error


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _named_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:  # as json_value
    """RFC 7493 §2.3: which of the two is meant, nobody knows."""
    named = dict(pairs)
    if len(named) < len(pairs):
        twice = next(name for name, count in Counter(name for name, _ in pairs).items() if count > 1)
        raise Refused((Flaw(pointer((twice,)), "is given more than once", "repeated"),))
    return named
