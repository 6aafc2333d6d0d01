"""A very small phone: nothing is wider than the window, on no page of the main job."""

import pytest

from alongside.foundation.tenancy import inside
from alongside.notes.tests import scenes
from tests.journeys.browser import sideways

pytestmark = pytest.mark.journey


def test_at_320_pixels_nothing_scrolls_sideways(world, page_at):
    with inside(world.agency):
        signed, draft = scenes.signed(world, hours_ago=4), scenes.note(world)
    theo, lucia = world.theo.pk, world.lucia.pk
    rosa, imani = page_at("rosa", size=(320, 640)), page_at("imani", size=(320, 640), dark=True)
    for path in ("/", "/clients/", "/search/?q=theo", "/to-sign/", "/inbox/", f"/notes/{draft.pk}/",
                 f"/notes/{draft.pk}/sign/", f"/clients/{theo}/plan-card/", f"/clients/{lucia}/"):  # fmt: skip
        assert rosa.goto(path).status == 200, path
        assert sideways(rosa) <= 0, path
    for path in ("/to-cosign/", f"/notes/{signed.pk}/cosign/", f"/notes/{signed.pk}/", f"/clients/{theo}/",
                 f"/clients/{theo}/behavior/", f"/clients/{theo}/timeline/", f"/clients/{theo}/person/",
                 f"/clients/{theo}/plans/"):  # fmt: skip
        assert imani.goto(path).status == 200, path
        assert sideways(imani) <= 0, path
    imani.goto(f"/clients/{theo}/")
    imani.get_by_role("link", name="Aggression").click()
    imani.wait_for_url("**/behaviors/*/")
    assert sideways(imani) <= 0
