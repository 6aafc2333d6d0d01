"""The embedded PostgreSQL: the programs come from a package, the life around them is ours."""

from .cluster import Cluster, running, unused
from .conversion import confirm_conversion

__all__ = ["Cluster", "confirm_conversion", "running", "unused"]
