"""Which format a reader asks for: the media types of Accept, by their weights (RFC 9110 §12.5.1)."""

from collections.abc import Sequence


def preferred(accept: str | None, offered: Sequence[str]) -> str | None:
    """The offered media type that Accept weighs most, the first offered among equals; None when it takes none."""
    if accept is None or not accept.strip():
        return offered[0]
    ranges = [_range(part) for part in accept.split(",") if part.strip()]
    weights = {media_type: _weight(media_type, ranges) for media_type in offered}
    best = max(offered, key=lambda media_type: weights[media_type])
    return best if weights[best] > 0 else None


def _range(part: str) -> tuple[str, float]:
    media_range, *parameters = (piece.strip().lower() for piece in part.split(";"))
    weight = next((text[2:] for text in parameters if text.startswith("q=")), "1")
    try:
        return media_range, min(1.0, max(0.0, float(weight)))
    except ValueError:
        return media_range, 0.0


def _weight(media_type: str, ranges: Sequence[tuple[str, float]]) -> float:
    """The weight of the most specific range that holds the media type; 0 where none does."""
    for wanted in (media_type, media_type.partition("/")[0] + "/*", "*/*"):
        found = [weight for media_range, weight in ranges if media_range == wanted]
        if found:
            return max(found)
    return 0.0
