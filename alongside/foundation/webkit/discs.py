"""Discs for trials and looks: filled, half, ring, or dashed. Shapes say how a trial went, not colors."""

from collections.abc import Sequence

from alongside.foundation.messages import say

_RING = '<circle class="ring" cx="12" cy="12" r="9"/>'
DISCS = {
    "own": '<circle class="own" cx="12" cy="12" r="9"/>',
    "prompted": _RING + '<path class="half" d="M12 3a9 9 0 0 0 0 18z"/>',
    "not_yet": _RING,
    "todo": '<circle class="todo" cx="12" cy="12" r="9"/>',
}


def disc(result: str) -> str:
    """Inline SVG of one trial: `own`, `prompted`, `not_yet` or `todo`. Raises KeyError for another result."""
    return f'<svg viewBox="0 0 24 24" aria-hidden="true">{DISCS[result]}</svg>'


def in_words(results: Sequence[str], left: int = 0) -> str:
    """The run of trials as a sentence: "On their own, prompted, not yet. 3 to go."."""
    said = ", ".join(say(f"foundation.trial.{result}") for result in results)
    sentences = [f"{said[:1].upper()}{said[1:]}."] if results else []
    if left:
        sentences.append(say("foundation.trial_left", count=left))
    return " ".join(sentences)
