"""Everything that can be written: each name is a unit of work for the writer, a function of its connection."""

from app.storage.acceptance import Accepted, Outcome, accept, accept_many
from app.storage.correction import replace, retract
from app.storage.queue import fail
from app.storage.results import store

__all__ = ["Accepted", "Outcome", "accept", "accept_many", "fail", "replace", "retract", "store"]
