"""What was allowed, for the floors above: the one home of consents, releases and orders."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.consents import rules
from alongside.consents.models import TELLING, Consent, End


@dataclass(frozen=True)
class ConsentLine:
    """One decision. `state`: given, later, over (its last day has passed), ended (taken back) or refused."""

    id: UUID
    what: str
    state: str
    by_whom: str
    relation: str
    way: str
    words: str
    reader: str
    recipient: str
    decided_on: date
    begins_on: date
    until: date | None
    ended_on: date | None
    why_ended: str

    @property
    def tells(self) -> bool:
        """Whether it is about telling somebody outside."""
        return self.what in TELLING


def consents_of(client_id: UUID, on: date) -> tuple[ConsentLine, ...]:
    """Everything that was decided for a client, the newest first, as it stands on a day. Two statements."""
    ended = {one.consent_id: one for one in End.objects.filter(client=client_id)}
    rows = Consent.objects.select_related("contact").filter(client=client_id).order_by("-decided_on", "-id")
    return tuple(_line(row, ended.get(row.pk), on) for row in rows)


def telling(client_id: UUID, reader: str, on: date) -> tuple[ConsentLine, ...]:
    """Releases and orders about one kind of reader, whether they hold or not. Two statements."""
    return tuple(one for one in consents_of(client_id, on) if one.tells and one.reader == reader)


def _line(row: Consent, end: End | None, day: date) -> ConsentLine:
    stands = rules.state(
        given=row.given, ended=end is not None, begins_on=row.begins_on, until=row.until, day=day
    )  # fmt: skip
    return ConsentLine(
        row.pk, row.what, stands, row.by_whom, row.contact.relation if row.contact else "", row.way, row.words,
        row.reader, row.recipient, row.decided_on, row.begins_on, row.until, end.at.date() if end else None,
        end.reason if end else "",
    )  # fmt: skip
