"""What nobody needs any more: a draft is put aside and taken up again; a record stays until two people agree."""

from datetime import date

import pytest

from alongside.foundation.tenancy import inside
from alongside.notes.tests import scenes
from alongside.people import actions as people
from tests.journeys.browser import DESK, PHONE

pytestmark = pytest.mark.journey


def test_rosa_puts_a_draft_aside_and_takes_it_up_again(world, page_at, looks_right):
    with inside(world.agency):
        note = scenes.note(world)
    phone = page_at("rosa", size=PHONE, dark=True)
    phone.goto(f"/notes/{note.pk}/")
    phone.get_by_role("link", name="No note should come of this visit").click()
    looks_right(phone)
    phone.get_by_label("Why no note comes of it").fill("Oh")
    phone.get_by_role("button", name="Put it aside").click()
    phone.locator(".error-summary").wait_for()
    looks_right(phone)
    phone.get_by_label("Why no note comes of it").fill("The visit was called off and I pressed Start by mistake.")
    phone.get_by_role("button", name="Put it aside").click()
    phone.wait_for_url("**/to-sign/")
    phone.goto(f"/notes/{note.pk}/")
    looks_right(phone)
    phone.get_by_role("button", name="Take it up again").click()
    phone.get_by_role("button", name="Save draft").wait_for()


def test_quinn_proposes_that_a_record_may_go_and_amara_withdraws_it(world, page_at, looks_right):
    with inside(world.agency):
        old = people.admit(
            by=world.dev, on=world.agency, given="Arthur", family="Ames", identifier="C-90", born=date(1960, 1, 2),
            programme=world.programme.pk, admitted_on=date(2000, 1, 3),
        )  # fmt: skip
        people.discharge(by=world.amara, on=old, discharged_on=date(2005, 6, 7))
    quinn = page_at("quinn", size=DESK)
    quinn.goto("/")
    quinn.get_by_role("link", name="Retention").click()
    looks_right(quinn)
    quinn.get_by_role("link", name="Propose C-90").click()
    looks_right(quinn)
    quinn.get_by_label("Reason").fill("The family was told twice and asked for nothing.")
    quinn.get_by_role("button", name="Propose").click()
    quinn.wait_for_url("**/disposals/**")
    looks_right(quinn)
    assert "You proposed this" in quinn.inner_text("main")

    amara = page_at("amara", size=PHONE)
    amara.goto(quinn.url[quinn.url.index("/disposals/") :])
    looks_right(amara)
    amara.get_by_role("link", name="Withdraw").click()
    amara.get_by_label("Reason").fill("A court asked for the record.")
    amara.get_by_role("button", name="Withdraw").click()
    amara.wait_for_url("**/disposals/*/")
    assert "A court asked for the record." in amara.inner_text("main")
    amara.goto("/settings/editions/")
    looks_right(amara)
