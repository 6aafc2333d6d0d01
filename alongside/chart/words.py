"""What a graph says, in words of the catalogue."""

from collections.abc import Sequence

from alongside.chart.events import Event
from alongside.chart.queries.graphs import GraphPage
from alongside.foundation.messages import say
from alongside.foundation.webkit import times
from alongside.measure.estimate import Estimate
from alongside.outcomes.drawing import plain
from alongside.outcomes.lookups import Decided
from alongside.outcomes.reading.conditions import Condition
from alongside.outcomes.reading.overlays import Nights
from alongside.outcomes.reading.statement import Point, Record, Statement
from alongside.outcomes.words import worded
from alongside.plans.lookups import ObjectiveFacts

RULE_CODES = {"step or trend": "step_or_trend", "CDC printed": "cdc_printed"}
SIGNS = {"<=": "≤", ">=": "≥"}


def goal(objective: ObjectiveFacts | None) -> str:
    """ "≤ 1"; a dash without an objective."""
    if objective is None or objective.criterion is None:
        return "–"
    return f"{SIGNS[objective.comparator]} {plain(objective.criterion)}"


def finding(page: GraphPage) -> str:
    """What was and what is, on the page of a target."""
    return finding_of(page.target.name, page.target.unit, page.statement)


def finding_of(name: str, unit: str, said: Statement) -> str:
    """What was and what is, by the level (median) of the conditions that a statement compares."""
    if said.before is None or said.after is None or said.before.level is None or said.after.level is None:
        return name
    before, after = said.before.level, said.after.level
    way = "same" if before == after else ("up" if after > before else "down")
    return say(f"chart.finding.{way}", name=name, before=plain(before), after=plain(after), unit=unit)


def about(page: GraphPage) -> str:
    """Unit, first and last day, number of visits; and whether earlier ones are left out."""
    return about_of(page.target.unit, page.conditions)


def about_of(unit: str, conditions: Sequence[Condition]) -> str:
    """The same of any conditions."""
    visits = [v for c in conditions for v in c.visits]
    if not visits:
        return unit
    first, last = times.day(visits[0].day, form="plain"), times.day(visits[-1].day, form="plain")
    text = say("chart.about", count=len(visits), unit=unit, first=first, last=last)
    return f"{text} {say('chart.cut')}" if any(c.cut for c in conditions) else text


def point(what: Point, zone: str) -> str:
    """One point of the statement; numbers at most two places, days in the zone."""
    values = worded(dict(what.values), zone)
    for name in values.keys() & {"chance", "trend"}:
        values[name] = likely(dict(what.values)[name])
    return say(f"chart.point.{what.code}", **values)


def record(of: Record) -> str:
    """How often the rule errs on graphs whose truth is known."""
    code = RULE_CODES[of.rule]
    shares = {"false": of.false_alarms, "missed": of.misses, "right": of.agreement, "experts": of.experts}
    rates = {name: f"{share * 100:.1f}" for name, share in shares.items()}
    return say("chart.record", rule=say(f"chart.rule.{code}"), graphs=of.graphs, **rates)


def signed_percent(share: float | None) -> str:
    """ "−37%", "+12%", "0%"."""
    if share is None:
        return "–"
    number = round(share * 100)
    return f"{'+' if number > 0 else '−' if number < 0 else ''}{abs(number)}%"


def interval(of: Estimate) -> str:
    """Value with its 95 % interval."""
    if of.value is None:
        return "–"
    text = f"{of.value:.2f}"
    if of.lower is not None and of.upper is not None:
        text += f" ({of.lower:.2f}–{of.upper:.2f})"
    return text.replace("-", "−")


def likely(chance: float) -> str:
    """ "over 99%", "12%": a chance is never said to be certain."""
    if 0.01 <= chance <= 0.99:
        return say("chart.chance.about", percent=f"{chance * 100:.0f}")
    return say("chart.chance.over" if chance > 0.5 else "chart.chance.under")


def nights(of: Nights, unit: str) -> str:
    """What was seen after nights that were noted, beside other days."""
    values = {"then": plain(of.then, places=1), "otherwise": plain(of.otherwise, places=1)}
    return say("chart.overlay.nights", count=of.count, unit=unit, **values)


def decided_on(one: Decided, zone: str) -> str:
    """The verdict and the span that stood on the page when it was decided."""
    if one.seen_from is None or one.seen_to is None:
        return say(f"chart.verdict.{one.verdict}")
    first, last = (times.day(day, form="plain") for day in (one.seen_from, one.seen_to))
    verdict = say(f"chart.short.{one.verdict}", count=one.visits)
    return say("chart.decided.on", verdict=verdict, count=one.visits, first=first, last=last)


def event(what: Event, zone: str) -> str:
    """One event in a sentence."""
    return say(f"chart.event.{what.kind}_{what.state}", **worded(what.values, zone))
