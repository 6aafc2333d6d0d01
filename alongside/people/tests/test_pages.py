"""The pages of clients at the door: who gets in, who does not, what was typed is kept."""

from uuid import uuid4

import pytest

PAGES = ["person/", "person/change/", "person/alerts/", "person/contacts/", "person/team/", "person/programs/",
         "person/homes/", "person/name/", "person/discharge/"]  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_a_supervisor_opens_every_page_of_her_supervisees_client(cast, at, page):
    assert at("imani").get(f"/clients/{cast.theo.pk}/{page}").status_code == 200


@pytest.mark.parametrize("page", [*PAGES, "glass/"])
def test_another_agencys_client_is_the_same_404_as_nobody(cast, at, page):
    imani = at("imani")
    there, nowhere = (imani.get(f"/clients/{id}/{page}") for id in (cast.omar.pk, uuid4()))
    assert there.status_code == nowhere.status_code == 404
    assert there.content == nowhere.content


@pytest.mark.parametrize("page", ["person/", "person/alerts/"])
def test_somebody_not_on_the_team_is_told_who_can_help(cast, at, page):
    answer = at("ben").get(f"/clients/{cast.theo.pk}/{page}")
    assert answer.status_code == 403
    assert "Dev can put you on it" in answer.content.decode()


@pytest.mark.parametrize(
    "page", ["/clients/", "/search/", "/search/?q=theo", "/staff/", "/settings/programs/", "/settings/sites/"]
)
@pytest.mark.parametrize("who", ["rosa", "imani", "dev", "amara", "nadia"])
def test_everybodys_lists_open(cast, at, who, page):
    assert at(who).get(page).status_code == 200
