"""What a case is called here: its client's name and number, what is measured, and ids that are always the same."""

import hashlib
import re
from uuid import UUID, uuid5

from alongside.measure.series import Case

CASES = UUID("5a3c1f5e-7f0e-5c0e-9a57-1e0d8a1b7c55")  # the namespace of imported cases
LONGEST_NUMBER = 40

_UNFIT = re.compile(r"[^0-9A-Z ./_-]+")


def client_id(agency_id: UUID, case: Case) -> UUID:
    return uuid5(CASES, f"{agency_id}/{case.dataset}/{case.series}")


def session_id(client: UUID, number: float) -> UUID:
    return uuid5(client, f"session/{number!r}")


def observation_id(session: UUID) -> UUID:
    return uuid5(session, "value")


def name(case: Case) -> str:
    """The series as the article calls it: "Albert | Disruptive Behavior" is Albert, Disruptive Behavior."""
    return ", ".join(_parts(case.series)) or case.dataset


def identifier(case: Case) -> str:
    """Dataset and series in capitals, as clients' numbers are written; shortened ones end in a digest."""
    whole = f"{case.dataset}/{'-'.join(_parts(case.series))}"
    plain = _UNFIT.sub("-", whole.upper()).strip(" ./_-") or "CASE"
    if len(plain) <= LONGEST_NUMBER and plain == whole.upper():
        return plain
    digest = hashlib.sha256(whole.encode()).hexdigest()[:8].upper()
    return f"{plain[: LONGEST_NUMBER - 9].rstrip(' ./_-')}-{digest}"


def outcome(case: Case) -> str:
    """What was measured, in the file's words: its measure, else what stands last in the series."""
    parts = _parts(case.series)
    return case.measure.strip() or (parts[-1] if len(parts) > 1 else "Reported outcome")


def unit(case: Case) -> str:
    """What a value counts, as far as the file says it."""
    said = case.outcome.scale
    if said in (None, "other"):
        return "as reported"
    minutes = case.outcome.session_minutes
    return f"{said} in {minutes:g} min" if minutes and said == "count" else str(said)


def _parts(series: str) -> list[str]:
    return [part.strip() for part in series.split("|") if part.strip()]
