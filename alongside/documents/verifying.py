"""Is what is kept still what was signed? Asked for one document at a time, answered fault by fault."""

from dataclasses import dataclass
from uuid import UUID

from alongside.documents.devices import OnDevice
from alongside.documents.models import DeviceSignature, Document, Signature, Version
from alongside.documents.sealing import ELSEWHERE, seal
from alongside.people.lookups import disposed_under


@dataclass(frozen=True)
class Verified:
    """Every version and signature of a document, and the codes of what is wrong with them.

    `disposed`: the number of the certificate under which its content went; the proof of its versions stays.
    """

    versions: int
    signatures: int
    faults: tuple[str, ...]
    disposed: int | None = None

    @property
    def whole(self) -> bool:
        return self.versions > 0 and not self.faults


def verify(document_id: UUID) -> Verified:
    """Compute every digest anew, and look at what devices signed. Four statements.

    Any changed byte, number or moved signature is a fault.
    """
    document = Document.objects.filter(pk=document_id).first()
    if document is None:
        return _gone(document_id)
    versions = list(Version.objects.filter(document_id=document_id).order_by("number"))
    signatures = list(Signature.objects.filter(version_id__in=[v.pk for v in versions]))
    digests = {version.pk: _digest(document, version) for version in versions}
    faults = [f"version {v.number}" for v in versions if v.digest != digests[v.pk]]
    faults += [f"signature {s.pk}" for s in signatures if s.digest != digests[s.version_id]]
    faults += [f"unsigned {v.number}" for v in versions if not _signed(v, signatures)]
    faults += _device_faults(signatures)
    return Verified(len(versions), len(signatures), tuple(faults))


def _signed(version: Version, signatures: list[Signature]) -> bool:
    """What was made elsewhere says so in what its digest is of, and is nobody's signature here; all else is signed."""
    return (ELSEWHERE in version.body) != any(one.version_id == version.pk for one in signatures)


def _device_faults(signatures: list[Signature]) -> list[str]:
    of = {signature.pk: signature for signature in signatures}
    rows = DeviceSignature.objects.filter(signature__in=list(of))
    return [f"device {row.pk}" for row in rows if not _made(row).stands_on(*_said(of[row.signature_id]))]


def _made(row: DeviceSignature) -> OnDevice:
    return OnDevice(
        row.device_id, row.enrolment_id, row.statement, bytes(row.public_key), bytes(row.value), row.signed_at
    )


def _said(signature: Signature) -> tuple[str, str]:
    return signature.digest, signature.meaning


def _gone(document_id: UUID) -> Verified:
    """Disposed of under a certificate; else nothing of it is here, which is a fault."""
    under = disposed_under(document_id)
    return Verified(len(under[1]), 0, (), under[0]) if under else Verified(0, 0, ("absent",))


def _digest(document: Document, version: Version) -> str:
    return seal(
        document=document.pk, number=version.number, kind=version.kind, form=document.form,
        form_edition=document.form_edition, body=version.body,
    ).digest  # fmt: skip
