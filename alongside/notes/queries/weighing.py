"""A signed note before its co-signer: the text beside what the visit recorded, points to look at, the history."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from alongside.behaviour.lookups import session_summary
from alongside.documents import lookups as documents
from alongside.foundation.doing import query
from alongside.foundation.policy import Actor
from alongside.notes.arriving import arrived
from alongside.notes.beside import beside
from alongside.notes.likeness import Alike
from alongside.notes.models import NEVER_SIGNED, Likeness, Note
from alongside.notes.readiness import readiness
from alongside.notes.recorded import Strip, Unsaid, rows, strip, unsaid
from alongside.notes.remarked import Remarked, remarked
from alongside.notes.rules.payer import Checked
from alongside.notes.shown import Section, Shown, points, sections
from alongside.notes.versions import VersionRead, version_read
from alongside.people.lookups import Banner, banner
from alongside.sessions.clocks import Off, clock_of
from alongside.workforce.lookups import names

LAST = 10


@dataclass(frozen=True)
class Explained:
    """Why the author signed although the note is like an earlier one."""

    percent: float
    reason: str
    like: UUID


@dataclass(frozen=True)
class Weighed:
    """The co-sign page. `sections`: the newest whole text; `newest`: the version that a signature would stand on."""

    id: UUID
    banner: Banner
    state: str
    author: str
    cosigner: str
    covers: bool
    newest: VersionRead
    text: VersionRead
    addenda: tuple[VersionRead, ...]
    sections: tuple[Section, ...]
    own: tuple[Shown, ...]
    unsaid: tuple[Unsaid, ...]
    strip: Strip | None
    versions: tuple[VersionRead, ...]
    payer: str
    checked: tuple[Checked, ...]
    alike: Alike | None
    explained: tuple[Explained, ...]
    last_notes: int
    last_returned: int
    due_at: datetime | None
    arrived: int = 0
    remark: Remarked | None = None
    clock: Off | None = None

    @property
    def met(self) -> int:
        return sum(check.met for check in self.checked)

    @property
    def points(self) -> int:
        return (
            len(self.own)
            + len(self.unsaid)
            + len(self.explained)
            + bool(self.remark)
            + bool(self.arrived)
            + bool(self.clock)
        )


@query("notes.weigh", on="notes.Note")
def weigh(*, by: Actor, on: Note) -> Weighed | None:
    """What a co-signer looks at; None while nothing is signed. At most thirty statements."""
    written = documents.versions(on.document_id)
    if not written:
        return None
    summary = session_summary(on.session_id)
    more = beside(summary.session)
    who = names([on.author_id, on.cosigner_id, *(v.returned.staff_id for v in written if v.returned)])
    versions = tuple(version_read(version, who) for version in written)
    whole = max(n for n, version in enumerate(versions) if version.kind != "addendum")
    body = written[whole].body
    ready, found = readiness(on, body), sections(body, rows=rows(summary, more))
    earlier = _earlier(on)
    return Weighed(
        id=on.pk, banner=banner(on.client_id), state=on.state, author=who.get(on.author_id, ""),
        cosigner=who.get(on.cosigner_id, "") if on.cosigner_id else "",
        covers=on.cosigner_id is not None and on.cosigner_id != by.staff_id,
        newest=versions[-1], text=versions[whole], addenda=versions[whole + 1 :], sections=found, own=points(found),
        unsaid=unsaid(summary, more, body), strip=strip(summary), versions=versions, payer=ready.payer.name,
        checked=ready.checked, alike=ready.alike, explained=_explained(on), last_notes=len(earlier),
        last_returned=len(documents.ever_returned(earlier)), due_at=on.due_at,
        arrived=arrived(on, written[-1].at), remark=remarked(on), clock=clock_of(on.session_id),
    )  # fmt: skip


def _earlier(note: Note) -> list[UUID]:
    """Documents of the author's last ten notes that were signed before this one."""
    rows = Note.objects.filter(author=note.author_id).exclude(pk=note.pk).exclude(state__in=NEVER_SIGNED)
    return list(rows.order_by("-made_at").values_list("document_id", flat=True)[:LAST])


def _explained(note: Note) -> tuple[Explained, ...]:
    rows = Likeness.objects.filter(note=note.pk).order_by("at")
    return tuple(Explained(row.percent, row.reason, row.like_id) for row in rows)
