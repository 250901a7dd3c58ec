"""Static files, each under its own name and under one that carries the hash of its content.

A module is served with the siblings it imports before it, as one file: a third smaller, and one request in place of a
chain of fourteen. So no two modules may declare the same name. Any other reference to a sibling (`"./timeline.css"`) is
rewritten to its hashed name: a hash vouches for all that the file loads, and hashed names may be cached for ever.
"""

import gzip
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

MEDIA_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
}

# Comments on lines of their own and JSDoc types: a fifth of what would be sent. No string of ours holds `/*`.
_COMMENT = re.compile(r"^\s*//[^\n]*$|/\*[\s\S]*?\*/", re.MULTILINE)
# In CSS the space beside these says nothing; a colon keeps the one before it (`a :hover`).
_CSS_SPACE = re.compile(r" ?([{};,]) ?|(?<=:) ")
_IMPORT = re.compile(r'^import (?:\{[^}\n]*\} from )?"\./(?P<name>[\w-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ", re.MULTILINE)
_REFERENCE = re.compile(r'"\./(?P<name>[\w-]+\.(?:js|css|svg))"')
_HASH_LENGTH = 12  # hex digits: 48 bits, enough to tell the versions of one file apart


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as served. `name` carries the hash; `packed` is `body` in gzip."""

    name: str
    body: bytes
    packed: bytes
    media_type: str


def assets(folder: Path) -> Mapping[str, Asset]:
    """All static files of the folder, by plain name. References in a circle are a RecursionError."""
    found: dict[str, Asset] = {}
    for path in sorted(folder.iterdir()):
        if path.suffix in MEDIA_TYPES:
            _add(found, folder, path.name)
    return found


def _add(found: dict[str, Asset], folder: Path, name: str) -> Asset:
    if name in found:
        return found[name]
    path = folder / name
    text = _REFERENCE.sub(lambda match: f'"./{_add(found, folder, match["name"]).name}"', _joined(path, {name}))
    body = text.encode("utf-8")
    digest = hashlib.sha256(body).hexdigest()[:_HASH_LENGTH]
    found[name] = Asset(
        name=f"{path.stem}.{digest}{path.suffix}",
        body=body,
        packed=gzip.compress(body, mtime=0),
        media_type=MEDIA_TYPES[path.suffix],
    )
    return found[name]


def _joined(path: Path, joined: set[str]) -> str:
    """The file after those it imports that are not in `joined` yet; they join it."""
    text = _plain(path)
    before = []
    for found in _IMPORT.finditer(text):
        if found["name"] not in joined:
            joined.add(found["name"])
            before.append(_EXPORT.sub("", _joined(path.with_name(found["name"]), joined)))
    return "".join([*before, _IMPORT.sub("", text)])


def _plain(path: Path) -> str:
    """The file without comments, indentation and blank lines; lines stay lines, so errors can still be placed."""
    lines = (line.strip() for line in _COMMENT.sub("", path.read_text(encoding="utf-8")).splitlines())
    text = "".join(f"{line}\n" for line in lines if line)
    return _CSS_SPACE.sub(lambda match: match[1] or "", text) if path.suffix == ".css" else text
