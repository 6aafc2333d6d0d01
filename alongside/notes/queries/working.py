"""A note at work, for its author: the sentences with what they rest on, the payer's list, what was kept aside."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.timezone import now

from alongside.behaviour.lookups import session_summary
from alongside.documents import lookups as documents
from alongside.documents.sealing import seal
from alongside.foundation.doing import query
from alongside.foundation.errors import Fault
from alongside.foundation.policy import Actor
from alongside.notes.beside import beside
from alongside.notes.likeness import Alike
from alongside.notes.models import Note
from alongside.notes.readiness import Readiness, readiness
from alongside.notes.recorded import rows
from alongside.notes.rules.payer import Checked
from alongside.notes.shown import Above, Section, Shown, above, sections, sentence
from alongside.people.lookups import Banner, banner
from alongside.workforce.lookups import names, supervisor_of


@dataclass(frozen=True)
class OtherText:
    """A text that was saved on an older draft: only the sentences that differ from the draft, side by side."""

    id: UUID
    at: datetime
    by: str
    differs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class AtWork:
    """The page of a draft."""

    id: UUID
    banner: Banner
    above: Above
    format: str
    saved: int
    saved_at: datetime
    sections: tuple[Section, ...]
    left_out: tuple[Shown, ...]
    present: str
    payer: str
    checked: tuple[Checked, ...]
    alike: Alike | None
    faults: tuple[Fault, ...]
    due_at: datetime | None
    others: tuple[OtherText, ...]
    returned: documents.SentBack | None
    returned_by: str

    @property
    def met(self) -> int:
        return sum(check.met for check in self.checked)


@dataclass(frozen=True)
class ToBeSigned:
    """The last look before signing: the text as it will be, and its digest."""

    id: UUID
    banner: Banner
    above: Above
    saved: int
    next: int
    digest: str
    sections: tuple[Section, ...]
    present: str
    faults: tuple[Fault, ...]
    cosigner: str
    late: bool


@query("notes.work", on="notes.Note")
def work(*, by: Actor, on: Note) -> AtWork | None:
    """The draft of a note, or None when nothing is at work. At most twenty-four statements."""
    paper = documents.at_work(on.document_id)
    if paper is None:
        return None
    summary = session_summary(on.session_id)
    ready, body = readiness(on, paper.body), paper.body
    behind = rows(summary, beside(summary.session))
    others = documents.asides(on.document_id, since=paper.saved_at)
    back = documents.last_return(on.document_id)
    who = names([*(other.staff_id for other in others), back.staff_id if back else None])
    return AtWork(
        id=on.pk, banner=banner(on.client_id), above=above(body), format=body["format"], saved=paper.saved,
        saved_at=paper.saved_at, sections=sections(body, rows=behind),
        left_out=tuple(sentence(s, behind) for s in body["left_out"]), present=body["present"],
        payer=ready.payer.name, checked=ready.checked, alike=ready.alike, faults=tuple(ready.faults), due_at=on.due_at,
        others=tuple(OtherText(o.id, o.at, who.get(o.staff_id, ""), _differs(body, o.body)) for o in others),
        returned=back, returned_by=who.get(back.staff_id, "") if back else "",
    )  # fmt: skip


@query("notes.ready", on="notes.Note")
def ready(*, by: Actor, on: Note) -> ToBeSigned | None:
    """What a signature would stand on now, or None when nothing is at work. Computes the digest without any lock."""
    paper = documents.at_work(on.document_id)
    if paper is None:
        return None
    found: Readiness = readiness(on, paper.body)
    kind = "first" if paper.next == 1 else "corrected"
    sealed = seal(
        document=on.document_id, number=paper.next, kind=kind, form=paper.form, form_edition=paper.form_edition,
        body=paper.body,
    )  # fmt: skip
    asked = supervisor_of(on.author_id)
    return ToBeSigned(
        id=on.pk, banner=banner(on.client_id), above=above(paper.body), saved=paper.saved, next=paper.next,
        digest=sealed.digest, sections=sections(paper.body), present=paper.body["present"], faults=tuple(found.faults),
        cosigner=names([asked]).get(asked, "") if asked else "",
        late=paper.next == 1 and on.due_at is not None and now() > on.due_at,
    )  # fmt: skip


def _differs(draft: Any, other: Any) -> tuple[tuple[str, str], ...]:
    """Pairs of texts, the draft's and the other's, where they are not the same."""
    here = {s["id"]: s["text"] for s in draft["sentences"]}
    there = {s["id"]: s["text"] for s in other["sentences"]}
    ids = [*here, *(id for id in there if id not in here)]
    return tuple((here.get(id, ""), there.get(id, "")) for id in ids if here.get(id) != there.get(id))
