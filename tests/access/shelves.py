"""Everything a client can have, once for each client: rows that the addresses of pages name."""

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import time_machine

from alongside.assessments import actions as assessments
from alongside.behaviour import actions as behaviour
from alongside.behaviour.actions import Seen
from alongside.consents import actions as consents
from alongside.documents import actions as documents
from alongside.fidelity import actions as fidelity
from alongside.fidelity import asking
from alongside.foundation.ids import uuid7
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.incidents import actions as incidents
from alongside.instruments import actions as instruments
from alongside.instruments.lookups import alarms_in
from alongside.instruments.tests.scenes import nodes
from alongside.intake import actions as intake
from alongside.intake.tests import scenes as intaken
from alongside.living import actions as living
from alongside.notes import actions as notes
from alongside.notes.tests import scenes
from alongside.outcomes.standings import remake
from alongside.parties.models import ContactPoint
from alongside.people import actions as people
from alongside.people.models import Client, Enrolment, TeamPlace
from alongside.plans import actions as plans
from alongside.plans.models import PlanVersion, Target
from alongside.reports import actions as reports
from alongside.safety import actions as safety
from alongside.schedule import actions as schedule
from alongside.sessions import actions as sessions
from alongside.skills import actions as skills
from alongside.skills.rules import Rule, Step
from alongside.skills.rules.texts import Whole
from tests import plans as made
from tests.cast import SINCE

ITEM = {"linkId": "1", "type": "string", "text": "How was the day?"}


@dataclass
class Around:
    """Who does what in an agency: the office, whoever works with the clients, and their licensed supervisor."""

    agency: UUID
    office: Actor
    director: Actor
    worker: Actor
    lead: Actor
    programme: Any
    site: Any


def taken_in(around: Around, name: str, number: int) -> UUID:
    """A client with the worker on the team, and words in the record that only those who care may read."""
    client = people.admit(
        by=around.office, on=around.agency, programme=around.programme.pk, admitted_on=SINCE, given=name,
        family="Access", identifier=f"ACCESS-{number}",
    ).pk  # fmt: skip
    people.place_on_team(by=around.office, on=client, staff=around.worker.staff_id, began_on=SINCE)
    people.change(by=around.director, on=client, strengths="strengths-of-the-client")
    return client


def shelved(by: Actor, agency: UUID) -> dict[str, UUID]:
    """A form in two editions, the newer of which cannot be published: nobody's agreement changes it."""
    asked = {"resourceType": "Questionnaire", "url": "urn:asked", "title": "Asked", "item": [ITEM]}
    older = documents.bring_in(by=by, on=agency, body=json.dumps({**asked, "version": "1"}).encode())
    newer = {**asked, "version": "2", "implicitRules": "urn:rules"}
    edition = documents.bring_in(by=by, on=agency, body=json.dumps(newer).encode())
    own = plans.derive_template(by=by, on=agency, key="escape-adult", name="Ours")
    return {"form": older.form_id, "older": older.pk, "edition": edition.pk, "own_edition": own.pk}


def coming(by: Actor, agency: UUID) -> dict[str, UUID]:
    """Somebody who was referred."""
    reason = "Sleeps badly since the move"
    made = intake.refer(by=by, on=agency, given="Refa", source="self", reason=reason, phone="+1 215 555 0177")
    return {"referral": made.pk}


def _intake(around: Around, client: UUID) -> dict[str, UUID]:
    """An intake with a consent and a summary."""
    begun = intake.begin_for(by=around.director, on=client, lead=around.worker.staff_id)
    given = consents.record(by=around.director, on=client, what="treatment", given=True, way="paper")
    told = {"strengths": "Draws and laughs", "findings": "Sleep is short", "recommendations": "An evening routine"}
    return {"consent": given.pk, "summary": intaken.summed_up(begun, around.worker, **told).pk}


def furnished(around: Around, client: UUID, number: int) -> dict[str, UUID]:
    """Ids of one thing of every kind that is about this client."""
    found = {"client": client, **_person(around, client), **_plan(around, client)}
    found |= at_work(around, client, around.worker, number) | _intake(around, client)
    found["note"] = signed(around, client, around.worker).pk
    found["check"] = scored(client, found["past"], around.lead, "observer")
    found |= _assessed(around, client, found["target"])
    asked = {"form": "gad-7", "respondent": "self", "occasion": "intake"}
    found["asking"] = instruments.ask(by=around.lead, on=client, **asked).pk
    return {**found, **_reports(around, client)}


def report_draft(by: Actor, client: UUID) -> Any:
    """A report for a payer, not signed yet."""
    target = Target.objects.get(client=client, name="Aggression")
    day = datetime.now(ZoneInfo("America/New_York")).date()
    return reports.draft(
        by=by, on=client, reader="payer", addressee="Plan", language="en", first_day=SINCE, last_day=day,
        objectives=[target.pk],
    )  # fmt: skip


def signed_report(by: Actor, client: UUID) -> Any:
    report = report_draft(by, client)
    reports.sign(by=scenes.confirmed(by), on=report, saved=1)
    return report


def _reports(around: Around, client: UUID) -> dict[str, UUID]:
    """A signed report and a draft."""
    lead = around.lead
    report = signed_report(lead, client)
    return {"report": report.pk, "report_draft": report_draft(lead, client).pk}


def scored(client: UUID, session: UUID, by: Actor, kind: str) -> UUID:
    """A check of a visit that is over: by the supervisor, or by whoever made it."""
    version = made.lookups.plans_in_force(client, kind="behaviour")[0].version_id
    results = {step.key: "yes" for step in asking.steps_of(version)}
    return fidelity.check(by=by, on=session, id=uuid7(), kind=kind, results=results).pk


def at_work(around: Around, client: UUID, worker: Actor, number: int) -> dict[str, UUID]:
    """A visit to come, a session that runs, something seen in it and a timer; a draft. All of one worker."""
    now = datetime.now(UTC).replace(microsecond=0)
    begins = now + timedelta(days=30, hours=number)
    in_force = made.lookups.plan_in_force(client, kind="behaviour")
    made.make_ready(in_force.version_id, by=around.lead, who=worker)
    visit = schedule.book(
        by=around.director, on=client, staff_id=worker.staff_id, programme_id=around.programme.pk, begins_at=begins,
        ends_at=begins + timedelta(minutes=50), zone="America/New_York", overlap_reason="Several in one table.",
    )  # fmt: skip
    session = _session(around, client, worker, now - timedelta(minutes=20))
    hits, timed, watched = (Target.objects.get(client=client, name=name) for name in ("Aggression", "Timed", "Watched"))
    seen = Seen(uuid7(), hits.pk, {"count": 1}, now - timedelta(minutes=10), "")
    behaviour.record(by=worker, on=session, observations=[seen])
    timer, watch = (
        behaviour.time(by=worker, on=session, id=uuid7(), target_id=of.pk, at=now - timedelta(minutes=5))
        for of in (timed, watched)
    )
    past = _session(around, client, worker, now - timedelta(hours=3))
    was_seen = Seen(uuid7(), hits.pk, {"count": 1}, now - timedelta(hours=2, minutes=30), "")
    behaviour.record(by=worker, on=past, observations=[was_seen])
    too = Seen(uuid7(), hits.pk, {"count": 1}, now - timedelta(hours=2, minutes=30), "")
    behaviour.record(by=around.lead, on=past, observations=[too], second=True)
    sessions.end(by=worker, on=past, ended_at=now - timedelta(hours=2))
    draft = notes.draft(by=worker, on=past)
    return {
        **help_asked(worker, client, session), **_answered(worker, client),
        "taken": taken_in_from_elsewhere(around, client, number), "visit": visit.pk, "session": session,
        "observation": seen.id, "timer": timer, "watch": watch,
        "target": hits.pk, "timed": timed.pk, "watched": watched.pk, "past": past, "was_seen": was_seen.id,
        "draft": draft.pk, "visit_day": begins.astimezone(ZoneInfo("America/New_York")).date(),
        "worker": around.worker.staff_id, "programme": around.programme.pk, "site": around.site.pk,
    }  # fmt: skip


def _signed_on_paper(around: Around, version: UUID) -> UUID:
    base = PlanVersion.objects.get(pk=version).digest
    scan = ("signed.pdf", b"%PDF-1.7 signed on paper")
    said = {"capacity": "prescriber", "how": "paper", "name": "Dr. Access", "base": base, "scan": scan}
    return plans.note_signature(by=around.lead, on=version, **said).pk


def _answered(worker: Actor, client: UUID) -> dict[str, UUID]:
    """A form that is being answered, and one that was, with an answer that speaks of suicide."""
    day = today("America/New_York")
    about = {"form": "phq-9", "respondent": "self", "taken_on": day}
    draft, done = (instruments.begin(by=worker, on=client, **about) for _ in range(2))
    instruments.save(by=worker, on=done, based_on=1, answers=nodes("phq-9", {str(n): 1 for n in range(1, 10)}))
    instruments.sign(by=scenes.confirmed(worker), on=done.pk, saved=2)
    return {"answers": draft.pk, "answered": done.pk, "alarm": alarms_in(done.pk)[0].id}


def taken_in_from_elsewhere(around: Around, client: UUID, number: int) -> UUID:
    """Answers that were given elsewhere, each at another moment."""
    resource = {
        "resourceType": "QuestionnaireResponse", "status": "completed", "authored": f"2026-01-10T08:{number:02}:00Z",
        "questionnaire": "urn:alongside:instrument:phq-9", "item": nodes("phq-9", {"1": 1, "9": 0}),
    }  # fmt: skip
    body = json.dumps(resource).encode()
    return instruments.take_in(by=around.lead, on=client, body=body, respondent="self").pk


def help_asked(worker: Actor, client: UUID, session: UUID) -> dict[str, UUID]:
    """A crisis of a client, a watch and a quiet signal, of one worker."""
    crisis = incidents.begin(by=worker, on=client, id=uuid7(), session_id=session)
    incidents.mark(by=worker, on=crisis, id=uuid7(), line="gave_space")
    living.help(by=worker, on=session, id=uuid7(), activity="travel", level="verbal")
    lone = safety.watch(by=worker, on=session, id=uuid7(), due_at=datetime.now(UTC) + timedelta(hours=1))
    signal = safety.duress(by=worker, on=worker.staff_id, id=uuid7(), session_id=session)
    return {"crisis": crisis.pk, "lone": lone.pk, "signal": signal.pk}


def crisis(by: Actor, client: UUID) -> UUID:
    """A crisis that somebody began who runs no visit."""
    return incidents.begin(by=by, on=client, id=uuid7()).pk


def alone(around: Around, client: UUID, worker: Actor) -> dict[str, UUID]:
    """A session that runs, in which somebody asked for help."""
    return help_asked(worker, client, _session(around, client, worker, datetime.now(UTC) - timedelta(minutes=9)))


def signed(around: Around, client: UUID, author: Actor) -> Any:
    """A note of the author's, signed. Its words are like no other note's."""
    words = " ".join(f"word{uuid7().hex[-8:]}" for _ in range(60))
    cast = SimpleNamespace(
        theo=Client.objects.select_related("party").get(pk=client), rosa=author, imani=around.lead,
        programme=around.programme, site=around.site,
    )  # fmt: skip
    return scenes.signed(cast, by=author, own={"plan": words, "safety": f"Nobody was hurt. {words[::-1]}"})


def _session(around: Around, client: UUID, worker: Actor, began: datetime) -> UUID:
    return sessions.start(
        by=worker, on=client, id=uuid7(), began_at=began, programme_id=around.programme.pk, site_id=around.site.pk,
        overlap_reason="Several in one table.",
    ).pk  # fmt: skip


def _assessed(around: Around, client: UUID, target: UUID) -> dict[str, UUID]:
    """An assessment at work, and a structured analysis with one trial."""
    day = today("America/New_York")
    asked = assessments.open_(by=around.lead, on=client, targets=[target], began_on=day - timedelta(days=7), until=day)
    pairs = assessments.arrange(by=around.lead, on=client, kind="paired", title="Snacks", names=["Trains", "Music"])
    trial = {"one": "Trains", "other": "Music", "chosen": "Trains"}
    assessments.enter(by=around.worker, on=pairs, details=trial, done_on=day)
    return {"assessment": asked.pk, "analysis": pairs.pk}


def _person(around: Around, client: UUID) -> dict[str, UUID]:
    by = around.director
    contact = people.connect(
        by=by, on=client, relation="mother", given="June", family="Access", phone="555 010 0199", began_on=SINCE
    )
    place = TeamPlace.objects.get(client=client, staff=around.worker.staff_id)
    return {
        "contact": contact.pk, "way": ContactPoint.objects.get(party=contact.party_id).pk, "place": place.pk,
        "alert": people.raise_alert(by=by, on=client, kind="danger", text="Runs toward water").pk,
        "home": people.house(by=by, on=client, name="Home", began_on=SINCE).pk,
        "enrolment": Enrolment.objects.get(client=client).pk,
    }  # fmt: skip


def _plan(around: Around, client: UUID) -> dict[str, UUID]:
    cast = SimpleNamespace(theo=Client.objects.select_related("party").get(pk=client), imani=around.lead)
    with time_machine.travel(datetime.now(UTC) - timedelta(days=1)):
        first_version = made.drafted(cast)
        for name, measure in (("Timed", "duration"), ("Watched", "partial_interval")):
            settings = made.SETTINGS.get(measure, {})
            of = replace(made.HANDS, name=name, screen_name=name, measure=measure, settings=settings)
            plans.write(by=around.lead, on=first_version, section=of)
        for name in ("Taught", "Not taught"):
            of = replace(made.HANDS, name=name, screen_name=name, kind="skill", measure="count", improvement="increase")
            plans.write(by=around.lead, on=first_version, section=of)
        restriction = made.restricted(around.lead, first_version)
        approval, _ = made.agreed(around.lead, restriction, "committee", "consent")
        plans.publish(by=around.lead, on=first_version)
    Client.objects.filter(pk=client).update(diagnosis="F84.0")
    first = Target.objects.get(client=client, name="Aggression")
    now = datetime.now(UTC)
    phase = plans.begin_phase(
        by=around.lead, on=first, condition="baseline", label="Baseline", begins_at=now - timedelta(days=20)
    )
    change = plans.note_change(
        by=around.lead, on=client, kind="sleep", label="Sleeps badly", at=now - timedelta(days=3)
    )
    reinforcer = plans.offer(by=around.lead, on=client, text="Trains", cost=5, schedule="tokens")
    treatment = made.drafted(cast, kind="treatment", by=around.lead)
    aim = made.treatment_sections()[-1]
    goal = replace(aim, words="Hits less.", objectives=(replace(aim.objectives[0], target_id=first.pk),))
    plans.write(by=around.lead, on=treatment, section=goal)
    plans.publish(by=around.lead, on=treatment)
    objective = next(one for one in made.lookups.objectives_of(client) if one.target_id)
    remake(client)
    version = made.lookups.plan_in_force(client, kind="behaviour")
    draft = plans.draft(by=around.lead, on=version.plan_id)
    return {
        "signature": _signed_on_paper(around, version.version_id),
        "plan": version.plan_id, "version": version.version_id, "draft_version": draft.pk, "phase": phase.pk,
        "change": change.pk, "reinforcer": reinforcer.pk, "objective": objective.id, **_skills(around, client),
        "restriction": restriction.pk, "approval": approval.pk,
    }  # fmt: skip


def _skills(around: Around, client: UUID) -> dict[str, UUID]:
    """A skill that is taught by a program, and one that is not."""
    taught, free = (Target.objects.get(client=client, name=name) for name in ("Taught", "Not taught"))
    whole = Whole(rule=Rule(">=", 3), hierarchy="least_to_most", steps=(Step("First"), Step("Second")), weeks=(1,))
    program = skills.begin(by=around.lead, on=taught, domain="social", whole=whole)
    chosen = skills.choose(by=around.lead, on=client, technique="coping/calm_place")
    return {"program": program.pk, "skill": free.pk, "chosen": chosen.pk}
