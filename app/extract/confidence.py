"""How often a date told in this way is right: measured shares, by how it was come by."""

from app.domain.mention import Basis, EventTime
from app.extract.anchor import Tie

_EXPRESSION = {Tie.OWN: 0.9, Tie.FRAME: 0.8, Tie.SHARED: 0.7}
_OTHER = {Basis.NARRATIVE: 0.5, Basis.PUBLICATION: 0.5}


def confidence(time: EventTime, tie: Tie | None) -> float:
    """0 where no time is told."""
    if time.basis is None:
        return 0.0
    if time.basis is Basis.EXPRESSION and tie is not None:
        return _EXPRESSION[tie]
    return _OTHER.get(time.basis, 0.5)
