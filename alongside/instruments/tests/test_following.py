"""What must follow an answer about suicide in an agency's own words: written by one, agreed to by another, dated."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import DatabaseError, transaction

from alongside.foundation.errors import Refused, Unacceptable
from alongside.foundation.moments import today
from alongside.instruments import actions, queries, wording
from alongside.instruments.following import agreed
from alongside.instruments.models import PathApproval, PathWording
from alongside.instruments.rules.following import OwnWords, callable_number, calls_of, in_force, lines_of
from alongside.instruments.tests.scenes import answered, signed
from alongside.instruments.tests.test_actions import PHQ, adult
from alongside.instruments.tests.test_pages import confirmed, text_of

OURS = {
    "path": "suicide", "must": "Sit down with them.\n\nCall the clinical lead.", "grave_must": "Stay.\nCall 911.",
    "numbers": "Clinical lead, 215 555 0199", "reason": "Our protocol of October.",
}  # fmt: skip


def write(cast, **said):
    return actions.word_path(by=cast.imani, on=cast.agency, **{**OURS, **said})


def steps(cast, one):
    [(alarm, _, _)] = queries.read(by=cast.ben, on=one.pk).alarms
    return wording.must(alarm), alarm.numbers


def test_it_is_used_once_somebody_else_agrees(cast):
    made = write(cast)
    one = signed(cast, "phq-9", PHQ, **adult(cast))
    default, numbers = steps(cast, one)
    assert default[0].startswith("Stay with them") and numbers == ()
    for who in (cast.imani, cast.amara, cast.rosa, cast.nadia):
        with pytest.raises(Refused):
            actions.agree_path(by=who, on=made.pk, read=True)
    actions.agree_path(by=cast.quinn, on=made.pk, read=True)
    with pytest.raises(Refused):
        actions.agree_path(by=cast.hana, on=made.pk, read=True)
    assert steps(cast, one) == (
        ["Sit down with them.", "Call the clinical lead."],
        (("Clinical lead", "215 555 0199"),),
    )
    actions.agree_path(by=cast.hana, on=write(cast, must="", grave_must="", numbers="").pk, read=True)
    assert steps(cast, one) == (default, ()), "empty lists are the product's own steps again"


def test_what_was_opened_before_keeps_what_was_in_force_then(cast):
    one = signed(cast, "phq-9", PHQ, **adult(cast))
    default, _ = steps(cast, one)
    begins = today(cast.imani.zone) + timedelta(days=2)
    actions.agree_path(by=cast.quinn, on=write(cast, begins_on=begins).pk, read=True)
    assert steps(cast, one)[0] == default
    with time_machine.travel(datetime.now(UTC) + timedelta(days=3)):
        draft = answered(cast, "c-ssrs", {"1": 1, "2": 1, "3": 0, "4": 1, "5": 0, "6": 0}, **adult(cast))
        [alarm] = queries.work(by=cast.ben, on=draft.pk).alarms
        assert (alarm.grave, wording.must(alarm)) == (True, ["Stay.", "Call 911."])
        assert steps(cast, one)[0] == default


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ({"path": "weather"}, ("foundation.field.choice", "path")),
        ({"must": ""}, ("instruments.fault.both_lists", "must")),
        ({"grave_must": " \n"}, ("instruments.fault.both_lists", "grave_must")),
        ({"must": "x\n" * 13}, ("instruments.fault.steps", "must")),
        ({"must": "x" * 301}, ("instruments.fault.step_long", "must")),
        ({"numbers": "Clinical lead"}, ("instruments.fault.call", "numbers")),
        ({"numbers": "Lead, 12"}, ("instruments.fault.call", "numbers")),
        ({"numbers": "A, 988\n" * 7}, ("instruments.fault.numbers", "numbers")),
    ],
)  # fmt: skip
def test_what_cannot_be_written(cast, said, fault):
    with pytest.raises(Unacceptable) as no:
        write(cast, **said)
    assert fault in {(one.code, one.field) for one in no.value.faults} and not PathWording.objects.exists()


def test_it_does_not_begin_before_it_was_written(cast):
    with pytest.raises(Unacceptable) as no:
        write(cast, begins_on=today(cast.imani.zone) - timedelta(days=1))
    assert [one.field for one in no.value.faults] == ["begins_on"]
    with pytest.raises(Refused):
        actions.word_path(by=cast.rosa, on=cast.agency, **OURS)


def test_nobody_agrees_to_their_own_words_whoever_writes(cast):
    made = write(cast)
    with pytest.raises(DatabaseError, match="somebody else"), transaction.atomic():
        PathApproval.objects.create(wording=made, staff_id=cast.imani.staff_id, name="Imani")
    with pytest.raises(DatabaseError), transaction.atomic():
        PathWording.objects.update(must=["Nothing"])


def test_the_last_that_came_into_use_is_in_force():
    day = datetime(2026, 11, 2, tzinfo=UTC).date()
    first, second = (OwnWords("suicide", n, day + timedelta(days=n), ("x",), ("y",), ()) for n in (1, 2))
    assert in_force((first, second), "suicide", day) is None
    assert in_force((second, first), "suicide", day + timedelta(days=1)) == first
    assert in_force((first, second), "suicide", day + timedelta(days=9)) == second
    assert in_force((first,), "other", day + timedelta(days=9)) is None
    assert lines_of(" a \n\nb ") == ("a", "b") and calls_of("Lead, nights, 988") == (("Lead, nights", "988"),)
    assert [callable_number(one) for one in ("988", "+1 (215) 555-0101", "12", "call me")] == [True, True, False, False]


def test_on_pages_it_is_written_agreed_to_and_read_beside_the_answer(cast, at):
    imani, quinn = at("imani"), at("quinn")
    assert (
        "own steps" in text_of(imani.get("/settings/paths/")) and at("rosa").get("/settings/paths/").status_code == 403
    )
    assert "Stay with them" in text_of(imani.get("/settings/paths/new/?path=suicide"))
    sent = {**OURS, "must": "<b>Sit</b> down.", "begins_on": str(today(cast.imani.zone))}
    wrong = imani.post("/settings/paths/new/", {**sent, "numbers": "x"})
    assert wrong.status_code == 422 and "Write a name, a comma" in text_of(wrong)
    assert imani.post("/settings/paths/new/", sent).status_code == 303
    made = PathWording.objects.get()
    agree = f"/settings/paths/{made.pk}/agreement/"
    assert agree not in text_of(imani.get("/settings/paths/")) and agree in text_of(quinn.get("/settings/paths/"))
    assert imani.post(agree).status_code == 403 and quinn.post(agree).status_code == 422
    assert "Say that you have read it." in text_of(quinn.post(agree, {"read": "no"}))
    assert quinn.post(agree, {"read": "1"}).status_code == 303
    shown = text_of(quinn.get("/settings/paths/"))
    assert "Your own words, number 1" in shown and "<b>Sit" not in shown and "tel:215 555 0199" in shown
    draft = answered(cast, "phq-9", PHQ, **adult(cast))
    last = text_of(confirmed(at("ben")).get(f"/answers/{draft.pk}/signature/"))
    assert "&lt;b&gt;Sit&lt;/b&gt; down." in last and "Clinical lead" in last and "Stay with them" not in last
    assert [one.number for one in agreed("America/New_York")] == [1]
