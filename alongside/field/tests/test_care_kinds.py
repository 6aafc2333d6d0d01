"""What is recorded beside the targets arrives as it was: tokens, help, a crisis, words of somebody who works alone."""

from datetime import timedelta
from uuid import uuid4

from alongside.behaviour import lookups as behaviour
from alongside.field.packing import queries
from alongside.field.tests.packs import of_kind
from alongside.foundation.tenancy import inside
from alongside.incidents.lookups import crises_of, timeline
from alongside.living.lookups import of_session as helped_in
from alongside.plans import actions as plans
from alongside.safety.lookups import own
from alongside.safety.models import Duress, Watch
from alongside.skills import actions as skills
from alongside.skills.tests import scenes as teaching
from tests.field.device import now, written


def outcomes(answer):
    return [(one["outcome"], one["reasons"]) for one in answer.json()["receipts"]]


def of(shift, kind, on, /, **details):
    return shift.device.operation("rosa", kind, on, details)


def test_everything_of_a_visit_arrives_after_its_end(shift, cast):
    with inside(cast.agency):
        trains = plans.offer(by=cast.imani, on=cast.theo, text="Trains", cost=5, schedule="tokens")
    visit = shift.start()
    on = visit["id"]
    several = [
        visit,
        of(shift, "behaviour.notice/1", on, area="sleep", words="Yawned all morning."),
        of(shift, "behaviour.exchange/1", on, reinforcer=str(trains.pk), cost=5),
        of(shift, "behaviour.give_token/1", on, count=3, **{"for": str(shift.target)}),
        of(shift, "behaviour.give_token/1", on, count=1, words="Waited"),
        of(shift, "living.help/1", on, activity="dressing", level="gesture", choice="taken"),
        of(shift, "safety.watch/1", on, due_at=written(now() + timedelta(hours=1))),
        of(shift, "safety.check_in/1", on, due_at=written(now() + timedelta(hours=2))),
        of(shift, "safety.duress/1", on, latitude=39.95, longitude=-75.16),
        shift.end(visit),
    ]
    assert outcomes(shift.give(*several)) == [("done", [])] * len(several)
    with inside(cast.agency):
        assert [one.words for one in behaviour.noticed_in(on)] == ["Yawned all morning."]
        assert behaviour.balance(cast.theo.pk).has == -1 and behaviour.balance(cast.theo.pk).short
        assert [one.level for one in helped_in(on)] == ["gesture"]
        assert own(cast.staff["rosa"]) == [] and Watch.objects.count() == 1
        assert Duress.objects.get().client_id == cast.theo.pk


def test_a_crisis_begun_while_nobody_knew_whose_arrives_step_by_step(shift, cast):
    begun = of(shift, "incidents.begin/1", cast.staff["rosa"], began_at=written(now() - timedelta(minutes=9)))
    on = begun["id"]
    several = [
        begun,
        of(shift, "incidents.mark/1", on, line="called_911", at=written(now() - timedelta(minutes=7))),
        of(shift, "incidents.close/1", on, closed_at=written(now())),
        of(shift, "incidents.about/1", on, client=str(cast.theo.pk)),
        of(shift, "incidents.begin/1", cast.theo.pk, began_at=written(now())),
        of(shift, "safety.duress/1", cast.staff["rosa"]),
    ]
    assert outcomes(shift.give(*several)) == [("done", [])] * len(several)
    with inside(cast.agency):
        assert [line.line for line in timeline(on).lines] == ["called_911"]
        assert len(crises_of(cast.theo.pk)) == 2 and Duress.objects.get().session_id is None


def test_what_cannot_be_carried_out_is_held_with_its_reason(shift):
    visit = shift.start()
    held = shift.give(
        visit,
        of(shift, "safety.check_in/1", visit["id"]),
        of(shift, "behaviour.notice/1", visit["id"], area="shoes"),
        of(shift, "living.help/1", visit["id"], activity="dressing", level="verbal", refused="no"),
        of(shift, "behaviour.exchange/1", visit["id"], reinforcer=str(uuid4()), cost=1),
    )
    codes = [[one["code"] for one in reasons] for _, reasons in outcomes(held)]
    assert codes[1:3] == [["not_here"], ["unacceptable", "behaviour.fault.not_a_choice"]]
    assert codes[3:] == [["unreadable"], ["unacceptable", "behaviour.fault.no_such_reinforcer"]]


def test_the_pack_says_what_is_taught_and_what_is_to_be_looked_at_again(shift, cast):
    theo = str(cast.theo.pk)
    with inside(cast.agency):
        assert theo not in of_kind(queries.pack(by=cast.rosa, on=cast.staff["rosa"]), "skills/1")
        greets, kept = teaching.target(cast), teaching.target(cast, name="Waves")
        teaching.program(cast, greets)
        row = teaching.program(cast, kept, steps=())
        skills.move(by=cast.imani, on=row.pk, reason="Done.", begins_at=teaching.NOW - timedelta(days=10))
        pack = queries.pack(by=cast.rosa, on=cast.staff["rosa"])
    [first, second] = of_kind(pack, "skills/1")[theo]["taught"]
    assert first["said"].startswith("Step 1 of 2: An adult.") and first["due"] == 0
    assert (second["name"], second["due"]) == ("Waves", 1)


def test_the_pack_takes_along_the_menu_what_is_practised_and_what_was_recorded(shift, cast):
    with inside(cast.agency):
        plans.offer(by=cast.imani, on=cast.theo, text="Trains", cost=5, schedule="fixed_ratio", every=3)
    visit = shift.start()
    shift.give(
        visit,
        of(shift, "behaviour.give_token/1", visit["id"], count=3),
        of(shift, "living.help/1", visit["id"], activity="laundry", level="verbal"),
    )
    with inside(cast.agency):
        pack, theo = queries.pack(by=cast.rosa, on=cast.staff["rosa"]), str(cast.theo.pk)
    menu = of_kind(pack, "reinforcers/1")[theo]
    assert menu["tokens"] == 3
    assert [(r["text"], r["cost"], r["every"], r["counts"]) for r in menu["menu"]] == [("Trains", 5, 3, "responses")]
    assert of_kind(pack, "living/1")[theo] == {"practised": ["laundry"]}
    kinds = [one["kind"] for one in of_kind(pack, "session/1")[theo]["recorded"]]
    assert sorted(kinds) == ["behaviour.give_token/1", "living.help/1"]
    assert of_kind(pack, "reference/1")[None]["noticing"]["areas"][0] == "sleep"
