"""Views that stand outside every agency."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse

View = Callable[..., HttpResponse]


def outside(reason: str) -> Callable[[View], Any]:
    """Mark a view that stands outside every agency (sign-in, health), with the reason why it may.

    The door opens no agency for it: `request.actor` is None. Every other view is inside.
    """

    def mark(view: View) -> View:
        view.outside = reason  # type: ignore[attr-defined]
        return view

    return mark
