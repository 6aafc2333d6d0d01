"""What only a completed act can show: forms that are not accepted are refused afterwards by their page's own query.

`equivalents.csv` sets these mutants aside for the table; here somebody without any relation carries the act out. The
product refuses, and each mutant does not: so no such mutant could live.
"""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError

from alongside.assessments import actions as assessments
from alongside.assessments.tests import scenes as assessing
from alongside.documents import lookups as documents
from alongside.field import actions as field
from alongside.field.models import Hold
from alongside.foundation import reference
from alongside.foundation.errors import Refused
from alongside.instruments import actions as instruments
from alongside.instruments.tests import scenes as answering
from alongside.intake import actions as intake
from alongside.intake.tests import scenes as intaken
from alongside.notes import actions as notes
from alongside.notes.tests import scenes
from alongside.people.models import TeamPlace
from alongside.plans import actions as plans
from alongside.reports import actions as reports
from alongside.reports.tests import scenes as reporting
from tests import plans as planned
from tests.access import evaluate
from tests.access.mutants import alive, every
from tests.access.mutate import fits
from tests.field.device import now, written
from tests.guards.test_verbs import asked
from tests.walk import devices

FOUND = {"strengths": "Draws and laughs", "findings": "Sleep is short", "recommendations": "An evening routine"}
WHY = "It says the same as the note before, which was about the same hour."
REASON = "a form that is not accepted asks"


def publish(cast):
    draft = planned.drafted(cast)
    return lambda by: plans.publish(by=by, on=draft)


def train(cast):
    version = planned.published(cast)
    said = {"staff_id": cast.staff["rosa"], "hows": ["explained"], "competent": False}
    return lambda by: plans.train(by=by, on=version, **said)


def sign(cast):
    note = scenes.written(cast)
    saved = documents.at_work(note.document_id).saved
    return lambda by: notes.sign(by=by, on=note.pk, saved=saved)


def explain(cast):
    like, note = scenes.signed(cast, hours_ago=6), scenes.written(cast)
    return lambda by: notes.explain(by=by, on=note.pk, like=like.pk, reason=WHY)


def put_aside(cast):
    note = scenes.written(cast)
    saved = documents.at_work(note.document_id).saved
    return lambda by: notes.put_aside(by=by, on=note.pk, saved=saved, reason=WHY)


def cosign(cast):
    note = scenes.signed(cast)
    return lambda by: notes.cosign(by=by, on=note.pk, digest=scenes.digest(note))


def give_back(cast):
    note = scenes.signed(cast)
    return lambda by: notes.give_back(by=by, on=note.pk, digest=scenes.digest(note), reason=WHY)


def sign_answers(cast):
    answers = answering.answered(cast)
    return lambda by: instruments.sign(by=by, on=answers.pk, saved=2)


def take_in(cast):
    """Answers about Theo that his mother gave elsewhere."""
    given = {
        "resourceType": "QuestionnaireResponse", "status": "completed", "authored": "2026-01-10T08:00:00Z",
        "questionnaire": "urn:alongside:instrument:psc-17",
        "item": answering.nodes("psc-17", {str(n): 1 for n in range(1, 18)}),
    }  # fmt: skip
    body = json.dumps(given).encode()
    return lambda by: instruments.take_in(by=by, on=cast.theo.pk, body=body, respondent="parent")


def summarize(cast):
    begun = intaken.begun(cast)
    return lambda by: intake.summarize(by=by, on=begun.pk, **FOUND)


def sign_summary(cast):
    begun = intaken.begun(cast)
    saved = intake.summarize(by=cast.imani, on=begun.pk, **FOUND)
    return lambda by: intake.sign(by=by, on=begun.pk, saved=saved)


def sign_assessment(cast):
    assessment = assessing.opened(cast, assessing.target(cast))
    assessments.save(by=cast.imani, on=assessment, decision=assessing.DECISION, based_on=1)
    return lambda by: assessments.sign(by=by, on=assessment.pk, saved=2)


def sign_report(cast):
    report = reporting.drafted(cast)
    saved = documents.at_work(report.document_id).saved
    return lambda by: reports.sign(by=by, on=report.pk, saved=saved)


def held(cast, by=None):
    """A crisis that began in an hour, as a device has it."""
    device = devices.enrolled(by or cast.rosa, "Blue tablet")
    operation = device.operation("me", "incidents.begin/1", cast.theo.pk, {"began_at": written(now() + AN_HOUR)})
    assert devices.give(device, operation) == ["held"]
    return operation["id"]


def apply(cast, author=None):
    """Once the hour is over, nothing speaks against it."""
    on = Hold.objects.get(operation_id=held(cast, author)).pk

    def act(by):
        with time_machine.travel(now() + 2 * AN_HOUR):
            return field.apply(by=by, on=on)

    return act


def correct(cast, author=None):
    on = Hold.objects.get(operation_id=held(cast, author)).pk
    return lambda by: field.correct(by=by, on=on, details={"began_at": written(now())}, reason=WHY)


def set_hold_aside(cast, author=None):
    on = Hold.objects.get(operation_id=held(cast, author)).pk
    return lambda by: field.set_aside(by=by, on=on, reason=WHY)


def force(cast, author=None):
    """A crisis whose number follows one that never came, days ago."""
    device = devices.enrolled(author or cast.rosa, "Blue tablet")
    device.operation("me", "incidents.begin/1", cast.theo.pk, {"began_at": written(now())})
    waits = device.operation("me", "incidents.begin/1", cast.theo.pk, {"began_at": written(now())})
    assert devices.give(device, waits) == ["waiting"]
    on = Hold.objects.get(operation_id=waits["id"]).pk

    def act(by):
        with time_machine.travel(now() + timedelta(days=4)):
            return field.force(by=by, on=on, reason=WHY)

    return act


AN_HOUR = timedelta(hours=1)
HELD = {"field.apply": apply, "field.correct": correct, "field.set_aside": set_hold_aside, "field.force": force}
ACTS = {
    **{verb: (make, "supervisor") for verb, make in HELD.items()},
    "plans.publish": (publish, "supervisor"), "plans.train": (train, "supervisor"),
    "notes.sign": (sign, "tss"), "notes.explain": (explain, "tss"),
    "notes.put_aside": (put_aside, "tss"), "notes.cosign": (cosign, "supervisor"),
    "notes.give_back": (give_back, "supervisor"),
    "instruments.take_in": (take_in, "supervisor"),
    "intake.summarize": (summarize, "tss"), "intake.sign": (sign_summary, "tss"),
    "instruments.sign": (sign_answers, "tss"), "assessments.sign": (sign_assessment, "supervisor"),
    "reports.sign": (sign_report, "supervisor"),
}  # fmt: skip


def set_aside():
    asked()  # every rule is declared
    lines = [line for line in evaluate.rows("equivalents.csv") if line["reason"].startswith(REASON)]
    return [mutant for mutant in every() if any(fits(line, mutant) for line in lines)]


def somebody(cast, role):
    """Hana with this one role: licensed, just confirmed, nothing to Theo and nothing to Rosa."""
    granted = {key: held for key, held in reference.grants().items() if key[0] == role}
    return replace(cast.hana, roles=(role,), grants=granted, credential="LCSW", confirmed_at=datetime.now(UTC))


def test_every_such_verb_has_its_act():
    assert {mutant.verb for mutant in set_aside()} == set(ACTS)


RELATED = [mutant for mutant in set_aside() if mutant.what != "asks for no circumstance"]


@pytest.mark.parametrize("mutant", RELATED, ids=str)
def test_a_completed_act_tells(cast, mutant):
    make, usual = ACTS[mutant.verb]
    act, role = make(cast), mutant.role or usual
    with pytest.raises(Refused):
        act(somebody(cast, role))
    with alive(mutant):
        act(somebody(cast, role))


def circumstance(verb):
    [mutant] = [one for one in set_aside() if one.what == "asks for no circumstance" and one.verb == verb]
    return mutant


@pytest.mark.parametrize("verb", HELD)
def test_what_one_recorded_oneself_another_person_decides_about(cast, verb):
    """Imani, among those whom she supervises."""
    mine = replace(cast.imani, supervises=frozenset({*cast.imani.supervises, cast.staff["imani"]}))
    act = HELD[verb](cast, cast.imani)
    with pytest.raises(Refused):
        act(mine)
    with alive(circumstance(verb)):
        act(mine)


def test_without_the_circumstance_the_database_still_refuses_to_return_ones_own(cast):
    """Imani, beside Theo herself and among those whom she supervises."""
    mutant = circumstance("notes.give_back")
    TeamPlace.objects.create(client=cast.theo, staff_id=cast.staff["imani"], began_on=date(2026, 1, 5))
    mine = replace(cast.imani, supervises=frozenset({*cast.imani.supervises, cast.staff["imani"]}))
    note = scenes.written(cast, by=cast.imani)
    scenes.sign(note, by=cast.imani)
    values = {"by": mine, "on": note.pk, "digest": scenes.digest(note), "reason": WHY}
    with pytest.raises(Refused):
        notes.give_back(**values)
    with alive(mutant), pytest.raises(IntegrityError):
        notes.give_back(**values)
