"""Pages of the record as parts of a paper."""

from alongside.chart.paper.objective import objective

__all__ = ["objective"]
