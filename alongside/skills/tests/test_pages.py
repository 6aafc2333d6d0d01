"""Pages of what is taught: shown, refused, not there, what was typed kept."""

from uuid import uuid4

import pytest

from alongside.skills import actions as skills
from alongside.skills.models import Decision, ProgramVersion, SkillProgram
from alongside.skills.tests import scenes

RULE = {"comparator": ">=", "criterion": "80", "sessions": "3", "of": "3", "staff": "1", "settings": "1", "least": "5",
        "prompt": "", "back_at": "", "back_sessions": "3"}  # fmt: skip
PROGRAM = {**RULE, "domain": "social", "hierarchy": "least_to_most", "seconds": "4",
           "steps": "An adult\nA friend | gesture", "teaching": "Wait.\nHelp.", "weeks": "1, 2, 4",
           "kinds": ["staff"]}  # fmt: skip


@pytest.fixture
def taught(cast):
    greets = scenes.target(cast)
    row = scenes.program(cast, greets)
    for ago in (9, 8, 7):
        scenes.trials(cast, greets, ago, 9)
    return greets, row


def pages(row, client):
    one = f"/skills/{row.pk}/"
    return [f"/clients/{client}/skills/", one, f"{one}what-if/", f"{one}version/", f"{one}move/", f"{one}end/"]


def test_every_page_is_shown_to_who_may_and_to_nobody_else(at, cast, taught):
    _, row = taught
    for path in pages(row, cast.theo.pk):
        assert at("imani").get(path).status_code == 200, path
        assert at("ben").get(path).status_code == 403, path
        assert at("dev").get(path).status_code == 403, path
    for path in pages(row, cast.theo.pk)[:3]:
        assert at("rosa").get(path).status_code == 200, path
    for path in pages(row, cast.theo.pk)[3:]:
        assert at("rosa").get(path).status_code == 403, path


def test_what_is_elsewhere_or_nowhere_is_not_there(at, cast, taught):
    assert at("imani").get(f"/clients/{cast.omar.pk}/skills/").status_code == 404
    assert at("imani").get(f"/skills/{uuid4()}/").status_code == 404
    assert at("imani").get(f"/clients/{cast.theo.pk}/skills/of/{uuid4()}/").status_code == 404


def test_a_program_is_begun_from_its_page(at, cast):
    greets = scenes.target(cast)
    path = f"/clients/{cast.theo.pk}/skills/of/{greets.pk}/"
    assert path in at("imani").get(f"/clients/{cast.theo.pk}/skills/").content.decode()
    answer = at("imani").post(path, {**PROGRAM, "client": str(cast.theo.pk)})
    row = SkillProgram.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, f"/skills/{row.pk}/")
    version = ProgramVersion.objects.get()
    assert version.steps == [
        {"of": 0, "text": "An adult", "prompt": ""},
        {"of": 0, "text": "A friend", "prompt": "gesture"},
    ]
    assert (version.seconds, version.weeks, version.kinds) == ([4], [1, 2, 4], ["staff"])


def test_what_was_typed_is_kept_beside_what_is_wrong(at, cast):
    greets = scenes.target(cast)
    path = f"/clients/{cast.theo.pk}/skills/of/{greets.pk}/"
    wrong = {**PROGRAM, "client": str(cast.theo.pk), "steps": "One | shout", "criterion": "120", "goal": "My own words"}
    answer = at("imani").post(path, wrong)
    said = answer.content.decode()
    assert answer.status_code == 422 and not SkillProgram.objects.exists()
    assert "One | shout" in said and "My own words" in said
    assert "“shout” is no level of help" in said and "between 0 and 100" in said
    answer = at("imani").post(path, {**PROGRAM, "client": str(cast.lucia.pk)})
    assert answer.status_code == 422 and not SkillProgram.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [("weeks", "one"), ("weeks", "-1"), ("criterion", "NaN"), ("seconds", "4\x00"), ("hierarchy", "x"),
     ("began_on", "2026-13-01"), ("kinds", "kept")],
)  # fmt: skip
def test_bad_input_is_refused_beside_its_field(at, cast, field, value):
    greets = scenes.target(cast)
    path = f"/clients/{cast.theo.pk}/skills/of/{greets.pk}/"
    assert at("imani").post(path, {**PROGRAM, "client": str(cast.theo.pk), field: value}).status_code == 422


def test_a_move_is_decided_on_the_page(at, cast, taught):
    _, row = taught
    shown = at("imani").get(f"/skills/{row.pk}/").content.decode()
    assert "Proposed: move to step 2" in shown and "Do so" in shown
    assert "Do so" not in at("rosa").get(f"/skills/{row.pk}/").content.decode()
    said = {"client": str(cast.theo.pk), "kind": "forward", "answer": "declined", "reason": ""}
    answer = at("imani").post(f"/skills/{row.pk}/decision/", said)
    assert answer.status_code == 422 and "This is needed." in answer.content.decode()
    old = {**said, "answer": "accepted", "upto": "2026-01-01T00:00:00+00:00"}
    assert at("imani").post(f"/skills/{row.pk}/decision/", old).status_code == 422
    assert at("imani").post(f"/skills/{row.pk}/decision/", {**said, "answer": "accepted"}).status_code == 303
    assert Decision.objects.get().step_after == 2
    assert "What was decided" in at("rosa").get(f"/skills/{row.pk}/").content.decode()


def test_a_what_if_is_a_page_that_keeps_nothing(at, cast, taught):
    _, row = taught
    path = f"/skills/{row.pk}/what-if/"
    assert "1 move" in at("rosa").get(path).content.decode()
    easier = at("rosa").get(path, {**RULE, "criterion": "50", "sessions": "1", "of": "1"}).content.decode()
    assert "2 moves" in easier and "With the program&#x27;s own rule: 1 move." in easier
    assert at("rosa").get(path, {**RULE, "criterion": "x"}).status_code == 422
    assert ProgramVersion.objects.count() == 1


def test_a_program_is_written_anew_and_ended_on_its_pages(at, cast, taught):
    _, row = taught
    said = {k: v for k, v in PROGRAM.items() if k != "domain"} | {"client": str(cast.theo.pk), "base": "1"}
    assert at("imani").post(f"/skills/{row.pk}/version/", said).status_code == 422
    assert at("imani").post(f"/skills/{row.pk}/version/", said | {"because": "Shorter."}).status_code == 303
    assert at("imani").post(f"/skills/{row.pk}/version/", said | {"because": "Again."}).status_code == 422
    move = {"client": str(cast.theo.pk), "step": "learned", "reason": "He does it everywhere."}
    assert at("imani").post(f"/skills/{row.pk}/move/", move).status_code == 303
    assert "Looked at again" in at("rosa").get(f"/skills/{row.pk}/").content.decode()
    end = {"client": str(cast.theo.pk), "because": "He is done."}
    assert at("imani").post(f"/skills/{row.pk}/end/", end).status_code == 303
    assert "He is done." in at("rosa").get(f"/clients/{cast.theo.pk}/skills/").content.decode()


def test_every_measure_has_its_form(at, cast):
    for measure in ("rate", "duration", "latency", "task_analysis", "rating", "trials_to_criterion"):
        made = scenes.target(cast, measure, name=measure)
        assert at("imani").get(f"/clients/{cast.theo.pk}/skills/of/{made.pk}/").status_code == 200
        skills.begin(by=cast.imani, on=made.pk, domain="safety", whole=scenes.whole(
            steps=(), rule=scenes.Rule("<=" if measure == "trials_to_criterion" else ">=", 1)))  # fmt: skip
    assert at("rosa").get(f"/clients/{cast.theo.pk}/skills/").status_code == 200
