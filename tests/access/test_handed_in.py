"""What no page asks, because devices ask it: whoever runs a visit may hand in, enrol a device for oneself, nobody else.

`equivalents.csv` sets the mutants of these verbs aside for the table; here each is noticed by a completed act.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction

from alongside.behaviour import actions as behaviour
from alongside.field import actions as field
from alongside.field.models import Device, Enrolment
from alongside.foundation import reference
from alongside.foundation.errors import Refused
from alongside.foundation.ids import uuid7
from alongside.living import actions as living
from alongside.notes.tests import scenes
from alongside.plans import actions as plans
from alongside.plans.models import Reinforcer
from alongside.safety import actions as safety
from alongside.workforce.models import Staff
from tests.access.evaluate import ROLES, rows
from tests.access.mutants import alive, every
from tests.field.device import Device as Tablet
from tests.field.device import unpacked
from tests.guards.test_verbs import asked

WHO_RUN_VISITS = {"tss", "senior_tss", "supervisor"}
ACTS = {
    "behaviour.notice": lambda given, words: behaviour.notice(**given, area="sleep", words=words),
    "behaviour.give_token": lambda given, words: behaviour.give_token(**given, count=1, words=words),
    "behaviour.exchange": lambda given, words: behaviour.exchange(**given, reinforcer_id=on_the_menu(), cost=1),
    "living.help": lambda given, words: living.help(**given, activity="dressing", level="verbal"),
    "field.enrol": lambda given, words: enrolled(given.pop("by"), words),
    "field.leave": lambda given, words: left(given.pop("by"), words),
    "safety.watch": lambda given, words: safety.watch(**given, due_at=datetime.now(UTC) + timedelta(hours=1)),
}


MAY = dict.fromkeys(ACTS, WHO_RUN_VISITS) | {
    "field.enrol": WHO_RUN_VISITS | {"nurse", "director"},
    "field.leave": set(ROLES),
}


def enrolled(by, label):
    """A device in the name of Rosa."""
    _, asked = Tablet(str(by.agency_id)).asking(label)
    field.enrol(
        by=by, on=Staff.objects.get(party__legal_given="Rosa").pk, device_id=uuid7(), enrolment_id=uuid7(),
        label=label, public_key=unpacked(asked["public_key"]),
    )  # fmt: skip


def left(by, label):
    """Rosa's enrolment on a device, ended."""
    rosa = Staff.objects.get(party__legal_given="Rosa")
    device = Device.objects.create(label=label, token_digest=b"", enrolled_by=rosa)
    field.leave(by=by, on=Enrolment.objects.create(device=device, staff=rosa, public_key=b"").pk)


def on_the_menu():
    return Reinforcer.objects.get().pk


@pytest.fixture
def session(cast):
    """A visit of Rosa's that runs, and something that Theo works for."""
    found = scenes.visit(cast, hours_ago=0.5, recorded=False, end=False)
    plans.offer(by=cast.imani, on=cast.theo.pk, text="Trains", cost=1, schedule="tokens")
    return found.pk


def somebody(cast, role, *, author):
    """Rosa, who runs the visit, or Ben, who is nothing to it, with one role."""
    granted = {key: held for key, held in reference.grants().items() if key[0] == role}
    return replace(cast.rosa if author else cast.ben, roles=(role,), grants=granted)


def may(cast, verb, role, session, *, author):
    """Whether the act is carried out. It is undone."""
    try:
        with transaction.atomic():
            by = somebody(cast, role, author=author)
            ACTS[verb]({"by": by, "on": session, "id": uuid7()}, "Yawned")
            transaction.set_rollback(True)
    except Refused:
        return False
    return True


@pytest.mark.parametrize("verb", ACTS)
def test_whoever_runs_the_visit_may_and_nobody_else(cast, session, verb):
    assert {role for role in ROLES if may(cast, verb, role, session, author=True)} == MAY[verb]
    assert {role for role in ROLES if may(cast, verb, role, session, author=False)} == set()


@pytest.mark.parametrize("verb", ACTS)
def test_every_mutant_of_it_is_noticed(cast, session, verb):
    asked()  # every rule is declared
    mutants = [mutant for mutant in every() if mutant.verb == verb]
    assert len(mutants) >= 9  # two of each role's grant, three of the rule
    for mutant in mutants:
        role = mutant.role or "tss"
        with alive(mutant):
            now = [may(cast, verb, role, session, author=author) for author in (True, False)]
        assert now != [True, False], mutant


def test_the_table_sets_aside_what_is_tried_here():
    said = {line["verb"] for line in rows("equivalents.csv") if "test_handed_in.py" in line["reason"]}
    assert said == set(ACTS)
