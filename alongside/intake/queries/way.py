"""Pages of intake: who was referred, one referral, and where one client's intake stands."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import alongside.intake.policy  # noqa: F401  (the rules of these verbs)
from alongside.agencies.models import Agency
from alongside.consents.lookups import ConsentLine, consents_of
from alongside.foundation import reference
from alongside.foundation.doing import query
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor, Capacity, ask
from alongside.instruments.lookups import AnsweringFacts, ScoreFacts, answerings_of, answers_of, scores_of
from alongside.instruments.models import Asking
from alongside.intake import rules
from alongside.intake.facts import Fact, facts, risks
from alongside.intake.found import SummaryShown, at_work_of, summaries_of
from alongside.intake.models import (
    URGENCIES,
    Closing,
    Drawn,
    Intake,
    Observed,
    Referral,
)
from alongside.intake.reading import record_now
from alongside.people.banner import Banner, banner
from alongside.people.models import Client
from alongside.workforce.lookups import names


@dataclass(frozen=True)
class ReferralLine:
    """One referral. `state`: open, taken (an intake began) or closed. `client`: where the reader may see the intake."""

    id: UUID
    name: str
    born: date | None
    pronouns: str
    language: str
    interpreter: bool
    contact: str
    relation: str
    phone: str
    source: str
    referrer: str
    reason: str
    urgency: str
    received_on: date
    state: str
    made_by: str
    how: str = ""
    why_closed: str = ""
    client: UUID | None = None


@dataclass(frozen=True)
class Asked:
    """A form that is asked at the intake, and the answering that answers it."""

    title: str
    respondent: str
    answered: AnsweringFacts | None
    scores: tuple[ScoreFacts, ...]


@dataclass(frozen=True)
class IntakeShown:
    """Where a client's intake stands. `intake` is None where none was begun here."""

    banner: Banner
    intake: UUID | None
    began_on: date | None
    lead: str
    referral: ReferralLine | None
    consents: tuple[ConsentLine, ...]
    observed: AnsweringFacts | None
    facts: tuple[Fact, ...]
    drawn_at: datetime | None
    risks: tuple[str, ...]
    asked: tuple[Asked, ...]
    summaries: tuple[SummaryShown, ...]
    steps: tuple[tuple[str, bool], ...]
    next: str
    record: dict[str, Any]
    unsigned: bool = False
    may_sign: bool = False
    may_print: bool = False


@query("intake.referrals", on="agencies.Agency")
def referrals(*, by: Actor, on: Agency) -> tuple[ReferralLine, ...]:
    """Every referral of the last 200: those still open first, the most urgent of them at the top. Four statements."""
    lines = _lines(list(Referral.objects.order_by("-received_on", "-id")[:200]))
    order = {"open": 0, "taken": 1, "closed": 2}
    urgent = {name: n for n, name in enumerate(reversed(URGENCIES))}
    return tuple(sorted(lines, key=lambda one: (order[one.state], urgent[one.urgency] if one.state == "open" else 0)))


@query("intake.referral", on="intake.Referral")
def referral(*, by: Actor, on: Referral) -> ReferralLine:
    """One referral; with its client only for whoever may see that intake."""
    [line] = _lines([on])
    if line.client and not isinstance(ask(by, "intake.see", Client.objects.get(pk=line.client)), Capacity):
        return ReferralLine(**{**vars(line), "client": None})
    return line


@query("intake.see", on="people.Client")
def see(*, by: Actor, on: Client) -> IntakeShown:
    """The newest intake of a client, its steps and what comes next."""
    intake = Intake.objects.select_related("referral").filter(client=on).order_by("-at").first()
    record = record_now(on.pk)
    consents = consents_of(on.pk, today(by.zone))
    taken = answerings_of(on.pk)
    seen = _observed(intake, taken)
    answers = answers_of(seen.id) if seen and seen.state == "signed" else {}
    asked = _asked(on, intake, taken)
    summaries = summaries_of(intake)
    drawn = Drawn.objects.filter(intake=intake).order_by("-at").first() if intake else None
    where = rules.Where(
        consented=any(one.state == "given" and one.what in ("assessment", "treatment") for one in consents),
        observed=seen.state if seen else "", drawn=drawn is not None, asked=len(asked),
        answered=sum(one.answered is not None for one in asked), summarized=bool(summaries),
        unseen=len(summaries[0].unseen) if summaries else 0,
    )  # fmt: skip
    referred = _lines([intake.referral])[0] if intake and intake.referral else None
    return IntakeShown(
        banner=banner(on.pk), intake=intake.pk if intake else None, began_on=intake.began_on if intake else None,
        lead=names([intake.lead_id]).get(intake.lead_id, "") if intake else "", referral=referred, consents=consents,
        observed=seen, facts=facts(answers, record), drawn_at=drawn.at if drawn else None, risks=risks(answers),
        asked=asked, summaries=summaries, steps=tuple(rules.done(where).items()),
        next=rules.next_step(where) if intake else "", record=record,
        unsigned=intake is not None and at_work_of(intake) is not None,
        may_sign=isinstance(ask(by, "intake.draft", on), Capacity),
        may_print=isinstance(ask(by, "intake.print", on), Capacity),
    )  # fmt: skip


def _lines(rows: list[Referral]) -> list[ReferralLine]:
    closed = {one.referral_id: one for one in Closing.objects.filter(referral__in=rows)}
    taken = dict(Intake.objects.filter(referral__in=rows).values_list("referral_id", "client_id"))
    made = names(row.made_by_id for row in rows)
    return [_line(row, closed.get(row.pk), taken.get(row.pk), made.get(row.made_by_id, "")) for row in rows]


def _line(row: Referral, closing: Closing | None, client: UUID | None, made_by: str) -> ReferralLine:
    return ReferralLine(
        id=row.pk, name=f"{row.given} {row.family}".strip(), born=row.born, pronouns=row.pronouns,
        language=reference.load("languages")["language"].get(row.language, row.language),
        interpreter=row.interpreter, contact=row.contact, relation=row.relation, phone=row.phone,
        source=row.source, referrer=row.referrer, reason=row.reason, urgency=row.urgency,
        received_on=row.received_on, state="taken" if client else "closed" if closing else "open", made_by=made_by,
        how=closing.how if closing else "", why_closed=closing.reason if closing else "", client=client,
    )  # fmt: skip


def _observed(intake: Intake | None, taken: tuple[AnsweringFacts, ...]) -> AnsweringFacts | None:
    """The observation that counts."""
    if intake is None:
        return None
    ids = set(Observed.objects.filter(intake=intake).values_list("answering_id", flat=True))
    return next((one for one in taken if one.id in ids and one.state != "void"), None)


def _asked(client: Client, intake: Intake | None, taken: tuple[AnsweringFacts, ...]) -> tuple[Asked, ...]:
    """What is asked of this client now, each with what was answered since the intake began."""
    since = intake.began_on if intake else date.min
    signed = [one for one in taken if one.state == "signed" and one.taken_on >= since]
    scores = scores_of(client.pk)
    rows = Asking.objects.filter(client=client, ended_on=None, occasion__in=("intake", "every")).order_by("title", "id")
    return tuple(_one(row, signed, scores) for row in rows)


def _one(row: Asking, signed: list[AnsweringFacts], scores: tuple[ScoreFacts, ...]) -> Asked:
    found = next((one for one in signed if one.form == row.form and one.respondent == row.respondent), None)
    mine = tuple(one for one in scores if found and one.answering == found.id)
    return Asked(row.title, row.respondent, found, mine)
