"""Changing an editable row: the one way, which keeps what it was."""

from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.forms.models import model_to_dict

from alongside.foundation.models import Revision
from alongside.foundation.policy import Actor


def change(row: Any, *, by: Actor, reason: str = "", **values: Any) -> bool:
    """Set columns of `row`, keep old and new in a permanent revision. False when nothing differs."""
    old = {name: getattr(row, name) for name in values}
    changed = {name: value for name, value in values.items() if old[name] != value}
    if not changed:
        return False
    for name, value in changed.items():
        setattr(row, name, value)
    row.save(update_fields=list(changed))
    Revision.objects.create(
        subject=row._meta.label, subject_id=row.pk, before={n: _plain(old[n]) for n in changed},
        after={n: _plain(v) for n, v in changed.items()}, staff_id=by.staff_id, reason=reason,
    )  # fmt: skip
    return True


def _plain(value: Any) -> Any:
    if isinstance(value, UUID):
        return str(value)
    if value is None or isinstance(value, (str, int, float, bool, list, dict)):
        return value
    return DjangoJSONEncoder().default(value) if not hasattr(value, "pk") else model_to_dict(value)
