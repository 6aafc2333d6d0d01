"""Sheets to fill in by hand, where no phone may be: one for each target by its measure, then one for ABC records."""

from collections.abc import Iterator, Sequence

from alongside.foundation.messages import say
from alongside.people import papers
from alongside.people.banner import Banner
from alongside.plans import telling
from alongside.plans.paper.words import filled, foot
from alongside.plans.queries.shapes import VersionShown
from alongside.plans.rules import texts
from alongside.printing import Part
from alongside.printing import paper as blocks
from alongside.printing.paper import Block

INTERVALS = ("partial_interval", "whole_interval", "momentary")
TICKED = ("trial", "trials_to_criterion", "magnitude", "rating")
A_ROW, ROWS, MOST_INTERVALS = 10, 14, 240  # more intervals than fit are counted on another sheet
TRIES, MOST_STEPS = 8, 60
COLUMNS = {
    "count": ("from_to_", "strokes", "total"), "rate": ("from_to_", "strokes", "total"),
    "duration": ("number", "began", "ended", "long", "remark"),
    "latency": ("number", "cue", "began", "seconds", "remark"),
    "irt": ("number", "clock", "since", "remark"), "product": ("time", "amount", "what", "remark"),
    "reported": ("time", "source", "value", "remark"),
    "abc": ("time", "before", "occurred", "what", "after", "helped"),
}  # fmt: skip


def sheets(version: VersionShown, banner: Banner) -> list[Part]:
    """What is pinned first, then the rest; ABC records last, whether a target is recorded so or not."""
    targets = sorted(version.whole.targets, key=lambda target: (target.pinned == 0, target.pinned))
    made = [_sheet(version, banner, target) for target in targets if target.measure != "abc"]
    return [*made, _abc(version, banner, [target for target in targets if target.measure == "abc"])]


def _sheet(version: VersionShown, banner: Banner, target: texts.Target) -> Part:
    name = target.screen_name or target.name
    told = (*_head(banner), *_about(target), *_grid(target), *_tail())
    return Part(say("plans.sheet.of", name=name), told, foot(version, banner))


def _abc(version: VersionShown, banner: Banner, targets: Sequence[texts.Target]) -> Part:
    told = [block for target in targets for block in (blocks.heading(target.screen_name or target.name),
                                                      *_about(target))]  # fmt: skip
    rows = [*_empty("abc", ROWS - 2 * len(targets))]
    how = [blocks.small(say("plans.sheet.how.abc")), blocks.small(say("plans.sheet.occurred_how"))]
    return Part(say("plans.sheet.abc"), (*_head(banner), *told, *how, *rows, *_tail()), foot(version, banner))


def _head(banner: Banner) -> Iterator[Block]:
    yield papers.identity(banner)
    yield blocks.blanks([say(f"plans.sheet.{name}") for name in ("day", "from_to", "by", "where")])


def _about(target: texts.Target) -> Iterator[Block]:
    if target.definition:
        yield blocks.words(filled(target.definition))
    examples = [(name, filled(getattr(target, name))) for name in ("examples", "non_examples")]
    said = [f"{say(f'plans.label.{name}')}: {text}" for name, text in examples if text]
    for label, value in telling.settings(target):
        if label != say("plans.setting.steps.name"):
            said.append(f"{label}: {'; '.join(value) if isinstance(value, tuple) else value}")
    if said:
        yield blocks.points(said)
    if target.measure != "abc":
        how = say("plans.sheet.tick" if target.measure in TICKED else f"plans.sheet.how.{target.measure}")
        yield blocks.small(f"{say(f'plans.measure.{target.measure}')} · {how}")


def _grid(target: texts.Target) -> Iterator[Block]:
    match target.measure:
        case measure if measure in INTERVALS:
            yield from _intervals(int(target.settings.get("interval_count") or 0) or 40)
        case "task_analysis":
            yield from _steps([str(one) for one in target.settings.get("steps", ())])
        case "trial":
            yield from _tries([str(one) for one in target.settings.get("prompts", ())])
        case "trials_to_criterion":
            yield from _tries([say("plans.sheet.right"), say("plans.sheet.wrong")])
        case "magnitude":
            yield from _tries([str(level) for level in range(5)], first="time")
        case "rating":
            yield from _tries([str(level) for level in range(11)], first="time")
        case measure:
            yield from _empty(measure, ROWS)


def _empty(measure: str, count: int) -> Iterator[Block]:
    """A table with so many empty rows; those that are numbered have their number."""
    names = COLUMNS[measure]
    first = (str(n) if names[0] == "number" else "" for n in range(1, max(count, 6) + 1))
    rows = [[one, *[""] * (len(names) - 1)] for one in first]
    yield blocks.table([say(f"plans.sheet.{name}") for name in names], rows, tall=True)


def _intervals(count: int) -> Iterator[Block]:
    shown = min(count, MOST_INTERVALS)
    rows = []
    for first in range(1, shown + 1, A_ROW):
        last = min(first + A_ROW - 1, shown)
        rows.append([f"{first}–{last}", *("" if first + n <= last else "×" for n in range(A_ROW))])
    columns = [say("plans.sheet.interval"), *(str(n) for n in range(1, A_ROW + 1))]
    yield blocks.table(columns, rows, tall=True)
    yield blocks.blanks([say(f"plans.sheet.{name}") for name in ("seen", "watched", "share")])
    if count > shown:
        yield blocks.small(say("plans.sheet.another", first=shown + 1, last=count))


def _steps(steps: Sequence[str]) -> Iterator[Block]:
    shown = list(steps[:MOST_STEPS]) or [""] * 10
    rows = [[f"{n}  {step}", *[""] * TRIES] for n, step in enumerate(shown, 1)]
    columns = [say("plans.sheet.step"), *(say("plans.sheet.try", number=n) for n in range(1, TRIES + 1))]
    yield blocks.table(columns, [*rows, [say("plans.sheet.alone"), *[""] * TRIES]], tall=True, wide=True)
    if len(steps) > MOST_STEPS:
        yield blocks.small(say("plans.sheet.another", first=MOST_STEPS + 1, last=len(steps)))


def _tries(levels: Sequence[str], *, first: str = "number") -> Iterator[Block]:
    """A tick a row: which level of help, or which level."""
    rows = [[str(n) if first == "number" else "", *[""] * len(levels)] for n in range(1, ROWS + 3)]
    yield blocks.table([say(f"plans.sheet.{first}"), *levels], rows, tall=True)


def _tail() -> Iterator[Block]:
    yield blocks.answer(say("plans.sheet.remarks"), lines=2)
    yield blocks.small(say("plans.sheet.entered"))
