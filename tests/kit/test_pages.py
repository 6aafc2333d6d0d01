"""Every partial renders with its sample, without styles or scripts in the page, and ids are given once."""

import re
from collections import Counter

import pytest

from alongside.foundation import messages
from alongside.foundation.messages import speaking
from alongside.foundation.pseudo import PSEUDO
from tests.kit import samples
from tests.kit.pages import HERE, PAGES, page

PARTIALS = HERE.parents[1] / "alongside" / "foundation" / "templates" / "kit"


@pytest.fixture(autouse=True)
def menu_is_said(monkeypatch):
    real = messages.catalogue
    monkeypatch.setattr(messages, "catalogue", lambda locale: {**real(locale), **samples.WORDS})


@pytest.mark.parametrize("name", PAGES)
def test_a_page_stands_under_the_policy(name):
    html = page(name)
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|javascript:", html)
    assert all("src=" in tag or "application/json" in tag for tag in re.findall(r"<script[^>]*>", html))


@pytest.mark.parametrize("name", PAGES)
def test_ids_are_given_once_and_what_is_pointed_at_exists(name):
    html = page(name)
    ids = Counter(re.findall(r'\sid="([^"]+)"', html))
    assert [one for one, times in ids.items() if times > 1] == []
    named = " ".join(re.findall(r'aria-(?:labelledby|describedby)="([^"]+)"', html)).split()
    assert set(named) <= set(ids)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_one_heading_and_one_main(name):
    html = page(name)
    assert (html.count("<h1"), html.count("<main")) == (1, 1)


def test_every_partial_is_on_a_sample_page():
    read = "".join(path.read_text() for path in [*HERE.rglob("*.html"), *PARTIALS.glob("*.html")])
    # Shells: of base.html with a banner and tabs (tested in the chart), and what a PDF answers where none is made.
    shells = {"record.html", "not-made.html"}
    missing = {path.name for path in PARTIALS.glob("*.html") if f"kit/{path.name}" not in read}
    assert missing - shells == set()


def test_names_stand_apart_from_the_direction_of_the_text():
    assert f"<bdi>{samples.YASMIN.name}</bdi>" in page("components")


def test_the_pseudo_locale_reaches_the_page():
    with speaking(PSEUDO):
        assert "⟦" in page("recording")


def test_a_recording_form_carries_an_id_of_its_own():
    ids = re.findall(r'name="operation" value="([0-9a-f-]{36})"', page("recording"))
    assert len(ids) > 8
    assert len(set(ids)) == len(ids)


def test_help_stands_in_the_middle_of_the_bar():
    bar = re.findall(r'<li( class="[\w-]+")?>', page("plan").split("</nav>")[0])
    assert bar == ["", "", ' class="help"', "", "", ' class="only-desk"']
