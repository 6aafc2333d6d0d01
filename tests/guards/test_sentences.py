"""Every sentence is in a catalogue, every code exists, none is left over. Each check is shown to bite."""

import pytest

from alongside.foundation.catalogues import catalogue
from tests.guards.script_words import sentences_in_rules, sentences_in_script
from tests.guards.sentences import Source, sources, unknown_codes, unused_codes
from tests.guards.template_words import sentences_in_template

FILES = sources()


def files(suffix, *names):
    some = [file for file in FILES if file.path.endswith(suffix)]
    return [file for file in some if not names or file.path.rsplit("/")[-1] in names]


def found_in(check, some):
    return [f"{file.path}:{fault}" for file in some for fault in check(file.text)]


def test_every_code_that_is_said_exists():
    assert unknown_codes(FILES, catalogue("en")) == []


def test_no_code_is_left_over():
    assert unused_codes(FILES, catalogue("en")) == []


def test_templates_say_their_sentences():
    assert found_in(sentences_in_template, [f for f in files(".html") if "/templates/" in f.path]) == []


def test_scripts_say_their_sentences():
    assert found_in(sentences_in_script, files(".js")) == []


def test_rules_and_policies_say_their_sentences():
    assert found_in(sentences_in_rules, files(".py", "rules.py", "policy.py")) == []


@pytest.mark.parametrize(
    "text",
    ['{% say "desk.today.titel" %}', "say('desk.today.titel', by=rosa)", 'say(\n    "desk.today.titel"\n)'],
)
def test_a_code_that_does_not_exist_is_found(text):
    assert unknown_codes([Source("a", text)], ["desk.today.title"]) != []
    assert unknown_codes([Source("a", text)], ["desk.today.titel"]) == []


def test_a_code_that_nobody_uses_is_found():
    known = ["notes.fault.late", "notes.fault.short", "notes.title"]
    assert unused_codes([Source("a", '"notes.title"')], known) == ["notes.fault.late", "notes.fault.short"]


@pytest.mark.parametrize(
    "text", ['say(f"notes.fault.{code}")', '"notes.fault."|add:code', "say(`notes.fault.${code}`)"]
)
def test_a_composed_code_counts_as_used(text):
    assert unused_codes([Source("a", text)], ["notes.fault.late"]) == []


@pytest.mark.parametrize(
    "text",
    [
        "<p>Sign note</p>",
        "<p>{{ name }} is here</p>",
        '<input placeholder="Name">',
        '<img alt="A chart" src="x">',
        '<a title="Open" href="/">{{ x }}</a>',
        '<button aria-label="Close">×</button>',
        '<td data-label="Value">{{ x }}</td>',
        '<input type="submit" value="Sign note">',
        '{% include "kit/button.html" with label="Sign note" %}',
        "<script>x</script>après",
        "{% block title %}Notes{% endblock %}",
        "<p>\n{% if x %}yes{% endif %}</p>",
    ],
)
def test_a_sentence_in_a_template_is_found(text):
    assert sentences_in_template(text) != []


@pytest.mark.parametrize(
    "text",
    [
        '{% say "desk.today.title" name=name %}',
        '<p class="big words">{{ name|default:"none" }} · {% say code %} – 12</p>',
        "{# Why this is so #}{% comment %}more words{% endcomment %}",
        '<script type="module" src="x"></script><style>p { color: red }</style>',
        "<kbd>Esc</kbd>",
        '<p class="{% block page_class %}bare docked{% endblock %}">',
        '{% include "kit/button.html" with class="solid wide" label=label %}',
        '<input value="{{ value }}" name="first_name">',
    ],
)
def test_what_is_no_sentence_in_a_template_passes(text):
    assert sentences_in_template(text) == []


def test_the_line_of_a_sentence_is_named():
    assert sentences_in_template("{# a\nb #}\n<p>\nHere</p>") == ["3: Here"]


@pytest.mark.parametrize(
    "text",
    ['toast("Saved")', "toast('not saved yet')", "toast(`It took ${n} minutes`)", 'const a = "x" + "Undo";'],
)
def test_a_sentence_in_a_script_is_found(text):
    assert sentences_in_script(text) != []


@pytest.mark.parametrize(
    "text",
    [
        'say("foundation.js.saved", { count })',
        'form.querySelector("form[data-tap] button")',
        'const reachable = "a, button, input:not([type=hidden])"; box.className = "sync waiting";',
        'if (event.key === "ArrowLeft") return; // Left of "here and now"',
        '/* "Words in a comment" */ const css = "is-open";',
        'headers: { "Content-Type": "application/json" }',
        "`${hours}:${minutes}`",
    ],
)
def test_what_is_no_sentence_in_a_script_passes(text):
    assert sentences_in_script(text) == []


def test_a_sentence_in_a_rule_is_found():
    assert sentences_in_rules('fault = "The visit is over"') == ["1: The visit is over"]


def test_what_is_no_sentence_in_a_rule_passes():
    text = '"""What is true."""\ndef f():\n    """One line."""\n    raise ValueError("no unit")\nx = "a.late"\n'
    assert sentences_in_rules(text) == []
