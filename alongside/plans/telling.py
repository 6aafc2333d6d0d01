"""What a section says, in lines of plain words: for two versions side by side, and for two texts of one draft."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any
from uuid import UUID

from alongside.foundation.messages import say
from alongside.foundation.webkit import numbers, times
from alongside.plans import known
from alongside.plans.queries.shapes import VersionShown
from alongside.plans.rules import restrictive, texts

Of = Mapping[UUID | None, str]


@dataclass(frozen=True)
class Line:
    text: str
    new: bool


@dataclass(frozen=True)
class Pair:
    """One section in two versions; `place` serves as an anchor."""

    place: str
    title: str
    old: tuple[Line, ...]
    new: tuple[Line, ...]

    @property
    def changed(self) -> bool:
        return any(line.new for line in (*self.old, *self.new))


def title(place: str, name: str = "") -> str:
    """The heading of a section by its place; a goal and a target by their own name."""
    kind, _, rest = place.partition("-")
    if kind == "part":
        return say(f"plans.part.{rest}.name")
    if kind == "card":
        return say("plans.section.card", stage=say(f"plans.stage.{rest}"))
    if kind in ("goal", "target", "restriction"):
        return say(f"plans.section.new_{kind}") if rest == "new" else name
    return say(f"plans.section.{kind}")


def name_of(section: texts.Section) -> str:
    match section:
        case texts.Goal():
            return say("plans.section.goal", words=section.words)
        case texts.Target():
            return section.name
        case texts.Restriction():
            return f"{say(f'plans.restrictive.kind.{section.kind}')}: {restrictive.short(section)}"
    return ""


def told(section: texts.Section | None, names: Of, units: Of) -> tuple[str, ...]:
    """The lines of a section; none where nothing is written."""
    match section:
        case texts.About():
            review = times.day(section.review_on, form="plain") if section.review_on else ""
            return tuple(filter(None, (section.summary, review and say("plans.line.review", day=review))))
        case texts.Part():
            return tuple(filter(None, section.text.split("\n")))
        case texts.Goal():
            return (section.words, *(objective(o, names, units) for o in section.objectives))
        case texts.Target():
            return tuple(_target(section))
        case texts.Strategies():
            return tuple(_labelled(section, "plans.moment.", ("before", "during", "after")))
        case texts.Crisis():
            return tuple(f"{step.text} ({step.who})" if step.who else step.text for step in section.steps)
        case texts.Interventions():
            return tuple(intervention(row) for row in section.rows)
        case texts.Stage():
            return tuple(_labelled(section, "plans.card.", ("look", "do", "dont", "say")))
        case texts.Restriction():
            return tuple(restriction(section))
    return ()


def intervention(this: texts.Intervention) -> str:
    """An intervention in one line: what, who, how often, where, and for which objective."""
    serves = say("plans.intervention.serves", number=this.objective) if this.objective else ""
    return " · ".join(filter(None, (this.what, this.who, how_often(this), this.setting, serves)))


def how_often(this: texts.Intervention) -> str:
    """ "3 times a week, 90 minutes"; what is not said is left out."""
    times_ = say("plans.intervention.times", count=this.times_a_week) if this.times_a_week else ""
    return ", ".join(filter(None, (times_, _counted("plans.every.minutes", this.minutes))))


def restriction(this: texts.Restriction) -> Iterator[str]:
    """A restrictive procedure, a line for each thing that is said of it."""
    yield say(f"plans.restrictive.kind.{this.kind}")
    yield this.what
    yield from (f"{label}: {text}" for label, text in limits(this))
    yield from (f"{say('plans.restriction.tried')}: {tried(one)}" for one in this.tried)


def limits(this: texts.Restriction) -> Iterator[tuple[str, str]]:
    """What stands beside a procedure, as (label, text); what is not said is left out."""
    said = {
        "when": this.when, "why": this.why, "minutes": _counted("plans.every.minutes", this.minutes),
        "times_a_day": _counted("plans.restriction.times", this.times_a_day), "ends_when": this.ends_when,
        "who": this.who, "training": this.training, "fading": this.fading,
        "review_days": _counted("plans.restriction.days", this.review_days),
    }  # fmt: skip
    return ((say(f"plans.restriction.{name}"), text) for name, text in said.items() if text)


def card_limits(this: texts.Restriction) -> list[tuple[str, str]]:
    """What somebody beside the client has to know of it: when, how long, how often, who, and what ends it."""
    return list(limits(replace(this, why="", fading="", training="", review_days=None)))


def tried(one: texts.Tried) -> str:
    """What was tried, from when to when, and what came of it, in one line."""
    first, last = (times.day(day, form="plain") if day else "" for day in (one.began_on, one.ended_on))
    days = say("plans.restriction.span", first=first, last=last) if first and last else first or last
    return " · ".join(filter(None, (one.what, days, one.result)))


def _counted(code: str, count: int | None) -> str:
    return say(code, count=count) if count else ""


def objective(this: texts.Objective, names: Of, units: Of) -> str:
    """An objective with its measure, baseline, criterion and day, in one line."""
    unit = units.get(this.target_id, "") if this.target_id else this.unit
    parts = [
        names.get(this.target_id, "") if this.target_id else "",
        say("plans.objective.from", value=amount(this.baseline, unit)) if this.baseline is not None else "",
        say(f"plans.objective.{SAID[this.comparator]}", value=amount(this.criterion, unit))
        if this.criterion is not None
        else "",
        say("plans.objective.in_a_row", count=this.sessions_in_a_row) if this.criterion is not None else "",
        say("plans.objective.by", day=times.day(this.due_on, form="plain")) if this.due_on else "",
    ]
    return f"{this.text}: {', '.join(filter(None, parts))}" if any(parts) else this.text


SAID = {"<=": "at_most", ">=": "at_least"}


def amount(value: float, unit: str) -> str:
    return f"{numbers.number(value)} {unit}".strip()


def settings(target: texts.Target) -> Iterator[tuple[str, Any]]:
    """The settings of a target that are there, with their labels; an ordered list as a tuple."""
    for setting in known.settings_of(target.measure):
        value = target.settings.get(setting["key"])
        if value not in (None, "", []):
            label = say(f"plans.setting.{setting['key']}.name")
            yield label, tuple(value) if isinstance(value, list) else value


def baseline(target: texts.Target) -> str:
    """The level before the plan with its days, or ""."""
    if target.baseline is None:
        return ""
    value = amount(target.baseline, known.unit(target.measure))
    if not (target.baseline_from and target.baseline_to):
        return value
    first, last = (times.day(day, form="plain") for day in (target.baseline_from, target.baseline_to))
    return say("plans.line.baseline", value=value, first=first, last=last)


def side_by_side(old: VersionShown, new: VersionShown) -> tuple[Pair, ...]:
    """Every section that is written in either version, in reading order. Goals are matched by their order."""
    before, after = (dict(_placed(version.whole)) for version in (old, new))
    places = [*before, *(place for place in after if place not in before)]
    parts = known.part_keys(new.whole.kind)
    places.sort(key=lambda place: _order(place, parts))
    return tuple(_pair(place, before.get(place), after.get(place), old, new) for place in places)


def _order(place: str, parts: list[str]) -> tuple[int, int]:
    kind, _, rest = place.partition("-")
    return ORDER.index(kind), parts.index(rest) if kind == "part" else 0


ORDER = ("about", "part", "goal", "interventions", "target", "strategies", "crisis", "restriction", "card")


def _placed(whole: texts.Whole) -> Iterator[tuple[str, texts.Section]]:
    goals = ((f"goal-{n}", goal) for n, goal in enumerate(whole.goals, 1))
    rest = ((s.place, s) for s in whole.sections() if not isinstance(s, texts.Goal) and not texts.is_empty(s))
    return chain(goals, rest)


def _pair(
    place: str, before: texts.Section | None, after: texts.Section | None, old: VersionShown, new: VersionShown
) -> Pair:
    was, is_ = told(before, old.names, old.units), told(after, new.names, new.units)
    named = after or before
    return Pair(
        place=place,
        title=title(place, name_of(named) if named else ""),
        old=tuple(Line(text, text not in is_) for text in was),
        new=tuple(Line(text, text not in was) for text in is_),
    )


def _labelled(section: Any, table: str, fields: tuple[str, ...]) -> Iterator[str]:
    for field in fields:
        for text in getattr(section, field):
            yield f"{say(table + field)}: {text}"


def _target(target: texts.Target) -> Iterator[str]:
    yield say(f"plans.kind_of_target.{target.kind}")
    yield say("plans.line.measure", measure=say(f"plans.measure.{target.measure}"))
    yield say(f"plans.improvement.{target.improvement}")
    if target.screen_name:
        yield say("plans.line.screen_name", name=target.screen_name)
    for field in ("definition", "examples", "non_examples"):
        if text := getattr(target, field):
            yield f"{say(f'plans.label.{field}')}: {text}"
    if target.function:
        yield say("plans.line.function", function=say(f"plans.function.{target.function}"))
    if told_baseline := baseline(target):
        yield f"{say('plans.label.baseline')}: {told_baseline}"
    for label, value in settings(target):
        yield f"{label}: {', '.join(value) if isinstance(value, tuple) else value}"
