"""Everything done on the way in: referred, closed, begun, observed, drawn."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

import alongside.intake.policy  # noqa: F401  (the rules of these verbs)
from alongside.agencies.models import Agency
from alongside.documents.lookups import newest
from alongside.foundation.doing import action, find
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.instruments import actions as instruments
from alongside.instruments.lookups import answering, answers_of
from alongside.instruments.models import Answering
from alongside.intake import rules
from alongside.intake.facts import facts
from alongside.intake.models import (
    CLOSINGS,
    SOURCES,
    URGENCIES,
    Closing,
    Drawn,
    Intake,
    Observed,
    Referral,
)
from alongside.intake.observing import KEY, observation_form
from alongside.intake.reading import record_now
from alongside.people import actions as people
from alongside.people.models import Client
from alongside.workforce.models import Staff


@action("intake.refer", on="agencies.Agency", makes=True)
def refer(
    *, by: Actor, on: Agency, given: str, source: str, reason: str, urgency: str = "routine", family: str = "",
    born: date | None = None, pronouns: str = "", language: str = "en", interpreter: bool = False, contact: str = "",
    relation: str = "", phone: str = "", referrer: str = "", received_on: date | None = None,
) -> Referral:  # fmt: skip
    """Write down that somebody is to be served. Raises Unacceptable by field."""
    texts = checked(
        given=given, family=family, pronouns=pronouns, contact=contact, relation=relation, phone=phone,
        referrer=referrer,
    )  # fmt: skip
    texts |= checked(reason=reason, lines=True, most=4_000)
    received = received_on or today(by.zone)
    faults = rules.referral_faults(
        given=texts["given"], born=born, received_on=received, today=today(by.zone), source=source, sources=SOURCES,
        urgency=urgency, urgencies=URGENCIES, reason=texts["reason"], contact=texts["contact"], phone=texts["phone"],
        referrer=texts["referrer"],
    )  # fmt: skip
    if faults:
        raise Unacceptable(faults)
    return Referral.objects.create(
        **texts, born=born, language=language, interpreter=interpreter, source=source, urgency=urgency,
        received_on=received, made_by_id=by.staff_id,
    )  # fmt: skip


@action("intake.close", on="intake.Referral", makes=True)
def close(*, by: Actor, on: Referral, how: str, reason: str) -> Closing:
    """No client comes of it, and why. Raises Unacceptable (how, reason)."""
    why = checked(reason=reason, lines=True, most=2_000)["reason"]
    faults = [] if how in CLOSINGS else [Fault("foundation.field.choice", "how")]
    faults += [] if len(why) >= rules.REASON else [Fault("intake.fault.reason", "reason")]
    if faults:
        raise Unacceptable(faults)
    return Closing.objects.create(referral=on, how=how, reason=why, staff_id=by.staff_id)


@action("intake.begin", on="intake.Referral", makes=True)
def begin(
    *, by: Actor, on: Referral, identifier: str, lead: UUID | Staff, programme: UUID | Any = None,
    began_on: date | None = None, another: bool = False,
) -> Intake:  # fmt: skip
    """Take the person in: a client with what the referral says, whoever is called as a contact, and who leads it.

    Raises Unacceptable (identifier, another, lead), as people.admit does.
    """
    began = began_on or today(by.zone)
    client = people.admit(
        by=by, on=by.agency_id, given=on.given, family=on.family, born=on.born, pronouns=on.pronouns,
        language=on.language, interpreter=on.interpreter, identifier=identifier, programme=programme,
        admitted_on=began, another=another,
    )  # fmt: skip
    who = find("workforce.Staff", lead)
    people.place_on_team(by=by, on=client, staff=who, part="lead", began_on=began)
    if on.contact:
        given, _, family = on.contact.rpartition(" ")
        people.connect(
            by=by, on=client, relation=on.relation or "contact", given=given or family, family=family if given else "",
            phone=on.phone, began_on=began,
        )  # fmt: skip
    return Intake.objects.create(client=client, referral=on, lead=who, made_by_id=by.staff_id, began_on=began)


@action("intake.begin_for", on="people.Client", makes=True)
def begin_for(*, by: Actor, on: Client, lead: UUID | Staff, began_on: date | None = None) -> Intake:
    """Begin an intake with somebody who is a client already: who came without one, or comes again.

    Raises Unacceptable (began_on, lead): a day to come, or somebody who does not work here.
    """
    began = began_on or today(by.zone)
    who = find("workforce.Staff", lead)
    faults = [Fault("intake.fault.to_come", "began_on")] if began > today(by.zone) else []
    faults += [Fault("foundation.field.choice", "lead")] if who.ended_on is not None else []
    if faults:
        raise Unacceptable(faults)
    return Intake.objects.create(client=on, lead=who, made_by_id=by.staff_id, began_on=began)


@action("intake.observe", on="intake.Intake", makes=True)
def observe(*, by: Actor, on: Intake, taken_on: date | None = None) -> Observed:
    """Begin the intake observation, or go on with the one that is there."""
    there = Observed.objects.filter(intake=on).exclude(answering__state="void").order_by("-at").first()
    if there:
        return there
    observation_form()
    begun = instruments.begin(by=by, on=on.client_id, form=KEY, respondent="self", taken_on=taken_on or today(by.zone))
    return Observed.objects.create(intake=on, client_id=on.client_id, answering=begun)


@action("intake.draw", on="intake.Intake", makes=True)
def draw(*, by: Actor, on: Intake, names: Collection[str]) -> Drawn:
    """Take what was said into the record: strengths, what matters, own words, culture, language. Nothing typed twice.

    Raises Unacceptable (names) where nothing is chosen, or the observation is not signed.
    """
    seen = Observed.objects.filter(intake=on).exclude(answering__state="void").order_by("-at").first()
    if seen is None or answering(seen.answering_id).state != "signed":
        raise Unacceptable(Fault("intake.fault.not_signed", "names"))
    found = {fact.name: fact.said for fact in facts(answers_of(seen.answering_id), record_now(on.client_id))}
    if not names or not set(names) <= set(found):
        raise Unacceptable(Fault("intake.fault.nothing_chosen", "names"))
    people.change(by=by, on=on.client_id, **{name: found[name] for name in names})
    version = newest(Answering.objects.get(pk=seen.answering_id).document_id)
    assert version is not None, "what is signed has a version"
    return Drawn.objects.create(
        intake=on, client_id=on.client_id, version_id=version.id, facts=sorted(names), staff_id=by.staff_id
    )
