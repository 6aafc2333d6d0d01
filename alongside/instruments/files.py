"""Files that are an answer: small, of a kind that is known by its first bytes, kept in the answer itself."""

import base64
from collections.abc import Mapping
from typing import Any

from alongside.foundation.errors import Fault
from alongside.foundation.typed_text import fault_in, settled
from alongside.questionnaires.items import Value

MOST = 200_000  # bytes
FIRST = (("application/pdf", b"%PDF-"), ("image/png", b"\x89PNG\r\n\x1a\n"), ("image/jpeg", b"\xff\xd8\xff"))


def files_of(sent: Mapping[str, Any]) -> tuple[dict[str, Value], list[Fault]]:
    """Attachments by the field they came in, and what is wrong with the others."""
    found: dict[str, Value] = {}
    wrong = []
    for name, file in sent.items():
        body = file.read(MOST + 1)
        kind = kind_of(body) if 0 < len(body) <= MOST else ""
        if kind:
            found[name] = {"valueAttachment": _attachment(kind, body, str(file.name or ""))}
        else:
            wrong.append(Fault("instruments.wrong.type_attachment", name))
    return found, wrong


def kind_of(body: bytes) -> str:
    """The kind of file that its bytes are; "" for any other."""
    for kind, first in FIRST:
        if body.startswith(first):
            return kind
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return "text/plain" if fault_in(text, most=MOST, lines=True) is None else ""


def _attachment(kind: str, body: bytes, name: str) -> dict[str, Any]:
    title = settled(name)[:120]
    named = {"title": title} if title and fault_in(title, most=120) is None else {}
    return {"contentType": kind, **named, "data": base64.b64encode(body).decode()}
