"""That a clock was wrong is noted in the name of whoever recorded by it. No page asks it: each mutant is tried here."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.db import transaction

from alongside.foundation import reference
from alongside.foundation.errors import Refused
from alongside.foundation.ids import uuid7
from alongside.notes.tests import scenes
from alongside.people import actions as people
from alongside.sessions import actions as sessions
from tests.access.evaluate import ROLES
from tests.access.mutants import alive, every
from tests.guards.test_verbs import asked

VERB = "sessions.note_clock"
MAY = {"tss": {"author", "team"}, "senior_tss": {"author", "team"}, "supervisor": {"author", "team", "supervises"}}


@pytest.fixture
def crew(cast):
    """A visit of Rosa's; Ben beside its client, Imani who supervises Rosa, and Dev who is nothing to it."""
    session = scenes.visit(cast, hours_ago=0.5, recorded=False, end=False).pk
    people.place_on_team(by=cast.dev, on=cast.theo.pk, staff=cast.staff["ben"])
    return session, {"author": cast.rosa, "team": cast.ben, "supervises": cast.imani, "nothing": cast.dev}


def may(crew, role):
    """In which relation somebody with this one role may note it. It is undone."""
    session, actors = crew
    granted = {key: held for key, held in reference.grants().items() if key[0] == role}
    return {
        relation
        for relation, actor in actors.items()
        if carried(replace(actor, roles=(role,), grants=granted), session)
    }


def carried(by, session):
    now = datetime.now(UTC)
    try:
        with transaction.atomic():
            off = sessions.Recorded(uuid7(), "behaviour.record/1", now, 600_000, now)
            sessions.note_clock(by=by, on=session, records=[off])
            transaction.set_rollback(True)
    except Refused:
        return False
    return True


def test_whoever_may_record_may_say_by_which_clock(crew):
    assert {role: may(crew, role) for role in ROLES} == dict.fromkeys(ROLES, set()) | MAY


def test_every_mutant_of_it_is_noticed(crew):
    asked()  # every rule is declared
    mutants = [mutant for mutant in every() if mutant.verb == VERB]
    assert len(mutants) == 16
    for mutant in mutants:
        role = mutant.role or "supervisor"
        with alive(mutant):
            assert may(crew, role) != MAY[role], mutant
