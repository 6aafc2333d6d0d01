"""What concerns a school is marked, by whoever supervises."""

import pytest

from alongside.chart.tests.scenes import scene
from alongside.foundation.errors import Refused
from alongside.foundation.models import Entry, Revision
from alongside.plans import actions, lookups


def test_it_is_marked_and_taken_back_over_http(cast, at):
    target = scene(cast).target
    page = f"/clients/{cast.theo.pk}/phases/"
    assert "Mark as concerning school" in at("imani").get(page).content.decode()
    address = f"{page}of/{target.pk}/school/"
    sent = {"client": cast.theo.pk, "concerns": "yes"}
    assert at("imani").post(address, sent).status_code == 303
    assert lookups.target(target.pk).concerns_school
    shown = at("rosa").get(page).content.decode()
    assert "a report for the school may tell of it" in shown and "Does not concern school" not in shown
    assert at("imani").post(address, {**sent, "concerns": "no"}).status_code == 303
    assert not lookups.target(target.pk).concerns_school
    assert Entry.objects.filter(verb="plans.mark_school", outcome="done", client_id=cast.theo.pk).count() == 2
    assert Revision.objects.filter(subject_id=target.pk, after={"concerns_school": True}).exists()


def test_what_is_no_choice_and_another_page_are_refused(cast, at):
    target = scene(cast).target
    address = f"/clients/{cast.theo.pk}/phases/of/{target.pk}/school/"
    assert at("imani").post(address, {"client": cast.theo.pk, "concerns": "maybe"}).status_code == 422
    assert at("imani").post(address, {"client": cast.lucia.pk, "concerns": "yes"}).status_code == 422
    elsewhere = f"/clients/{cast.lucia.pk}/phases/of/{target.pk}/school/"
    assert at("imani").post(elsewhere, {"client": cast.lucia.pk, "concerns": "yes"}).status_code == 404
    assert not lookups.target(target.pk).concerns_school


def test_who_may(cast, at):
    target = scene(cast).target
    for who in ("rosa", "ben", "amara", "dev"):
        with pytest.raises(Refused):
            actions.mark_school(by=getattr(cast, who), on=target.pk, concerns=True)
