"""Putting an edition on the shelf: its bytes, and what its file says about itself. Called by those who have asked."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from alongside.documents.known_sets import known_sets
from alongside.documents.models import Edition, Form
from alongside.questionnaires.items import Questionnaire
from alongside.questionnaires.reading import read

SAID = ("url", "version", "title", "language", "copyright")


def shipped(
    key: str, resource: Mapping[str, Any] | bytes, *, title: str, kind: str, purpose: str = "",
    ages: tuple[int | None, int | None] = (None, None), respondents: Iterable[str] = (),
) -> UUID:  # fmt: skip
    """The edition of a form that came with the product, made in this agency when it is first needed.

    It was reviewed with the product and is published at once. The same content is the same edition; another content
    under the key is its next one. One statement where it is there already.
    """
    body = resource if isinstance(resource, bytes) else plain(resource)
    digest = hashlib.sha256(body).hexdigest()
    mine = Edition.objects.filter(form__key=key, source="shipped", sha256=digest)
    if found := mine.order_by("-number").values_list("pk", flat=True).first():
        return found
    with transaction.atomic():
        about = {"title": title, "kind": kind, "purpose": purpose, "respondents": list(respondents),
                 "youngest": ages[0], "oldest": ages[1]}  # fmt: skip
        form, _ = Form.objects.get_or_create(key=key, defaults=about)
        return shelve(form, body, read(body, sets=known_sets()), source="shipped").pk


def shelve(form: Form, body: bytes, asked: Questionnaire, *, source: str, **more: Any) -> Edition:
    """The next edition of a form. The form is locked, so that two at once come one after the other."""
    Form.objects.select_for_update(no_key=True).get(pk=form.pk)
    newest = Edition.objects.filter(form=form).order_by("-number").values_list("number", flat=True).first() or 0
    return Edition.objects.create(
        form=form, number=newest + 1, body=body, sha256=hashlib.sha256(body).hexdigest(), source=source,
        questions=sum(item.is_asked for item in asked.every()), **said(asked), **more,
    )  # fmt: skip


def said(asked: Questionnaire) -> dict[str, str]:
    """What a file says about itself, as far as it is text."""
    found = {name: asked.source.get(name) for name in SAID}
    return {name: value.strip()[:4_000] if isinstance(value, str) else "" for name, value in found.items()}


def plain(resource: Mapping[str, Any]) -> bytes:
    """A resource of ours as a file."""
    return (json.dumps(resource, ensure_ascii=False, indent=2) + "\n").encode()
