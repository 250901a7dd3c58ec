"""Everything that can be written: each name is a unit of work for the writer, a function of its connection."""

from app.storage.acceptance import Accepted, accept
from app.storage.correction import replace, retract
from app.storage.queue import fail
from app.storage.results import store

__all__ = ["Accepted", "accept", "fail", "replace", "retract", "store"]
