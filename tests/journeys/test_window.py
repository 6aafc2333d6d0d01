"""The journeys' own tools, tried: the server answers, somebody is signed in, axe sees a fault."""

import pytest

from tests.journeys.browser import faults_of

pytestmark = pytest.mark.journey


def test_a_member_of_the_cast_is_signed_in(page_at, world):
    page = page_at("rosa")
    answer = page.goto("/nowhere/")
    assert answer.status == 404
    assert page.context.cookies()[0]["name"] == "alongside_session"


def test_axe_sees_a_fault(page_at):
    page = page_at("rosa")
    page.goto("/nowhere/")
    page.evaluate("document.body.append(document.createElement('img'))")
    assert any(fault.startswith("image-alt") for fault in faults_of(page))
