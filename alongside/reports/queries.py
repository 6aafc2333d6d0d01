"""Pages of reports: all of a client, one as it stands, one on paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from alongside.consents.lookups import ConsentLine, consents_of
from alongside.documents import lookups as documents
from alongside.documents.lookups import Signed
from alongside.foundation.doing import query
from alongside.foundation.errors import No, NotHere
from alongside.foundation.messages import say
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor, Capacity, ask
from alongside.people.banner import Banner, banner
from alongside.people.models import Client
from alongside.plans import lookups as plans
from alongside.plans.lookups import TargetFacts
from alongside.reports.grounds import grounds, uncovered
from alongside.reports.models import Report, Sending
from alongside.reports.rules import Ground
from alongside.workforce.lookups import names


@dataclass(frozen=True)
class Row:
    """A report in a list. `opens`: whether the reader of the list may open it."""

    id: UUID
    reader: str
    addressee: str
    first_day: date
    last_day: date
    state: str
    author: str
    opens: bool


@dataclass(frozen=True)
class Listing:
    """A client's reports, newest first, and what may be told to whom. `targets`: id and name of what is measured."""

    banner: Banner
    reports: tuple[Row, ...]
    releases: tuple[ConsentLine, ...]
    targets: tuple[tuple[UUID, str], ...]
    language: str
    may_draft: bool
    may_release: bool


@dataclass(frozen=True)
class Sent:
    """That a version went out."""

    recipient: str
    way: str
    at: datetime
    by: str
    ground: str


@dataclass(frozen=True)
class Version:
    """One signed version."""

    number: int
    at: datetime
    digest: str
    signatures: tuple[Signed, ...]


@dataclass(frozen=True)
class Shown:
    """A report as it stands: the draft, or the newest version. `saved` counts the draft; 0 where none is at work."""

    id: UUID
    banner: Banner
    reader: str
    addressee: str
    state: str
    body: Mapping[str, Any]
    saved: int
    versions: tuple[Version, ...]
    sent: tuple[Sent, ...]
    grounds: tuple[Ground, ...]
    uncovered: No | None
    because: str
    follows: UUID | None
    followed_by: UUID | None
    may_revise: bool
    may_send: bool
    may_print: bool

    @property
    def newest(self) -> Version | None:
        return self.versions[-1] if self.versions else None


@query("reports.list", on="people.Client", fetch=("party",))
def listing(*, by: Actor, on: Client) -> Listing:
    """Every report and release of a client. At most nine statements."""
    rows = list(Report.objects.filter(client=on).order_by("-made_at"))
    who, day = names({row.author_id for row in rows}), today(by.zone)
    return Listing(
        banner=banner(on.pk), reports=tuple(_row(row, who, by) for row in rows),
        releases=tuple(one for one in consents_of(on.pk, day) if one.tells),
        targets=tuple((target.id, _named(target)) for target in plans.targets_of(on.pk)), language=on.party.language,
        may_draft=isinstance(ask(by, "reports.draft", on), Capacity),
        may_release=isinstance(ask(by, "consents.record", on), Capacity),
    )  # fmt: skip


@query("reports.see", on="reports.Report")
def see(*, by: Actor, on: Report) -> Shown:
    """One report. A bounded number of statements."""
    return _shown(by, on)


@query("reports.print", on="reports.Report")
def on_paper(*, by: Actor, on: Report) -> Shown:
    """The signed report to be printed: asked and written down by itself. Raises NotHere for none."""
    if on.state == "draft":
        raise NotHere("reports.Report")
    return _shown(by, on)


def _shown(by: Actor, on: Report) -> Shown:
    paper, written = documents.at_work(on.document_id), documents.versions(on.document_id)
    sent = list(Sending.objects.filter(report=on).order_by("-at"))
    who, body = names({row.staff_id for row in sent}), paper.body if paper else written[-1].body
    after = Report.objects.filter(follows=on).values_list("pk", flat=True).first()
    may_send, day = by.may("reports.send") and isinstance(ask(by, "reports.send", on), Capacity), today(by.zone)
    covering = grounds(on.client_id, on.reader, on=day) if may_send else ()
    return Shown(
        id=on.pk, banner=banner(on.client_id), reader=on.reader, addressee=on.addressee, state=on.state, body=body,
        saved=paper.saved if paper else 0,
        versions=tuple(Version(v.number, v.at, v.digest, v.signatures) for v in written),
        sent=tuple(Sent(s.recipient, s.way, s.at, who.get(s.staff_id, ""), s.ground_words) for s in sent),
        grounds=covering,
        uncovered=uncovered(on.client_id, on.reader, on=day) if may_send and not covering else None,
        because=on.because, follows=on.follows_id, followed_by=after,
        may_revise=on.state == "signed" and not after and isinstance(ask(by, "reports.revise", on), Capacity),
        may_send=may_send, may_print=isinstance(ask(by, "reports.print", on), Capacity),
    )  # fmt: skip


def _named(target: TargetFacts) -> str:
    """A target in the form: which of them a school may be told of stands beside its name."""
    return say("reports.form.for_school", name=target.name) if target.concerns_school else target.name


def _row(row: Report, who: dict[UUID, str], by: Actor) -> Row:
    opens = row.state != "draft" or row.author_id == by.staff_id
    return Row(
        row.pk, row.reader, row.addressee, row.first_day, row.last_day, row.state, who.get(row.author_id, ""), opens
    )
