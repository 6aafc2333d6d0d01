"""Disposing of a record whose time is over: proposed by one person, confirmed by another, carried out elsewhere.

Nothing is deleted here. `alongside dispose` carries out what was confirmed, in a role of its own.
"""

from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max

from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.foundation.webkit.times import day
from alongside.people import keeping
from alongside.people.models import Client, Disposal, DisposalDecision
from alongside.people.retention import Kept
from alongside.people.rules import REASON


@action("people.propose_disposal", on="people.Client", locks=True, makes=True)
def propose_disposal(*, by: Actor, on: Client, reason: str) -> Disposal:
    """Propose that a record be disposed of. Raises Unacceptable while it must be kept, and where it is proposed."""
    why = checked(reason=reason, lines=True, most=1_000)["reason"]
    if len(why) < REASON:
        raise Unacceptable(Fault("people.fault.disposal_reason", "reason"))
    if on.discharged_on and _is_open(on.pk, on.discharged_on):
        raise Unacceptable(Fault("people.fault.disposal_open", "reason"))
    rules = keeping.rules_of(by.agency_id, today(by.zone))
    until = _over(on, rules)
    assert on.discharged_on is not None, "nobody's time is over in care"
    number = (Disposal.objects.aggregate(top=Max("number"))["top"] or 0) + 1
    try:
        with transaction.atomic():
            return Disposal.objects.create(
                client_id=on.pk, number=number, identifier=on.identifier, admitted_on=on.admitted_on,
                discharged_on=on.discharged_on, kept_until=until.until, rule=f"{until.name}, {until.source}",
                edition=rules.edition, staff_id=by.staff_id, reason=why,
            )  # fmt: skip
    except IntegrityError as same:  # somebody proposed another record in the same moment
        raise Unacceptable(Fault("people.fault.disposal_once_more", "reason")) from same


@action("people.confirm_disposal", on="people.Disposal")
def confirm_disposal(*, by: Actor, on: Disposal) -> DisposalDecision:
    """Another person confirms. Asked again: is the record still closed, and its time still over?"""
    client = Client.objects.select_for_update(no_key=True, of=("self",)).filter(pk=on.client_id).first()
    if client is None or client.discharged_on != on.discharged_on:
        raise Unacceptable(Fault("people.fault.disposal_changed"))
    _over(client, keeping.rules_of(by.agency_id, today(by.zone)))
    return _decided(by, on, confirmed=True, reason="")


@action("people.withdraw_disposal", on="people.Disposal")
def withdraw_disposal(*, by: Actor, on: Disposal, reason: str) -> DisposalDecision:
    """The record is kept: a court, a payer or the family still needs it, or the proposal was wrong. With the reason."""
    why = checked(reason=reason, lines=True, most=1_000)["reason"]
    if len(why) < REASON:
        raise Unacceptable(Fault("people.fault.disposal_reason", "reason"))
    return _decided(by, on, confirmed=False, reason=why)


def _is_open(client_id: UUID, discharged_on: date) -> bool:
    """Whether a disposal waits, or is confirmed and not carried out. One from before the record was opened is void."""
    refused = DisposalDecision.objects.filter(confirmed=False).values("disposal_id")
    named = Disposal.objects.filter(client_id=client_id, discharged_on=discharged_on)
    return named.exclude(pk__in=refused).exists()


def _over(client: Client, rules: keeping.Rules) -> Kept:
    """How long the record was kept. Unacceptable while it must be, with the day and the rule."""
    if client.discharged_on is None:
        raise Unacceptable(Fault("people.fault.disposal_in_care", "reason"))
    until = keeping.kept_until([client], rules)[client.pk]
    if until is None:
        raise Unacceptable(Fault("people.fault.disposal_unknown", "reason"))
    if until.until > rules.day:
        values = {"day": day(until.until, form="plain"), "rule": until.name}
        raise Unacceptable(Fault("people.fault.disposal_kept", "reason", values))
    return until


def _decided(by: Actor, disposal: Disposal, *, confirmed: bool, reason: str) -> DisposalDecision:
    try:
        with transaction.atomic():
            return DisposalDecision.objects.create(
                disposal=disposal, staff_id=by.staff_id, confirmed=confirmed, reason=reason
            )
    except IntegrityError as twice:
        raise Unacceptable(Fault("people.fault.disposal_decided", "reason")) from twice
