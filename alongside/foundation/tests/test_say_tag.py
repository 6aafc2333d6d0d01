"""The tags that bring sentences into a template."""

import pytest
from django.template import engines
from django.utils.safestring import mark_safe

from alongside.foundation import messages
from alongside.foundation.messages import speaking
from alongside.foundation.pseudo import PSEUDO, pseudo
from alongside.foundation.templatetags import kit_words
from alongside.foundation.webkit.language import chosen

SENTENCES = {"desk.hello": "Hello <{name}>", "desk.js.end": "</script>"}


@pytest.fixture(autouse=True)
def small_catalogue(monkeypatch):
    strange = {code: pseudo(text) for code, text in SENTENCES.items()}
    monkeypatch.setattr(messages, "catalogue", {"en": SENTENCES, PSEUDO: strange}.__getitem__)
    kit_words._script.cache_clear()
    yield
    kit_words._script.cache_clear()


def render(text, **context):
    return engines["django"].from_string("{% load kit %}" + text).render(context)


def test_words_and_values_are_escaped():
    assert render('{% say "desk.hello" name=name %}', name="<b>") == "Hello &lt;&lt;b&gt;&gt;"


def test_a_safe_value_stays_as_it_is():
    name = mark_safe("<bdi>Rosa</bdi>")
    assert render('{% say "desk.hello" name=name as hello %}{{ hello }}', name=name) == "Hello &lt;<bdi>Rosa</bdi>&gt;"


def test_nothing_is_escaped_in_plain_text():
    text = '{% autoescape off %}{% say "desk.hello" name=name %}{% endautoescape %}'
    assert render(text, name="<b>") == "Hello <<b>>"


def test_the_pseudo_locale_is_said():
    with speaking(PSEUDO):
        assert render('{% say "desk.hello" name="Rosa" %}').startswith("⟦")


def test_the_catalogue_for_scripts_cannot_end_its_element():
    shown = render('{% catalogue "js" %}')
    assert shown.startswith('<script id="catalogue-js" type="application/json">')
    assert shown.count("</script>") == 1


@pytest.mark.parametrize(
    ("allowed", "asked", "answered"),
    [(True, PSEUDO, PSEUDO), (False, PSEUDO, "en"), (True, "en", "en"), (True, "xx", "en"), (True, "", "en")],
)
def test_the_language_of_a_request(settings, allowed, asked, answered):
    settings.ALONGSIDE_PSEUDO_LOCALE = allowed
    assert chosen(asked) == answered
