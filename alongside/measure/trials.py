"""Opportunities that are scored: trials, task analyses, treatment integrity.

Conventions: Cooper, Heron & Heward 2020, chapters 4 and 23.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from alongside.measure.summary import Summary, percent


@dataclass(frozen=True, slots=True)
class Trial:
    """`correct` is None for no response; `prompt` is the place in the programme's own list, 0 = independent."""

    correct: bool | None
    prompt: int = 0


def percent_correct(trials: Sequence[Trial]) -> Summary:
    """Correct trials, prompted or not, out of all; no response counts as an opportunity. None for no trial."""
    return percent(sum(trial.correct is True for trial in trials), len(trials))


def percent_independent(trials: Sequence[Trial], *, highest_prompt: int = 0) -> Summary:
    """Correct trials at or below a prompt level (0 = no prompt) out of all. None for no trial."""
    return percent(sum(_independent(trial, highest_prompt) for trial in trials), len(trials))


def prompt_levels(trials: Sequence[Trial], *, levels: Sequence[str]) -> dict[str, Summary]:
    """Percent of trials that ended correct at each level of the programme's list, most independent first.

    ValueError for a prompt that the list does not hold.
    """
    if any(not 0 <= trial.prompt < len(levels) for trial in trials):
        raise ValueError("a trial has a prompt level that the programme's list does not hold")
    correct = [trial.prompt for trial in trials if trial.correct]
    return {name: percent(correct.count(place), len(trials)) for place, name in enumerate(levels)}


def trials_to_criterion(
    trials: Sequence[Trial], *, needed: int, window: int | None = None, highest_prompt: int = 0
) -> Summary:
    """Number of trials until `needed` of the last `window` were correct and independent; None if not yet met.

    Without a window they must follow each other. `n` and the denominator are the trials given so far.
    """
    span = needed if window is None else window
    if not 1 <= needed <= span:
        raise ValueError("the criterion needs at least one trial and no more than its window")
    passed = [_independent(trial, highest_prompt) for trial in trials]
    met = (end for end in range(needed, len(trials) + 1) if sum(passed[max(0, end - span) : end]) >= needed)
    first = next(met, None)
    return Summary(first, "trials to criterion", first or 0, len(trials), len(trials))


def task_analysis(steps: Sequence[int | None]) -> Summary:
    """Percent of steps done independently; a step is its prompt level (0 = independent) or None if not done."""
    return percent(sum(step == 0 for step in steps), len(steps))


def integrity(steps: Sequence[bool | None]) -> Summary:
    """Treatment integrity: steps done as written out of those that applied (None = did not apply)."""
    applicable = [step for step in steps if step is not None]
    return percent(sum(applicable), len(applicable))


def _independent(trial: Trial, highest_prompt: int) -> bool:
    return trial.correct is True and trial.prompt <= highest_prompt
