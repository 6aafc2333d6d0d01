"""A single-case graph as a behavior analyst draws it, as one SVG element."""

from alongside.foundation.messages import say
from alongside.foundation.webkit.svg import element, words
from alongside.outcomes.graph import axes, marks
from alongside.outcomes.graph.described import described
from alongside.outcomes.graph.layout import WIDTH, Layout, laid_out
from alongside.outcomes.graph.names import lines_of
from alongside.outcomes.graph.picture import Graph


def drawn(graph: Graph) -> str:
    """The graph as SVG text: classes and attributes only, with a title and a text alternative."""
    names = _names(graph, laid_out(graph))
    layout = laid_out(graph, max((len(lines) for lines in names), default=1))
    parts = [
        axes.grid(graph, layout),
        marks.goal(graph, layout),
        *marks.heads(graph, layout, names),
        *marks.levels(graph, layout),
        *marks.trends(graph, layout),
        *marks.paths(graph, layout),
        *marks.phase_lines(layout),
        *marks.changes(graph, layout),
        *marks.dots(graph, layout),
        *marks.fidelity(graph, layout),
        *axes.labels(graph, layout),
    ]
    return _sheet(graph, layout, "".join(parts) + ("" if graph.points else _nothing(layout)))


def _names(graph: Graph, layout: Layout) -> list[list[str]]:
    rooms = zip(layout.edges, layout.edges[1:], strict=False)
    return [
        lines_of(phase.name, end - start, number)
        for number, (phase, (start, end)) in enumerate(zip(graph.phases, rooms, strict=True), start=1)
    ]


def _sheet(graph: Graph, layout: Layout, inside: str) -> str:
    title, alternative = f"{graph.key}-t", f"{graph.key}-d"
    return element(
        "svg",
        element("title", text=graph.title, id=title),
        element("desc", text=described(graph), id=alternative),
        inside,
        class_="plot",
        viewBox=f"0 0 {WIDTH:.0f} {layout.height:.0f}",
        role="img",
        aria_labelledby=f"{title} {alternative}",
    )


def _nothing(layout: Layout) -> str:
    middle = (layout.left + WIDTH) / 2
    return words(say("outcomes.graph.nothing"), middle, (layout.top + layout.bottom) / 2, anchor="middle")
