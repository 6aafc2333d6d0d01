"""Visits that were kept elsewhere until now: many of one client, one act."""

from collections.abc import Sequence
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.timezone import now

from alongside.foundation import reference
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.moments import is_zone
from alongside.foundation.policy import Actor
from alongside.people.models import Client
from alongside.schedule import rules
from alongside.schedule.elsewhere import Elsewhere
from alongside.schedule.models import Calloff, Visit

MOST_AT_ONCE = 5_000


@action("schedule.take_over", on="people.Client", locks=True)
def take_over(*, by: Actor, on: Client, visits: Sequence[Elsewhere], source: str) -> dict[str, UUID]:
    """Take over visits; the ids of those that were new, by their id elsewhere. `source` says where they were kept.

    What happened there stands: overlaps, and visits outside a team, are not refused; who hands them in reports them.
    The same id elsewhere again is the same visit, and is passed over. Raises Unacceptable with every fault; the
    field is the number of the visit, from 0.
    """
    faults = _faults(visits, source)
    there = {row.outside_ref: row for row in Visit.objects.filter(outside_ref__in=[v.outside_ref for v in visits])}
    faults += [
        Fault("schedule.fault.taken_otherwise", str(n))
        for n, one in enumerate(visits)
        if one.outside_ref in there and not _same(there[one.outside_ref], one, on)
    ]
    if faults:
        raise Unacceptable(faults)
    new = [one for one in visits if one.outside_ref not in there]
    return _keep(by, on, new, source)


def _faults(visits: Sequence[Elsewhere], source: str) -> list[Fault]:
    if not source.strip():
        return [Fault("schedule.fault.no_source", "source")]
    if len(visits) > MOST_AT_ONCE:
        return [Fault("schedule.fault.too_many", "", {"most": MOST_AT_ONCE})]
    at, limits = now(), reference.load("visits")
    return [
        Fault(fault.code, str(n), fault.values)
        for n, one in enumerate(visits)
        for fault in [
            *([] if is_zone(one.zone) else [Fault("schedule.fault.zone")]),
            *([] if one.outside_ref else [Fault("schedule.fault.no_ref")]),
            *(rules.calloff_faults(one.called_off, "other", limits) if one.called_off else []),
            *rules.time_faults(one.begins_at, one.ends_at, now=at, limits=limits),
        ]
    ]


def _same(row: Visit, one: Elsewhere, client: Client) -> bool:
    return (row.client_id, row.staff_id) == (client.pk, one.staff_id)


def _keep(by: Actor, client: Client, new: Sequence[Elsewhere], source: str) -> dict[str, UUID]:
    rows = Visit.objects.bulk_create(
        Visit(
            client=client, staff_id=one.staff_id, programme_id=one.programme_id, site_id=one.site_id, place=one.place,
            begins_at=one.begins_at, ends_at=one.ends_at, zone=one.zone, outside_ref=one.outside_ref,
            service_day=one.begins_at.astimezone(ZoneInfo(one.zone)).date(),
        )
        for one in new
    )  # fmt: skip
    Calloff.objects.bulk_create(
        Calloff(visit=row, client=client, kind=one.called_off, reason="other", remark=source, staff_id=by.staff_id)
        for row, one in zip(rows, new, strict=True)
        if one.called_off
    )
    return {row.outside_ref: row.pk for row in rows}
