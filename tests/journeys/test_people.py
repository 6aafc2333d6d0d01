"""Dev takes a client in; Imani writes down who is around her; Rosa finds her by the sound of her name."""

import pytest

from tests.journeys.browser import DESK, PHONE

pytestmark = pytest.mark.journey


def fill(page, **values):
    for name, value in values.items():
        page.fill(f"[name={name}]", value)


def test_a_client_is_admitted_found_and_known(world, page_at, looks_right):
    office = page_at("dev", size=DESK)
    office.goto("/clients/new/")
    looks_right(office)
    fill(office, given="Siobhán", family="O'Reilly", pronouns="she / her", born="2016-02-29", identifier="c-77")
    office.select_option("[name=programme]", label="School support")
    office.select_option("[name=staff]", label="Rosa Delgado")
    office.click("main button[type=submit]")
    office.wait_for_url("**/person/")
    looks_right(office)
    assert "C-77" in office.inner_text("main")

    who = office.url.split("/")[-3]
    lead = page_at("imani", size=DESK, dark=True)
    lead.goto(f"/clients/{who}/person/homes/")
    fill(lead, name="Mother's home", share="weekdays")
    lead.click("main button[type=submit]")
    lead.goto(f"/clients/{who}/person/contacts/")
    fill(lead, given="June", family="O'Reilly", relation="mother", phone="(215) 555-0134")
    lead.select_option("[name=in_law]", "parent")
    lead.click("main button[type=submit]")
    lead.click("main a[href$='/rights/']")
    looks_right(lead)
    lead.check("[name=right][value=consent]")
    lead.check("[name=decision][value=deny]")
    lead.click("main button[type=submit]")
    looks_right(lead)
    assert "Name the order" in lead.inner_text(".error-summary")
    assert lead.is_checked("[name=decision][value=deny]")
    fill(lead, order="Custody order, 12 Mar 2026", last_day="2099-01-31")
    lead.click("main button[type=submit]")
    lead.wait_for_url("**/person/")
    looks_right(lead)
    assert "Custody order, 12 Mar 2026" in lead.inner_text("#contacts ~ .table-wrap, section:has(#contacts)")

    phone = page_at("rosa", size=PHONE)
    phone.goto("/clients/")
    looks_right(phone)
    phone.goto("/search/")
    phone.fill("#find", "siobahn oreily")
    phone.wait_for_selector("#found .list-row")
    looks_right(phone)
    assert "Siobhán" in phone.inner_text("#found")
    phone.goto(f"/clients/{who}/person/")
    looks_right(phone)


def test_somebody_leaves_and_is_out_at_once(world, page_at, looks_right):
    rosa = page_at("rosa")
    rosa.goto("/clients/")
    ada = page_at("ada", size=DESK)
    ada.goto(f"/staff/{world.staff['rosa']}/end/")
    looks_right(ada)
    ada.click("main button[type=submit]")
    ada.wait_for_url(f"**/staff/{world.staff['rosa']}/")
    looks_right(ada)
    rosa.goto("/clients/")
    assert "/account/login/" in rosa.url and "Theodore" not in rosa.content()


@pytest.mark.parametrize("path", ["/staff/", "/settings/programs/", "/settings/sites/", "/search/?q=bell"])
@pytest.mark.parametrize("size", [PHONE, DESK])
def test_lists_look_right(world, page_at, looks_right, path, size):
    page = page_at("amara", size=size)
    page.goto(path)
    looks_right(page)
