"""The quilt beside the door: the agency, each block a person. Neighbors differ in pattern and hue."""

from alongside.foundation.webkit.quilt import HUES, PATTERNS, drawn

SIDE = 24


def wall(columns: int = 6, rows: int = 9) -> str:
    """Inline SVG of `columns` by `rows` quilt blocks, the same each time."""
    blocks = "".join(_block(column, row) for row in range(rows) for column in range(columns))
    return (
        f'<svg class="quilt" viewBox="0 0 {columns * SIDE} {rows * SIDE}" '
        f'preserveAspectRatio="xMidYMid slice" aria-hidden="true">{blocks}</svg>'
    )


def _block(column: int, row: int) -> str:
    # Steps that share no factor with 9 and 6 keep each block unlike the ones beside and below it.
    pattern = (column * 4 + row * 7 + row // 3) % len(PATTERNS) + 1
    hue = (column * 5 + row * 2 + row // 2) % len(HUES) + 1
    place = f'x="{column * SIDE}" y="{row * SIDE}" width="{SIDE}" height="{SIDE}" '
    ground = f'<rect class="ground" width="{SIDE}" height="{SIDE}"/>'
    return drawn(pattern, hue).replace("<svg ", f"<svg {place}", 1).replace("><path", f">{ground}<path", 1)
