"""Tags for forms and tables: hidden operation ids, where an error belongs, which head a cell has."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django import template
from django.forms import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString

from alongside.foundation.ids import uuid7

register = template.Library()


class Cell(NamedTuple):
    """One cell of a table with the head of its column."""

    text: object
    label: str
    kind: str


@register.simple_tag
def operation() -> SafeString:
    """Hidden fields of a recording form: `operation`, an id made once, so that a form sent twice counts once,
    and `at`, the time on the device, which `web/js/tap.js` fills in."""
    return format_html(
        '<input type="hidden" name="operation" value="{}"><input type="hidden" name="at" value="">', uuid7()
    )


@register.filter
def target(field: BoundField) -> str:
    """The id that a line of the error summary jumps to: the control, or a fieldset's first choice."""
    if field.use_fieldset:
        return next((choice.id_for_label for choice in field), field.auto_id)
    return field.id_for_label


@register.filter
def anchor(fault: Any) -> str:
    """The id that a Fault belongs to: its place, else its field's control, else none."""
    return fault.place or (f"id_{fault.field}" if fault.field else "")


@register.filter
def fault_count(form: Any, faults: Sequence[object] | None) -> int:
    """How many sentences an error summary of `form` and `faults` holds."""
    in_form = sum(len(errors) for errors in form.errors.values()) if form else 0
    return in_form + len(faults or ())


@register.filter
def labelled(cells: Iterable[object], columns: Iterable[tuple[str, str]]) -> list[Cell]:
    """The cells of one row, each with the head and kind of its column."""
    return [Cell(text, label, kind) for text, (label, kind) in zip(cells, columns, strict=True)]
