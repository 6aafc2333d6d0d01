"""What the pages of answers show."""

from alongside.instruments.queries.elsewhere import file, weigh
from alongside.instruments.queries.paths import paths
from alongside.instruments.queries.reading import export, on_paper, read
from alongside.instruments.queries.record import see
from alongside.instruments.queries.working import offered, work

__all__ = ["export", "file", "offered", "on_paper", "paths", "read", "see", "weigh", "work"]
