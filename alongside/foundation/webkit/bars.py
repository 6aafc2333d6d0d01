"""The five stages of a plan card as rising and falling bars: readable in gray and at arm's length."""

_HEIGHTS = (8, 15, 22, 30, 13)


def bars(stage: int) -> str:
    """Inline SVG with the bar of `stage` (1 to 5) filled. Raises ValueError for another stage."""
    if not 1 <= stage <= len(_HEIGHTS):
        raise ValueError(f"no stage {stage}, there are 1 to 5")
    drawn = "".join(_bar(at, height, at == stage - 1) for at, height in enumerate(_HEIGHTS))
    return f'<svg class="bars" viewBox="0 0 48 36" aria-hidden="true">{drawn}</svg>'


def _bar(at: int, height: int, on: bool) -> str:
    state = "on" if on else "off"
    return f'<rect class="{state}" x="{at * 10}" y="{34 - height}" width="8" height="{height}" rx="1.5"/>'
