"""A form of somebody else's: brought in, agreed to by two, answered, signed, printed and exported as it came."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests import papers
from tests.journeys.browser import DESK
from tests.journeys.proving import prove, with_password

pytestmark = pytest.mark.journey
FILE = Path(__file__).parents[1] / "data" / "questionnaires" / "scored.json"


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_from_the_file_to_signed_answers_and_back_to_a_file(world, page_at, looks_right, script):
    with_password(world, "rosa")
    look = looks_right if script else lambda page: None
    quinn = page_at("quinn", size=DESK, script=script)
    quinn.goto("/settings/forms/")
    quinn.get_by_role("link", name="Bring a form in").click()
    quinn.locator("[name=file]").set_input_files(FILE)
    quinn.get_by_role("button", name="Show what it asks").click()
    expect(quinn.get_by_text("I slept well")).to_be_visible()
    look(quinn)
    quinn.locator("[name=kind]").select_option("survey")
    quinn.get_by_role("button", name="Save it").click()
    quinn.get_by_role("button", name="Agree to its use").click()
    expect(quinn.get_by_text("One person agreed")).to_be_visible()
    kept = quinn.request.get(quinn.get_by_role("link", name="Download the file").get_attribute("href"))
    assert kept.body() == FILE.read_bytes()
    imani = page_at("imani", size=DESK, script=script)
    imani.goto(quinn.url)
    imani.get_by_role("button", name="Agree to its use").click()
    expect(imani.get_by_text("Published")).to_be_visible()
    look(imani)

    rosa = page_at("rosa", size=DESK, script=script)
    rosa.goto(f"/clients/{world.theo.pk}/instruments/new/")
    rosa.get_by_role("link", name="A week").click()
    rosa.locator("[name=respondent]").select_option("self")
    rosa.get_by_role("button", name="Begin").click()
    for question, answer in (("I slept well", "Never"), ("I ate well", "Sometimes"), ("I went out", "Sometimes")):
        rosa.get_by_role("group", name=question).get_by_label(answer).check()
    if not script:
        rosa.get_by_role("button", name="Update the form").click()
    expect(rosa.get_by_label("What got in the way?")).to_be_visible()
    rosa.get_by_label("What got in the way?").fill("The bus was late.")
    look(rosa)
    rosa.get_by_role("button", name="Look over and sign").click()
    rosa.get_by_role("button", name="Sign").click()
    prove(rosa)
    rosa.get_by_role("button", name="Sign").click()
    expect(rosa.get_by_text("Signed.")).to_be_visible()
    look(rosa)

    response = json.loads(rosa.request.get(f"{rosa.url.split('?')[0]}response.json").body())
    given = {item["linkId"]: item for item in response["item"]}
    assert response["status"] == "completed" and response["questionnaire"].startswith("urn:alongside:test:scored")
    assert given["total"]["answer"][0]["valueDecimal"] == 2
    assert given["why"]["answer"] == [{"valueString": "The bus was late."}]
    printed = rosa.request.get(f"{rosa.url.split('?')[0]}paper.pdf")
    words = papers.text_of(printed.body())
    assert "The bus was late." in words and "I slept well" in words and "Rosa Delgado" in words
