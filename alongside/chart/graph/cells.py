"""Interval and trial strips: one cell each, told apart by fill and outline, not by color."""

from collections.abc import Sequence

from alongside.foundation.webkit.svg import element

SIDE, PER_ROW = 14.0, 30
KINDS = {"yes": "on", "own": "on", "prompted": "half", "no": "off", "not_yet": "off", "unseen": "none"}


def cells(results: Sequence[str], label: str) -> str:
    """SVG of a row of cells (30 a row): `yes` or `own` full, `prompted` half, `no` or `not_yet` empty, `unseen` dashed.

    `label` says the same in words. Raises KeyError for another result; "" without results.
    """
    if not results:
        return ""
    inside = "".join(_cell(n, KINDS[result]) for n, result in enumerate(results))
    columns, rows = min(len(results), PER_ROW), -(-len(results) // PER_ROW)
    wide, high = columns * SIDE + 2, rows * SIDE + 2
    box = f"0 0 {wide:g} {high:g}"
    return element(
        "svg", inside, class_="cells", viewBox=box, width=f"{wide:g}", height=f"{high:g}", role="img", aria_label=label
    )


def _cell(n: int, kind: str) -> str:
    x, y = 2 + n % PER_ROW * SIDE, 2 + n // PER_ROW * SIDE
    box = element("rect", class_="off" if kind == "half" else kind, x=x, y=y, width=SIDE - 4, height=SIDE - 4)
    half = (
        element("path", class_="on", d=f"M{x:g} {y:g}h{SIDE - 4:g}L{x:g} {y + SIDE - 4:g}z") if kind == "half" else ""
    )
    return box + half
