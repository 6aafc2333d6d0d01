"""What was earned, what it was exchanged for, and what that tells."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet, Sum

from alongside.behaviour.lookups import Balance, balance
from alongside.behaviour.models import Exchange, Tally, Token
from alongside.foundation import reference
from alongside.foundation.doing import query
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.people.models import Client
from alongside.plans.lookups import PreferenceFacts, ReinforcerFacts, menu_of, preferences_of
from alongside.plans.models import Reinforcer
from alongside.skills.facts import ProgramFacts
from alongside.skills.rules import economy
from alongside.skills.rules.economy import Choice, Hint, Thinner
from alongside.skills.standing import programs_of

WEEKS = 8  # in the table of weeks


@dataclass(frozen=True)
class Week:
    """Tokens of one week."""

    first: date
    given: int
    spent: int


@dataclass(frozen=True)
class TokensShown:
    """A client's tokens. `names`: of reinforcers and targets, also of those taken off since."""

    client_id: UUID
    balance: Balance
    weeks: tuple[Week, ...]
    menu: tuple[ReinforcerFacts, ...]
    choices: tuple[Choice, ...]
    hints: tuple[Hint, ...]
    thinner: tuple[Thinner, ...]
    found: PreferenceFacts | None
    names: dict[UUID, str]
    days: int


@query("skills.see_tokens", on="people.Client")
def tokens(*, by: Actor, on: Client) -> TokensShown:
    """About eighteen statements, whatever was earned."""
    known, day = reference.load("mastery")["reinforcement"], today(by.zone)
    since = datetime.now(UTC) - timedelta(days=known["days"])
    taken = list(Exchange.objects.filter(client=on, at__gte=since).values_list("reinforcer", "at"))
    found = economy.choices(taken, middle=since + timedelta(days=known["days"] / 2))
    programs = programs_of(on.pk)
    names = dict(Reinforcer.objects.filter(pk__in={id for id, _ in taken}).values_list("pk", "text"))
    menu = menu_of(on.pk)
    return TokensShown(
        client_id=on.pk, balance=balance(on.pk), weeks=_weeks(on.pk, day), menu=menu, choices=found,
        hints=economy.hints(found, known=known), thinner=_thinner(on.pk, programs, since, known["ratios"]),
        found=next(iter(preferences_of(on.pk, most=1)), None), days=known["days"],
        names={**names, **{line.id: line.text for line in menu}, **{p.target.id: p.target.name for p in programs}},
    )  # fmt: skip


def _weeks(client_id: UUID, day: date) -> tuple[Week, ...]:
    """The last weeks from Monday on, the newest first."""
    monday = day - timedelta(days=day.weekday())
    firsts = [monday - timedelta(weeks=n) for n in range(WEEKS)]
    given: dict[date, int] = defaultdict(int)
    spent: dict[date, int] = defaultdict(int)
    for model, column, into in ((Token, "count", given), (Exchange, "cost", spent)):
        rows = model.objects.filter(client=client_id, session__service_day__gte=firsts[-1])
        for at, amount in rows.values_list("session__service_day").annotate(Sum(column)):
            into[at - timedelta(days=at.weekday())] += amount
    return tuple(Week(first, given[first], spent[first]) for first in firsts if given[first] or spent[first])


def _thinner(
    client_id: UUID, programs: tuple[ProgramFacts, ...], since: datetime, ratios: list[int]
) -> tuple[Thinner, ...]:  # fmt: skip
    """For each program at its criterion: tokens and good answers since then. Two statements."""
    ids = [one.target.id for one in programs]
    given = _sums(Token.objects.filter(client=client_id, target__in=ids, at__gte=since), "count")
    good = _sums(Tally.objects.filter(client=client_id, target__in=ids, second=False, began_at__gte=since), "numerator")
    found = [
        economy.thinner(
            one.target.id, tokens=int(given.get(one.target.id, 0)), good=good.get(one.target.id, 0.0),
            at_criterion=one.now.stage == "kept" or one.reading.state == "met", ratios=ratios,
        )
        for one in programs
    ]  # fmt: skip
    return tuple(one for one in found if one)


def _sums(rows: QuerySet[Token] | QuerySet[Tally], column: str) -> dict[UUID, float]:
    return {row["target"]: float(row["total"]) for row in rows.values("target").annotate(total=Sum(column))}
