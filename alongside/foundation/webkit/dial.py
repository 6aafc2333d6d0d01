"""The dial of a duty: it empties as time goes, and is a triangle when late."""

_CIRCLE = '<circle class="track" cx="12" cy="12" r="10.5"/>'
SHAPES = {
    "late": '<path class="shape" d="M12 2l11 20H1z"/><path class="cut" d="M11 9h2v6h-2zM11 17h2v2h-2z"/>',
    "done": '<circle class="shape" cx="12" cy="12" r="11"/><path class="tick" d="M6.5 12.5l3.5 3.5 7.5-8"/>',
    "later": '<circle class="track" cx="12" cy="12" r="10" stroke-dasharray="3 3"/>',
}


def dial(state: str, left: float = 1.0) -> str:
    """Inline SVG for a duty that is `late`, `done` or `later` (not yet begun), else has the share `left` of its time.

    Raises ValueError for a share outside 0 to 1.
    """
    if not 0 <= left <= 1:
        raise ValueError(f"{left} is no share of a duty's time")
    inside = SHAPES.get(state) or _CIRCLE + _rest(left)
    return f'<svg class="dial" viewBox="0 0 24 24" aria-hidden="true">{inside}</svg>'


def tone(left: float) -> str:
    """How a duty with the share `left` of its time looks: `late`, `soon` (under a quarter) or ``."""
    return "late" if left <= 0 else "soon" if left < 0.25 else ""


def _rest(left: float) -> str:
    return (
        '<circle class="rest" cx="12" cy="12" r="4" pathLength="100" '
        f'stroke-dasharray="{left * 100:.0f} 100" transform="rotate(-90 12 12)"/>'
    )
