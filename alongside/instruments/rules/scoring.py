"""What answers to an instrument add up to: totals, bands, what is missing, whether a change is more than chance.

All of it from the instrument's own data (`reference/instruments/`); nothing of one instrument stands here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

Scores = Mapping[str, Decimal | None]
"""Link id of an item -> what its answer is worth; None where it was not answered."""


@dataclass(frozen=True)
class Missing:
    """The rule for items left out: at most `most` of the scale `of` ("" for its own), each counted by `rule`.

    `mean`: as the mean of those answered, for a trend alone; `zero`: as 0. `never`: items that may not be left out.
    """

    most: int = 0
    rule: str = ""
    never: tuple[str, ...] = ()
    of: str = ""


@dataclass(frozen=True)
class Scale:
    """`bands`: (from, name), rising. `screen`: the score from which on it is positive, None where there is none.

    `rule`: sum, mean, or levels. `levels`: (score, items), the gravest first: one yes among the items makes it so.
    """

    key: str
    name: str
    items: tuple[str, ...]
    bands: tuple[tuple[Decimal, str], ...]
    range: tuple[Decimal, Decimal]
    rule: str = "sum"
    worse: str = "higher"
    code: str = ""
    screen: Decimal | None = None
    reliable: Decimal | None = None
    missing: Missing = Missing()
    levels: tuple[tuple[Decimal, tuple[str, ...]], ...] = ()


@dataclass(frozen=True)
class Score:
    """What a scale came to. `total` is None where too much is missing; `filled`: items counted that nobody answered.

    `firm` is false where items were filled by a mean: such a total is for a trend, not for a band.
    """

    scale: str
    total: Decimal | None
    band: str = ""
    positive: bool | None = None
    left_out: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()
    firm: bool = True


def score(scales: Sequence[Scale], worth: Scores) -> list[Score]:
    """One score a scale, in their order."""
    by_key = {scale.key: scale for scale in scales}
    return [_score(scale, by_key, worth) for scale in scales]


def _score(scale: Scale, by_key: Mapping[str, Scale], worth: Scores) -> Score:
    if scale.rule == "levels":
        return _level(scale, worth)
    left_out = tuple(item for item in scale.items if worth.get(item) is None)
    judged = by_key[scale.missing.of].items if scale.missing.of else scale.items
    short = sum(1 for item in judged if worth.get(item) is None)
    if short > scale.missing.most or set(left_out) & set(scale.missing.never) or (left_out and not scale.missing.rule):
        return Score(scale.key, None, left_out=left_out)
    given = [found for item in scale.items if (found := worth.get(item)) is not None]
    if not given:
        return Score(scale.key, None, left_out=left_out)
    total = sum(given, Decimal(0))
    if scale.rule == "mean":
        total = total / len(given)
    elif left_out and scale.missing.rule == "mean":
        total = _half_up(total * len(scale.items) / len(given))
    firm = not (left_out and scale.missing.rule == "mean")
    return Score(
        scale.key, total, band(scale, total) if firm else "", positive(scale, total) if firm else None, left_out,
        left_out, firm,
    )  # fmt: skip


def _level(scale: Scale, worth: Scores) -> Score:
    """The gravest level that an answer makes. Which questions had to be asked is the questionnaire's to say."""
    if not any(worth.get(item) is not None for item in scale.items):
        return Score(scale.key, None, left_out=scale.items)
    found = (level for level, items in scale.levels if any((worth.get(item) or 0) > 0 for item in items))
    total = next(found, scale.range[0])
    return Score(scale.key, total, band(scale, total), positive(scale, total))


def band(scale: Scale, total: Decimal) -> str:
    """The name of the band that a total falls in; "" below the first."""
    return next((name for least, name in reversed(scale.bands) if total >= least), "")


def positive(scale: Scale, total: Decimal) -> bool | None:
    """Whether a screen is positive; None for a scale that is none."""
    if scale.screen is None:
        return None
    return total >= scale.screen if scale.worse == "higher" else total <= scale.screen


def change(scale: Scale, before: Decimal, now: Decimal) -> str:
    """better, worse, or "" where the difference is no more than the instrument's error; "unknown" without a figure."""
    if scale.reliable is None:
        return "unknown"
    if abs(now - before) < scale.reliable:
        return ""
    return "worse" if (now > before) == (scale.worse == "higher") else "better"


def _half_up(value: Decimal) -> Decimal:
    """A whole score: scales are of whole numbers, and half a point is rounded up."""
    return value.quantize(Decimal(1), rounding=ROUND_HALF_UP)


def alerts(told: Sequence[Mapping[str, Any]], worth: Scores) -> list[tuple[str, str]]:
    """Path and item of each answer that opens one, such as ("suicide", "9")."""
    return [
        (str(one["path"]), str(one["item"]))
        for one in told
        if (answer := worth.get(one["item"])) is not None and answer >= Decimal(str(one["at_least"]))
    ]
