"""A meter: an amount against a limit in SVG attributes, so that no inline style is needed."""


def meter(used: float, limit: float, *, planned: float = 0, now: float | None = None, tone: str = "") -> str:
    """Inline SVG: solid `used`, pale `planned` on top of it, a tick at `now`; all in the unit of `limit`.

    `tone` is ``, `plain`, `warn` or `danger`. Raises ValueError for a limit of zero or less.
    """
    if limit <= 0:
        raise ValueError("a meter needs a limit above zero")
    tick = "" if now is None else f'<path class="now" d="M{_share(now, limit)} -1V5"/>'
    classes = " ".join(filter(None, ("meter", tone)))
    return (
        f'<svg class="{classes}" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="left" width="100" height="4"/>'
        f'<rect class="planned" width="{_share(used + planned, limit)}" height="4"/>'
        f'<rect class="used" width="{_share(used, limit)}" height="4"/>{tick}</svg>'
    )


def _share(amount: float, limit: float) -> str:
    return f"{max(0.0, min(100.0, 100 * amount / limit)):g}"
