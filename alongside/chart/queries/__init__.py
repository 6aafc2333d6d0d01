"""What the pages of a client's record may read."""

from alongside.chart.queries.baselines import baselines, series
from alongside.chart.queries.graphs import graph
from alongside.chart.queries.objectives import objective, objective_on_paper
from alongside.chart.queries.overview import behaviors, overview
from alongside.chart.queries.records import records
from alongside.chart.queries.threads import thread_of
from alongside.chart.queries.timeline import notes, timeline

__all__ = [
    "baselines", "behaviors", "graph", "notes", "objective", "objective_on_paper", "overview", "records", "series",
    "thread_of", "timeline",
]  # fmt: skip
