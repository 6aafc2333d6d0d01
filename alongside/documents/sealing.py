"""The digest that a signature stands on: RFC 8785 canonical JSON of everything that is signed, by SHA-256."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import rfc8785

ELSEWHERE = "elsewhere"
"""Member of a body that was made elsewhere: its version is nobody's signature here, and PostgreSQL refuses one."""


@dataclass(frozen=True)
class Sealed:
    """A text made ready to be signed, outside any lock: what it is, and the digest of exactly that."""

    document: UUID
    number: int
    kind: str
    form: str
    form_edition: str
    body: Mapping[str, Any]
    digest: str


def seal(*, document: UUID, number: int, kind: str, form: str, form_edition: str, body: Mapping[str, Any]) -> Sealed:
    """Bind a body to its document, version number, kind and form edition. See `canonical`."""
    plain = canonical(document=document, number=number, kind=kind, form=form, form_edition=form_edition, body=body)
    return Sealed(document, number, kind, form, form_edition, body, hashlib.sha256(plain).hexdigest())


def canonical(
    *, document: UUID, number: int, kind: str, form: str, form_edition: str, body: Mapping[str, Any]
) -> bytes:
    """The bytes that are hashed: one JSON object in the canonical form of RFC 8785 (UTF-8, sorted keys).

    The document and the number stand in it, so that the same words in another record have another digest.
    """
    return rfc8785.dumps(
        {
            "document": str(document),
            "number": number,
            "kind": kind,
            "form": form,
            "edition": form_edition,
            "body": dict(body),
            "cited": cited(body),
        }
    )


def cited(body: Mapping[str, Any]) -> list[str]:
    """Ids of every recorded row that a sentence of the body rests on, sorted, each once."""
    return sorted(
        {
            row
            for sentence in body.get("sentences", ())
            for evidence in sentence.get("evidence", ())
            for row in evidence.get("ids", ())
        }
    )
