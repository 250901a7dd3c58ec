"""A JSON document around a list, written item by item so that no more than one is ever held."""

from collections.abc import Iterable, Iterator, Mapping

import orjson


def document(head: Mapping[str, object], key: str, items: Iterable[object]) -> Iterator[bytes]:
    """`{head…, key: [items…]}`; a head without entries gives `{key: [items…]}`."""
    yield orjson.dumps(dict(head))[:-1] + (b"," if head else b"") + orjson.dumps(key) + b":"
    yield from array(items)
    yield b"}"


def array(items: Iterable[object]) -> Iterator[bytes]:
    separator = b"["
    for item in items:
        yield separator + orjson.dumps(item)
        separator = b","
    yield b"]" if separator == b"," else b"[]"
