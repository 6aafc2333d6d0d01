"""Small line drawings above empty pages: what the place is, before the words say it."""

SCENES = {
    "doorways": '<path d="M4 80h128"/><path d="M22 80V40a22 22 0 0 1 44 0v40M74 80V56a15 15 0 0 1 30 0v24"/>',
    "door": (
        '<path d="M4 80h128M30 80V34a30 30 0 0 1 60 0v46"/><circle cx="76" cy="56" r="3"/>'
        '<path d="M60 4v76" stroke-dasharray="1 7"/>'
    ),
    "path": (
        '<path d="M4 80h128M20 80c10-30 30-30 40-14s26 10 30-6 14-30 26-30" stroke-dasharray="1 8"/>'
        '<path d="M112 24l8 6-8 6"/>'
    ),
}


def scene(name: str) -> str:
    """Inline SVG of `doorways` (nothing here yet), `door` (not open to you) or `path` (lost). Raises KeyError."""
    return (
        '<svg class="scene" viewBox="0 0 136 84" aria-hidden="true" fill="none" stroke="currentColor" '
        f'stroke-width="3" stroke-linecap="round">{SCENES[name]}</svg>'
    )
