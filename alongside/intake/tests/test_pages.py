"""Pages of intake: shown, refused, not here; what was typed is shown again."""

import time
from uuid import uuid4

import pytest

from alongside.foundation.messages import say
from alongside.intake import actions as intake
from alongside.intake.models import Intake, Referral, Summary
from alongside.intake.tests.scenes import begun, observed, referred, summed_up
from alongside.people.models import Client
from tests import papers

SAID = {"strengths": "Patient with animals, draws", "findings": "Sleep is short since the move",
        "recommendations": "Begin with an evening routine"}  # fmt: skip
REFER = {"source": "school", "referrer": "Ms. Ode", "received_on": "2026-11-02", "urgency": "urgent", "given": "Mara",
         "family": "Quist", "language": "es", "contact": "Ines Quist", "relation": "mother", "phone": "+1 215 555 0101",
         "reason": "She sleeps badly since they moved"}  # fmt: skip


def confirmed(browser):
    """Somebody who just showed who they are."""
    session = browser.session
    session["confirmed_at"] = time.time()
    session.save()
    return browser


def text(answer):
    return answer.content.decode()


def test_somebody_is_referred_and_taken_in_on_pages(cast, at):
    dev = at("dev")
    wrong = dev.post("/intake/new/", REFER | {"reason": "Sleep", "phone": "", "contact": ""})
    assert wrong.status_code == 422 and 'value="Mara"' in text(wrong)
    saved = dev.post("/intake/new/", REFER)
    row = Referral.objects.get()
    assert (saved.status_code, saved["Location"]) == (303, f"/intake/{row.pk}/")
    assert "Mara Quist" in text(dev.get("/intake/")) and say("intake.urgency.urgent") in text(dev.get("/intake/"))
    shown = text(dev.get(saved["Location"]))
    assert "beginning/" in shown and "closing/" not in shown and "Ines Quist" in shown
    assert "beginning/" not in text(at("imani").get(f"/intake/{row.pk}/"))
    typed = {"identifier": "C-77", "programme": str(cast.programme.pk), "lead": str(cast.staff["imani"]),
             "began_on": "2026-11-03"}  # fmt: skip
    assert dev.post(f"/intake/{row.pk}/beginning/", typed | {"identifier": ""}).status_code == 422
    taken = dev.post(f"/intake/{row.pk}/beginning/", typed)
    assert (taken.status_code, taken["Location"]) == (303, f"/intake/{row.pk}/")
    made = Intake.objects.get()
    assert f"/clients/{made.client_id}/intake/" not in text(dev.get(f"/intake/{row.pk}/"))
    assert f"/clients/{made.client_id}/intake/" in text(at("imani").get(f"/intake/{row.pk}/"))
    assert dev.get(f"/intake/{row.pk}/beginning/").status_code == 403


def test_a_referral_is_closed_on_a_page(cast, at):
    row = referred(cast)
    assert at("amara").post(f"/intake/{row.pk}/closing/", {"how": "declined", "reason": "x"}).status_code == 422
    closed = at("amara").post(f"/intake/{row.pk}/closing/", {"how": "declined", "reason": "There is no room now"})
    assert closed.status_code == 303 and "There is no room now" in text(at("amara").get(closed["Location"]))


def test_step_by_step_on_pages(cast, at):
    made = begun(cast)
    here, imani = f"/clients/{made.client_id}/intake/", at("imani")
    client = {"client": str(made.client_id)}
    assert say("intake.word.next", step=say("intake.step.consent")) in text(imani.get(here))
    consent = {"what": "treatment", "given": "yes", "contact": "", "way": "paper", "decided_on": "2026-11-03"}
    consents = f"/clients/{client['client']}/consents/new/"
    assert consents in text(imani.get(here))
    assert imani.post(consents, client | consent).status_code == 303
    begun_ = imani.post(f"{here}observation/", client)
    assert begun_.status_code == 303 and begun_["Location"].startswith("/answers/")
    observed(cast, made)
    shown = text(imani.get(f"{here}record/"))
    assert "Patient with animals" in shown and "Spanish" in shown
    assert imani.post(f"{here}record/", client).status_code == 422
    assert imani.post(f"{here}record/", client | {"names": ["strengths", "language"]}).status_code == 303
    assert Client.objects.get(pk=made.client_id).strengths == "Patient with animals"
    assert "Patient with animals" in text(imani.get(f"{here}summaries/")), "what is known stands there already"
    assert imani.post(f"{here}summaries/", client | SAID | {"findings": "x"}).status_code == 422
    signing = imani.post(f"{here}summaries/", client | SAID)["Location"]
    assert "Sleep is short since the move" not in text(imani.get(here)) and "not signed yet" in text(imani.get(here))
    assert "Sleep is short since the move" in text(imani.get(signing))
    assert imani.post(signing, client | {"saved": "1"}).status_code == 403, "only who has just shown who they are"
    confirmed(imani)
    assert imani.post(signing, client | {"saved": "7"}).status_code == 422
    assert imani.post(signing, {"client": str(uuid4()), "saved": "1"}).status_code == 422
    assert imani.post(signing, client | {"saved": "1"}).status_code == 303
    assert "Sleep is short since the move" in text(imani.get(here)) and "Fingerprint" in text(imani.get(here))
    assert imani.get(signing).status_code == 303, "nothing is left to sign"


def test_whoever_got_it_says_so(cast, at):
    made = intake.begin_for(by=cast.imani, on=cast.theo.pk, lead=cast.staff["imani"])
    sent = summed_up(made.pk, cast.rosa, **SAID)
    here = f"/clients/{cast.theo.pk}/intake/"
    reading = f"{here}summaries/{sent.pk}/reading/"
    assert reading.rpartition("summaries")[2] in text(at("imani").get(here))
    assert at("rosa").get(reading).status_code == 403
    assert at("imani").post(reading, {"client": str(cast.theo.pk), "remark": "Good to know"}).status_code == 303
    assert "Good to know" in text(at("rosa").get(here)) and Summary.objects.count() == 1


def test_who_may_not_look(cast, at):
    made = begun(cast)
    for who, path in (("rosa", "/intake/"), ("rosa", f"/clients/{made.client_id}/intake/"),
                      ("hana", f"/clients/{made.client_id}/intake/"),
                      ("dev", f"/clients/{made.client_id}/intake/"), ("quinn", "/intake/new/")):  # fmt: skip
        assert at(who).get(path).status_code == 403, (who, path)


@pytest.mark.parametrize("end", ["", "record/", "summaries/", "beginning/"])
def test_what_is_not_here(cast, at, end):
    for client in (cast.omar.pk, uuid4()):
        assert at("amara").get(f"/clients/{client}/intake/{end}").status_code == 404
    assert at("dev").get(f"/intake/{uuid4()}/").status_code == 404
    assert at("amara").get(f"/clients/{cast.theo.pk}/intake/summaries/{uuid4()}/reading/").status_code == 404


def test_the_summary_is_a_paper_with_its_signature_and_readers(cast, at):
    made = intake.begin_for(by=cast.imani, on=cast.theo.pk, lead=cast.staff["imani"])
    sent = summed_up(made.pk, cast.rosa, **SAID)
    intake.acknowledge(by=cast.imani, on=sent.pk, remark="Good to know")
    path = f"/clients/{cast.theo.pk}/intake/summaries/{sent.pk}/paper.pdf"
    answer = at("imani").get(path)
    assert 'filename="summary-of-findings.pdf"' in answer["Content-Disposition"]
    printed = papers.text_of(answer.content)
    for words in ("Summary of findings", SAID["findings"], "Rosa Delgado", "Fingerprint", "Imani Okafor",
                  "Good to know", "Theodore Bell", "Page 1 of"):  # fmt: skip
        assert words in printed, words
    assert [at(who).get(path).status_code for who in ("dev", "ben", "quinn")] == [403, 403, 200]
    assert at("imani").get(path.replace(str(cast.theo.pk), str(cast.lucia.pk))).status_code == 404
    assert path in text(at("imani").get(f"/clients/{cast.theo.pk}/intake/"))
