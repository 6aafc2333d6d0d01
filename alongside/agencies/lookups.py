"""Small facts about agencies for the floors above, and for whoever must visit each of them."""

from uuid import UUID

from alongside.agencies.models import Agency


def every_agency() -> list[UUID]:
    """The ids of all agencies of this installation, for the worker and the command line."""
    return list(Agency.objects.order_by("made_at", "id").values_list("pk", flat=True))


def all_are_demo() -> bool:
    """Whether every agency here is marked demo: only then may somebody sign in with one click."""
    return Agency.objects.exists() and not Agency.objects.filter(is_demo=False).exists()
