"""Each act: done, refused, unacceptable."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from alongside.assessments import actions, lookups
from alongside.assessments.models import Closing, Entry
from alongside.assessments.rules.decision import Decision
from alongside.assessments.standing import standing
from alongside.assessments.tests import scenes
from alongside.documents import lookups as documents
from alongside.documents.verifying import verify
from alongside.foundation.errors import NotHere, Refused, Unacceptable
from alongside.foundation.models import Entry as Entry_
from alongside.foundation.moments import today
from alongside.plans import reading
from alongside.plans.lookups import preferences_of


def codes(no):
    return [(fault.code.rsplit(".")[-1], fault.field) for fault in no.value.faults]


def just(actor):
    return replace(actor, confirmed_at=datetime.now(UTC))


def test_from_records_to_a_signed_decision(cast):
    of = scenes.target(cast)
    scenes.escape(cast, of)
    one = scenes.opened(cast, of, question="Why does he go?")
    version = scenes.signed(cast, one)
    found = lookups.decided(cast.theo.pk, of.pk)
    assert (found.version_id, found.number, found.function, found.decision) == (version, 1, "escape", scenes.DECISION)
    assert found.numbers["occurrences"] == 12 and found.numbers["samples"] == 12 and len(found.cited) == 24
    assert found.hypotheses[0] == ("escape", "supported") and "assessments.gap.descriptive" in found.gaps
    assert found.statement.startswith("When little sleep: after being asked to write, Theo leaves the room.")
    assert verify(one.document_id).whole
    assert Entry_.objects.filter(verb="assessments.sign", outcome="done").count() == 1


def test_a_signed_decision_is_written_anew_and_stays_until_then(cast):
    of = scenes.target(cast)
    one = scenes.opened(cast, of)
    scenes.signed(cast, one)
    actions.redraft(by=cast.imani, on=one)
    actions.redraft(by=cast.imani, on=one)
    assert lookups.decided(cast.theo.pk, of.pk).number == 1
    scenes.signed(cast, one, replace(scenes.DECISION, functions=("escape", "attention")))
    found = lookups.decided(cast.theo.pk, of.pk)
    assert (found.number, found.function) == (2, "multiple")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"targets": []}, [("targets", "targets")]),
        ({"targets": [uuid4()]}, [("targets", "targets")]),
        ({"until": today(scenes.ZONE) + timedelta(days=3)}, [("later", "until")]),
        ({"began_on": today(scenes.ZONE) - timedelta(days=900)}, [("span", "began_on")]),
        ({"began_on": today(scenes.ZONE), "until": today(scenes.ZONE) - timedelta(days=1)}, [("backwards", "until")]),
    ],
)
def test_what_cannot_be_opened(cast, said, expected):
    of, day = scenes.target(cast), today(scenes.ZONE)
    with pytest.raises(Unacceptable) as no:
        actions.open_(by=cast.imani, on=cast.theo, **{"targets": [of.pk], "began_on": day, "until": day, **said})
    assert codes(no) == expected


def test_the_days_move_and_what_was_signed_keeps_its_own(cast):
    of, day = scenes.target(cast), today(scenes.ZONE)
    one = scenes.opened(cast, of)
    scenes.signed(cast, one)
    actions.move(by=cast.imani, on=one, began_on=day - timedelta(days=7), until=day)
    assert lookups.decided(cast.theo.pk, of.pk).began_on == day - timedelta(days=42)
    with pytest.raises(Unacceptable):
        actions.move(by=cast.imani, on=one, began_on=day, until=day + timedelta(days=9))


def test_signing_needs_all_parts_the_newest_draft_and_a_license(cast):
    one = scenes.opened(cast, scenes.target(cast))
    with pytest.raises(Unacceptable) as no:
        actions.sign(by=just(cast.imani), on=one, saved=1)
    assert {field for _, field in codes(no)} == {"antecedent", "behavior", "consequence", "confidence", "reasons"}
    actions.save(by=cast.imani, on=one, decision=scenes.DECISION, based_on=1)
    for who in (cast.imani, replace(just(cast.imani), credential="")):
        with pytest.raises(Refused):
            actions.sign(by=who, on=one, saved=2)
    with pytest.raises(Unacceptable) as no:
        actions.sign(by=just(cast.imani), on=one, saved=1)
    assert codes(no) == [("changed", "")]
    actions.sign(by=just(cast.imani), on=one, saved=2)
    with pytest.raises(Unacceptable) as no:
        actions.save(by=cast.imani, on=one, decision=scenes.DECISION, based_on=2)
    assert codes(no) == [("closed", "")]


def test_an_unclear_function_is_only_a_little_sure(cast):
    one = scenes.opened(cast, scenes.target(cast))
    with pytest.raises(Unacceptable) as no:
        scenes.signed(cast, one, replace(scenes.DECISION, functions=()))
    assert codes(no) == [("unclear_is_low", "confidence")]


@pytest.mark.parametrize("wrong", [{"functions": ("boredom",)}, {"confidence": "certain"}, {"reasons": "x" * 2001}])
def test_what_cannot_be_kept(cast, wrong):
    one = scenes.opened(cast, scenes.target(cast))
    with pytest.raises(Unacceptable):
        actions.save(by=cast.imani, on=one, decision=Decision(**wrong), based_on=1)


def test_a_text_on_an_older_draft_is_kept_beside(cast):
    one = scenes.opened(cast, scenes.target(cast))
    assert actions.save(by=cast.imani, on=one, decision=scenes.DECISION, based_on=1).aside is None
    assert actions.save(by=cast.imani, on=one, decision=Decision(), based_on=1).aside is not None
    assert documents.at_work(one.document_id).body["functions"] == ["escape"]


def test_it_is_put_aside_once_with_a_reason(cast):
    one = scenes.opened(cast, scenes.target(cast))
    with pytest.raises(Unacceptable):
        actions.close(by=cast.imani, on=one, reason="no")
    first = actions.close(by=cast.imani, on=one, reason="He moved to another school.")
    assert actions.close(by=cast.imani, on=one, reason="Again, for another reason.") == first
    assert Closing.objects.count() == 1
    with pytest.raises(Unacceptable):
        actions.save(by=cast.imani, on=one, decision=scenes.DECISION, based_on=1)


ENTRIES = [
    ("paired", {"one": "Trains", "other": "Music", "chosen": "Trains"},
     {"one": "Trains", "other": "Trains", "chosen": ""}),
    ("mswo", {"order": ["Slime", "Trains"]}, {"order": ["Slime", "Slime"]}),
    ("single", {"item": "Music", "approached": True}, {"item": "Drums", "approached": True}),
    ("free", {"seconds": {"Music": 30.0}, "length": 300.0}, {"seconds": {"Music": 301.0}, "length": 300.0}),
    ("alternating", {"condition": "Trains", "value": 2.0}, {"condition": "Drums", "value": 2.0}),
    ("trial_based", {"condition": "Trains", "control": False, "test": True},
     {"condition": "", "control": True, "test": True}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "good", "bad"), ENTRIES, ids=[kind for kind, _, _ in ENTRIES])
def test_an_entry_of_each_kind(cast, kind, good, bad):
    on = scenes.analysis(cast, kind)
    row = scenes.enter(cast, on, good)
    assert (row.number, [one.details for one in standing(on.pk)]) == (1, [good])
    with pytest.raises(Unacceptable):
        scenes.enter(cast, on, bad)
    scenes.enter(cast, on, None, number=1)
    assert standing(on.pk) == [] and Entry.objects.count() == 2
    with pytest.raises(Unacceptable):
        scenes.enter(cast, on, good, number=7)
    with pytest.raises(Unacceptable):
        actions.enter(by=cast.rosa, on=on, details=good, done_on=today(scenes.ZONE) + timedelta(days=2))


def test_a_ranking_is_kept_once_with_what_the_client_works_for(cast):
    on = scenes.analysis(cast)
    with pytest.raises(Unacceptable):
        actions.keep(by=cast.imani, on=on)
    scenes.enter(cast, on, {"one": "Trains", "other": "Music", "chosen": "Music"})
    actions.keep(by=cast.imani, on=on)
    actions.keep(by=cast.imani, on=on)
    [found] = preferences_of(cast.theo.pk)
    assert (found.method, found.ranked) == ("paired", ("Music", "Trains"))
    with pytest.raises(Unacceptable):
        actions.keep(by=cast.imani, on=scenes.analysis(cast, "alternating"))


@pytest.mark.parametrize(
    ("said", "field"),
    [({"kind": "guess"}, "kind"), ({"names": ["One"]}, "names"), ({"names": ["a", "A"]}, "names"),
     ({"title": " "}, "title"),
     ({"control": "Play"}, "control"), ({"names": ["x" * 81, "y"]}, "names"), ({"target": uuid4()}, "target"),
     ({"improvement": "sideways"}, "improvement")],
)  # fmt: skip
def test_what_cannot_be_arranged(cast, said, field):
    with pytest.raises(Unacceptable) as no:
        scenes.analysis(cast, **said)
    assert [where for _, where in codes(no)] == [field]


def test_who_may(cast):
    of = scenes.target(cast)
    one, other = scenes.opened(cast, of), scenes.analysis(cast)
    day = today(scenes.ZONE)
    for who in ("rosa", "ben", "nadia", "quinn", "amara", "dev", "hana"):
        actor = just(getattr(cast, who))
        for act, on, details in (
            (actions.open_, cast.theo, {"targets": [of.pk], "began_on": day, "until": day}),
            (actions.save, one, {"decision": scenes.DECISION, "based_on": 1}), (actions.sign, one, {"saved": 1}),
            (actions.move, one, {"began_on": day, "until": day}), (actions.redraft, one, {}),
            (actions.close, one, {"reason": "Because it is so."}), (actions.keep, other, {}),
            (actions.arrange, cast.theo, {"kind": "paired", "title": "T", "names": ["a", "b"]}),
        ):  # fmt: skip
            with pytest.raises(Refused):
                act(by=actor, on=on, **details)
    with pytest.raises(Refused):
        scenes.enter(cast, other, {"one": "Trains", "other": "Music", "chosen": ""}, by=cast.ben)
    with pytest.raises(NotHere):
        actions.open_(by=cast.imani, on=cast.omar.pk, targets=[of.pk], began_on=day, until=day)


def test_a_plan_is_begun_from_what_was_decided(cast):
    of = scenes.target(cast)
    scenes.escape(cast, of)
    one = scenes.opened(cast, of)
    with pytest.raises(Unacceptable) as no:
        actions.begin_plan(by=cast.imani, on=one, template="escape-middle_childhood")
    assert codes(no) == [("undecided", "")]
    scenes.signed(cast, one)
    version = actions.begin_plan(by=cast.imani, on=one, template="escape-middle_childhood")
    whole = reading.whole(version)
    drafted = next(target for target in whole.targets if target.name == of.name)
    assert drafted.function == "escape" and any("little sleep" in part.text for part in whole.parts)
