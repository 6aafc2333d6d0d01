"""Forms brought in, agreed to, derived, retired, described: done, refused, unacceptable, written down."""

import json
from pathlib import Path

import pytest

from alongside.documents import actions, lookups, queries
from alongside.documents.deriving import Edit
from alongside.documents.models import Edition, Form
from alongside.foundation.errors import NotHere, Refused, Unacceptable
from alongside.foundation.models import Entry, Revision

OURS = Path(__file__).parents[3] / "tests/data/questionnaires"
THEIRS = Path(__file__).parents[4] / "shared/data/fhir/questionnaires"
EVERY = (OURS / "every_type.json").read_bytes()


def bring_in(cast, body=EVERY, by=None, **more):
    return actions.bring_in(by=by or cast.quinn, on=cast.agency, body=body, file_name="every.json", **more)


def published(cast, body=EVERY):
    made = bring_in(cast, body)
    actions.approve(by=cast.amara, on=made.pk)
    actions.approve(by=cast.imani, on=made.pk)
    return made


def changed(body=EVERY, **members):
    return json.dumps({**json.loads(body), **members}).encode()


def codes(no):
    return [(fault.code.rsplit(".")[-1], fault.field) for fault in no.value.faults]


def test_a_file_is_kept_byte_for_byte_and_published_by_two(cast):
    made = bring_in(cast, kind="survey")
    assert lookups.edition_bytes(made.pk) == EVERY
    assert queries.file(by=cast.imani, on=made.pk) == ("every.json", EVERY)
    form = made.form
    assert (form.kind, form.key.startswith("own-"), lookups.edition_of(form.key)) == ("survey", True, None)
    actions.approve(by=cast.quinn, on=made.pk)
    assert lookups.edition_of(form.key) is None
    with pytest.raises(Refused) as no:
        actions.approve(by=cast.quinn, on=made.pk)
    assert no.value.no.code == "documents.refusal.yours"
    with pytest.raises(Refused) as no:
        actions.approve(by=cast.amara, on=made.pk)
    assert no.value.no.code == "documents.refusal.second"
    actions.approve(by=cast.imani, on=made.pk)
    assert lookups.edition_of(form.key).id == made.pk
    with pytest.raises(Refused) as no:
        actions.approve(by=cast.hana, on=made.pk)
    assert no.value.no.code == "documents.refusal.published"
    assert {entry.verb for entry in Entry.objects.filter(verb__startswith="documents.")} >= {
        "documents.bring_in", "documents.approve", "documents.file",
    }  # fmt: skip


def test_who_may_not(cast):
    made = bring_in(cast)
    for act, on in ((actions.bring_in, cast.agency), (actions.approve, made.pk), (actions.derive, made.pk),
                    (actions.retire, made.pk), (actions.describe, made.form_id)):  # fmt: skip
        with pytest.raises(Refused):
            act(by=cast.rosa, on=on)
    with pytest.raises(Refused):
        actions.retire(by=cast.ada, on=made.pk, reason="Never used")
    with pytest.raises(Refused):
        queries.forms(by=cast.rosa, on=cast.agency)


def test_the_next_edition_is_known_by_its_address(cast):
    first = published(cast)
    second = bring_in(cast, changed(version="9"))
    assert (second.form_id, second.number) == (first.form_id, 2)
    assert lookups.edition_of(first.form.key).number == 1
    with pytest.raises(Unacceptable) as no:
        bring_in(cast)
    assert codes(no) == [("here_already", "file")]
    other = bring_in(cast, changed(url="urn:other", version="9"))
    assert other.form_id != first.form_id and other.form.key != first.form.key


@pytest.mark.parametrize(
    ("body", "code"),
    [(b"{", "not_json"), (b'{"resourceType": "QuestionnaireResponse"}', "other_resource"),
     (b" " * 2_000_001, "too_large"),
     (b'{"resourceType": "Questionnaire", "title": "\\u0000", "item": []}', "unfit_text")],
)  # fmt: skip
def test_what_is_no_questionnaire_is_refused_by_name(cast, body, code):
    with pytest.raises(Unacceptable) as no:
        bring_in(cast, body)
    assert codes(no) == [(code, "file")]
    assert not Form.objects.exists() and not Edition.objects.exists()


def test_what_cannot_be_honored_is_kept_and_not_published(cast):
    made = bring_in(cast, changed(implicitRules="http://example.org/rules"))
    with pytest.raises(Unacceptable) as no:
        actions.approve(by=cast.quinn, on=made.pk)
    assert codes(no) == [("blocked", "")]
    found = queries.edition(by=cast.quinn, on=made.pk)
    assert [one.link for one in found.blocking] == [""] and found.edition.state == "waits"


def test_an_ended_edition_gives_way_to_the_one_before(cast):
    first = published(cast)
    second = published(cast, changed(version="9"))
    assert lookups.edition_of(first.form.key).number == 2
    with pytest.raises(Unacceptable) as no:
        actions.retire(by=cast.quinn, on=second.pk, reason="no")
    assert codes(no) == [("reason", "reason")]
    actions.retire(by=cast.quinn, on=second.pk, reason="A question was wrong")
    assert lookups.edition_of(first.form.key).number == 1
    with pytest.raises(Refused):
        actions.retire(by=cast.quinn, on=second.pk, reason="A question was wrong")
    with pytest.raises(Refused):
        actions.approve(by=cast.hana, on=second.pk)
    assert queries.form(by=cast.quinn, on=first.form_id).editions[0].why_ended == "A question was wrong"


def test_what_is_shown_changes_and_what_it_was_is_kept(cast):
    form = bring_in(cast).form
    said = {"title": "Every kind of question", "kind": "survey", "youngest": 6, "oldest": 18}
    actions.describe(by=cast.quinn, on=form.pk, respondents=["self"], purpose="To see them all", **said)
    shown = queries.form(by=cast.quinn, on=form.pk)
    assert (shown.title, shown.youngest, shown.respondents) == ("Every kind of question", 6, ("self",))
    assert Revision.objects.filter(subject_id=form.pk).count() == 1
    with pytest.raises(Unacceptable) as no:
        actions.describe(by=cast.quinn, on=form.pk, **{**said, "oldest": 3, "title": ""}, respondents=["dog"])
    assert sorted(codes(no)) == [("ages", "oldest"), ("choice", "respondents"), ("required", "title")]


def test_a_derived_edition_says_what_it_came_from(cast):
    made = bring_in(cast)
    words = queries.edition(by=cast.quinn, on=made.pk).words
    first = next(link for link, edit in words.items.items() if edit.options and len(edit.options) > 1)
    turned = tuple(reversed(words.items[first].options))
    edits = {**words.items, first: Edit("Another text", "Some help", True, turned)}
    new = actions.derive(by=cast.quinn, on=made.pk, words=type(words)("New title", "2", "Why", edits))
    source = json.loads(lookups.edition_bytes(new.pk))
    old = json.loads(EVERY)
    assert source["derivedFrom"] == [f"{old['url']}|{old['version']}"] and source["title"] == "New title"
    asked = {item.link_id: item for item in lookups.read_edition(new.pk).every()}
    assert (asked[first].text, asked[first].help, asked[first].required) == ("Another text", "Some help", True)
    assert tuple(option.label for option in asked[first].options) == turned
    before = {item.link_id: item for item in lookups.read_edition(made.pk).every()}
    assert {o.label: o.score for o in asked[first].options} == {o.label: o.score for o in before[first].options}
    same = {link for link in before if before[link] == asked[link]}
    assert same == {link for link, item in before.items() if first not in {one.link_id for one in item.below()}}
    _, number, found = queries.compare(by=cast.quinn, on=new.pk, other=made.pk)
    assert (number, [(one.link, one.how) for one in found]) == (1, [(first, "changed")])
    assert (new.number, new.derived_from_id, new.source) == (2, made.pk, "derived")


def test_what_cannot_be_derived(cast):
    made = bring_in(cast)
    words = queries.edition(by=cast.quinn, on=made.pk).words
    link = next(link for link, edit in words.items.items() if edit.options)
    other = {**words.items, link: Edit("Text", "", False, ("Something else",))}
    for version, items, expected in (("", words.items, ("required", "version")),
                                     (words.version, words.items, ("same_version", "version")),
                                     ("7", other, ("options", f"options-{link}"))):  # fmt: skip
        with pytest.raises(Unacceptable) as no:
            actions.derive(by=cast.quinn, on=made.pk, words=type(words)("T", version, "", items))
        assert codes(no) == [expected]


def test_another_forms_edition_is_not_compared(cast):
    made, other = bring_in(cast), bring_in(cast, changed(url="urn:other"))
    with pytest.raises(NotHere):
        queries.compare(by=cast.quinn, on=made.pk, other=other.pk)


def test_the_list_takes_few_statements(cast, django_assert_max_num_queries):
    for n in range(4):
        published(cast, changed(url=f"urn:{n}", title=f"Form {n}"))
    quinn = cast.quinn
    with django_assert_max_num_queries(8):
        assert [one.title for one in queries.forms(by=quinn, on=cast.agency)] == [f"Form {n}" for n in range(4)]


BLOCKED = {
    "lforms_Argonaut-questionnaire-questionnaire-example-asq3": {"It says option, which FHIR R4 does not have there:"},
    "uwcirg_CIRG-CNICS-AUDIT": {"Its expression calls iif, which does not exist,"},
}
REFUSED = {"hl7_qr_bluebook": "other_resource", "uwcirg_GAD-7": "not_json"}


@pytest.mark.skipif(not THEIRS.exists(), reason="needs ../shared, which stands beside the repository where it is")
@pytest.mark.parametrize("path", sorted(THEIRS.glob("*.json")), ids=lambda path: path.stem)
def test_a_form_that_nobody_here_wrote(cast, path):
    body = path.read_bytes()
    if path.stem in REFUSED:
        with pytest.raises(Unacceptable) as no:
            bring_in(cast, body)
        assert codes(no) == [(REFUSED[path.stem], "file")]
        return
    made = bring_in(cast, body)
    assert queries.file(by=cast.quinn, on=made.pk)[1] == body
    found = queries.edition(by=cast.quinn, on=made.pk)
    assert len(found.items) >= made.questions > 0
    if path.stem in BLOCKED:
        said = " ".join(one.says for one in found.blocking)
        assert all(words in said for words in BLOCKED[path.stem])
        return
    assert found.blocking == ()
    actions.approve(by=cast.quinn, on=made.pk)
    actions.approve(by=cast.hana, on=made.pk)
    assert lookups.edition_of(made.form.key).sha256 == made.sha256
