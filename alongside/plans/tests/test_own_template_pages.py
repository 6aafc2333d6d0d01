"""The pages of an agency's own templates: written, refused beside the field, agreed to, retired; and for whom."""

from uuid import uuid4

import pytest

from alongside.people.models import TeamPlace
from alongside.plans import actions as plans
from alongside.plans import shelf
from alongside.plans.models import OwnEdition
from alongside.plans.rules import own_templates as rules
from alongside.plans.rules import templates
from tests import plans as planned

KEY, NAME = "escape-middle_childhood", "Escape at Maple School"


@pytest.fixture
def edition(cast):
    return plans.derive_template(by=cast.imani, on=cast.agency, key=KEY, name=NAME)


def basis(edition):
    return templates.basis_of(shelf.own(OwnEdition.objects.select_related("template").get(pk=edition.pk)))


def test_the_pages(cast, at):
    imani, hana = at("imani"), at("hana")
    page = imani.get(f"/library/plans/{KEY}/").content.decode()
    assert f"/library/plans/{KEY}/own/" in page and f"/library/plans/{KEY}/use/" in page
    assert imani.post(f"/library/plans/{KEY}/own/", {"name": ""}).status_code == 422
    begun = imani.post(f"/library/plans/{KEY}/own/", {"name": NAME})
    assert begun.status_code == 303
    address = begun["Location"]
    assert "Nothing is said otherwise yet." in imani.get(address).content.decode()
    edition = OwnEdition.objects.get()
    head = imani.get(f"{address}head/").content.decode()
    assert "By how many percent" in head
    wrong = {"about": "For whom", "goal": "{nmae}", "reduction": "60", "base": "0" * 16}
    refused = imani.post(f"{address}head/", wrong)
    assert refused.status_code == 422 and "{nmae}" in refused.content.decode()
    there = rules.at(shelf.own(OwnEdition.objects.select_related("template").get()), "head")
    right = wrong | {"about": "For Maple School.", "goal": "{name} stays.", "base": templates.basis_of(there)}
    assert imani.post(f"{address}head/", right).status_code == 303
    page = imani.get(address).content.decode()
    assert "For Maple School." in page and "You wrote it." in page and "Only after" in page
    for place in ("replacement", "part-why", "strategies", "crisis", "card-calm"):
        assert imani.get(f"{address}{place}/").status_code == 200
    assert imani.get(f"{address}nowhere/").status_code == 404
    assert NAME in hana.get("/library/plans/").content.decode()
    assert hana.post(f"{address}agreement/", {"base": "0"}).status_code == 422
    assert hana.post(f"{address}agreement/", {"base": basis(edition)}).status_code == 303
    key = shelf.own_key(edition.template_id)
    page = at("rosa").get(f"/library/plans/{key}/").content.decode()
    assert "For Maple School." in page and "/use/" not in page
    assert imani.post(f"/library/plans/{key}/own/", {}).status_code == 303
    assert hana.post(f"{address}retirement/", {"because": ""}).status_code == 422
    assert hana.post(f"{address}retirement/", {"because": "Over."}).status_code == 303
    assert at("rosa").get(f"/library/plans/{key}/").status_code == 404
    assert at("rosa").get(address).status_code == 403 and imani.get(f"/library/own/{uuid4()}/").status_code == 404


@pytest.mark.parametrize(
    ("place", "typed"),
    [
        ("strategies", {"before": "Wait.", "during": "Ask {nobody}.", "after": "Praise {nobody}."}),
        ("crisis", {"step-0-number": "2", "step-0-text": "Ask {nobody}.", "step-0-who": "Staff",
                    "step-1-number": "1", "step-1-text": "Wait.", "step-1-who": "{nobody}"}),
        ("part-why", {"text": "Because {nobody} asks."}), ("card-calm", {"look": "{nobody}"}),
    ],
)  # fmt: skip
def test_a_name_in_braces_that_is_no_gap_is_named_where_it_was_typed(cast, at, edition, place, typed):
    imani, page = at("imani"), f"/library/own/{edition.pk}/{place}/"
    form = imani.get(page).context["form"]
    more = {name: str(n) for n, name in enumerate(form.fields, 1) if name.endswith("-number")}
    answer = imani.post(page, {**more, **typed, "base": imani.get(page).context["base"]})
    errors = answer.context["form"].errors
    assert answer.status_code == 422 and set(errors) == {name for name in typed if "{nobody}" in typed[name]}
    assert all("“nobody” is no gap" in sentence for said in errors.values() for sentence in said)


def test_choosing_for_whom(cast, at):
    page = at("imani").get(f"/library/plans/{KEY}/use/").content.decode()
    assert f"/clients/{cast.theo.pk}/plans/templates/?template={KEY}" in page and "Ida" not in page
    page = at("imani").get(f"/library/plans/{KEY}/use/?q=lucia").content.decode()
    assert "Lucía" in page and "Theodore" not in page
    assert "None of your clients" in at("imani").get(f"/library/plans/{KEY}/use/?q=nobody").content.decode()
    assert at("rosa").get(f"/library/plans/{KEY}/use/").status_code == 403
    TeamPlace.objects.all().update(ended_on=planned.TODAY)
    assert "You answer for no client" in at("imani").get(f"/library/plans/{KEY}/use/").content.decode()
