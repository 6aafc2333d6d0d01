"""What only a completed act can show: forms that are not accepted are refused afterwards by their page's own query.

`equivalents.csv` sets these mutants aside for the table; here somebody without any relation carries the act out. The
product refuses, and each mutant does not: so no such mutant could live.
"""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError

from alongside.documents import lookups as documents
from alongside.foundation import reference
from alongside.foundation.errors import Refused
from alongside.notes import actions as notes
from alongside.notes.tests import scenes
from alongside.people.models import TeamPlace
from alongside.plans import actions as plans
from tests import plans as planned
from tests.access import evaluate
from tests.access.mutants import alive, every
from tests.access.mutate import fits
from tests.guards.test_verbs import asked

WHY = "It says the same as the note before, which was about the same hour."
REASON = "a form that is not accepted asks"


def publish(cast):
    draft = planned.drafted(cast)
    return lambda by: plans.publish(by=by, on=draft)


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


ACTS = {
    "plans.publish": (publish, "supervisor"), "notes.sign": (sign, "tss"), "notes.explain": (explain, "tss"),
    "notes.put_aside": (put_aside, "tss"), "notes.cosign": (cosign, "supervisor"),
    "notes.give_back": (give_back, "supervisor"),
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


def test_without_the_circumstance_the_database_still_refuses_to_return_ones_own(cast):
    """Imani, beside Theo herself and among those whom she supervises."""
    [mutant] = [mutant for mutant in set_aside() if mutant.what == "asks for no circumstance"]
    TeamPlace.objects.create(client=cast.theo, staff_id=cast.staff["imani"], began_on=date(2026, 1, 5))
    mine = replace(cast.imani, supervises=frozenset({*cast.imani.supervises, cast.staff["imani"]}))
    note = scenes.written(cast, by=cast.imani)
    scenes.sign(note, by=cast.imani)
    values = {"by": mine, "on": note.pk, "digest": scenes.digest(note), "reason": WHY}
    with pytest.raises(Refused):
        notes.give_back(**values)
    with alive(mutant), pytest.raises(IntegrityError):
        notes.give_back(**values)
