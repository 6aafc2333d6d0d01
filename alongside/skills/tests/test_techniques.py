"""The library, techniques of a client, what was used and what helped; tokens; the page of a visit."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.db import DatabaseError, connection, transaction

from alongside.behaviour import actions as behaviour
from alongside.foundation.errors import Refused, Unacceptable
from alongside.foundation.ids import uuid7
from alongside.foundation.moments import today
from alongside.plans import actions as plans
from alongside.schedule import actions as schedule
from alongside.sessions import actions as sessions
from alongside.skills import actions as skills
from alongside.skills import library, lookups, queries
from alongside.skills.models import Chosen, TechniqueUse
from alongside.skills.rules import economy
from alongside.skills.rules.helping import Use, counted
from alongside.skills.tests import scenes

BOX, SOLES = "coping/box_breathing", "mindfulness/soles"


def codes(no):
    return [(fault.code.rsplit(".")[-1], fault.field) for fault in no.value.faults]


@pytest.fixture
def running(cast):
    return sessions.start(
        by=cast.rosa, on=cast.theo.pk, id=uuid7(), began_at=datetime.now(UTC) - timedelta(minutes=30),
        programme_id=cast.programme.pk, site_id=cast.site.pk,
    )  # fmt: skip


def used(cast, session, technique=BOX, went="helped", **said):
    return skills.use_technique(by=cast.rosa, on=session.pk, id=uuid7(), technique=technique, went=went, **said)


@pytest.mark.parametrize("family", library.families())
def test_every_family_has_enough_and_every_technique_is_whole(family):
    some = [one for one in library.techniques().values() if one.family == family]
    assert len(some) >= 5
    for one in some:
        assert 4 <= len(one.steps) <= 6 and one.watch and one.not_when and one.what_for and one.read
        assert 0 < one.ages[0] < one.ages[1] <= 120 and one.minutes > 0
        assert all(step.endswith((".", "?", "”")) for step in one.steps), one.key


def test_no_two_techniques_are_told_alike():
    steps = [step for one in library.techniques().values() for step in one.steps]
    assert len(steps) == len(set(steps))
    assert len({one.name for one in library.techniques().values()}) == len(library.techniques())


def test_a_technique_is_chosen_once_and_put_back(cast):
    row = skills.choose(by=cast.imani, on=cast.theo.pk, technique=BOX, words="Before the bus.")
    with pytest.raises(Unacceptable) as no:
        skills.choose(by=cast.imani, on=cast.theo.pk, technique=BOX)
    assert codes(no) == [("chosen", "technique")]
    with pytest.raises(Unacceptable) as no:
        skills.choose(by=cast.imani, on=cast.theo.pk, technique="coping/magic", program_id=uuid4())
    assert codes(no) == [("choice", "technique"), ("choice", "program")]
    with pytest.raises(Refused):
        skills.choose(by=cast.rosa, on=cast.theo.pk, technique=SOLES)
    [one] = lookups.chosen_of(cast.theo.pk)
    assert (one.name, one.words) == ("Breathing around a square", "Before the bus.")
    skills.put_back(by=cast.imani, on=row.pk)
    skills.put_back(by=cast.imani, on=row.pk)
    assert lookups.chosen_of(cast.theo.pk) == () and Chosen.objects.get().ended_by_id == cast.imani.staff_id


def test_what_was_used_is_kept_once_and_for_good(cast, running):
    id = uuid7()
    for _ in range(2):
        skills.use_technique(
            by=cast.rosa, on=running.pk, id=id, technique=BOX, went="some", felt="better", felt_words="I can breathe."
        )
    [one] = lookups.used_in(running.pk)
    assert (one.name, one.felt, one.felt_words, one.went) == (
        "Breathing around a square",
        "better",
        "I can breathe.",
        "some",
    )
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("update skills_techniqueuse set went = 'helped'")
    with pytest.raises(Refused):
        skills.use_technique(by=cast.imani, on=running.pk, id=uuid7(), technique=BOX, went="helped")


@pytest.mark.parametrize(
    ("said", "expected"),
    [({"technique": "x/y"}, ("choice", "technique")), ({"went": "well"}, ("choice", "went")),
     ({"felt": "great"}, ("choice", "felt")), ({"at": scenes.NOW - timedelta(days=2)}, ("not_in_session", "at"))],
)  # fmt: skip
def test_what_cannot_have_been(cast, running, said, expected):
    with pytest.raises(Unacceptable) as no:
        used(cast, running, **said)
    assert codes(no)[0][1] == expected[1] and not TechniqueUse.objects.exists()


def test_what_helped_is_counted_with_what_was_tried():
    day = datetime(2026, 11, 1, tzinfo=UTC)
    uses = [Use("a", "better", "helped", day), Use("a", "", "not", day), Use("a", "worse", "refused", day),
            Use("b", "much_better", "helped", day), Use("c", "", "refused", day)]  # fmt: skip
    found = counted(uses, good_felt=["much_better", "better"], good_went=["helped"])
    assert [(one.technique, one.used, one.helped, one.refused, one.asked, one.felt_good) for one in found] == [
        ("b", 1, 1, 0, 1, 1), ("a", 3, 1, 1, 2, 1), ("c", 1, 0, 1, 0, 0),
    ]  # fmt: skip


KNOWN = {"few_choices": 4, "often": 0.7, "dropped": 0.5}


def test_hints_need_enough_and_say_what_faded_or_stands_alone():
    one, two, middle = uuid4(), uuid4(), datetime(2026, 11, 8, tzinfo=UTC)
    before, after = middle - timedelta(days=1), middle + timedelta(days=1)
    few = economy.choices([(one, before)] * 3, middle=middle)
    assert economy.hints(few, known=KNOWN) == ()
    faded = economy.choices([(one, before)] * 4 + [(one, after)] + [(two, after)] * 4, middle=middle)
    assert [(hint.code, hint.reinforcer) for hint in economy.hints(faded, known=KNOWN)] == [("fading", one)]
    alone = economy.choices([(one, before)] * 4 + [(one, after)] * 4 + [(two, after)], middle=middle)
    assert [(hint.code, hint.reinforcer) for hint in economy.hints(alone, known=KNOWN)] == [("alone", one)]


@pytest.mark.parametrize(
    ("tokens", "good", "at_criterion", "proposed"),
    [(10, 10, True, 2), (10, 20, True, 3), (10, 24, True, 3), (10, 100, True, 15), (10, 10, False, None),
     (0, 10, True, None), (10, 0, True, None), (1, 30, True, None)],
)  # fmt: skip
def test_tokens_become_fewer_one_step_at_a_time(tokens, good, at_criterion, proposed):
    ratios = [1, 2, 3, 5, 8, 10, 15, 20]
    found = economy.thinner(uuid4(), tokens=tokens, good=good, at_criterion=at_criterion, ratios=ratios)
    assert (found.proposed if found else None) == proposed


def test_the_page_of_tokens_joins_what_was_earned_and_taken(at, cast, running):
    greets = scenes.target(cast)
    scenes.program(cast, greets)
    for ago in (5, 4, 3):
        scenes.trials(cast, greets, ago, 10)
    trains = plans.offer(by=cast.imani, on=cast.theo, text="Trains", cost=3, schedule="tokens")
    behaviour.give_token(by=cast.rosa, on=running.pk, id=uuid7(), count=15, target_id=greets.pk)
    behaviour.exchange(by=cast.rosa, on=running.pk, id=uuid7(), reinforcer_id=trains.pk, cost=3)
    found = queries.tokens(by=cast.rosa, on=cast.theo.pk)
    assert (found.balance.has, [(w.given, w.spent) for w in found.weeks]) == (12, [(15, 3)])
    assert [(one.tokens, one.good, one.proposed) for one in found.thinner] == [(15, 30.0, 3)]
    shown = at("rosa").get(f"/clients/{cast.theo.pk}/tokens/").content.decode()
    assert "12 tokens now" in shown and "Proposed: one token for 3 good answers." in shown and "Trains" in shown
    assert at("ben").get(f"/clients/{cast.theo.pk}/tokens/").status_code == 403
    assert at("rosa").get(f"/clients/{cast.omar.pk}/tokens/").status_code == 404


def test_the_library_is_read_by_age_and_technique(at, cast):
    assert "Life" not in at("rosa").get("/techniques/?age=4").content.decode()
    assert "A book of my life" in at("rosa").get("/techniques/").content.decode()
    shown = at("rosa").get("/techniques/coping/calm_place/").content.decode()
    assert "never a punishment" in shown and "Not when:" in shown
    assert at("rosa").get("/techniques/coping/nothing/").status_code == 404
    assert at("dev").get("/techniques/").status_code == 403
    assert at("rosa").get("/techniques/?age=x").status_code == 200


def test_a_technique_is_chosen_on_the_clients_page(at, cast):
    path = f"/clients/{cast.theo.pk}/techniques/"
    said = {"client": str(cast.theo.pk), "technique": BOX, "words": "Before the bus.", "program": ""}
    assert at("imani").get(f"{path}new/").status_code == 200
    assert at("imani").post(f"{path}new/", said | {"technique": "no/no"}).status_code == 422
    assert at("imani").post(f"{path}new/", said).status_code == 303
    assert "Before the bus." in at("rosa").get(path).content.decode()
    row = Chosen.objects.get()
    assert at("rosa").post(f"{path}{row.pk}/end/", {"client": said["client"]}).status_code == 403
    assert at("imani").post(f"{path}{row.pk}/end/", {"client": said["client"]}).status_code == 303
    assert at("imani").post(f"{path}{uuid4()}/end/", {"client": said["client"]}).status_code == 404


def test_in_a_visit_what_is_taught_stands_there_and_what_was_used_is_said(at, cast, running):
    greets = scenes.target(cast)
    scenes.program(cast, greets)
    skills.choose(by=cast.imani, on=cast.theo.pk, technique=BOX)
    path = f"/sessions/{running.pk}/"
    assert "Step 1 of 2: An adult" in at("rosa").get(path).content.decode()
    assert "Step 1 of 2: An adult" in at("rosa").get(f"{path}skills/").content.decode()
    assert at("rosa").get(f"{path}techniques/?technique={BOX}").status_code == 200
    said = {"client": str(cast.theo.pk), "operation": str(uuid7()), "technique": BOX, "went": "helped", 
            "felt": "better", "felt_words": "Quieter.", "words": ""}  # fmt: skip
    assert at("rosa").post(f"{path}techniques/", said | {"went": ""}).status_code == 422
    for _ in range(2):
        assert at("rosa").post(f"{path}techniques/", said).status_code == 303
    assert TechniqueUse.objects.count() == 1
    assert "Quieter." in at("rosa").get(f"{path}skills/").content.decode()
    history = at("imani").get(f"/clients/{cast.theo.pk}/techniques/").content.decode()
    assert "Helped 1 of 1 time" in history and "Quieter." in history
    assert at("ben").get(f"{path}skills/").status_code == 403


def test_what_is_due_stands_on_today_and_is_answered_by_a_visit(at, cast, running):
    greets = scenes.target(cast)
    row = scenes.program(cast, greets, steps=(), kinds=())
    skills.move(by=cast.imani, on=row.pk, reason="Done.", begins_at=scenes.NOW - timedelta(days=10))
    [due] = lookups.due_probes([cast.theo.pk], day=scenes.NOW.date())
    assert (due.kind, due.name) == ("kept", "Greets")
    begins = datetime.now(UTC) + timedelta(minutes=20)
    schedule.book(
        by=cast.dev,
        on=cast.theo.pk,
        staff_id=cast.staff["rosa"],
        programme_id=cast.programme.pk,
        begins_at=begins,
        ends_at=begins + timedelta(hours=1),
        zone="America/New_York",
        overlap_reason="for the test",
    )
    if begins.astimezone(ZoneInfo("America/New_York")).date() == today("America/New_York"):
        assert "To look at again" in at("rosa").get("/").content.decode()
    path = f"/sessions/{running.pk}/"
    assert "1 to look at again" in at("rosa").get(path).content.decode()
    assert "This visit answers it" in at("rosa").get(f"{path}skills/").content.decode()
    said = {"client": str(cast.theo.pk), "probe": str(due.id)}
    assert at("rosa").post(f"{path}probes/", said | {"probe": "x"}).status_code == 422
    assert at("rosa").post(f"{path}probes/", said | {"probe": str(uuid4())}).status_code == 422
    assert at("rosa").post(f"{path}probes/", said).status_code == 303
    assert lookups.due_probes([cast.theo.pk], day=scenes.NOW.date()) == ()
    assert "Answered by this visit" in at("rosa").get(f"{path}skills/").content.decode()


def test_where_programs_stand_is_read_in_three_statements(cast, django_assert_max_num_queries):
    for n in range(3):
        scenes.program(cast, scenes.target(cast, name=f"Skill {n}"))
    with django_assert_max_num_queries(3):
        found = lookups.taught_now([cast.theo.pk, cast.lucia.pk])
    assert [one.step_name for one in found[cast.theo.pk]] == ["An adult"] * 3 and found[cast.lucia.pk] == ()
