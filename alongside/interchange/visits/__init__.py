"""A folder of visits (staff, clients, programs, what was planned and what happened) comes into an agency."""

from alongside.interchange.visits import command

__all__ = ["command"]
