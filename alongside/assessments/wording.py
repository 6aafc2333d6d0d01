"""Notes of ABC records, statements and pictures in words."""

from collections.abc import Sequence

from alongside.assessments.gathering import Gathered
from alongside.assessments.known import known
from alongside.assessments.rules.decision import Decision
from alongside.assessments.rules.evidence import Evidence, Line
from alongside.assessments.rules.hypotheses import Hypothesis, leading
from alongside.foundation.messages import say
from alongside.foundation.webkit.times import day as in_words
from alongside.measure.scatterplot import Noted, Scatterplot

SAID = {
    "antecedent": "assessments.antecedent.", "consequence": "assessments.consequence.",
    "setting": "assessments.setting.", "setting_events": "assessments.setting_events.", "people": "assessments.people.",
}  # fmt: skip


def named(field: str, note: str) -> str:
    """A note as people say it; what somebody typed stands as it was typed."""
    if field in SAID:
        return say(SAID[field] + note)
    if field == "weekday":
        return say(f"assessments.weekday.{note}")
    return clock(60 * int(note)) if field == "hour" else note


def clock(minutes: int) -> str:
    """Minutes since midnight as a time of day."""
    hour, minute = divmod(minutes, 60)
    half = "am" if hour < 12 else "pm"
    return say(f"assessments.clock.{half}", hour=(hour + 11) % 12 + 1, minute=f"{minute:02d}")


def functions(of: Sequence[str]) -> str:
    """The functions that were decided, as part of a sentence."""
    said = [say(f"assessments.function.{one}") for one in of] or [say("assessments.function.unclear")]
    return say("assessments.and", first=", ".join(said[:-1]), last=said[-1]) if len(said) > 1 else said[0]


def statement(decision: Decision) -> str:
    """The summary statement: setting event + antecedent -> behavior -> consequence -> function."""
    values = {
        "setting_event": decision.setting_event, "antecedent": decision.antecedent, "behavior": decision.behavior,
        "consequence": decision.consequence, "function": functions(decision.functions),
    }  # fmt: skip
    return say(
        "assessments.statement.with_event" if decision.setting_event else "assessments.statement.plain", **values
    )


def prefilled(found: Gathered) -> Decision:
    """A decision to begin with, from what the records support. The clinician changes every word of it."""
    lead = leading(found.hypotheses)
    chosen = [one.function for one in found.hypotheses if _leads(one, lead)]
    about = known()["function"]
    before = [note for one in chosen for note in about[one]["before"]]
    after = [note for one in chosen for note in about[one]["after"]]
    return Decision(
        functions=tuple(chosen),
        setting_event=_joined("setting_events", [line.note for line in _likelier(found.evidence, "setting_events")]),
        antecedent=_joined("antecedent", _seen(found.evidence.beside["antecedent"], before)),
        behavior=", ".join(target.name for target in found.targets),
        consequence=_joined("consequence", _seen(found.evidence.after, after)),
    )


def _leads(one: Hypothesis, lead: str) -> bool:
    """The function that leads; where several do, all that are supported."""
    return one.function == lead or (lead == "multiple" and one.strength in ("supported", "some"))


def _likelier(found: Evidence, field: str) -> list[Line]:
    """Notes beside which the behavior is likelier than without them, by the interval of the difference."""
    return [line for line in found.beside[field] if (line.found.lower or 0) > 0]


def _seen(lines: Sequence[Line], wanted: Sequence[str]) -> list[str]:
    """Those of the wanted notes that came with the behavior; the most frequent one where none is wanted."""
    found = [line.note for line in lines if line.note in wanted and _times(line)]
    return found or [line.note for line in lines[:1] if _times(line)]


def _times(line: Line) -> int:
    return line.found.given.count


def _joined(field: str, notes: Sequence[str]) -> str:
    return ", ".join(named(field, note) for note in notes)


def scatter_words(found: Evidence) -> str:
    """The scatterplot as sentences: over how many days, and the times at which it happens more than elsewhere."""
    return plot_words(found.when)


def plot_words(plot: Scatterplot) -> str:
    """The same of any scatterplot."""
    if not plot.cells:
        return say("assessments.scatter.none")
    high = [clock(start) for start, cell in zip(plot.starts, plot.by_time, strict=True) if cell.high]
    first, last = (in_words(day, form="plain") for day in (plot.days[0], plot.days[-1]))
    times = sum(cell.count for cell in plot.by_time)
    said = say("assessments.scatter.over", count=len(plot.days), first=first, last=last, times=times)
    more = say("assessments.scatter.high", times=", ".join(high)) if high else say("assessments.scatter.even")
    return f"{said} {more}"


def notes_said(plot: Noted, field: str) -> str:
    """Notes by days as sentences: on how many days each was noted, and on how many of them it happened."""
    return "; ".join(
        say("assessments.scatter.note", name=named(field, note), days=sum(cell.mark != "not watched" for cell in cells),
            count=sum(cell.count > 0 for cell in cells), times=sum(cell.count for cell in cells))
        for note, cells in zip(plot.notes, plot.cells, strict=True)
    )  # fmt: skip
