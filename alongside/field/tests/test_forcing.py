"""What waits behind a number that never came: in its order and at once or not at all, and marked; numbers of holds."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from alongside.behaviour.models import Observation
from alongside.field import actions, queries
from alongside.field.models import Decision, Enrolment, Hold
from alongside.foundation import reference
from alongside.foundation.errors import Refused, Unacceptable
from alongside.foundation.models import Entry
from alongside.sessions.models import Ending
from tests.field.device import outcomes

DONE, WAITS = ("done", ""), ("waiting", "")
WHY = "The tablet fell into the river"


@pytest.fixture
def gap(shift):
    """A visit of which one observation never arrives, and another one behind a second gap."""
    start = shift.start()
    lost, seen, end = shift.seen(start), shift.seen(start), shift.end(start)
    shift.seen(start)  # a second number that never comes
    late = shift.seen(start)
    first, *rest = shift.seal(start, seen, end, late)
    assert outcomes(shift.device.hand_in(shift.browser, first, *rest)) == [DONE, WAITS, WAITS, WAITS]
    return lost, rest


def days_go_by():
    Hold.objects.update(received_at=now() - timedelta(days=reference.load("field")["gap_days"], minutes=1))


def waits():
    return Hold.objects.filter(outcome="waiting").order_by("seq").first()


def fault(call, **given):
    with pytest.raises(Unacceptable) as no:
        call(**given)
    return no.value.faults[0].code.rsplit(".")[-1]


def test_after_days_it_is_carried_out_in_order_and_marked(gap, shift, cast):
    days_go_by()
    assert actions.force(by=cast.imani, on=waits(), reason=WHY) == 2
    assert Observation.objects.count() == Ending.objects.count() == 1
    assert set(Decision.objects.values_list("way", "reason", "by")) == {("forced", WHY, cast.staff["imani"])}
    assert Decision.objects.count() == 2
    entry = Entry.objects.get(verb="sessions.end", outcome="done")
    assert (entry.staff_id, entry.on_behalf_of) == (cast.staff["rosa"], cast.staff["imani"])
    assert waits().seq == 6 and Enrolment.objects.get().next_seq == 5
    answer = shift.device.hand_in(shift.browser, *gap[1])
    assert outcomes(answer) == [DONE, DONE, WAITS]


def test_what_was_missing_is_held_when_it_comes_after_all(gap, shift, cast):
    days_go_by()
    actions.force(by=cast.imani, on=waits(), reason=WHY)
    assert outcomes(shift.give(gap[0])) == [("held", "sequence_used")]
    assert Observation.objects.count() == 1


def test_what_follows_is_carried_out_at_once(gap, shift, cast):
    days_go_by()
    actions.force(by=cast.imani, on=waits(), reason=WHY)
    actions.force(by=cast.imani, on=waits(), reason=WHY)
    shift.device.users["rosa"].next = 7
    assert outcomes(shift.give(shift.start())) != [WAITS]


def test_not_before_days_have_gone_by_and_never_out_of_order(gap, cast):
    assert fault(actions.force, by=cast.imani, on=waits(), reason=WHY) == "may_still_come"
    days_go_by()
    last = Hold.objects.order_by("-seq").first()
    assert fault(actions.force, by=cast.imani, on=last, reason=WHY) == "earlier_gap"
    assert fault(actions.apply, by=cast.imani, on=waits()) == "waits"
    assert fault(actions.force, by=cast.imani, on=waits(), reason="") == "why"
    assert not Decision.objects.exists() and not Observation.objects.exists()


def test_others_do_not_force_it(gap, cast):
    days_go_by()
    for who in (cast.rosa, cast.hana, cast.quinn, cast.ada):
        with pytest.raises(Refused):
            actions.force(by=who, on=waits(), reason=WHY)


def test_the_page_offers_it_and_says_who_went_on(gap, at):
    days_go_by()
    imani, address = at("imani"), f"/held/{waits().pk}/"
    assert f"{address}gap/" in imani.get(address).content.decode()
    assert imani.get(f"{address}gap/").status_code == 200
    client = waits().client_id
    assert imani.post(f"{address}gap/", {"reason": "", "client": client}).status_code == 422
    assert imani.post(f"{address}gap/", {"reason": WHY, "client": client}).status_code == 303
    shown = imani.get(address).content.decode()
    assert "although something before it never arrived" in shown and WHY in shown


def test_quality_and_admin_see_numbers_without_content(gap, cast, at):
    assert [(one.why, one.count) for one in queries.counts(by=cast.quinn, on=cast.agency)] == [("early", 3)]
    for who in ("quinn", "ada"):
        shown = at(who).get("/held/").content.decode()
        assert "has not arrived yet" in shown and "Rosa" not in shown and "Theo" not in shown
        assert at(who).get(f"/held/{waits().pk}/").status_code == 403
    with pytest.raises(Refused):
        queries.counts(by=cast.rosa, on=cast.agency)
    assert at("dev").get("/held/").status_code == 403
