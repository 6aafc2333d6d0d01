"""What stands on a version: who signed it and who still has to, how it was looked over, and when it is next."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.foundation import reference
from alongside.foundation.errors import No, NotHere
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor, Capacity, ask
from alongside.people.contacts import contacts_of
from alongside.people.lookups import banner
from alongside.people.models import Client
from alongside.people.rules import DECIDES
from alongside.plans.models import Objective, PlanReview, PlanSignature, PlanVersion, ReviewLine
from alongside.plans.queries.shapes import VersionRow, VersionShown
from alongside.plans.rules import signing
from alongside.plans.showing import row_of, shown
from alongside.plans.signers import law_of


@dataclass(frozen=True)
class SignatureRow:
    """A row as it was printed. `scan`: whether a scanned paper is kept with it."""

    id: UUID
    capacity: str
    how: str
    name: str
    relation: str
    signed_on: date
    reason: str
    try_on: date | None
    scan: bool
    at: datetime


@dataclass(frozen=True)
class Signer:
    """A capacity in which somebody has to sign: what stands, and until when it is due (None: signed)."""

    capacity: str
    rows: tuple[SignatureRow, ...]
    due_on: date | None
    overdue: bool


@dataclass(frozen=True)
class SignaturesShown:
    """A version's signatures. `contacts`: who decides by law, as (id, name, relation); `no`: why not as oneself."""

    row: VersionRow
    given: str
    signers: tuple[Signer, ...]
    others: tuple[SignatureRow, ...]
    contacts: tuple[tuple[UUID, str, str], ...]
    may_note: bool
    may_sign: bool
    no: No | None
    signed_by_me: bool

    @property
    def waiting(self) -> int:
        return sum(signer.due_on is not None for signer in self.signers)


@dataclass(frozen=True)
class ReviewRow:
    """A review: when, why, by whom, who took part, what was decided; each objective with its verdict."""

    id: UUID
    reviewed_on: date
    by: str
    cause: str
    took_part: str
    decision: str
    remark: str
    next_on: date | None
    lines: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class ReviewsShown:
    """How a version was looked over, newest first, and when it is due next."""

    version: VersionShown
    objectives: tuple[tuple[UUID, str], ...]
    reviews: tuple[ReviewRow, ...]
    due_on: date | None
    today: date
    may_hold: bool

    @property
    def overdue(self) -> bool:
        return self.due_on is not None and self.due_on < self.today


def signed_by(by: Actor, on: PlanVersion) -> SignaturesShown:
    """The same for a page that has asked already. Raises NotHere for a draft."""
    if on.published_at is None or on.begins_at is None:
        raise NotHere("plans.PlanVersion")
    day, here = today(by.zone), banner(on.client_id)
    contacts = [c for c in contacts_of(Client.objects.get(pk=on.client_id), day) if not c.over and c.in_law in DECIDES]
    able = [c for c in contacts if not any(r.right == "consent" and r.state == "denied" for r in c.rights)]
    rows = tuple(_row(row) for row in PlanSignature.objects.filter(version=on).order_by("at"))
    asked = _asked(here.age, guardian=any(c.in_law == "guardian" for c in able), agency=by.agency_id)
    begins = max(today(by.zone, on.begins_at), today(by.zone, on.published_at))
    signers = tuple(_signer(capacity, rows, begins, day) for capacity in asked)
    answer = ask(by, "plans.sign", on)
    return SignaturesShown(
        row=row_of(on), given=here.given, signers=signers,
        others=tuple(row for row in rows if row.capacity not in asked),
        contacts=tuple((c.id, c.name, c.relation) for c in able),
        may_note=isinstance(ask(by, "plans.note_signature", on), Capacity) and on.ended_at is None,
        may_sign=by.may("plans.sign") and on.ended_at is None, no=answer if isinstance(answer, No) else None,
        signed_by_me=PlanSignature.objects.filter(version=on, staff_id=by.staff_id).exists(),
    )  # fmt: skip


def reviewed(by: Actor, on: PlanVersion) -> ReviewsShown:
    """The same for a page that has asked already. Raises NotHere for a draft."""
    if on.published_at is None:
        raise NotHere("plans.PlanVersion")
    objectives = list(Objective.objects.filter(version=on).order_by("goal__number", "number").values_list("pk", "text"))
    rows = list(PlanReview.objects.filter(version=on).order_by("-reviewed_on", "-at"))
    texts = dict(objectives)
    of: dict[UUID, list[tuple[str, str, str]]] = {row.pk: [] for row in rows}
    for line in ReviewLine.objects.filter(review__in=list(of)):
        of[line.review_id].append((texts[line.objective_id], line.verdict, line.reason))
    may = isinstance(ask(by, "plans.hold_review", on), Capacity) and on.ended_at is None
    return ReviewsShown(
        version=shown(on), objectives=tuple(objectives), reviews=tuple(_review(row, of[row.pk]) for row in rows),
        due_on=signing.review_due(on.review_on, rows[0].next_on if rows else None) if on.ended_at is None else None,
        today=today(by.zone), may_hold=may,
    )  # fmt: skip


def _asked(age: int | None, *, guardian: bool, agency: UUID) -> tuple[str, ...]:
    return signing.signers(age=age, decided_for=guardian, law=law_of(agency))


def _signer(capacity: str, rows: tuple[SignatureRow, ...], begins: date, day: date) -> Signer:
    mine = tuple(row for row in rows if row.capacity == capacity)
    due = signing.waits_until(
        [signing.Signed(row.capacity, row.how, row.try_on) for row in mine], begins_on=begins,
        known=reference.load("treatment"),
    )  # fmt: skip
    return Signer(capacity, mine, due, due is not None and due < day)


def _row(row: PlanSignature) -> SignatureRow:
    return SignatureRow(
        row.pk, row.capacity, row.how, row.name, row.relation, row.signed_on, row.reason, row.try_on,
        row.file_id is not None, row.at,
    )  # fmt: skip


def _review(row: PlanReview, lines: list[tuple[str, str, str]]) -> ReviewRow:
    return ReviewRow(
        row.pk, row.reviewed_on, row.held_as, row.cause, row.took_part, row.decision, row.remark, row.next_on,
        tuple(lines),
    )  # fmt: skip
