"""A signed note as everybody near it reads it: versions, signatures, returns, addenda."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.agencies import lookups as agencies
from alongside.documents import lookups as documents
from alongside.foundation.doing import query
from alongside.foundation.policy import Actor, Capacity, ask
from alongside.notes.arriving import arrived, which_arrived
from alongside.notes.late_rows import Late
from alongside.notes.models import Note, PutAside
from alongside.notes.policy import to_note
from alongside.notes.remarked import Remarked, remarked
from alongside.notes.speaking import named_in
from alongside.notes.versions import VersionRead, version_read
from alongside.people.lookups import Banner, banner
from alongside.plans.lookups import Strand, strands_named
from alongside.sessions.clocks import Off, clock_of
from alongside.sessions.lookups import Verified, verified
from alongside.workforce.lookups import names


@dataclass(frozen=True)
class Aside:
    """That a note was put aside: by its author, when, why."""

    reason: str
    at: datetime


@dataclass(frozen=True)
class Read:
    """The page of a note that was signed once, or put aside. `text`: the newest whole version; `addenda` after it.

    `objectives`: those that it speaks of; `may_follow`: the reader may open them.
    """

    id: UUID
    session_id: UUID
    banner: Banner
    agency: str
    state: str
    format: str
    author: str
    cosigner: str
    due_at: datetime | None
    text: VersionRead | None
    addenda: tuple[VersionRead, ...]
    versions: tuple[VersionRead, ...]
    mine: bool
    may_cosign: bool
    aside: Aside | None = None
    arrived: int = 0
    late: tuple[Late, ...] = ()
    remark: Remarked | None = None
    clock: Off | None = None
    verified: tuple[Verified, ...] = ()
    objectives: tuple[Strand, ...] = ()
    may_follow: bool = False

    @property
    def newest(self) -> VersionRead | None:
        return self.versions[-1] if self.versions else None


@query("notes.see", on="notes.Note")
def see(*, by: Actor, on: Note) -> Read:
    """A note with all that was ever signed on it. At most nineteen statements, three more where something arrived."""
    return _read(by, on)


@query("notes.print", on="notes.Note")
def on_paper(*, by: Actor, on: Note) -> Read:
    """The same to be printed: asked and written down by itself, for paper leaves the house."""
    return _read(by, on)


def _read(by: Actor, on: Note) -> Read:
    written = documents.versions(on.document_id)
    back = [version.returned.staff_id for version in written if version.returned]
    who = names([on.author_id, on.cosigner_id, *back])
    versions = tuple(version_read(version, who) for version in written)
    whole = [version for version in versions if version.kind != "addendum"]
    late = arrived(on, versions[-1].at if versions else None)
    text = whole[-1] if whole else None
    spoken = _objectives(on, written)
    return Read(
        id=on.pk, session_id=on.session_id, banner=banner(on.client_id),
        agency=agencies.name(by.agency_id), state=on.state, format=on.format,
        author=who.get(on.author_id, ""), cosigner=who.get(on.cosigner_id, "") if on.cosigner_id else "",
        due_at=on.due_at, text=text, versions=versions,
        addenda=tuple(v for v in versions if v.kind == "addendum" and text and v.number > text.number),
        mine=on.author_id == by.staff_id, may_cosign=_may_cosign(by, on), aside=_aside(on),
        arrived=late, late=_late(on, versions[-1]) if late else (), remark=remarked(on),
        clock=clock_of(on.session_id),
        verified=verified(on.session_id), objectives=spoken,
        may_follow=bool(spoken) and isinstance(ask(by, "plans.see", on), Capacity),
    )  # fmt: skip


def _objectives(note: Note, written: Sequence[documents.Written]) -> tuple[Strand, ...]:
    """The objectives of which the newest whole text speaks, as they stood in the version that it was written by."""
    whole = [version for version in written if version.kind != "addendum"]
    return strands_named(note.client_id, named_in(whole[-1].body)) if whole else ()


def _late(note: Note, newest: VersionRead) -> tuple[Late, ...]:
    authored = [signed.device_at or signed.at for signed in newest.signatures if signed.meaning == "authored"]
    return which_arrived(note, newest.at, signed_at=authored[0] if authored else newest.at)


def _aside(note: Note) -> Aside | None:
    put = PutAside.objects.filter(note=note).order_by("-at").first() if note.state == "aside" else None
    return Aside(put.reason, put.at) if put else None


def _may_cosign(by: Actor, note: Note) -> bool:
    """Whether the way to the co-sign page is shown; the page asks policy itself."""
    return note.state == "signed" and by.may("notes.cosign") and to_note(by, note) == {"cosigner"}
