"""`{% load assessing %}`: words and pictures of assessments, each one call of a pure function."""

from datetime import date

from django import template
from django.utils.safestring import SafeString, mark_safe

from alongside.assessments import wording
from alongside.assessments.pictures import grid, likelihoods, paths, shares, space
from alongside.assessments.queries import AnalysisShown
from alongside.assessments.rules.decision import Decision
from alongside.assessments.rules.evidence import Evidence, Line
from alongside.assessments.rules.hypotheses import Point
from alongside.foundation.messages import say
from alongside.foundation.webkit.numbers import number
from alongside.foundation.webkit.times import day
from alongside.measure.scatterplot import Scatterplot
from alongside.measure.wilson import Share

register = template.Library()
MOST_DRAWN = 8


@register.filter
def note(line: Line, field: str) -> str:
    """`{{ line|note:"antecedent" }}`: what was noted, in words."""
    return wording.named(field, line.note)


@register.filter
def coded(one: str, field: str) -> str:
    """`{{ chain.before|coded:"antecedent" }}`."""
    return wording.named(field, one)


@register.filter
def share(part: Share) -> str:
    """`{{ line.found.given|share }}`: 70 % (14 of 20; 48 to 85)."""
    if part.value is None or part.lower is None or part.upper is None:
        return say("assessments.share.none")
    low, high = round(100 * part.lower), round(100 * part.upper)
    return say(
        "assessments.share.of", percent=round(100 * part.value), count=part.count, of=part.of, low=low, high=high
    )


@register.filter
def signed_share(value: float | None) -> str:
    """A difference of shares with its sign, in percentage points."""
    return say("assessments.share.none") if value is None else f"{round(100 * value):+d}".replace("-", "−")


@register.filter
def times_as(value: float | None) -> str:
    """A relative risk or Yule's Q to two places."""
    return say("assessments.share.none") if value is None else number(value, 2)


@register.filter
def point(this: Point) -> str:
    """`{{ point|point }}`: one piece of evidence as a sentence."""
    values = {name: day(v, form="plain") if isinstance(v, date) else v for name, v in this.values.items()}
    return say(this.code, **values)


@register.filter
def stated(decision: Decision) -> str:
    """The summary statement of a decision."""
    return wording.statement(decision)


@register.simple_tag
def likely(lines: tuple[Line, ...], field: str) -> SafeString:
    """`{% likely lines "antecedent" %}`: the shares of the most frequent notes as a picture."""
    rows = [
        likelihoods.Row(wording.named(field, one.note), one.found.given, one.found.without)
        for one in lines[:MOST_DRAWN]
    ]
    said = "; ".join(
        say("assessments.picture.row", name=row.label, given=share(row.given), without=share(row.without))
        for row in rows
    )
    return mark_safe(likelihoods.likelihoods(rows, said))


@register.simple_tag
def contingencies(lines: tuple[Line, ...]) -> SafeString:
    """`{% contingencies evidence.after %}`: the contingency space."""
    spots, said = [], []
    for n, one in enumerate(lines, 1):
        given, without = one.found.given.value, one.found.without.value
        if given is not None and without is not None:
            spots.append(space.Spot(n, without, given))
            values = {"number": n, "name": wording.named("consequence", one.note)}
            said.append(
                say("assessments.picture.spot", given=round(100 * given), without=round(100 * without), **values)
            )
    axes = {"across": say("assessments.picture.across"), "up": say("assessments.picture.up")}
    return mark_safe(space.space(spots, label="; ".join(said), **axes))


@register.simple_tag
def scatter(found: Evidence) -> SafeString:
    """`{% scatter evidence %}`: times of day by days."""
    plot = found.when
    times = [wording.clock(start) for start in plot.starts]
    days = [day(one, form="brief") for one in plot.days]
    return mark_safe(grid.grid(plot, times=times, days=days, label=wording.scatter_words(found)))


@register.filter
def scatter_said(found: Evidence) -> str:
    """The scatterplot as sentences."""
    return wording.scatter_words(found)


@register.filter
def clocked(minutes: int) -> str:
    """Minutes since midnight as a time of day."""
    return wording.clock(minutes)


@register.simple_tag
def by_time(plot: Scatterplot) -> list[tuple[str, int, float, bool]]:
    """Rows of a scatterplot's table: time, occurrences, hours watched, above twice the overall rate."""
    rows = zip(plot.starts, plot.by_time, strict=True)
    return [(wording.clock(start), cell.count, cell.minutes / 60, cell.high) for start, cell in rows]


@register.filter
def drawn_analysis(shown: AnalysisShown) -> SafeString:
    """`{{ shown|drawn_analysis }}`: the picture of a structured analysis."""
    if shown.group == "preference":
        rows = [shares.Row(one.item, (one.percent,)) for one in shown.ranking]
        said = [
            say("assessments.picture.percent", name=one.item, percent=round(one.percent or 0)) for one in shown.ranking
        ]
        return mark_safe(shares.shares(rows, "; ".join(said)))
    if shown.group == "segments":
        return mark_safe(shares.shares(*_segments(shown)))
    drawn = [paths.Path(one.name, one.points) for one in shown.conditions]
    said = [
        say("assessments.picture.condition", name=one.name, values=", ".join(number(value) for _, value in one.points))
        for one in shown.conditions
    ]
    last = max((entry.number for entry in shown.entries), default=0)
    measure, session = shown.unit or say("assessments.form.value"), say("assessments.picture.session")
    return mark_safe(paths.paths(drawn, sessions=last, measure=measure, label="; ".join(said), session=session))


@register.simple_tag
def shape(n: int) -> SafeString:
    """`{% shape 0 %}`: the mark of a condition."""
    return mark_safe(paths.shape(n))


@register.filter
def entry_said(details: dict[str, object], kind: str) -> str:
    """One entry in words."""
    if kind == "mswo":
        return " → ".join(map(str, details["order"]))  # type: ignore[call-overload]
    if kind == "free":
        used = details["seconds"]
        assert isinstance(used, dict)
        parts = [f"{name} {number(seconds)}" for name, seconds in used.items() if seconds]
        return say("assessments.entry.free", used=", ".join(parts), length=number(float(str(details["length"]))))
    if kind == "trial_based":
        said = {key: say(f"assessments.seen.{'yes' if details[key] else 'no'}") for key in ("control", "test")}
        return say("assessments.entry.segments", condition=details["condition"], **said)
    if kind == "single":
        code = "approached" if details["approached"] else "left"
        return say(f"assessments.entry.{code}", item=details["item"])
    if kind == "paired":
        code = "chose" if details["chosen"] else "neither"
        return say(f"assessments.entry.{code}", **details)
    return say(
        "assessments.entry.condition", condition=details["condition"], value=number(float(str(details["value"])))
    )


def _segments(shown: AnalysisShown) -> tuple[list[shares.Row], str]:
    rows, said = [], []
    for one in shown.segments:
        percents = [100 * part / one.trials if one.trials else None for part in (one.test, one.control)]
        rows.append(shares.Row(one.name, tuple(percents)))
        said.append(
            say("assessments.picture.segment", name=one.name, trials=one.trials, test=one.test, control=one.control)
        )
    return rows, "; ".join(said)
