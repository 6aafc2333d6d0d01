"""What was noticed, and the tokens a client has: facts of rows, never a kept number."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet, Sum

from alongside.behaviour.models import Exchange, Notice, Token
from alongside.plans.models import Target


@dataclass(frozen=True)
class Noticed:
    """Something was different. `area`: key of reference/noticing.toml."""

    id: UUID
    session_id: UUID
    staff_id: UUID
    area: str
    words: str
    at: datetime


@dataclass(frozen=True)
class Balance:
    """Tokens of a client. `short`: more was exchanged than was given, as far as has arrived."""

    given: int
    spent: int

    @property
    def has(self) -> int:
        return self.given - self.spent

    @property
    def short(self) -> bool:
        return self.has < 0


@dataclass(frozen=True)
class TokenMove:
    """Tokens given (or taken back), or a reinforcer taken. `count`: what it adds to what the client has."""

    id: UUID
    at: datetime
    count: int
    what: str
    taken: bool

    @property
    def signed(self) -> str:
        """ "+3", "−5": what it adds or takes."""
        return f"+{self.count}" if self.count > 0 else f"\u2212{-self.count}"


@dataclass(frozen=True)
class TokensGiven:
    """Tokens given at once; fewer than none: taken back. `target` is its name, where they were for one."""

    id: UUID
    at: datetime
    count: int
    target: str
    words: str


@dataclass(frozen=True)
class Exchanged:
    """A reinforcer taken for tokens."""

    id: UUID
    at: datetime
    what: str
    cost: int


def noticed_in(session_id: UUID) -> tuple[Noticed, ...]:
    """What was noticed in a session, in time. One statement."""
    return _noticed(Notice.objects.filter(session=session_id).order_by("at", "id"))


def noticed(client_id: UUID, *, most: int = 50, before: datetime | None = None) -> tuple[Noticed, ...]:
    """What was noticed of a client, newest first. One statement."""
    rows = Notice.objects.filter(client=client_id)
    if before is not None:
        rows = rows.filter(at__lt=before)
    return _noticed(rows.order_by("-at", "-id")[:most])


def balance(client_id: UUID) -> Balance:
    """What a client has now. Two statements."""
    return balances([client_id])[client_id]


def balances(client_ids: list[UUID]) -> dict[UUID, Balance]:
    """What each client has now. Two statements."""
    given = _sums(Token.objects.filter(client__in=client_ids), "count")
    spent = _sums(Exchange.objects.filter(client__in=client_ids), "cost")
    return {client: Balance(given.get(client, 0), spent.get(client, 0)) for client in client_ids}


def tokens_in(session_id: UUID) -> tuple[TokensGiven, ...]:
    """Tokens given and taken back in a session, in time. One statement."""
    rows = Token.objects.filter(session=session_id).select_related("target").order_by("at", "id")
    return tuple(TokensGiven(t.pk, t.at, t.count, t.target.name if t.target else "", t.words) for t in rows)


def exchanges_in(session_id: UUID) -> tuple[Exchanged, ...]:
    """What tokens were exchanged for in a session, in time. One statement."""
    rows = Exchange.objects.filter(session=session_id).select_related("reinforcer").order_by("at", "id")
    return tuple(Exchanged(e.pk, e.at, e.reinforcer.text, e.cost) for e in rows)


def token_moves(session_id: UUID) -> tuple[TokenMove, ...]:
    """Tokens of a session in time. Two statements."""
    tokens = Token.objects.filter(session=session_id).select_related("target")
    taken = Exchange.objects.filter(session=session_id).select_related("reinforcer")
    found = [TokenMove(t.pk, t.at, t.count, t.words or _name(t.target), taken=False) for t in tokens]
    found += [TokenMove(e.pk, e.at, -e.cost, e.reinforcer.text, taken=True) for e in taken]
    return tuple(sorted(found, key=lambda one: (one.at, one.id)))


def _name(target: Target | None) -> str:
    return (target.screen_name or target.name) if target else ""


def _sums(rows: QuerySet[Token] | QuerySet[Exchange], column: str) -> dict[UUID, int]:
    return {row["client"]: row["total"] for row in rows.values("client").annotate(total=Sum(column))}


def _noticed(rows: QuerySet[Notice]) -> tuple[Noticed, ...]:
    return tuple(Noticed(r.pk, r.session_id, r.staff_id, r.area, r.words, r.at) for r in rows)
