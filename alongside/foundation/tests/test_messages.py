"""Sentences are found by code, filled, counted, exported, and made strange in the pseudo-locale."""

import pytest

from alongside.foundation import catalogues, messages
from alongside.foundation.messages import MissingValue, UnknownCode, exported, say, speaking
from alongside.foundation.pseudo import PSEUDO, pseudo

SENTENCES = {
    "desk.today.title": "Today",
    "desk.today.greeting": "Hello {name}, it is {day}.",
    "desk.js.undo": "Undo",
    "desk.visits": {"one": "{count} visit", "other": "{count} visits"},
}


@pytest.fixture(autouse=True)
def small_catalogue(monkeypatch):
    altered = {code: catalogues._altered(text) for code, text in SENTENCES.items()}
    spanish = {"desk.today.title": "Hoy"}
    monkeypatch.setattr(messages, "catalogue", {"en": SENTENCES, PSEUDO: altered, "es": spanish}.__getitem__)


def test_a_sentence_is_said_by_its_code():
    assert say("desk.today.title") == "Today"


def test_its_places_are_filled():
    assert say("desk.today.greeting", name="{day}", day=3) == "Hello {day}, it is 3."


@pytest.mark.parametrize(("count", "said"), [(0, "0 visits"), (1, "1 visit"), (2, "2 visits")])
def test_one_and_other(count, said):
    assert say("desk.visits", count=count) == said


def test_an_unknown_code_is_an_error():
    with pytest.raises(UnknownCode):
        say("desk.today")


@pytest.mark.parametrize("code", ["desk.today.greeting", "desk.visits"])
def test_a_missing_value_is_an_error(code):
    with pytest.raises(MissingValue):
        say(code, name="Rosa")


def test_another_language_falls_back_to_english():
    with speaking("es"):
        assert (say("desk.today.title"), say("desk.js.undo")) == ("Hoy", "Undo")
    assert say("desk.today.title") == "Today"


def test_only_the_asked_table_is_exported():
    assert exported("js") == {"desk.js.undo": "Undo"}


def test_the_pseudo_locale_is_marked_longer_and_keeps_its_places():
    with speaking(PSEUDO):
        said = say("desk.today.greeting", name="Rosa", day="Thursday")
    assert said.startswith("⟦") and said.endswith("⟧")
    assert "Rosa" in said and "Thursday" in said and "Hello" not in said
    assert len(pseudo("a" * 20)) == 2 + 26


def test_nested_tables_become_codes():
    table = {"today": {"title": "Today", "visits": {"one": "1", "other": "n"}}}
    assert dict(catalogues.flattened("desk", table)) == {
        "desk.today.title": "Today",
        "desk.today.visits": {"one": "1", "other": "n"},
    }


def test_a_value_that_is_no_sentence_is_an_error():
    with pytest.raises(TypeError):
        dict(catalogues.flattened("desk", {"limit": 3}))


def test_the_real_catalogues_can_be_read_in_each_language():
    for language in {*catalogues.locales(), PSEUDO}:
        assert catalogues.catalogue(language)


def test_every_sentence_of_another_language_has_the_places_of_the_english_one():
    english = catalogues.catalogue("en")
    for language in catalogues.of_papers():
        for code, text in catalogues.catalogue(language).items():
            assert places(text) == places(english[code]), (language, code)


def places(text):
    texts = [text] if isinstance(text, str) else list(text.values())
    return {place for one in texts for place in messages._PLACE.findall(one)}
