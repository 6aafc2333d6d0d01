"""A graph on paper: the drawing with its words, what its marks mean, and its numbers."""

from collections.abc import Iterator

from alongside.foundation.messages import say
from alongside.outcomes.graph import numbers
from alongside.outcomes.graph.described import described
from alongside.outcomes.graph.draw import drawn
from alongside.outcomes.graph.picture import Graph
from alongside.printing import paper as blocks
from alongside.printing.paper import Block


def graph(of: Graph, about: str = "") -> Iterator[Block]:
    """The graph, whole and readable in black and white: series and lines differ by shape and dash."""
    if not of.points:
        yield blocks.line(say("outcomes.graph.nothing"))
        return
    yield blocks.chart(drawn(of), described(of), about)
    yield blocks.small(legend(of))


def each(of: Graph) -> Iterator[Block]:
    """The numbers: by phase, and each session."""
    if of.points:
        columns = [say(f"chart.table.{name}") for name in ("phase", "sessions", "values", "median")]
        rows = [[f"{one.number} {one.name}", one.sessions, one.values, one.median] for one in numbers.by_phase(of)]
        yield blocks.table(columns, rows)
        yield blocks.heading(say("chart.table.each"), 3)
        columns = [say("chart.table.number"), say("chart.table.day"), of.measure]
        columns += [say(f"chart.table.{name}") for name in ("phase", "remark")]
        rows = [[str(one.number), one.day, one.value, one.phase, one.remark] for one in numbers.by_session(of)]
        yield blocks.table(columns, rows)


def legend(of: Graph) -> str:
    """What the marks of a graph mean, for those that stand in it."""
    there = {
        "●  {each}": True, "○  {unsigned}": of.any_open, "—  {level}": of.any_level, "· ·  {trend}": of.any_trend,
        "– · ·  {goal}": of.goal is not None, "- -  {phase}": len(of.phases) > 1, "···  {change}": bool(of.changes),
    }  # fmt: skip
    names = ("each", "unsigned", "level", "trend", "goal", "phase", "change")
    said = {name: say(f"chart.legend.{name}") for name in names}
    return "     ".join(mark.format(**said) for mark, shown in there.items() if shown)
