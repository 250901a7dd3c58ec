"""Everything that can be written: each name is a unit of work for the writer, a function of its connection."""

from app.storage.articles.acceptance import Accepted, Outcome, accept, accept_many
from app.storage.articles.correction import replace, retract
from app.storage.articles.queue import fail
from app.storage.articles.results import store

__all__ = ["Accepted", "Outcome", "accept", "accept_many", "fail", "replace", "retract", "store"]
