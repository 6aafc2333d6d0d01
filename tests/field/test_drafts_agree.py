"""Visits that go through the real actions into the real tables, and through the device's rules with the real pack."""

import json
import subprocess
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from uuid import UUID

import pytest
from django.utils.timezone import now
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.behaviour import actions as behaviour
from alongside.behaviour.actions import Seen
from alongside.behaviour.models import Observation, Tally
from alongside.field.packing import queries
from alongside.field.packing.plain import plain
from alongside.foundation.errors import NotHere, Unacceptable
from alongside.foundation.ids import uuid7
from alongside.foundation.moments import today
from alongside.incidents import actions as incidents
from alongside.living import actions as living
from alongside.notes import actions as notes
from alongside.notes import facts
from alongside.notes.models import Remark
from alongside.notes.tests import scenes
from alongside.plans import actions as plans
from alongside.plans.models import Reinforcer, Strategy, Target
from alongside.sessions import actions as sessions
from alongside.skills import actions as skills
from tests.field.node import node
from tests.vectors.making.knowledge import section, words
from tests.vectors.making.scripted import Writer, iso, targets
from tests.vectors.making.streams import acted, story

HERE = Path(__file__).parent


class Carried:
    """Operations carried out by the actions that they name; what these refuse is passed over."""

    def __init__(self, cast):
        self.cast, self.session = cast, None

    def out(self, operations):
        for operation in operations:
            with suppress(Unacceptable, NotHere):
                getattr(self, operation["kind"].split("/")[0].replace(".", "_"))(operation, **operation["details"])

    def sessions_start(self, said, began_at, zone, programme, site):
        self.session = sessions.start(
            by=self.cast.rosa, on=UUID(said["on"]), id=UUID(said["id"]), began_at=moment(began_at), zone=zone,
            programme_id=UUID(programme), site_id=UUID(site),
        ).pk  # fmt: skip

    def sessions_end(self, said, ended_at, early_reason=""):
        sessions.end(by=self.cast.rosa, on=self.session, ended_at=moment(ended_at), early_reason=early_reason)
        behaviour.settle(by=self.cast.rosa, on=self.session)

    def sessions_note_presence(self, said, who, took_part):
        sessions.note_presence(by=self.cast.rosa, on=self.session, id=UUID(said["id"]), who=who, took_part=took_part)

    def behaviour_record(self, said, target, details, happened_at, measure="", second=False):
        seen = Seen(UUID(said["id"]), UUID(target), details, moment(happened_at), measure)
        by = self.cast.imani if second else self.cast.rosa
        behaviour.record(by=by, on=self.session, observations=[seen], second=second)

    def behaviour_correct(self, said, details, happened_at=None, reason=""):
        by, at = self.observer(said["on"]), moment(happened_at) if happened_at else None
        behaviour.correct(by=by, on=said["on"], id=UUID(said["id"]), details=details, happened_at=at, reason=reason)

    def behaviour_retract(self, said, reason=""):
        behaviour.retract(by=self.observer(said["on"]), on=said["on"], id=UUID(said["id"]), reason=reason)

    def behaviour_use_strategy(self, said, strategy, at, undone=False):
        act = {"strategy_id": UUID(strategy), "at": moment(at), "undone": undone}
        behaviour.use_strategy(by=self.cast.rosa, on=self.session, id=UUID(said["id"]), **act)

    def behaviour_deviate(self, said, what, reason):
        at = moment(said["at"])
        behaviour.deviate(by=self.cast.rosa, on=self.session, id=UUID(said["id"]), what=what, reason=reason, at=at)

    def beside(self, action, said, **details):
        action(by=self.cast.rosa, on=self.session, id=UUID(said["id"]), at=moment(said["at"]), **details)

    def behaviour_notice(self, said, **details):
        self.beside(behaviour.notice, said, **details)

    def behaviour_give_token(self, said, **details):
        details["target_id"] = UUID(details.pop("for")) if "for" in details else None
        self.beside(behaviour.give_token, said, **details)

    def behaviour_exchange(self, said, reinforcer, cost):
        self.beside(behaviour.exchange, said, reinforcer_id=UUID(reinforcer), cost=cost)

    def living_help(self, said, **details):
        self.beside(living.help, said, **details)

    def skills_use_technique(self, said, **details):
        self.beside(skills.use_technique, said, **details)

    def incidents_begin(self, said, session, began_at):
        about = {"id": UUID(said["id"]), "session_id": UUID(session), "began_at": moment(began_at)}
        incidents.begin(by=self.cast.rosa, on=UUID(said["on"]), **about)

    def incidents_close(self, said, closed_at):
        incidents.close(by=self.cast.rosa, on=UUID(said["on"]), closed_at=moment(closed_at))

    def observer(self, id):
        row = Observation.objects.filter(pk=id).first()
        return self.cast.imani if row and row.second else self.cast.rosa


def moment(text):
    return datetime.fromisoformat(text)


def told(cast, dice, *, number):
    """A visit of two hours that has just ended: things seen, corrected, taken back; strategies, a deviation."""
    began = (datetime.now(UTC) - timedelta(hours=2, minutes=2)).replace(microsecond=dice.randint(0, 999) * 1000)
    writer, strategies = Writer(began), list(Strategy.objects.filter(client=cast.theo).order_by("id"))
    writer.start(str(cast.theo.pk), programme=str(cast.programme.pk), site=str(cast.site.pk))
    for n in range(number):
        writer.wait(dice.randint(1000, 7_000_000 // number) / 1000)
        acted(dice, writer)
        if n % 11 == 3:
            beside(cast, writer, n)
        if n % 9 == 4:
            use = {"strategy": str(dice.choice(strategies).pk), "at": iso(writer.now), "undone": dice.random() < 0.2}
            writer.write("behaviour.use_strategy/1", writer.session, use)
    writer.write("behaviour.deviate/1", writer.session, {"what": " Went “out”. ", "reason": "because of a drill"})
    writer.write("sessions.note_presence/1", writer.session, {"who": "teacher", "took_part": True})
    writer.now = began + timedelta(hours=2, seconds=dice.randint(0, 59))
    writer.end(early_reason="Came home early")
    return [one for one in writer.operations if not one["kind"].startswith("timer.")]


def beside(cast, writer, n):
    """What is recorded beside the targets: the acts of each kind take turns."""
    menu, target = Reinforcer.objects.filter(client=cast.theo), Target.objects.filter(client=cast.theo).order_by("id")
    acts = (
        ("behaviour.notice/1", {"area": "other", "words": " He seemed “flat”.\r\n Twice "}),
        ("behaviour.give_token/1", {"count": 2 - n % 4 or 1, "for": str(target[n % 3].pk), "words": " waited "}),
        ("behaviour.exchange/1", {"reinforcer": str(menu.get().pk), "cost": 3}),
        ("living.help/1", {"activity": "dishes", "level": "gesture", "choice": "taken", "refused": n % 2 == 0}),
        (
            "skills.use_technique/1",
            {
                "technique": "coping/box_breathing",
                "went": ("helped", "refused")[n % 2],
                "felt_words": " like a “balloon” ",
            },
        ),
    )
    for kind, details in acts:
        writer.write(kind, writer.session, details)
    begun = writer.write(
        "incidents.begin/1", str(cast.theo.pk), {"session": writer.session, "began_at": iso(writer.now)}
    )
    if n % 2:
        writer.write("incidents.close/1", begun, {"closed_at": iso(writer.now)})


def bodies_of(pack, client):
    """The sections of a pack that matter for one client, by the first part of their kind."""
    mine = {s["kind"].split("/")[0]: s["body"] for s in pack["sections"] if s["client"] in (None, str(client))}
    names = ("reference", "client", "note", "places", "reinforcers")
    known = {name: mine[name] for name in names}
    return {**known, "targets": mine["targets"]["targets"], "strategies": mine["strategies"]["strategies"]}


def come_to(asked):
    run = subprocess.run(
        [node(), str(HERE / "draft_here.mjs")], input=json.dumps(asked), capture_output=True, text=True, timeout=60
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


@pytest.mark.parametrize("seed", range(5))
def test_the_device_and_the_tables_agree(cast, seed):
    scenes.plan(cast)
    for known in targets():
        values = {**known, "name": f"{known['name']} {known['measure']}", "improvement": "decrease"}
        Target.objects.create(client=cast.theo, began_at=now(), **values)
    plans.offer(by=cast.imani, on=cast.theo.pk, text="10 minutes of “trains”.", cost=3, schedule="tokens")
    found = {"method": "paired", "ranked": ["Trains", "Bubbles"], "done_on": today(cast.rosa.zone)}
    plans.note_preference(by=cast.rosa, on=cast.theo.pk, **found)
    operations = told(cast, Random(f"tables {seed}"), number=(0, 6, 20, 35, 60)[seed])
    pack = plain(queries.pack(by=cast.rosa, on=cast.staff["rosa"]))
    carried = Carried(cast)
    carried.out(operations)
    gathered = facts.gathered(carried.session)
    asked = {**bodies_of(pack, cast.theo.pk), "words": words(), "planned": None, "now": plain(now())}
    [here] = come_to([{**asked, "operations": operations}])
    rows = Tally.objects.filter(session=carried.session, n__gt=0)
    kept = [[str(t.target_id), t.measure, t.second, t.n, float(t.numerator), t.denominator, t.value] for t in rows]
    assert sorted(here["tallies"], key=str) == sorted(kept, key=str)
    assert here["body"] == facts.body(gathered)
    assert len(here["body"]["sentences"]) > 12 or seed < 2
    note = notes.draft(by=cast.rosa, on=carried.session, id=uuid7(), document_id=uuid7(), body=here["body"])
    assert not Remark.objects.filter(note=note).exists()  # taken in as it is: it says what the records say


@settings(max_examples=12, deadline=None)
@given(seeds=st.lists(st.integers(0, 2**40), min_size=8, max_size=8, unique=True), most=st.integers(1, 80))
def test_any_stream_adds_up_to_the_same(seeds, most):
    """Without tables: the server's rules over rows in memory, for many streams at once."""
    told, reference = [story(seed, most) for seed in seeds], plain(section())
    asked = [
        {"reference": reference, "targets": targets(), "operations": one["operations"], "now": iso(now())}
        for one in told
    ]
    for one, here in zip(told, come_to(asked), strict=True):
        kept = [[*side[:4], float(side[4]), *side[5:]] for side in one["is"]["tallies"]]
        assert sorted(here["tallies"], key=str) == sorted(kept, key=str)
        assert [passed["id"] for passed in here["passed"]] == one["is"]["passed"]
