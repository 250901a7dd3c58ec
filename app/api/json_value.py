"""Bodies as JSON values, and what can be wrong with them: a pointer and a code for programs, words for people."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, NoReturn

# As long as no number of ours is, and short enough to be read at once.
_MOST_DIGITS = 1_000


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
    """The one JSON value in a body. Raises BrokenJson, and Refused for objects that give one name twice.

    The standard library's reader, since the faster ones refuse lone surrogates before a field can be named for them.
    """
    named = _Named()
    try:
        value = json.loads(
            body.decode("utf-8-sig"), parse_constant=_no_constant, parse_int=_integer, object_pairs_hook=named
        )
    except UnicodeDecodeError as error:
        raise BrokenJson(f"the body is not UTF-8 at byte {error.start}") from error
    except RecursionError as error:
        raise BrokenJson("the body is nested too deeply") from error
    except ValueError as error:
        raise BrokenJson(f"the body is not JSON: {error}") from error
    if named.twice:
        places = islice(named.places(value), _MOST_REPEATED)
        raise Refused(tuple(Flaw(pointer(loc), "is given more than once", "repeated") for loc in places))
    return value


def _integer(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise ValueError(f"a number has {len(digits):,} digits")
    return int(digits)


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


_MOST_REPEATED = 20


class _Named:
    """Makes objects of their pairs, and notes names given twice: which is meant, nobody knows (RFC 7493 §2.3)."""

    def __init__(self) -> None:
        self.twice: dict[int, tuple[dict[str, Any], list[str]]] = {}  # by the object's identity; as json_value

    def __call__(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        named = dict(pairs)
        if len(named) < len(pairs):
            names = [name for name, count in Counter(name for name, _ in pairs).items() if count > 1]
            self.twice[id(named)] = named, names
        return named

    def places(self, value: object) -> Iterator[tuple[int | str, ...]]:
        """Where in the value they stand; an object that another of its name has replaced stands nowhere."""
        held: list[tuple[tuple[int | str, ...], object]] = [((), value)]
        while held:
            loc, one = held.pop()
            yield from ((*loc, name) for name in self.twice.get(id(one), ((), ()))[1])
            inner = one.items() if isinstance(one, dict) else enumerate(one) if isinstance(one, list) else ()
            held += [((*loc, key), part) for key, part in inner]
