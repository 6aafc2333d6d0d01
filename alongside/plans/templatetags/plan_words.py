"""Words of a plan in a template: each tag is one call of `telling`."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from alongside.foundation.messages import say
from alongside.plans import known, telling
from alongside.plans.queries.shapes import VersionShown
from alongside.plans.rules import templates, texts

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


@register.filter
def limits(this: texts.Restriction) -> list[tuple[str, str]]:
    """What stands beside a restrictive procedure: (label, text)."""
    return list(telling.limits(this))


@register.filter
def card_limits(this: texts.Restriction) -> list[tuple[str, str]]:
    return telling.card_limits(this)


@register.filter
def tried(one: texts.Tried) -> str:
    """A less restrictive way that was tried, in one line."""
    return telling.tried(one)


@register.filter
def with_gaps(text: str | tuple[str, ...]) -> SafeString:
    """A text, or several in one line, in which every place still to be filled says so, in words and marked."""
    whole = "; ".join(text) if isinstance(text, tuple) else text
    return format_html_join("", "{}{}", ((words, _gap(name)) for words, name in templates.split(whole)))


def _gap(name: str) -> SafeString | str:
    if not name:
        return ""
    said = (say("plans.gap.to_fill"), say(f"plans.gap.{name}"))
    return format_html('<mark class="gap"><span class="sr">{} </span>{}</mark>', *said)


@register.filter
def told_lines(text: str) -> list[str]:
    """The lines of a part that is written as one line a thing; none where it is told in paragraphs, or is one line."""
    lines = [line.strip() for line in text.split("\n")]
    return lines if len(lines) > 1 and all(lines) else []


@register.filter
def of_id(forms: Mapping[str, Any], id: UUID) -> Any:
    """The form of one row, where it has one."""
    return forms.get(str(id))


@register.filter
def how_often(row: texts.Intervention) -> str:
    """How often a week and for how long."""
    return telling.how_often(row)
