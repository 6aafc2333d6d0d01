"""The page of one objective on paper: graph, verdict with its chance of error, sizes, trust, decisions, numbers."""

from collections.abc import Iterator

from alongside.chart import words
from alongside.chart.paper.graph import each, graph
from alongside.chart.queries.objectives import ObjectivePage
from alongside.foundation.messages import say
from alongside.foundation.webkit import times
from alongside.outcomes.drawing import overlay_words, plain
from alongside.outcomes.lookups import Decided
from alongside.outcomes.reading.effects import Effect
from alongside.outcomes.reading.phases import Look
from alongside.outcomes.trust import Trust
from alongside.outcomes.words import signal
from alongside.outcomes.working import Read
from alongside.people import papers
from alongside.printing import Part
from alongside.printing import paper as blocks
from alongside.printing.paper import Block


def objective(page: ObjectivePage, *, zone: str) -> Part:
    """All that the page says on the day of printing."""
    read = page.read
    found = _measured(page, read, zone) if read else (blocks.alert(say("chart.objective.not_measured")),)
    numbers = _numbers(page) if page.graph else ()
    told = (_facts(page), *_goal(page), *found, *_decisions(page, zone), *numbers)
    return Part(say("chart.paper.title"), told, papers.foot(page.banner))


def _facts(page: ObjectivePage) -> Block:
    one = page.objective
    met = "" if one.criterion is None else say(
        "chart.objective.met_when", goal=words.goal(one), unit=one.unit, count=one.sessions_in_a_row
    )  # fmt: skip
    due = times.day(one.due_on, form="plain") if one.due_on else ""
    more = [(say("chart.paper.measured"), page.read.target.name)] if page.read else []
    return papers.identity(page.banner, *more, (say("chart.paper.criterion"), met), (say("chart.paper.due"), due))


def _goal(page: ObjectivePage) -> Iterator[Block]:
    own = page.objective.own_words
    yield blocks.heading(" · ".join([say("chart.objective.goal"), *[say("chart.objective.own_words")] * own]))
    yield blocks.words(f"“{page.objective.goal}”" if own else page.objective.goal)
    yield blocks.line(page.objective.text, strong=True)


def _measured(page: ObjectivePage, read: Read, zone: str) -> Iterator[Block]:
    said = read.statement
    yield blocks.heading(words.finding_of(read.target.name, read.target.unit, said))
    if page.graph:
        yield from graph(page.graph, words.about_of(read.target.unit, read.conditions))
    yield blocks.heading(say("chart.verdict.label"))
    yield blocks.line(say(f"chart.verdict.{said.verdict}"), strong=True)
    yield blocks.points([words.point(one, zone) for one in said.points])
    for record in said.records:
        yield blocks.small(words.record(record))
    yield from _looks(page)
    yield from _sizes(page, read)
    if page.trust:
        yield from _trust(page, page.trust, read.target.unit)
    yield from _else(page, read.target.unit)


def _looks(page: ObjectivePage) -> Iterator[Block]:
    yield blocks.heading(say("chart.looks.title"))
    if page.looks:
        columns = [say("chart.table.phase"), say("chart.sizes.visits")]
        columns += [say(f"chart.looks.{name}") for name in ("level", "trend", "variability", "stable")]
        yield blocks.table(columns, [_look(one) for one in page.looks])
        yield blocks.small(say("chart.looks.how"))
    else:
        yield blocks.line(say("outcomes.graph.nothing"))


def _look(one: Look) -> list[str]:
    slope = "–" if one.slope is None else ("+" if one.slope > 0 else "") + plain(one.slope)
    around = f"{_short(one.sd)} ({_short(one.lowest)}–{_short(one.highest)})"
    stable = say("chart.looks.yes" if one.stable else "chart.looks.no", count=one.inside, of=one.points)
    return [one.name, str(one.points), f"{_short(one.median)} ({_short(one.mean)})", slope, around, stable]


def _sizes(page: ObjectivePage, read: Read) -> Iterator[Block]:
    said = read.statement
    yield blocks.heading(say("chart.sizes.title"))
    if not page.effects or said.before is None or said.after is None:
        yield blocks.line(say("chart.sizes.none"))
        return
    counts = {"count": len(said.before.values), "other": len(said.after.values)}
    caption = say("chart.effects.compared", before=said.before.name, after=said.after.name, **counts)
    columns = [say(f"chart.effects.{name}") for name in ("measure", "value", "variant")]
    yield blocks.table(columns, [_effect(one) for one in page.effects], caption)
    yield blocks.small(say("chart.effects.how"))


def _effect(one: Effect) -> list[str]:
    value = words.interval(one.estimate)
    if one.percent is not None:
        value = f"{value}\n{words.signed_percent(one.percent / 100)}"
    return [say(f"chart.effect.{one.name}"), value, say(f"chart.variant.{one.variant}")]


def _trust(page: ObjectivePage, trust: Trust, unit: str) -> Iterator[Block]:
    yield blocks.heading(say("chart.trust.title"))
    yield blocks.points([_alike(trust), _carried_out(page)])
    if trust.signals:
        yield blocks.heading(say("chart.trust.signs"), 3)
        yield blocks.points([signal(one, unit) for one in trust.signals])
        yield blocks.small(say("chart.trust.not_a_blame"))
    else:
        yield blocks.line(say("chart.trust.no_signs"))


def _alike(trust: Trust) -> str:
    label = say("chart.trust.alike")
    if trust.agreement is None:
        return f"{label}: {say('chart.trust.never_by_two', count=trust.visits)}"
    by_two = say("chart.trust.by_two", count=trust.by_two, of=trust.visits)
    how = f"{say(f'chart.method.{trust.method}')} {say('chart.trust.agreement_aim')}"
    return f"{label}: {_short(trust.agreement)} %. {by_two} {how}"


def _carried_out(page: ObjectivePage) -> str:
    label = say("chart.trust.done")
    if page.fidelity is None:
        return f"{label}: {say('chart.trust.never_watched')}"
    return f"{label}: {_short(page.fidelity)} %. {say('chart.trust.watched', count=page.fidelity_checks)}"


def _else(page: ObjectivePage, unit: str) -> Iterator[Block]:
    yield blocks.heading(say("chart.overlay.title"))
    if page.overlays:
        yield blocks.points([f"{times.day(one.day, form='plain')}: {overlay_words(one)}" for one in page.overlays])
    else:
        yield blocks.line(say("chart.overlay.none"))
    if page.nights:
        yield blocks.small(words.nights(page.nights, unit))


def _decisions(page: ObjectivePage, zone: str) -> Iterator[Block]:
    yield blocks.heading(say("chart.decided.title"))
    if not page.decisions:
        yield blocks.line(say("chart.decided.none"))
    for one in page.decisions:
        yield from _decision(one, zone)


def _decision(one: Decided, zone: str) -> Iterator[Block]:
    yield blocks.heading(say(f"outcomes.choice.{one.choice}"), 3)
    yield blocks.words(one.reason)
    again = times.day(one.look_again_on, form="plain") if one.look_again_on else ""
    remarks = [f"{one.who}, {times.day(one.at, zone, form='plain')}.", words.decided_on(one, zone)]
    remarks += [say("chart.decided.look_again", day=again)] if again else []
    yield blocks.small(" ".join(remarks))


def _numbers(page: ObjectivePage) -> Iterator[Block]:
    if page.graph and page.graph.points:
        yield blocks.heading(say("chart.paper.numbers"))
        yield from each(page.graph)


def _short(value: float | None) -> str:
    return plain(value, places=1)
