"""What a referral and a summary must say; and what comes next."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from alongside.foundation.errors import Fault

REASON = 10  # characters
OLDEST = date(1900, 1, 1)
STEPS = ("consent", "observation", "record", "instruments", "summary", "seen")


@dataclass(frozen=True)
class Where:
    """What is there of an intake. `observed`: none, draft or signed; `drawn`: its facts went into the record."""

    consented: bool
    observed: str
    drawn: bool
    asked: int
    answered: int
    summarized: bool
    unseen: int


def done(where: Where) -> Mapping[str, bool]:
    """Which steps are done, in their order. Instruments are done when all that are asked at the intake are answered."""
    return {
        "consent": where.consented,
        "observation": where.observed == "signed",
        "record": where.drawn,
        "instruments": where.asked > 0 and where.answered >= where.asked,
        "summary": where.summarized,
        "seen": where.summarized and where.unseen == 0,
    }


def next_step(where: Where) -> str:
    """The first step that is not done; "" when all are."""
    return next((step for step, is_done in done(where).items() if not is_done), "")


def referral_faults(
    *, given: str, born: date | None, received_on: date, today: date, source: str, sources: Collection[str],
    urgency: str, urgencies: Collection[str], reason: str, contact: str, phone: str, referrer: str,
) -> list[Fault]:  # fmt: skip
    """Faults of a referral, by field."""
    found = [] if given else [Fault("foundation.field.required", "given")]
    for name, value, of in (("source", source, sources), ("urgency", urgency, urgencies)):
        if value not in of:
            found.append(Fault("foundation.field.choice", name))
    if len(reason) < REASON:
        found.append(Fault("intake.fault.reason", "reason"))
    if received_on > today:
        found.append(Fault("intake.fault.to_come", "received_on"))
    if born is not None and not OLDEST <= born <= today:
        found.append(Fault("intake.fault.born", "born"))
    if not phone and not contact:
        found.append(Fault("intake.fault.unreachable", "phone"))
    if source not in ("self", "family") and not referrer:
        found.append(Fault("intake.fault.referrer", "referrer"))
    return found


def summary_faults(*, strengths: str, findings: str, recommendations: str) -> list[Fault]:
    """Nothing is found about somebody whose strengths nobody names."""
    told = {"strengths": strengths, "findings": findings, "recommendations": recommendations}
    return [Fault("intake.fault.said", name) for name, text in told.items() if len(text) < REASON]
