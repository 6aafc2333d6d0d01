"""Programs: begun, written anew, ended; moves proposed, decided, made by hand; and who may."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from alongside.foundation.errors import Refused, Unacceptable
from alongside.foundation.models import Entry
from alongside.plans.models import Phase
from alongside.skills import actions as skills
from alongside.skills import queries, telling
from alongside.skills.models import Decision, Probe, ProgramVersion
from alongside.skills.rules import Rule, Step
from alongside.skills.standing import programs_of
from alongside.skills.tests import scenes


def codes(no):
    return [(fault.code.rsplit(".")[-1], fault.field) for fault in no.value.faults]


def now(cast):
    [found] = programs_of(cast.theo.pk)
    return found


def test_a_program_is_begun_once_for_a_target_and_written_down(cast):
    greets = scenes.target(cast)
    row = scenes.program(cast, greets)
    assert Entry.objects.get(verb="skills.begin", subject_id=row.pk).client_id == cast.theo.pk
    with pytest.raises(Unacceptable) as no:
        scenes.program(cast, greets)
    assert codes(no) == [("begun", "target")]
    skills.end(by=cast.imani, on=row.pk, because="Taught at home now.")
    assert scenes.program(cast, greets).pk != row.pk


@pytest.mark.parametrize(
    ("values", "expected"),
    [({"kind": "behaviour"}, ("target", "target")), ({"ended_at": scenes.NOW}, ("target", "target")),
     ({"began_at": None}, ("target", "target")), ({"measure": "abc"}, ("measure", "target"))],
)  # fmt: skip
def test_what_cannot_be_taught(cast, values, expected):
    with pytest.raises(Unacceptable) as no:
        scenes.program(cast, scenes.target(cast, **values))
    assert expected in codes(no)


def test_every_fault_of_a_program_is_said_at_once(cast):
    with pytest.raises(Unacceptable) as no:
        skills.begin(
            by=cast.imani, on=scenes.target(cast).pk, domain="magic", began_at=scenes.NOW + timedelta(days=1),
            whole=scenes.whole(rule=Rule(">=", 500), hierarchy="none", weeks=(3, 3)),
        )  # fmt: skip
    assert {field for _, field in codes(no)} == {"domain", "began_at", "criterion", "hierarchy", "weeks"}


def test_a_new_version_needs_its_reason_and_what_was_on_the_screen(cast):
    row = scenes.program(cast)
    with pytest.raises(Unacceptable) as no:
        skills.write(by=cast.imani, on=row.pk, whole=scenes.whole(), base=7)
    assert codes(no) == [("changed", ""), ("needed", "because")]
    skills.write(by=cast.imani, on=row.pk, whole=scenes.whole(because="Other words.", goal="To say hi"), base=1)
    assert [v.number for v in ProgramVersion.objects.filter(program=row).order_by("number")] == [1, 2]
    assert now(cast).version.whole.goal == "To say hi"
    assert now(cast).version.by == "Imani Okafor, LPC"


def test_a_chain_takes_the_steps_of_the_task_analysis(cast):
    washes = scenes.target(cast, "task_analysis", name="Washes")
    scenes.program(cast, washes, chaining="backward", rule=Rule(">=", 100, least=1), steps=())
    assert [(s.text, s.of) for s in now(cast).steps] == [("Rinses", 3), ("Soaps", 2), ("Wets", 1)]
    for ago in (9, 8, 7):
        one = scenes.visit(cast, ago)
        outcomes = [(1, "prompted"), (2, "prompted"), (3, "correct")]
        scenes.saw(
            cast,
            one,
            washes,
            *[{"step": n, "outcome": o, **({"prompt": "verbal"} if o == "prompted" else {})} for n, o in outcomes],
        )
    found = now(cast)
    assert [one.value for one in found.tries] == [100, 100, 100]
    assert telling.proposal_said(found).startswith(
        "Proposed: move to step 2, “Soaps”. 100% without help in 3 visits in a row ("
    )


def test_a_move_is_proposed_in_plain_words_decided_and_drawn(cast):
    greets = scenes.target(cast)
    row = scenes.program(cast, greets, rule=Rule(">=", 80, 3, 3, staff=2, settings=2, least=5))
    for ago in (20, 18):
        scenes.trials(cast, greets, ago, 9)
    found = now(cast)
    assert found.proposal is None
    assert (
        telling.not_yet(found)[0] == "80% or more without help is needed in 3 visits in a row. So far: 2 of the last 3."
    )
    scenes.trials(cast, greets, 16, 8)
    assert telling.not_yet(now(cast)) == ["People with whom it works: 1 of 2.", "Places where it works: 1 of 2."]
    scenes.trials(cast, greets, 14, 8, who="ben", place="Gym")
    found = now(cast)
    assert telling.proposal_said(found).startswith(
        "Proposed: move to step 2, “A classmate”. 80% or more without help in 4 visits in a row ("
    )
    assert telling.proposal_said(found).endswith("), with 2 people, in 2 places.")
    decided = skills.decide(by=cast.imani, on=row.pk, kind="forward", answer="accepted", upto=found.proposal.upto)
    assert (decided.step_before, decided.step_after, decided.phase.label) == (1, 2, "Step 2: A classmate")
    assert decided.evidence["said"] == telling.proposal_said(found) and len(decided.evidence["sessions"]) == 4
    assert Phase.objects.get(pk=decided.phase_id).target_id == greets.pk
    after = now(cast)
    assert (after.now.step, after.proposal, after.reading.state) == (2, None, "not_yet")


def test_what_is_turned_down_needs_a_reason_and_comes_again_with_the_next_visit(cast):
    greets = scenes.target(cast)
    row = scenes.program(cast, greets)
    for ago in (9, 8, 7):
        scenes.trials(cast, greets, ago, 10)
    with pytest.raises(Unacceptable) as no:
        skills.decide(by=cast.imani, on=row.pk, kind="forward", answer="declined")
    assert codes(no) == [("needed", "reason")]
    skills.decide(by=cast.imani, on=row.pk, kind="forward", answer="declined", reason="Holidays first.")
    assert now(cast).proposal is None and not Phase.objects.exists()
    with pytest.raises(Unacceptable) as no:
        skills.decide(by=cast.imani, on=row.pk, kind="forward", answer="accepted")
    assert codes(no) == [("changed", "")]
    scenes.trials(cast, greets, 6, 10)
    assert now(cast).proposal.kind == "forward"


def test_going_back_is_proposed_after_failure(cast):
    greets = scenes.target(cast)
    row = scenes.program(cast, greets)
    skills.move(by=cast.imani, on=row.pk, step=2, reason="He does it.", begins_at=scenes.NOW - timedelta(days=30))
    for ago in (9, 8, 7):
        scenes.trials(cast, greets, ago, 0)
    assert telling.proposal_said(now(cast)).startswith(
        "Proposed: go back to step 1, “An adult”. 0% or less in 3 visits in a row ("
    )
    skills.decide(by=cast.imani, on=row.pk, kind="back", answer="accepted")
    assert now(cast).now.step == 1
    assert Phase.objects.order_by("begins_at").last().label == "Step 1 again: An adult"


def test_the_last_step_is_learned_and_looked_at_again(cast):
    greets = scenes.target(cast)
    row = scenes.program(cast, greets, steps=())
    for ago in (40, 39, 38):
        scenes.trials(cast, greets, ago, 10)
    skills.decide(
        by=cast.imani, on=row.pk, kind="mastered", answer="accepted", begins_at=scenes.NOW - timedelta(days=30)
    )  # fmt: skip
    found = now(cast)
    assert found.now.stage == "kept"
    assert [(p.kind, p.week) for p in found.probes] == [("kept", 1), ("kept", 2), ("staff", 2)]
    kept, _, other = sorted(found.probes, key=lambda p: (p.kind, p.week))
    by_rosa = scenes.trials(cast, greets, 20, 9)
    with pytest.raises(Unacceptable) as no:
        skills.probe(by=cast.rosa, on=by_rosa.id, probe_id=other.id)
    assert codes(no) == [("taught_by", "probe")]
    skills.probe(by=cast.rosa, on=by_rosa.id, probe_id=kept.id, words="As ever.")
    skills.probe(by=cast.rosa, on=by_rosa.id, probe_id=kept.id)
    [taken] = [p for p in now(cast).probes if p.taken]
    assert (taken.passed, taken.words, taken.tried.value) == (True, "As ever.", 90)
    assert now(cast).proposal is None


def test_a_probe_that_fails_proposes_teaching_again(cast):
    greets = scenes.target(cast)
    row = scenes.program(cast, greets, steps=())
    skills.move(by=cast.imani, on=row.pk, reason="Done.", begins_at=scenes.NOW - timedelta(days=30))
    probe = now(cast).probes[0]
    later = scenes.trials(cast, greets, 20, 3)
    skills.probe(by=cast.rosa, on=later.id, probe_id=probe.id)
    found = now(cast)
    assert telling.proposal_said(found).startswith("Proposed: teach “Greets” again. When it was looked at on ")
    skills.decide(by=cast.imani, on=row.pk, kind="reteach", answer="accepted")
    after = now(cast)
    assert (after.now.stage, after.probes, after.proposal) == ("teaching", (), None)
    with pytest.raises(Unacceptable) as no:
        skills.probe(by=cast.rosa, on=later.id, probe_id=probe.id)
    assert codes(no) == [("probe", "probe")]


@pytest.mark.parametrize(
    ("said", "code"),
    [({"step": 3, "reason": "x"}, "step"), ({"step": 1, "reason": "x"}, "same"), ({"step": 2, "reason": " "}, "needed"),
     ({"step": 2, "reason": "x", "begins_at": scenes.NOW + timedelta(days=1)}, "later"),
     ({"step": 2, "reason": "x", "begins_at": scenes.LONG_AGO - timedelta(days=1)}, "later")],
)  # fmt: skip
def test_moves_by_hand_that_cannot_be(cast, said, code):
    row = scenes.program(cast)
    with pytest.raises(Unacceptable) as no:
        skills.move(by=cast.imani, on=row.pk, **said)
    assert [found for found, _ in codes(no)] == [code] and not Decision.objects.exists()


def test_values_of_every_measure_come_from_what_was_recorded(cast):
    seen = {
        "count": ([{"count": 2}], 2), "rate": ([{"count": 3}], 3.0), "duration": ([{"seconds": 90}], 1.5),
        "latency": ([{"seconds": 8}], 8.0), "irt": ([{"seconds": 9}], 9.0), "rating": ([{"score": 7}], 7.0),
        "partial_interval": ([{"interval": 1, "scored": True, "length": 15}], 100.0),
        "trials_to_criterion": ([{"outcome": "correct"}] * 3, 3.0), "magnitude": ([{"level": 2}], 2.0),
        "product": ([{"count": 4}], 4), "reported": ([{"value": 5}], 5.0),
    }  # fmt: skip
    settings = {
        "partial_interval": {"interval_length": 15, "interval_count": 4},
        "trials_to_criterion": {"prompts": scenes.PROMPTS, "in_a_row": 3},
    }
    for measure, (details, _) in seen.items():
        made = scenes.target(cast, measure, name=measure)
        if measure in settings:
            type(made).objects.filter(pk=made.pk).update(settings=settings[measure])
        rule = Rule("<=" if measure in ("latency", "trials_to_criterion", "magnitude") else ">=", 1)
        scenes.program(cast, made, rule=rule)
        scenes.saw(cast, scenes.visit(cast, 5), made, *details)
    got = {one.target.measure: one.tries[-1].value for one in programs_of(cast.theo.pk)}
    assert got == {measure: expected for measure, (_, expected) in seen.items()}


def test_help_that_counts_is_a_rules_to_say(cast):
    greets = scenes.target(cast)
    scenes.program(cast, greets, steps=(Step("With help", "verbal"), Step("Alone")))
    scenes.trials(cast, greets, 5, 4, prompt="verbal")
    assert now(cast).tries[0].value == 100
    assert "with no more help than “verbal”" in telling.rule_said(now(cast).target, now(cast).rule)


def test_a_what_if_keeps_nothing_and_says_when_it_would_have_moved(cast):
    greets = scenes.target(cast)
    row = scenes.program(cast, greets)
    for ago, good in ((20, 6), (18, 6), (16, 7), (14, 8), (12, 8), (10, 9)):
        scenes.trials(cast, greets, ago, good)
    assert [m.at for m in queries.replayed(by=cast.rosa, on=row.pk).moves] == [5]
    easier = replace(scenes.whole().rule, criterion=60)
    found = queries.replayed(by=cast.rosa, on=row.pk, rule=easier)
    assert [(m.at, m.after, m.mastered) for m in found.moves] == [(2, 2, False), (5, 2, True)]
    assert not Decision.objects.exists() and ProgramVersion.objects.count() == 1


def test_who_may(cast):
    greets = scenes.target(cast)
    with pytest.raises(Refused):
        scenes.program(cast, greets, by=cast.rosa)
    row = scenes.program(cast, greets)
    assert queries.program(by=cast.rosa, on=row.pk).may_decide is False
    assert queries.program(by=cast.imani, on=row.pk).may_decide is True
    for who, verb, said in (
        (cast.rosa, skills.decide, {"kind": "forward", "answer": "accepted"}),
        (cast.nadia, skills.end, {"because": "x"}),
        (cast.rosa, skills.move, {"step": 2, "reason": "x"}), (cast.rosa, skills.write, {"whole": scenes.whole()}),
    ):  # fmt: skip
        with pytest.raises(Refused):
            verb(by=who, on=row.pk, **said)
    with pytest.raises(Refused):
        queries.programs(by=cast.ben, on=cast.theo.pk)


def test_what_was_decided_never_changes(cast):
    greets = scenes.target(cast)
    row = scenes.program(cast, greets, steps=())
    skills.move(by=cast.imani, on=row.pk, reason="Done.")
    assert Probe.objects.exists()
    for table in ("programversion", "decision", "probe"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"update skills_{table} set client_id = client_id")


def test_reading_takes_as_many_statements_for_one_program_as_for_five(cast, django_assert_max_num_queries):
    for n in range(5):
        made = scenes.target(cast, name=f"Skill {n}")
        scenes.program(cast, made)
        scenes.trials(cast, made, 5 + n, 9)
    with django_assert_max_num_queries(10):
        assert len(programs_of(cast.theo.pk)) == 5
