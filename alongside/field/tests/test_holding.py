"""What was held is decided by a person: carried out, corrected, set aside; nothing is dropped, and its author stays."""

import pytest

from alongside.behaviour.models import Observation
from alongside.field import actions, queries
from alongside.field.holding.forms import Correct
from alongside.field.models import Decision, Hold, Receipt
from alongside.foundation.errors import Refused, Unacceptable
from alongside.foundation.models import Entry
from alongside.people import actions as people
from alongside.people.models import TeamPlace
from alongside.sessions.models import Ending, Session
from tests.field.device import outcomes

DONE = ("done", "")


@pytest.fixture
def refused(shift, cast):
    """A visit that arrived after Rosa left the team: all of it is held."""
    start = shift.start()
    place = TeamPlace.objects.get(client=cast.theo.pk, staff=cast.staff["rosa"])
    people.end_place(by=cast.dev, on=place)
    sealed = shift.seal(start, shift.seen(start), shift.end(start))
    answer = shift.device.hand_in(shift.browser, *sealed)
    assert outcomes(answer) == [("held", "refused"), ("held", "after_held"), ("held", "after_held")]
    return sealed


def first():
    return Hold.objects.order_by("seq").first()


@pytest.fixture
def poisoned(shift):
    """An observation that is out of range, in a visit that arrived."""
    start = shift.start()
    bad = shift.seen(start, details={"details": {"count": 501}})
    sealed = shift.seal(start, bad)
    assert outcomes(shift.device.hand_in(shift.browser, *sealed))[1] == ("held", "unacceptable")
    return sealed


def test_who_left_the_team_that_day_is_still_refused(refused, cast):
    with pytest.raises(Unacceptable):
        actions.apply(by=cast.imani, on=first())
    assert not Decision.objects.exists() and not Session.objects.exists()


def test_with_the_rights_of_then_it_is_carried_out_and_what_built_on_it_comes_along(refused, shift, cast):
    TeamPlace.objects.filter(client=cast.theo.pk, staff=cast.staff["rosa"]).update(ended_on=None)
    assert actions.apply(by=cast.imani, on=first()) == 2
    session = Session.objects.get()
    assert session.staff_id == cast.staff["rosa"] and Ending.objects.get().session_id == session.pk
    entry = Entry.objects.get(verb="sessions.start", outcome="done")
    assert (entry.staff_id, entry.on_behalf_of) == (cast.staff["rosa"], cast.staff["imani"])
    assert Entry.objects.filter(verb="field.apply", staff_id=cast.staff["imani"]).exists()
    assert Decision.objects.get().way == "applied" and not Hold.objects.filter(settled_at=None).exists()
    assert outcomes(shift.device.hand_in(shift.browser, *refused)) == [DONE] * 3


def test_what_is_set_right_is_carried_out_in_its_authors_name(poisoned, shift, cast):
    hold = first()
    details = {**hold.body["details"], "details": {"count": 5}}
    actions.correct(by=cast.imani, on=hold, details=details, reason="Meant 5, tapped 501")
    row = Observation.objects.get()
    assert row.details == {"count": 5} and row.observer_id == cast.staff["rosa"] and row.pk == hold.operation_id
    decision = Decision.objects.get()
    assert decision.corrected == details and decision.by_id == cast.staff["imani"]
    hold.refresh_from_db()
    assert hold.body["details"]["details"] == {"count": 501}  # what was handed in stays
    assert outcomes(shift.device.hand_in(shift.browser, *poisoned)) == [DONE, DONE]
    assert list(Receipt.objects.filter(operation_id=hold.operation_id).values_list("turn", "outcome")) == [
        (1, "held"), (2, "done")
    ]  # fmt: skip


def test_it_is_set_aside_with_a_reason_and_stays_on_record(poisoned, shift, cast):
    with pytest.raises(Unacceptable):
        actions.set_aside(by=cast.imani, on=first(), reason="")
    actions.set_aside(by=cast.imani, on=first(), reason="A slip of the thumb")
    assert not Observation.objects.exists() and Hold.objects.get().settled_at
    assert outcomes(shift.device.hand_in(shift.browser, *poisoned))[1] == ("held", "set_aside")
    for act in (lambda **on: actions.apply(**on), lambda **on: actions.set_aside(**on, reason="Once more")):
        with pytest.raises(Unacceptable):
            act(by=cast.imani, on=first())


def test_the_device_learns_what_was_set_aside(poisoned, shift, cast):
    before = Receipt.objects.get(operation_id=first().operation_id)
    actions.set_aside(by=cast.imani, on=first(), reason="A slip of the thumb")
    one, two = Receipt.objects.filter(operation_id=before.operation_id).order_by("turn")
    assert (one.pk, two.turn, two.outcome, two.claims) == (before.pk, 2, "held", False)
    assert [found["code"] for found in two.reasons] == ["set_aside", *(found["code"] for found in one.reasons)]
    assert Hold.objects.get(operation_id=before.operation_id).reasons == before.reasons


@pytest.mark.parametrize("who", ["rosa", "hana", "ben", "dev", "ada", "quinn"])
def test_who_may_not_decide(poisoned, cast, who):
    for act in (actions.apply, actions.correct, actions.set_aside):
        more = {} if act is actions.apply else {"reason": "Because"}
        more |= {"details": {}} if act is actions.correct else {}
        with pytest.raises(Refused):
            act(by=getattr(cast, who), on=first(), **more)


@pytest.mark.parametrize("details", [{}, {"target": 1}, {"more": 1}])
def test_a_correction_has_the_form_of_its_kind(poisoned, cast, details):
    with pytest.raises(Unacceptable):
        actions.correct(by=cast.imani, on=first(), details=details, reason="Because")


def test_each_sees_what_is_theirs(poisoned, cast, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        assert [one.mine for one in queries.holds(by=cast.rosa, on=cast.staff["rosa"])] == [True]
    assert [one.mine for one in queries.holds(by=cast.imani, on=cast.staff["imani"])] == [False]
    assert len(queries.holds(by=cast.amara, on=cast.staff["amara"])) == 1
    assert queries.holds(by=cast.ben, on=cast.staff["ben"]) == ()


def test_the_pages(poisoned, at, cast):
    hold = first()
    page = at("imani").get("/held/").content.decode()
    assert "Observation" in page and f"/held/{hold.pk}/" in page
    page = at("imani").get(f"/held/{hold.pk}/").content.decode()
    assert "501" in page and "Theodore" in page and "Hands" not in page.split("<title>")[1].split("</title>")[0]
    assert at("rosa").get(f"/held/{hold.pk}/").status_code == 200
    assert at("ben").get(f"/held/{hold.pk}/").status_code == 403
    assert at("dev").get("/held/").status_code == 403
    assert at("imani").get(f"/held/{cast.agency}/").status_code == 404


def test_a_try_that_fails_says_why_on_the_page(poisoned, at, cast):
    answer = at("imani").post(f"/held/{first().pk}/application/", {"client": cast.theo.pk})
    assert answer.status_code == 422 and "error-summary" in answer.content.decode()


def test_what_is_corrected_on_the_page_is_carried_out(poisoned, at, cast):
    hold = first()
    path = f"/held/{hold.pk}/correction/"
    browser = at("imani")
    form = browser.get(path).context["form"]
    typed = {name: field.initial for name, field in form.fields.items() if field.initial is not None}
    typed = {name: value.strftime("%H:%M") if name.endswith("clock") else value for name, value in typed.items()}
    typed |= {"client": cast.theo.pk, "details__count": "5"}
    answer = browser.post(path, typed)
    assert answer.status_code == 422 and 'value="5"' in answer.content.decode()  # why is missing; what was typed stays
    assert browser.post(path, {**typed, "why": "Meant 5"}).status_code == 303
    assert Observation.objects.get().details == {"count": 5}


def test_it_is_set_aside_on_the_page_of_its_own_client_alone(poisoned, at, cast):
    path = f"/held/{first().pk}/aside/"
    browser = at("imani")
    assert browser.get(path).status_code == 200
    assert browser.post(path, {"client": cast.lucia.pk, "reason": "A slip"}).status_code == 422
    assert browser.post(path, {"client": cast.theo.pk, "reason": "A slip"}).status_code == 303
    page = browser.get(f"/held/{first().pk}/").content.decode()
    assert "Set aside." in page and "A slip" in page


def test_the_menu_shows_it_to_those_for_whom_something_waits(poisoned, at):
    assert 'href="/held/"' in at("imani").get("/").content.decode()
    assert 'href="/held/"' not in at("hana").get("/").content.decode()


@pytest.mark.parametrize("what", ["aside", "correction", "gap"])
def test_who_recorded_it_is_refused_before_a_form_is_shown(poisoned, at, cast, what):
    hold = first()
    answer = at("rosa").get(f"/held/{hold.pk}/{what}/")
    assert answer.status_code == 403 and "textarea" not in answer.content.decode().split("<main")[1]
    Hold.objects.filter(pk=hold.pk).update(staff=cast.staff["amara"])
    answer = at("amara").get(f"/held/{hold.pk}/{what}/")
    page = answer.content.decode().split("<main")[1]
    assert answer.status_code == 403 and "Somebody else decides about it." in page and "textarea" not in page
    assert f'href="/held/{hold.pk}/"' in page


def test_a_decided_one_has_no_form_any_more(poisoned, at, cast):
    hold = first()
    actions.set_aside(by=cast.imani, on=hold, reason="A slip of the thumb")
    answer = at("imani").get(f"/held/{hold.pk}/correction/")
    assert (answer.status_code, answer["Location"]) == (303, f"/held/{hold.pk}/")


def test_a_reason_that_a_rule_asks_for_can_be_added(cast):
    start = {"zone": "America/New_York", "began_at": "2026-11-22T15:00:00.000Z"}
    typed = {"zone": start["zone"], "began_at__day": "2026-11-22", "began_at__clock": "10:00"}
    form = Correct(
        {**typed, "overlap_reason": "Siblings", "why": "Asked"},
        kind="sessions.start/1",
        details=start,
        zone="America/New_York",
    )
    assert form.is_valid() and form.cleaned_data["corrected"] == {**start, "overlap_reason": "Siblings"}


def test_the_reason_of_a_record_is_not_the_reason_of_its_correction():
    left = {"what": "We sang", "reason": "It was loud"}
    typed = {"what": "We sang", "reason": "It was very loud", "why": "A slip"}
    form = Correct(typed, kind="behaviour.deviate/1", details=left, zone="America/New_York")
    assert form.is_valid() and form.cleaned_data["corrected"]["reason"] == "It was very loud"
