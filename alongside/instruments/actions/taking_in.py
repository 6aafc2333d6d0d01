"""Taking in what was answered elsewhere: scored by our rules, and signed by nobody here."""

import hashlib
from typing import Any

from django.db.models.functions import Now

from alongside.documents import engine
from alongside.documents.sealing import ELSEWHERE, seal
from alongside.foundation.doing import action
from alongside.foundation.errors import Unacceptable
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.instruments.keeping import keep_worth
from alongside.instruments.models import Answering, Elsewhere
from alongside.instruments.papers import signed_body
from alongside.instruments.ready import Ready
from alongside.instruments.weighing import Weighed, weighed
from alongside.people.models import Client


@action("instruments.take_in", on="people.Client", makes=True, fetch=("party",))
def take_in(*, by: Actor, on: Client, body: bytes, respondent: str, file_name: str = "") -> Answering:
    """Take in a FHIR R4 QuestionnaireResponse to a form that is here, byte for byte. Nobody here signs it.

    It counts in trends and for what was asked; what its answers open is opened. Raises Unacceptable (file), by name of
    everything that does not fit.
    """
    name = checked(file_name=file_name, most=200)["file_name"]
    found = weighed(body, by=by, client=on, respondent=respondent)
    if found.faults:
        raise Unacceptable(found.faults)
    made = _begun(by, on, found, respondent)
    digest = hashlib.sha256(body).hexdigest()
    Elsewhere.objects.create(
        answering=made, client=on, body=body, sha256=digest, file_name=name, author=found.came.author,
        source=found.came.source, subject=found.came.subject, authored=found.came.authored,
        told=[[code, values] for code, values in found.told], staff_id=by.staff_id,
    )  # fmt: skip
    return made


def _begun(by: Actor, client: Client, found: Weighed, respondent: str) -> Answering:
    wanted, came = found.wanted, found.came
    document = engine.begin(
        client_id=client.pk, author_id=by.staff_id, form=wanted.form, form_edition=wanted.number, body={}
    )
    made = Answering.objects.create(
        document=document, client=client, edition_id=wanted.edition, form=wanted.form,
        instrument=wanted.instrument.key if wanted.instrument else "", title=wanted.title, respondent=respondent,
        taken_on=found.taken_on, made_by_id=by.staff_id,
    )  # fmt: skip
    about: dict[str, Any] = {"author": came.author, "source": came.source, "authored": came.authored}
    plain = signed_body(made, asked=found.asked, response=found.response, scores={}) | {ELSEWHERE: about}
    ready = Ready(plain, found.answers, found.results, opens=found.opens)
    sealed = seal(
        document=document.pk, number=1, kind="first", form=wanted.form, form_edition=wanted.number, body=ready.body
    )
    engine.take_draft(document.pk, saved=1)
    version = engine.publish(sealed, by=by)
    keep_worth(by, made, ready, version.pk, edition=sealed.form_edition)
    Answering.objects.filter(pk=made.pk).update(state="taken", state_at=Now())
    made.refresh_from_db()
    return made
