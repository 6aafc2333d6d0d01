"""Words of a plan in a template: each tag is one call of `telling`."""

from collections.abc import Iterable
from typing import Any

from django import template

from alongside.plans import known, telling
from alongside.plans.queries.shapes import VersionShown
from alongside.plans.rules import texts

register = template.Library()


@register.simple_tag
def objective(this: texts.Objective, version: VersionShown) -> str:
    """`{% objective goal.objective version %}`: the objective in one line."""
    return telling.objective(this, version.names, version.units)


@register.filter
def baseline(target: texts.Target) -> str:
    """The level before the plan, with its days."""
    return telling.baseline(target)


@register.filter
def settings(target: texts.Target) -> list[tuple[str, Any]]:
    """The settings of a target: (label, value or tuple of values)."""
    return list(telling.settings(target))


@register.filter
def is_several(value: Any) -> bool:
    return isinstance(value, tuple)


@register.filter
def in_order(parts: Iterable[texts.Part], kind: str) -> list[texts.Part]:
    """The written parts of a kind of plan, in the order in which they are read."""
    written = {part.key: part for part in parts if part.text}
    return [written[key] for key in known.part_keys(kind) if key in written]
