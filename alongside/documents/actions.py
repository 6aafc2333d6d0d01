"""Everything done to forms: brought in, derived, agreed to, retired, described."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

import alongside.documents.policy  # noqa: F401  (the rules of these verbs)
from alongside.agencies.models import Agency
from alongside.documents import deriving, rules
from alongside.documents.examining import examined
from alongside.documents.models import Approval, Edition, Form, Retirement
from alongside.documents.models.forms import KINDS
from alongside.documents.policy import SECOND
from alongside.documents.shelving import shelve
from alongside.foundation import revisions
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked


@action("documents.bring_in", on="agencies.Agency", makes=True)
def bring_in(*, by: Actor, on: Agency, body: bytes, file_name: str = "", kind: str = "other") -> Edition:
    """Keep a file byte for byte, not used yet: the next edition of the form with its address, or a new form.

    Raises Unacceptable (file, kind): where it is no Questionnaire, or is here already.
    """
    found = examined(body).asked
    if kind not in KINDS:
        raise Unacceptable(Fault("foundation.field.choice", "kind"))
    form = _form_of(found.url) or _new_form(found.title or found.url, kind)
    name = checked(file_name=file_name, most=200)["file_name"]
    return _shelved(form, body, source="imported", file_name=name, made_by_id=by.staff_id)


@action("documents.derive", on="documents.Edition", makes=True)
def derive(*, by: Actor, on: Edition, words: deriving.Words) -> Edition:
    """A new edition of the same form with other words. Raises Unacceptable (title, version, options-LINK, file)."""
    for name in ("title", "version"):
        if not getattr(words, name):
            raise Unacceptable(Fault("foundation.field.required", name))
    if words.version == on.version:
        raise Unacceptable(Fault("documents.fault.same_version", "version"))
    of = f"{on.url}|{on.version}".rstrip("|") if on.url else f"urn:uuid:{on.pk}"
    body = deriving.derived(bytes(on.body), words, of=of)
    form = Form.objects.get(pk=on.form_id)
    return _shelved(form, body, source="derived", derived_from=on, made_by_id=by.staff_id)


@action("documents.approve", on="documents.Edition", makes=True)
def approve(*, by: Actor, on: Edition) -> Approval:
    """Agree that an edition is used: two people do, the second of them licensed or of quality; then it is published.

    Raises Unacceptable where something of it blocks publishing, or it was decided meanwhile.
    """
    if examined(bytes(on.body)).blocking:
        raise Unacceptable(Fault("documents.fault.blocked"))
    number = Approval.objects.filter(edition=on).count() + 1
    role = next((role for role in SECOND if role in by.roles), by.roles[0])
    try:
        with transaction.atomic():
            return Approval.objects.create(
                edition=on, number=number, staff_id=by.staff_id, name=by.name, credential=by.credential, role=role
            )
    except IntegrityError as decided:
        raise Unacceptable(Fault("documents.fault.decided")) from decided


@action("documents.retire", on="documents.Edition", makes=True)
def retire(*, by: Actor, on: Edition, reason: str) -> Retirement:
    """Begin it no more. What was answered on it stays; an earlier edition that is published is begun again."""
    why = checked(reason=reason, lines=True, most=1_000)["reason"]
    if faults := rules.reason_faults(why):
        raise Unacceptable(faults)
    try:
        with transaction.atomic():
            return Retirement.objects.create(edition=on, staff_id=by.staff_id, name=by.name, reason=why)
    except IntegrityError as twice:
        raise Unacceptable(Fault("documents.fault.decided", "reason")) from twice


@action("documents.describe", on="documents.Form", locks=True)
def describe(
    *, by: Actor, on: Form, title: str, kind: str, purpose: str = "", youngest: int | None = None,
    oldest: int | None = None, respondents: Collection[str] = (), reason: str = "",
) -> Form:  # fmt: skip
    """Change what is shown of a form here: its editions stay as they came. Kept as a revision."""
    said = checked(title=title, most=200) | checked(purpose=purpose, reason=reason, lines=True, most=2_000)
    given: dict[str, Any] = {
        "title": said["title"],
        "kind": kind,
        "youngest": youngest,
        "oldest": oldest,
        "respondents": list(respondents),
    }
    if faults := rules.about_faults(kinds=KINDS, **given):
        raise Unacceptable(faults)
    revisions.change(on, by=by, reason=said["reason"], purpose=said["purpose"], **given)
    return on


def _form_of(url: str) -> Form | None:
    """The form whose newest edition has this address, if it was brought in here."""
    if not url:
        return None
    row = Edition.objects.defer("body").select_related("form").filter(url=url).exclude(source="shipped")
    found = row.order_by("-at").first()
    return found.form if found else None


def _new_form(title: str, kind: str) -> Form:
    taken = set(Form.objects.filter(key__startswith="own-").values_list("key", flat=True))
    return Form.objects.create(key=rules.key_of(title, taken), title=title[:200] or "Form", kind=kind)


def _shelved(form: Form, body: bytes, *, source: str, made_by_id: UUID, **more: object) -> Edition:
    """Raises Unacceptable (file) where these very bytes are an edition of the form already."""
    asked = examined(body).asked
    made = shelve(form, body, asked, source=source, made_by_id=made_by_id, **more)
    if Edition.objects.filter(form=form, sha256=made.sha256).exclude(pk=made.pk).exists():
        raise Unacceptable(Fault("documents.fault.here_already", "file"))
    return made
