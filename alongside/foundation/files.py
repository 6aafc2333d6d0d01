"""Files: content once by its digest, its type by what it is and not by its name."""

import hashlib
from uuid import UUID

from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.models import Blob, StoredFile

LARGEST = 25 * 1024 * 1024
SIGNS = {b"%PDF-": "application/pdf", b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
LONGEST_NAME = 200


def media_type(content: bytes) -> str | None:
    """The type that the content shows: PDF, PNG, JPEG, or UTF-8 text; None for anything else."""
    for sign, name in SIGNS.items():
        if content.startswith(sign):
            return name
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return None if "\x00" in text else "text/plain"


def keep(content: bytes, *, name: str, staff_id: UUID | None) -> StoredFile:
    """Keep a file. Unacceptable: empty, over 25 MB, or of a type that is not kept."""
    if not content or len(content) > LARGEST:
        raise Unacceptable(Fault("foundation.fault.file_size", "file", {"largest": LARGEST // 1024 // 1024}))
    kind = media_type(content)
    if kind is None:
        raise Unacceptable(Fault("foundation.fault.file_type", "file"))
    digest = hashlib.sha256(content).hexdigest()
    blob, _ = Blob.objects.get_or_create(
        digest=digest, defaults={"size": len(content), "media_type": kind, "content": content}
    )
    return StoredFile.objects.create(blob_id=blob.pk, name=name[:LONGEST_NAME], staff_id=staff_id)


def read(stored: StoredFile) -> tuple[str, bytes]:
    """Media type and content. What comes back is checked against its digest."""
    blob = Blob.objects.get(pk=stored.blob_id)
    content = bytes(blob.content)
    if hashlib.sha256(content).hexdigest() != blob.digest:
        raise ValueError(f"stored file {stored.pk} does not match its digest")
    return blob.media_type, content
