"""Words, numbers and times that no page takes come in through the devices' door no better (docs/bad-inputs.md)."""

from datetime import timedelta

import pytest

from alongside.behaviour.models import Observation
from alongside.field.models import Hold
from alongside.field.receiving.details import fields
from alongside.field.receiving.kinds import KINDS
from alongside.plans import actions as plans
from alongside.plans.lookups import plan_in_force, strategies_of
from alongside.skills import actions as skills
from alongside.skills.models import Probe
from alongside.skills.tests import scenes as teaching
from tests.field.device import id7, now, outcomes, written
from tests.input import corpus

TEXTS = [
    "a\x00b", "\ud83d", "right \u202e left", "bell \x07", "a " * 10_001, 7, True, [], {},
]  # fmt: skip
MOMENTS = [
    "yesterday", "2026-02-30T10:00:00.000Z", "2026-02-03T25:00:00.000Z", "2026-02-03T10:00:00", "2026-02-03",
    "0000-01-01T00:00:00.000Z", "0001-01-01T00:00:00.000Z", "1899-12-31T00:00:00.000Z", "2099-01-01T00:00:00.000Z",
    "9999-12-31T23:59:59.999-12:00", "2026-02-03T10:00:00.000+99:00", "٢٠٢٦-02-03T10:00:00.000Z", "", 1770112800, None,
]  # fmt: skip
BAD = {
    "text": TEXTS, "moment": MOMENTS,
    "number": ["1", "", True, float("nan"), float("inf"), float("-inf"), 10**400, [], 1e300],
    "whole": ["1", 1.5, True, float("nan"), 2**63, -(2**70), 10**400, []],
    "flag": ["true", 0, 1, "", []],
    "id": [value for value in corpus.IDS.values() if value] + [7, {}, []],
    "object": [[], "x", 7, {"\x00": 1}],
}  # fmt: skip
ELSEWHERE = {
    "notes.draft/1", "notes.save/1", "notes.sign/1", "instruments.answer/1", "instruments.save/1", "instruments.sign/1",
}  # fmt: skip
"""Whole notes and their signatures: test_notes_from_device.py. Answers to forms: test_answers_from_device.py,
test_signed_answers.py."""
NEVER_HELD = {"safety.duress/1"}
"""A quiet signal is carried out without what cannot be right: test_care_kinds.py."""
WHY = {"unreadable", "unacceptable", "not_here", "clock"}


@pytest.fixture
def bases(shift, cast):
    """kind -> what it is about, and details that are right. The visit runs."""
    start = shift.start(details={"began_at": written(now())})
    session, client = start["id"], str(cast.theo.pk)
    reinforcer = plans.offer(by=cast.imani, on=cast.theo.pk, text="Trains", cost=1, schedule="tokens")
    strategy = strategies_of(plan_in_force(cast.theo.pk, kind="behaviour").version_id)[0].id
    crisis = shift.device.operation("rosa", "incidents.begin/1", client, {"began_at": written(now())})
    assert outcomes(shift.give(start, crisis)) == [("done", "")] * 2
    learned = teaching.program(cast, teaching.target(cast, name="Waves"), steps=(), kinds=())
    skills.move(by=cast.imani, on=learned.pk, reason="Done.", begins_at=teaching.NOW - timedelta(days=10))
    probe = Probe.objects.filter(program=learned).earliest("due_on")
    soon, at = written(now() + timedelta(minutes=30)), written(now())
    return {
        "sessions.start/1": (client, {"programme": str(cast.programme.pk), "zone": "America/New_York", "place": "Yard",
                                      "began_at": at, "overlap_reason": "Somebody took over for me."}),
        "sessions.verify/1": (session, {"moment": "begin", "how": "no_place", "exception": "other",
                                        "reason": "The device had no place."}),
        "sessions.note_presence/1": (session, {"who": "Teacher", "took_part": True, "undone": False}),
        "sessions.end/1": (session, {"ended_at": at, "early_reason": "He was tired."}),
        "behaviour.record/1": (session, {"target": str(shift.target), "details": {"count": 1}, "happened_at": at}),
        "behaviour.use_strategy/1": (session, {"strategy": str(strategy), "at": at}),
        "behaviour.deviate/1": (session, {"what": "Went outside", "reason": "It was loud in there."}),
        "behaviour.notice/1": (session, {"area": "sleep", "words": "Yawned"}),
        "behaviour.give_token/1": (session, {"count": 1, "words": "Waited"}),
        "behaviour.exchange/1": (session, {"reinforcer": str(reinforcer.pk), "cost": 1}),
        "living.help/1": (session, {"activity": "dressing", "level": "verbal", "choice": "taken", "refused": False}),
        "skills.use_technique/1": (session, {"technique": "coping/box_breathing", "went": "helped", "felt": "better",
                                             "felt_words": "like a balloon", "words": "Twice"}),
        "skills.probe/1": (session, {"probe": str(probe.pk), "words": "At the gate"}),
        "incidents.begin/1": (client, {"began_at": at}),
        "incidents.mark/1": (crisis["id"], {"line": "other", "words": "Moved the chairs", "at": at}),
        "incidents.close/1": (crisis["id"], {"closed_at": at}),
        "safety.watch/1": (session, {"due_at": soon}),
        "safety.check_in/1": (session, {"due_at": soon}),
    }  # fmt: skip


def spoilt(kind, right):
    """The details with one of them bad at a time; what may be left out is never bad for being null."""
    for name, field in fields(KINDS[kind].fields).items():
        for bad in BAD[field.sort]:
            if name in right and (bad is not None or field.needed):
                yield {**right, name: bad}
    yield {**right, "more": 1}


def test_every_kind_refuses_everything_bad_and_takes_what_is_right(shift, bases):
    """One visit; of each kind all that is bad first, and then what is right, under the numbers that follow."""
    order = sorted(
        bases, key=lambda kind: (kind in ("sessions.end/1", "incidents.close/1"), kind == "safety.check_in/1")
    )
    tried = 0
    for kind in order:
        on, right = bases[kind]
        bad = [shift.device.operation("rosa", kind, on, details) for details in spoilt(kind, right)]
        good = shift.device.operation("rosa", kind, on, right)
        found = outcomes(shift.give(*bad, good))
        taken = [
            one["details"] for one, (said, why) in zip(bad, found, strict=False) if said != "held" or why not in WHY
        ]
        assert taken == [], (kind, found)
        assert found[-1] == ("done", ""), (kind, Hold.objects.get(operation_id=good["id"]).reasons)
        tried += len(bad)
    assert tried > 250
    assert Observation.objects.count() == 1


@pytest.mark.parametrize("kind", ["behaviour.correct/1", "behaviour.retract/1"])
def test_what_is_set_right_is_set_right_by_the_same_rules(shift, bases, kind):
    """Each bad one about an observation of its own: a second change of the same one waits for the first."""
    session, seen = bases["behaviour.record/1"]
    right = (
        {"details": {"count": 2}, "reason": "Meant two"} if kind.startswith("behaviour.correct") else {"reason": "No"}
    )
    bad = list(spoilt(kind, right))
    rows = [shift.device.operation("rosa", "behaviour.record/1", session, seen) for _ in range(len(bad) + 1)]
    assert outcomes(shift.give(*rows)) == [("done", "")] * len(rows)
    changes = [
        shift.device.operation("rosa", kind, row["id"], one) for row, one in zip(rows, [*bad, right], strict=True)
    ]
    *found, last = outcomes(shift.give(*changes))
    assert [(one, said) for one, said in zip(bad, found, strict=True) if said[0] != "held" or said[1] not in WHY] == []
    assert last == ("done", "")


COUNTS = [-1, 501, 1.5, "1", "٣", True, None, float("nan"), 10**400, [], {"count": 1}]


def test_a_count_that_is_none_is_held(shift, bases):
    session, seen = bases["behaviour.record/1"]
    spoilt = [*({"count": bad} for bad in COUNTS), {}, {"count": 1, "more": 1}, {"seconds": 3}]
    several = [{**seen, "details": details} for details in [{"count": 1}, *spoilt]]
    rows = [shift.device.operation("rosa", "behaviour.record/1", session, details) for details in several]
    first, *found = outcomes(shift.give(*rows))
    assert first == ("done", "")
    assert [
        (one, said) for one, said in zip(spoilt, found, strict=True) if said[0] != "held" or said[1] not in WHY
    ] == []


def test_every_kind_is_tried(bases):
    tried = {*bases, "behaviour.correct/1", "behaviour.retract/1", "incidents.about/1"}
    assert set(KINDS) - tried == ELSEWHERE | NEVER_HELD


def test_an_id_that_is_none_says_nobody_whose_crisis_it_was(shift, cast):
    begun = shift.device.operation("rosa", "incidents.begin/1", cast.staff["rosa"], {"began_at": written(now())})
    details = [{"client": bad} for bad in BAD["id"]] + [
        {"client": id7()},
        {"client": str(cast.theo.pk), "session": "x"},
    ]
    about = [shift.device.operation("rosa", "incidents.about/1", begun["id"], one) for one in details]
    first, *rest = outcomes(shift.give(begun, *about))
    assert first == ("done", "") and {said for said, _ in rest} == {"held"} and {why for _, why in rest} <= WHY
