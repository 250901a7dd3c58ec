"""The measures as lines of a table: what was measured, against what, their ratio, what it should be."""

_REACH = {
    "B1 sqlite": ("≤", 5.0),
    "B1 postgresql": ("≤", 2.5),
    "B2": ("≥", 0.22),
    "B3": ("≤", 1.5),
    "B4": ("≤", 1.2),
    "B5 exhausted": ("≤", 5.0),
    "B5 rare": ("≤", 5.0),
    "B5 words": ("≤", 15.0),
    "B5 histogram": ("≤", 30.0),
    "B6": ("≥", 0.5),
    "B7": ("≥", 2.0),
    "B8": ("≥", 0.85),
    "B9 loop": ("≤", 10.0),
    "B9 read": ("≤", 5.0),
    "B10": ("≤", 1.05),
}


def show(name: str, taken: float, against: float, *, unit: str = "ms", note: str = "") -> None:
    """Prints one measure, with whether it reaches what it should."""
    ratio = taken / against
    sign, bound = _REACH.get(name, ("", 0.0))
    reached = ratio <= bound if sign == "≤" else ratio >= bound
    verdict = f"{sign} {bound:g} {'reached' if reached else 'SHORT'}" if sign else ""
    print(
        f"{name:16} {taken:10.2f} / {against:10.2f} {unit:10} = {ratio:6.2f}   {verdict:16} {note}".rstrip(), flush=True
    )
