"""Icons by name from the one sprite `web/icons.svg`."""

import re
from functools import cache
from pathlib import Path

SPRITE = Path(__file__).resolve().parents[3] / "web" / "icons.svg"


@cache
def names() -> frozenset[str]:
    """The icons that the sprite holds."""
    return frozenset(re.findall(r'<symbol id="i-([\w-]+)"', SPRITE.read_text(encoding="utf-8")))


def icon(name: str, sprite: str) -> str:
    """The icon as inline SVG from the sprite at the address `sprite`. Raises ValueError for an unknown name."""
    if name not in names():
        raise ValueError(f"no icon {name!r}")
    return f'<svg class="icon" aria-hidden="true"><use href="{sprite}#i-{name}"/></svg>'
