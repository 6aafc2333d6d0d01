"""What a note is drafted from beside the visit's own rows: `note/1`."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Window
from django.db.models.functions import RowNumber
from django.utils.timezone import now

from alongside.field.packing.caseload import Caseload
from alongside.notes.facts import numbered
from alongside.notes.forms_in_use import edition
from alongside.notes.models import Note
from alongside.people.models import Client
from alongside.plans.lookups import objectives_of_all, preferences_since
from alongside.plans.models import PlanVersion
from alongside.schedule.models import Calloff, Visit

MOST_COMING = 12
DAYS_BACK = 3


def note(load: Caseload, clients: Sequence[Client]) -> Iterator[tuple[UUID, dict[str, Any]]]:
    """Five statements."""
    numbers, coming, minutes = _plan_numbers(clients), _coming(clients), _minutes(load, clients)
    found = preferences_since(
        [one.pk for one in clients], by=load.by.staff_id, day=load.day - timedelta(days=DAYS_BACK)
    )
    objectives = objectives_of_all(one.pk for one in clients)
    for one in clients:
        yield one.pk, {
            "plan_number": numbers.get(one.pk), "form_edition": edition(), "next": next(iter(coming[one.pk]), None),
            "coming": coming[one.pk], "minutes_today": minutes[one.pk],
            "preferences": [
                {"id": p.id, "day": p.done_on, "method": p.method, "ranked": p.ranked} for p in found[one.pk]
            ],
            "objectives": [
                {"id": o.id, "number": o.number, "text": o.text, "target": o.target}
                for o in numbered(objectives.get(one.pk, ()))
            ],
        }  # fmt: skip


def _plan_numbers(clients: Sequence[Client]) -> dict[UUID, int]:
    """The number of the plan in force that a note names: the behavior plan's, else the treatment plan's."""
    rows = PlanVersion.objects.filter(client__in=clients, published_at__isnull=False, ended_at__isnull=True)
    return dict(rows.order_by("-plan__kind").values_list("client_id", "number"))


def _coming(clients: Sequence[Client]) -> dict[UUID, list[dict[str, Any]]]:
    """Ids and times of each client's next visits, by whomever, that are not called off."""
    off = Calloff.objects.filter(visit=OuterRef("pk"))
    nth = Window(RowNumber(), partition_by=[F("client")], order_by=[F("begins_at"), F("id")])
    rows = Visit.objects.filter(~Exists(off), client__in=clients, begins_at__gt=now()).annotate(nth=nth)
    found: dict[UUID, list[dict[str, Any]]] = defaultdict(list)
    for row in rows.filter(nth__lte=MOST_COMING).order_by("begins_at", "id"):
        found[row.client_id].append({"id": row.pk, "at": row.begins_at})
    return found


def _minutes(load: Caseload, clients: Sequence[Client]) -> dict[UUID, list[dict[str, Any]]]:
    """Minutes of the notes of the last days, each with its session: units are counted on top of those of the others."""
    rows = Note.objects.filter(client__in=clients, service_day__gte=load.day - timedelta(days=DAYS_BACK))
    rows = rows.exclude(state="aside")
    found: dict[UUID, list[dict[str, Any]]] = defaultdict(list)
    for row in rows.order_by("service_day", "session"):
        found[row.client_id].append(
            {
                "session": row.session_id, "day": row.service_day, "service_code": row.service_code,
                "minutes": row.minutes,
            }
        )  # fmt: skip
    return found
