"""Pages of forms: shown, refused, not here, and what was typed shown again."""

import json
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.documents import actions, examining
from alongside.documents.models import Edition
from alongside.documents.tests.test_forms import EVERY, bring_in, changed
from alongside.foundation.messages import say
from tests.papers import text_of

NEW = "/settings/forms/new/"
SCORED = Path(__file__).parents[3] / "tests" / "data" / "questionnaires" / "scored.json"


def file(body=EVERY, name="every.json"):
    return SimpleUploadedFile(name, body, "application/json")


def text(answer):
    return answer.content.decode()


def test_a_file_is_shown_before_anything_is_saved(cast, at):
    quinn = at("quinn")
    shown = quinn.post(NEW, {"file": file()})
    assert shown.status_code == 200 and "every kind" in text(shown).lower() or "Every" in text(shown)
    assert not Edition.objects.exists()
    form = shown.context_data["form"]
    saved = quinn.post(NEW, {"packed": form["packed"].value(), "file_name": "every.json", "kind": "survey"})
    made = Edition.objects.get()
    assert (saved.status_code, saved["Location"]) == (303, f"/settings/forms/editions/{made.pk}/")
    assert bytes(made.body) == EVERY and made.file_name == "every.json"


def test_a_form_that_computes_is_tried_before_the_page_and_again_in_a_process_that_has_not(cast, at, monkeypatch):
    """The trial takes seconds in a process of its own: the guard in tests/guards/slow.py fails it inside the wall."""
    body, quinn = SCORED.read_bytes(), at("quinn")
    for _ in range(2):
        monkeypatch.setattr(examining, "_slow", {})
        shown = quinn.post(NEW, {"file": file(body, "scored.json")})
        assert shown.status_code == 200 and "I slept well" in text(shown)
    monkeypatch.setattr(examining, "_slow", {})
    packed = shown.context_data["form"]["packed"].value()
    assert quinn.post(NEW, {"packed": packed, "file_name": "scored.json", "kind": "survey"}).status_code == 303
    monkeypatch.setattr(examining, "_slow", {})
    assert quinn.post(f"/settings/forms/editions/{Edition.objects.get().pk}/approval/").status_code == 303


@pytest.mark.parametrize(
    ("body", "code", "values"),
    [(b"[", "not_json", {"line": 1, "column": 2}), (b"x" * 2_000_001, "too_large", {"most": 2}),
     (b'{"resourceType": "QuestionnaireResponse"}', "other_resource", {"resource": "QuestionnaireResponse"})],
)  # fmt: skip
def test_what_is_none_is_refused_by_name(cast, at, body, code, values):
    answer = at("quinn").post(NEW, {"file": file(body)})
    assert answer.status_code == 422
    assert say(f"documents.unreadable.{code}", **values) in text(answer).replace("&#x27;", "'")
    assert not Edition.objects.exists()


@pytest.mark.parametrize("packed", ["", "x", "////", "eJwDAAAAAAE="])
def test_what_came_broken_from_the_preview_is_not_saved(cast, at, packed):
    assert at("quinn").post(NEW, {"packed": packed, "file_name": "", "kind": "survey"}).status_code == 422
    assert at("quinn").post(NEW, {}).status_code == 422
    assert not Edition.objects.exists()


def test_markup_in_a_form_is_text(cast, at):
    item = {"linkId": "<b>", "type": "string", "text": "<script>alert(1)</script>"}
    body = json.dumps({"resourceType": "Questionnaire", "title": "<i>T</i>", "item": [item]}).encode()
    made = bring_in(cast, body)
    for answer in (
        at("quinn").post(NEW, {"file": file(body)}),
        at("quinn").get(f"/settings/forms/editions/{made.pk}/"),
    ):
        assert "<script>alert" not in text(answer) and "<i>T" not in text(answer)


def test_from_the_list_to_published_and_retired(cast, at):
    made = bring_in(cast)
    here = f"/settings/forms/editions/{made.pk}/"
    listed = text(at("imani").get("/settings/forms/"))
    assert f"/settings/forms/{made.form_id}/" in listed
    assert text(at("nadia").get(f"/settings/forms/{made.form_id}/")).count(here) == 1
    for who in ("amara", "imani"):
        assert at(who).post(f"{here}approval/").status_code == 303
    shown = text(at("imani").get(here))
    assert say("documents.state.published") in shown and f"{here}approval/" not in shown
    file = at("nadia").get(f"{here}file/")
    assert file.content == EVERY and file["Content-Disposition"] == 'attachment; filename="every.json"'
    short = at("imani").post(f"{here}retirement/", {"reason": "x"})
    assert short.status_code == 422 and "x</textarea>" in text(short)
    assert at("imani").post(f"{here}retirement/", {"reason": "It was replaced"}).status_code == 303
    assert "It was replaced" in text(at("imani").get(f"/settings/forms/{made.form_id}/"))


def test_what_blocks_is_named_and_cannot_be_agreed_to(cast, at):
    made = bring_in(cast, changed(implicitRules="http://example.org/rules"))
    here = f"/settings/forms/editions/{made.pk}/"
    shown = text(at("quinn").get(here))
    assert say("documents.finding.implicit_rules") in shown and "approval/" not in shown
    assert at("quinn").post(f"{here}approval/").status_code == 422


def test_about_keeps_what_was_typed(cast, at):
    made = bring_in(cast)
    here = f"/settings/forms/{made.form_id}/about/"
    answer = at("quinn").post(here, {"title": "Sleep", "kind": "survey", "youngest": "9", "oldest": "3"})
    assert answer.status_code == 422 and 'value="Sleep"' in text(answer)
    assert at("quinn").post(here, {"title": "Sleep", "kind": "survey"}).status_code == 303


def test_another_edition_is_written_on_a_page(cast, at):
    made = bring_in(cast)
    here = f"/settings/forms/editions/{made.pk}/new/"
    form = at("quinn").get(here).context_data["form"]
    typed = {name: form[name].value() or "" for name in form.fields}
    typed = {name: value for name, value in typed.items() if value is not False} | {"text-1": "Asked otherwise"}
    assert at("quinn").post(here, typed).status_code == 422, "a version is needed"
    saved = at("quinn").post(here, typed | {"version": "2"})
    assert saved.status_code == 303
    compared = at("quinn").get(f"{saved['Location']}since/{made.pk}/")
    assert "Asked otherwise" in text(compared)


@pytest.mark.parametrize("who", ["rosa", "dev"])
def test_who_may_not_look(cast, at, who):
    made = bring_in(cast)
    for path in ("", "new/", f"{made.form_id}/", f"editions/{made.pk}/", f"editions/{made.pk}/file/"):
        assert at(who).get(f"/settings/forms/{path}").status_code == 403


def test_a_form_on_paper_has_every_question_and_its_rights(cast, at):
    made = bring_in(cast)
    answer = at("quinn").get(f"/settings/forms/editions/{made.pk}/paper.pdf")
    assert answer["Content-Type"] == "application/pdf"
    words = text_of(answer.content)
    assert "Answered by" in words and "☐" in words and made.form.title in words


def test_what_is_not_here(cast, at):
    made = bring_in(cast)
    for path in (f"{uuid4()}/", f"{uuid4()}/about/", f"editions/{uuid4()}/", f"editions/{uuid4()}/file/",
                 f"editions/{uuid4()}/new/", f"editions/{uuid4()}/retirement/",
                 f"editions/{made.pk}/since/{uuid4()}/"):  # fmt: skip
        assert at("quinn").get(f"/settings/forms/{path}").status_code == 404
    assert actions.retire(by=cast.quinn, on=made.pk, reason="Not needed").edition_id == made.pk
