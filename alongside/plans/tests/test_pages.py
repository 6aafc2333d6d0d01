"""The pages of plans over HTTP: who sees them, what is kept, what is refused."""

from dataclasses import replace
from uuid import uuid4

import pytest

from alongside.plans import actions as plans
from alongside.plans import lookups, reading
from alongside.plans.models import OtherChange, Phase, PlanVersion, Reading
from alongside.plans.rules import basis, texts
from tests import papers
from tests import plans as planned

READERS = {"rosa": 200, "imani": 200, "quinn": 200, "amara": 200, "ben": 403, "hana": 403, "dev": 403, "ada": 403}


@pytest.fixture
def pages(cast):
    """Addresses of every page to read, with both plans of Theo in force and a draft of the next behavior plan."""
    behaviour = planned.published(cast)
    planned.published(cast, kind="treatment")
    draft = plans.draft(by=cast.imani, on=behaviour.plan_id)
    [hands, _] = lookups.targets_of(cast.theo.pk)
    phase = plans.begin_phase(
        by=cast.imani, on=hands.id, condition="baseline", label="Baseline", begins_at=behaviour.begins_at
    )
    change = plans.note_change(
        by=cast.imani, on=cast.theo, kind="medication", label="Sertraline", at=behaviour.begins_at
    )
    theo, version = f"/clients/{cast.theo.pk}", f"/plans/versions/{behaviour.pk}"
    return {
        "plans": f"{theo}/plans/", "card": f"{theo}/plan-card/", "phases": f"{theo}/phases/",
        "version": f"{version}/", "paper": f"{version}/paper/", "compare": f"/plans/{behaviour.plan_id}/comparison/",
        "section": f"/plans/versions/{draft.pk}/sections/", "publication": f"/plans/versions/{draft.pk}/publication/",
        "ending": f"{version}/ending/", "readings": f"{version}/readings/", "begin": f"{theo}/plans/beginning/",
        "drafts": f"/plans/{behaviour.plan_id}/drafts/", "phase_of": f"{theo}/phases/of/{hands.id}/",
        "phase": f"{theo}/phases/{phase.pk}/", "changes": f"{theo}/changes/",
        "withdrawal": f"{theo}/changes/{change.pk}/withdrawal/", "draft": draft, "hands": hands,
    }  # fmt: skip


def test_a_sheet_to_count_on_is_printed(cast, pages, at):
    sheet = pages["version"] + "data-sheet/"
    page = text_of(at("rosa").get(sheet))
    assert "Hands" in page and "One stroke each time" in page
    assert at("ben").get(sheet).status_code == 403 and sheet in text_of(at("rosa").get(pages["plans"]))


def text_of(answer):
    return answer.content.decode()


def test_who_reads_a_plan(cast, pages, at):
    read = ("plans", "card", "phases", "version", "compare")
    found = {who: {at(who).get(pages[page]).status_code for page in read} for who in READERS}
    assert found == {who: {status} for who, status in READERS.items()}


def test_who_opens_a_draft(cast, pages, at):
    expected = {"imani": 200, "rosa": 403, "amara": 403, "quinn": 403}
    addresses = (pages["section"] + "about/", pages["publication"])
    found = {who: {at(who).get(address).status_code for address in addresses} for who in expected}
    assert found == {who: {status} for who, status in expected.items()}


def test_the_plan_in_force_reads_well(cast, pages, at):
    page = text_of(at("rosa").get(pages["plans"]))
    for words in ("Behavior plan", "Treatment plan", "Aggression", "On screen: Hands", "4.5 per hour, 5 Jan 2026"):
        assert words in page
    assert "from 12 minutes, to at least 30 minutes, 3 sessions in a row, by" in page
    assert "Draft a new version" not in page and "End this plan" not in page
    assert "Open draft, version 2" in text_of(at("imani").get(pages["plans"]))


def test_the_title_holds_no_name(cast, pages, at):
    for page in ("plans", "card", "phases", "version", "compare", "paper"):
        title = text_of(at("rosa").get(pages[page])).split("<title>")[1].split("</title>")[0]
        assert "Theo" not in title and "Bell" not in title


def test_the_card_shows_screen_names_and_keeps_a_stage_open(cast, pages, at):
    page = text_of(at("rosa").get(pages["card"]))
    assert "Hands" in page and "Aggression" not in page
    assert "Do what helps when escalating" in page
    assert " open><summary>" not in page
    assert '"stage s3" name="stage" open' in text_of(at("rosa").get(pages["card"] + "?stage=escalating"))
    assert at("rosa").get(pages["card"] + "?stage=%3Cb%3E").status_code == 200


def test_new_lines_are_marked_until_they_are_read(cast, at):
    first = planned.published(cast)
    draft = plans.draft(by=cast.imani, on=first.plan_id)
    calm = reading.whole(draft).stage("calm")
    plans.write(by=cast.imani, on=draft, section=replace(calm, do=(*calm.do, "Dim the light")), base=basis(calm))
    plans.write(by=cast.imani, on=draft, section=texts.About("Light.", planned.IN_THREE_MONTHS))
    version = plans.publish(by=cast.imani, on=draft)
    rosa, address = at("rosa"), f"/clients/{cast.theo.pk}/plan-card/"
    assert "1 line is new." in text_of(rosa.get(address))
    answer = rosa.post(f"/plans/versions/{version.pk}/readings/", {"client": cast.theo.pk})
    assert (answer.status_code, answer.headers["Location"]) == (303, address)
    assert "I have read it" not in text_of(rosa.get(address))
    assert Reading.objects.filter(version=version, staff_id=cast.staff["rosa"]).exists()


def test_a_client_without_a_plan_is_told_so(cast, at):
    assert "No behavior plan is in force" in text_of(at("rosa").get(f"/clients/{cast.theo.pk}/plan-card/"))
    assert "Nothing is measured yet" in text_of(at("rosa").get(f"/clients/{cast.theo.pk}/phases/"))
    assert "Begin a behavior plan" in text_of(at("imani").get(f"/clients/{cast.theo.pk}/plans/"))
    assert "Begin a behavior plan" not in text_of(at("rosa").get(f"/clients/{cast.theo.pk}/plans/"))


def test_a_plan_is_begun_written_and_published_by_hand(cast, at):
    imani, client = at("imani"), {"client": str(cast.theo.pk)}
    begun = imani.post(f"/clients/{cast.theo.pk}/plans/beginning/", {**client, "kind": "treatment"})
    assert begun.status_code == 303
    draft = PlanVersion.objects.get()
    here = f"/plans/versions/{draft.pk}"
    sections = {
        "about": {"summary": "First.", "review_on": str(planned.IN_THREE_MONTHS)},
        **{f"part-{key}": {"text": f"About {key}"} for key in planned.TREATMENT_PARTS},
        "goal-new": {
            "words": "I want to stay with my class.", "own_words": "on", "objective-0-text": "Stays in class",
            "objective-0-unit": "minutes", "objective-0-baseline": "12", "objective-0-comparator": ">=",
            "objective-0-criterion": "30.5", "objective-0-sessions_in_a_row": "3",
            "objective-0-due_on": str(planned.IN_THREE_MONTHS), "objective-1-comparator": ">=",
        },
        "interventions": {
            "intervention-0-what": "Practices staying", "intervention-0-who": "TSS", "intervention-0-times_a_week": "3",
            "intervention-0-minutes": "90", "intervention-0-setting": "School", "intervention-0-objective": "1.1",
        },
    }  # fmt: skip
    for place, said in sections.items():
        answer = imani.post(f"{here}/sections/{place}/", {**client, "base": "", **said})
        assert (place, answer.status_code) == (place, 303)
    review = imani.get(f"{here}/publication/")
    assert "Publish as Imani Okafor" in text_of(review)
    base = text_of(review).split('name="base" value="')[1].split('"')[0]
    assert imani.post(f"{here}/publication/", {**client, "base": base}).status_code == 303
    [objective] = lookups.objectives_of(cast.theo.pk)
    assert (objective.criterion, objective.own_words, objective.unit) == (30.5, True, "minutes")


def test_what_is_missing_is_named_with_the_way_there(cast, at):
    draft = plans.begin(by=cast.imani, on=cast.theo, kind="behaviour")
    here = f"/plans/versions/{draft.pk}"
    page = text_of(at("imani").get(f"{here}/publication/"))
    assert f'href="{here}/sections/part-why/"' in page and f'href="{here}/sections/target-new/"' in page
    assert f'href="{here}/sections/card-crisis/"' in page
    answer = at("imani").post(f"{here}/publication/", {"client": cast.theo.pk, "base": ""})
    assert answer.status_code == 422
    assert PlanVersion.objects.get().published_at is None


def test_who_has_no_license_reads_why_not(cast, at):
    from alongside.workforce.models import Staff  # noqa: PLC0415

    draft = planned.drafted(cast)
    Staff.objects.filter(pk=cast.staff["imani"]).update(credential="MA")
    here = f"/plans/versions/{draft.pk}/publication/"
    assert "Your record shows: MA." in text_of(at("imani").get(here))
    base = basis(reading.whole(draft))
    assert at("imani").post(here, {"client": cast.theo.pk, "base": base}).status_code == 403


def test_both_texts_are_shown_when_two_people_write(cast, pages, at):
    imani, here = at("imani"), pages["section"] + "part-why/"
    base = basis(reading.whole(pages["draft"]).part("why"))
    said = {"client": cast.theo.pk, "base": base}
    assert imani.post(here, {**said, "text": "Noise is the reason."}).status_code == 303
    answer = imani.post(here, {**said, "text": "Long work is the reason."})
    page = text_of(answer)
    assert answer.status_code == 422
    assert "Noise is the reason." in page and "Long work is the reason." in page
    assert reading.whole(pages["draft"]).part("why").text == "Noise is the reason."
    now = page.split('name="base" value="')[1].split('"')[0]
    assert imani.post(here, {**said, "base": now, "text": "Noise and long work."}).status_code == 303


def test_every_section_of_a_draft_is_saved_as_it_stands(cast, pages, at):
    """What a form shows, posted unchanged, says the same again."""
    imani, before = at("imani"), reading.whole(pages["draft"])
    for section in before.sections():
        answer = imani.get(f"{pages['section']}{section.place}/")
        assert answer.status_code == 200
        form = answer.context_data["form"]
        said = {name: form[name].value() for name in form.fields}
        said = {name: "" if value is None else value for name, value in said.items() if value is not False}
        said |= {"client": cast.theo.pk, "base": basis(before.at(section.place))}
        assert imani.post(f"{pages['section']}{section.place}/", said).status_code == 303, section.place
    after = reading.whole(pages["draft"])
    assert replace(after, targets=()) == replace(before, targets=())
    assert [replace(t, settings={}) for t in after.targets] == [replace(t, settings={}) for t in before.targets]


BAD = [
    ("about", {"summary": "x" * 1001}, "1,001 characters"),
    ("about", {"summary": "kept", "review_on": "2026-13-01"}, "is not a date"),
    ("part-why", {"text": "a\x00b"}, "cannot be kept"),
    ("part-why", {"text": "abc\u202egpj"}, "reading direction"),
    ("part-why", {"text": "x" * 20_001}, "20,001 characters"),
    ("strategies", {"before": "\n".join("x" * 41)}, "There is room for 40"),
    ("card-calm", {"do": "a\nb\nc\nd\ne"}, "At most 4 things to do"),
    ("card-calm", {"say": "One.\nTwo."}, "One sentence to say"),
    ("crisis", {"step-0-number": "1e400", "step-0-text": "kept"}, "is not a number"),
    ("target-new", {"name": "", "kind": "behaviour"}, "This is needed."),
    ("target-new", {"name": "kept", "kind": "habit"}, "Choose one of those offered."),
    ("target-new", {"name": "kept", "baseline": "NaN"}, "is not a number"),
    ("target-new", {"name": "kept", "pinned": "-1"}, "lies outside"),
    ("target-new", {"name": "kept", "pinned": "9" * 5000}, "is not a number"),
]


def test_bad_input_is_named_and_kept(cast, pages, at):
    before, imani = reading.whole(pages["draft"]), at("imani")
    for place, said, sentence in BAD:
        base = basis(before.at(place))
        answer = imani.post(f"{pages['section']}{place}/", {"client": cast.theo.pk, "base": base, **said})
        assert (answer.status_code, sentence in text_of(answer)) == (422, True), (place, said)
        assert "kept" not in str(said) or "kept" in text_of(answer)
    assert reading.whole(pages["draft"]) == before


def test_an_objective_of_nothing_but_a_number_asks_for_its_text(cast, at):
    draft = plans.begin(by=cast.imani, on=cast.theo, kind="treatment")
    said = {
        "client": cast.theo.pk, "base": "", "words": "g", "objective-0-criterion": "3", "objective-0-comparator": ">=",
        "objective-1-comparator": ">=",
    }  # fmt: skip
    answer = at("imani").post(f"/plans/versions/{draft.pk}/sections/goal-new/", said)
    assert answer.status_code == 422 and "This is needed." in text_of(answer)


def test_markup_in_a_plan_is_text(cast, pages, at):
    evil = '<script>alert(1)</script>"><img src=x>'
    base = basis(reading.whole(pages["draft"]).part("why"))
    said = {"client": cast.theo.pk, "base": base, "text": evil}
    assert at("imani").post(pages["section"] + "part-why/", said).status_code == 303
    for page in (pages["section"] + "part-why/", pages["publication"]):
        assert "<script>alert" not in text_of(at("imani").get(page))
        assert "&lt;script&gt;alert" in text_of(at("imani").get(page))


def test_a_measure_asks_for_its_settings_once_it_is_saved(cast, pages, at):
    imani = at("imani")
    said = {"name": "Washes hands", "kind": "skill", "measure": "task_analysis", "improvement": "increase"}
    answer = imani.post(pages["section"] + "target-new/", {"client": cast.theo.pk, "base": "", **said})
    here = answer.headers["Location"].split("?")[0]
    page = imani.get(here)
    assert "One on each line, in their order." in text_of(page)
    base = text_of(page).split('name="base" value="')[1].split('"')[0]
    steps = {"setting-steps": "Water on\n\nWet hands\n Soap ", "setting-prompts": "independent\nmodel"}
    assert imani.post(here, {"client": cast.theo.pk, "base": base, **said, **steps}).status_code == 303
    target = next(t for t in reading.targets(pages["draft"].pk) if t.name == "Washes hands")
    assert target.settings == {"steps": ["Water on", "Wet hands", "Soap"], "prompts": ["independent", "model"]}


def test_a_target_is_taken_out_of_a_draft(cast, pages, at):
    target = reading.targets(pages["draft"].pk)[0]
    said = {"client": cast.theo.pk, "base": basis(target)}
    answer = at("imani").post(f"{pages['section']}{target.place}/removal/", said)
    assert answer.status_code == 303
    assert target.target_id not in {t.target_id for t in reading.targets(pages["draft"].pk)}
    assert at("imani").post(f"{pages['section']}{target.place}/removal/", said).status_code == 422


def test_two_versions_side_by_side(cast, pages, at):
    imani = at("imani")
    base = basis(reading.whole(pages["draft"]).part("why"))
    plans.write(by=cast.imani, on=pages["draft"], section=texts.Part("why", "Noise."), base=base)
    plans.write(by=cast.imani, on=pages["draft"], section=texts.About("Why is new.", planned.IN_THREE_MONTHS))
    plans.publish(by=cast.imani, on=pages["draft"])
    pairs = {pair.place: pair for pair in imani.get(pages["compare"]).context_data["pairs"]}
    assert pairs["part-why"].changed and not pairs["part-teaching"].changed and not pairs["card-calm"].changed
    assert [line.text for line in pairs["part-why"].new if line.new] == ["Noise."]
    assert imani.get(pages["compare"] + "?old=1&new=1").status_code == 200
    assert imani.get(pages["compare"] + "?old=1&new=99").status_code == 404
    assert imani.get(pages["compare"] + "?old=x&new=-1").status_code == 200


def test_a_plan_as_pdf_holds_every_part_and_lines_to_sign_on(cast, pages, at):
    answer = at("imani").get(pages["paper"].replace("paper/", "paper.pdf"))
    assert answer["Content-Type"] == "application/pdf" and "Theo" not in answer["Content-Disposition"]
    text = papers.text_of(answer.content)
    for word in ("Behavior plan", "C-2", "Prescriber", "Signature", "Page 1 of", "Published"):
        assert word in text, word


def test_the_card_as_pdf_is_one_page_a_stage_after_the_other(cast, pages, at):
    answer = at("imani").get(pages["paper"].replace("paper/", "card.pdf"))
    made = answer.content
    assert answer.status_code == 200, made
    assert len(papers.read(made).pages) == 1 and "Calm" in papers.text_of(made)


def test_a_plan_on_paper_says_whose_and_which(cast, pages, at):
    page = text_of(at("imani").get(pages["paper"]))
    for words in ("Theodore Bell", "C-2", "Version 1", "Imani Okafor, LPC", "Fingerprint"):
        assert words in page
    assert at("dev").get(pages["paper"]).status_code == 403


def test_a_plan_is_ended_with_a_reason(cast, pages, at):
    client = {"client": cast.theo.pk}
    assert at("imani").post(pages["ending"], {**client, "because": " "}).status_code == 422
    assert at("rosa").post(pages["ending"], {**client, "because": "x"}).status_code == 403
    assert at("imani").post(pages["ending"], {**client, "because": "Goals are met."}).status_code == 303
    assert "Goals are met." in text_of(at("rosa").get(pages["plans"]))


def test_a_phase_is_begun_corrected_and_taken_back_by_hand(cast, pages, at):
    imani, client = at("imani"), {"client": cast.theo.pk}
    Phase.objects.update(begins_at="2026-01-05T12:00Z")
    said = {**client, "condition": "intervention", "label": "Break card", "day": "2026-02-02"}
    assert imani.get(pages["phase_of"]).status_code == 200
    assert imani.post(pages["phase_of"], said).status_code == 303
    assert lookups.phases_of(cast.theo.pk)[1].begins_at.isoformat() == "2026-02-02T05:00:00+00:00"
    again = imani.post(pages["phase_of"], said)
    assert again.status_code == 422 and "Break card" in text_of(again)
    wrong = {**client, "condition": "baseline", "label": "At school", "day": "2026-01-06", "clock": "08:30"}
    assert imani.post(pages["phase"], wrong).status_code == 422
    assert imani.post(pages["phase"], {**wrong, "reason": "A day later."}).status_code == 303
    assert imani.post(pages["phase"], {**client, "withdraw": "1"}).status_code == 422
    assert imani.post(pages["phase"], {**client, "withdraw": "1", "reason": "Twice."}).status_code == 303
    assert [p.label for p in lookups.phases_of(cast.theo.pk)] == ["Break card"]
    assert at("rosa").post(pages["phase_of"], said).status_code == 403


def test_another_change_is_noted_and_taken_back_by_hand(cast, pages, at):
    rosa, client = at("rosa"), {"client": cast.theo.pk}
    said = {**client, "kind": "school", "label": "Winter break", "day": "2026-01-02"}
    assert rosa.post(pages["changes"], said).status_code == 303
    assert rosa.post(pages["changes"], {**said, "day": "2099-01-01"}).status_code == 422
    assert rosa.post(pages["withdrawal"], {**client, "reason": "x"}).status_code == 403
    assert at("imani").post(pages["withdrawal"], {**client, "reason": "x"}).status_code == 303
    assert OtherChange.objects.filter(withdrawn_at__isnull=True).count() == 1


WRITES = ("begin", "drafts", "publication", "ending", "readings", "phase_of", "phase", "changes", "withdrawal")
VALID = {
    "kind": "treatment", "because": "x", "reason": "x", "condition": "intervention", "label": "x", "day": "2026-01-02",
}  # fmt: skip


def test_a_form_that_stood_on_another_clients_page_changes_nothing(cast, pages, at):
    said = {**VALID, "base": basis(reading.whole(pages["draft"])), "client": cast.lucia.pk}
    for page in WRITES:
        answer = at("imani").post(pages[page], {**said, "kind": "school" if page == "changes" else "treatment"})
        assert (answer.status_code, "another client" in text_of(answer)) == (422, True), page


def test_another_agencys_id_is_the_same_as_a_random_one(cast, pages, at):
    imani, found = at("imani"), {}
    for other in (cast.omar.pk, uuid4()):
        for address in (
            f"/clients/{other}/plans/", f"/clients/{other}/plan-card/", f"/clients/{other}/phases/",
            f"/clients/{other}/phases/of/{pages['hands'].id}/", f"/plans/versions/{other}/",
            f"/plans/versions/{other}/paper/", f"/plans/versions/{other}/publication/",
            f"/plans/versions/{other}/sections/about/", f"/plans/{other}/comparison/",
            f"{pages['section']}goal-{other}/", f"{pages['section']}target-{other}/", f"{pages['section']}part-x/",
        ):  # fmt: skip
            found[address] = imani.get(address).status_code
    assert {address: status for address, status in found.items() if status != 404} == {}


def test_a_phase_of_one_client_is_not_begun_on_anothers_page(cast, pages, at):
    planned.published(cast, client=cast.lucia)
    theirs = lookups.targets_of(cast.lucia.pk)[0]
    said = {**VALID, "client": cast.theo.pk}
    answer = at("imani").post(f"/clients/{cast.theo.pk}/phases/of/{theirs.id}/", said)
    assert answer.status_code == 404
    assert lookups.phases_of(cast.lucia.pk) == ()
