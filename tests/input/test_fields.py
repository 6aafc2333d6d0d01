"""Every field of every form that somebody finds on a page, with what it must refuse and what it must keep."""

import unicodedata
from collections.abc import Iterator
from copy import copy
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.forms import Field, FileField

from alongside.foundation.typed_text import settled
from alongside.foundation.webkit import fields
from tests.input import corpus
from tests.input.filling import filled, typed_into
from tests.input.probing import Answer, Probe, shows_again
from tests.walk.browsing import route_of
from tests.walk.parsing import Control, Form

ROUNDS = 2
ACCOUNT = "account/"
"""Forms of signing in have their own rules (passwords, codes) and their own suite: alongside/accounts/tests."""


@pytest.fixture
def probe(standing, browsers) -> Probe:
    return Probe(standing, browsers)


@pytest.fixture
def forms(walked) -> list[tuple[str, Form]]:
    posts = [(who, form) for who, form in walked.forms.values() if form.method == "post"]
    return [(who, form) for who, form in posts if not route_of(form.action).startswith(ACCOUNT)]


def test_good_words_are_taken(probe, forms):
    """Otherwise it would not be the bad word that is refused below. What changes nothing is taken as well."""
    for who, form in forms:
        answer = probe.post(who, form, filled(form))
        if answer.status not in (200, 303) and not _rule(form):
            probe.say(form, f"{answer.status} {_faults(answer)} for {filled(form)}")
    assert not probe.problems, "\n".join(probe.problems)


NEEDS = {
    "assessments/<uuid:id>/plan/": "a draft of the plan has begun, and there is one at a time",
    "clients/<uuid:client>/instruments/elsewhere/": "takes a file: alongside/instruments/tests/test_elsewhere.py",
    "settings/forms/new/": "takes a file: alongside/documents/tests/test_pages.py",
    "clients/<uuid:id>/person/programs/": "there is one program, and they are in it",
    "held/<uuid:id>/application/": "what it was held for still speaks against it",
    "held/<uuid:id>/correction/": "the area that stands there is the one it was held for",
    "clients/<uuid:id>/person/name/": "the name that stands there is the one they have",
    "staff/<uuid:id>/supervision/": "who is offered first is who asks",
    "staff/<uuid:id>/cover/<uuid:row>/end/": "the cover that stands there has not begun",
}
"""Forms that are refused as they stand, by a rule that has nothing to do with how a field is written."""


def _rule(form: Form) -> str:
    return NEEDS.get(route_of(form.action), "")


@pytest.mark.slow
def test_every_field_refuses_everything_bad(probe, forms):
    """Over HTTP all fields are bad at once: each says so by name, and shows again what was typed. Then, field by field,
    everything bad is typed into the fields as the page's own form has them.
    """
    tried = 0
    for at, (who, form) in enumerate(forms):
        bound = None
        for turn in range(ROUNDS):
            if bad := dict(_bad(form, at * 5 + turn * 4)):
                answer = probe.post(who, form, {**filled(form), **bad})
                _refused(probe, form, bad, answer)
                bound = answer.form or bound
        tried += _each(probe, form, bound.fields if bound is not None else {})
    assert not probe.problems, "\n".join(probe.problems)
    assert tried > 1_000


def _each(probe: Probe, form: Form, fields_of: Any) -> int:
    tried = 0
    for name, field in fields_of.items():
        for number, value in _never(field):
            tried += 1
            if said := _taken(field, value):
                probe.say(form, f"{name} takes {number}: {value[:40]!r}: {said}")
    return tried


def test_what_is_text_is_kept_as_it_was_typed(probe, forms):
    """Each text field gets some of what looks dangerous and is text; it is in the record, and shown as text."""
    kept = 0
    for at, (who, form) in enumerate(forms):
        typed = typed_into(form, [*corpus.KEPT.values(), *corpus.naughty_but_text()], at * 7)
        if not typed or _rule(form):
            continue
        answer = probe.post(who, form, {**filled(form), **typed}, look_for=True, then=True)
        _was_kept(probe, form, typed, answer)
        kept += len(typed) if answer.changed else 0
    assert kept > 60
    assert not probe.problems, "\n".join(probe.problems)


def _bad(form: Form, at: int) -> Iterator[tuple[str, str]]:
    for n, (name, control) in enumerate(form.controls.items()):
        if name in ("csrfmiddlewaretoken", "client", "base", "next"):
            continue
        values = [value for _, value in _bad_for(control) if len(value) <= MOST_SENT]
        if values:
            yield name, values[(at + n) % len(values)]


MOST_SENT = 25_000
"""Longer ones would make the whole request too large, which is refused before any form sees it."""


def _bad_for(control: Control) -> list[tuple[int, str]]:
    match control.kind:
        case "text":
            return [*corpus.NEVER.items(), *corpus.NEVER_IN_A_LINE.items(), (18, "a" * 20_001)]
        case "textarea":
            return [*corpus.NEVER.items(), (18, "a b " * 5_001)]
        case "date":
            return list(corpus.DAYS.items())
        case "time":
            return list(corpus.CLOCKS.items())
        case "number":
            return [*corpus.NUMBERS.items(), *((78, typed) for typed in corpus.HOW_NUMBERS_ARE_NOT_WRITTEN)]
        case "select" | "radio":
            return [(number, value) for number, value in corpus.CHOICES.items() if value not in control.offered]
        case "hidden" if control.name in ("operation", "target", "strategy", "like", "aside"):
            return list(corpus.IDS.items())
    return []


def _never(field: Field) -> Iterator[tuple[int, str]]:
    match field:
        case fields.LongText():
            yield from corpus.NEVER.items()
        case fields.Text():
            yield from (corpus.NEVER | corpus.NEVER_IN_A_LINE).items()
        case fields.Day():
            yield from corpus.DAYS.items()
        case fields.Clock():
            yield from corpus.CLOCKS.items()
        case fields.Number():
            yield from corpus.NUMBERS.items()
            yield from ((78, typed) for typed in corpus.HOW_NUMBERS_ARE_NOT_WRITTEN)
        case fields.Choice():
            offered = {str(value) for value, _ in field.choices}
            yield from ((number, value) for number, value in corpus.CHOICES.items() if value not in offered)
        case fields.Ref():
            yield from corpus.IDS.items()
    if field.required and isinstance(field, fields.Text):
        yield from corpus.EMPTY.items()


def _taken(field: Field, value: str) -> str:
    """What is wrong: that it was taken, or that the refusal is no sentence."""
    assert not isinstance(field, FileField)
    try:
        copy(field).clean(value)
    except ValidationError as no:
        return "" if all(_is_sentence(str(text)) for text in no.messages) else f"not a sentence: {no.messages}"
    return "taken"


def _is_sentence(text: str) -> bool:
    return text[:1] in "“0123456789" + text[:1].upper() and text.rstrip()[-1:] in ".?" and len(text) > 10


def _refused(probe: Probe, form: Form, bad: dict[str, str], answer: Answer) -> None:
    if answer.status != 422:
        return probe.say(form, f"{answer.status} for {bad}")
    if answer.form is None:
        return _on_a_page_of_its_own(probe, form, bad, answer)
    for name, typed in bad.items():
        said = [str(text) for text in answer.form.errors.get(name, ())]
        if not said or not all(map(_is_sentence, said)):
            probe.say(form, f"{name} is not named: {said} for {typed[:40]!r}")
        _beside(probe, form, name, typed, answer, said)


def _on_a_page_of_its_own(probe: Probe, form: Form, bad: dict[str, str], answer: Answer) -> None:
    """A tap, or a form that stands small on a page of other things: why not, and the words to copy."""
    if 'class="reason"' not in answer.html and 'class="error-summary"' not in answer.html:
        probe.say(form, "refused without a sentence")
    kept = [control.value for form in answer.page.forms for control in form.controls.values()] + answer.page.typed
    for name, typed in bad.items():
        if " " in typed and form.controls[name].is_typed and typed.strip() not in map(str.strip, kept):
            probe.say(form, f"{name}: what was typed is gone: {typed[:40]!r}")


def _beside(probe: Probe, form: Form, name: str, typed: str, answer: Answer, said: list[str]) -> None:
    """The sentence stands on the page, tied to the field; the field has what was typed."""
    there = answer.page.control(name)
    if not there:
        return probe.say(form, f"{name} is not on the page again")
    control = there[0]
    if control.kind == "hidden":
        return None
    if said and said[0] not in " ".join(word.text for word in answer.page.words):
        probe.say(form, f"{name}: its sentence is not on the page")
    if control.is_typed and not shows_again(answer.page, name, typed):
        probe.say(form, f"{name}: what was typed is gone ({typed[:40]!r}, there is {control.value[:40]!r})")
    return None


def _was_kept(probe: Probe, form: Form, typed: dict[str, str], answer: Answer) -> None:
    if answer.status not in (200, 303):
        probe.say(form, f"{answer.status} {_faults(answer)} for {typed}")
    for name, text in typed.items():
        want = settled(unicodedata.normalize("NFC", text), lines=form.controls[name].kind == "textarea")
        if answer.changed and _as_json(want) not in answer.kept:
            probe.say(form, f"{name} was not kept: {want!r}")


def _as_json(text: str) -> str:
    """As PostgreSQL writes it in JSON."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")


def _faults(answer: Answer) -> Any:
    return dict(answer.form.errors) if answer.form is not None else answer.html[-600:]
