"""One version of a note as a page shows it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.documents.lookups import SentBack, Signed, Written
from alongside.notes.shown import Above, Section, above, sections


@dataclass(frozen=True)
class VersionRead:
    """One version: its text under headings, or what an addendum adds."""

    number: int
    kind: str
    digest: str
    late: bool
    at: datetime
    reason: str
    above: Above
    sections: tuple[Section, ...]
    added: str
    adds_to: int | None
    present: str
    signatures: tuple[Signed, ...]
    returned: SentBack | None
    returned_by: str


def version_read(version: Written, who: dict[UUID, str]) -> VersionRead:
    """A version as a page shows it."""
    body, addendum = version.body, version.kind == "addendum"
    return VersionRead(
        version.number, version.kind, version.digest, version.late, version.at, version.reason, above(body),
        () if addendum else sections(body), body["sentences"][0]["text"] if addendum else "",
        body["adds_to"]["number"] if addendum else None, "" if addendum else body["present"], version.signatures,
        version.returned, who.get(version.returned.staff_id, "") if version.returned else "",
    )  # fmt: skip
