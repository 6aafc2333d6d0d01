"""A published version of a plan as parts of a paper: all of it, its card, its crisis page, sheets to count on."""

from alongside.plans.paper.card import card, crisis
from alongside.plans.paper.sheets import sheets
from alongside.plans.paper.version import part

__all__ = ["card", "crisis", "part", "sheets"]
