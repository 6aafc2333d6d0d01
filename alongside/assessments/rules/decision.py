"""What a decision holds: the function, the summary statement, how sure, why; and what keeps it from being signed."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from alongside.foundation.errors import Fault

TEXTS = ("setting_event", "antecedent", "behavior", "consequence", "reasons")
MOST = 2_000


@dataclass(frozen=True)
class Decision:
    """What a clinician decided. No function is "unclear", several are "multiple"."""

    functions: tuple[str, ...] = ()
    setting_event: str = ""
    antecedent: str = ""
    behavior: str = ""
    consequence: str = ""
    confidence: str = ""
    reasons: str = ""

    @property
    def function(self) -> str:
        """One word, as plans keep it."""
        return "unclear" if not self.functions else self.functions[0] if len(self.functions) == 1 else "multiple"

    def body(self) -> dict[str, Any]:
        """As it is kept."""
        return {**asdict(self), "functions": list(self.functions)}


def read(body: Mapping[str, Any]) -> Decision:
    """A decision as it was kept. What is not there is empty."""
    said = {name: str(body.get(name, "")) for name in (*TEXTS, "confidence")}
    return Decision(functions=tuple(body.get("functions", ())), **said)


def faults(decision: Decision, known: Mapping[str, Any]) -> list[Fault]:
    """What cannot be kept."""
    found = (
        [Fault("assessments.fault.choice", "functions")] if set(decision.functions) - set(known["functions"]) else []
    )
    if decision.confidence not in ("", *known["confidences"]):
        found.append(Fault("assessments.fault.choice", "confidence"))
    long = [name for name in TEXTS if len(getattr(decision, name)) > MOST]
    return [*found, *(Fault("assessments.fault.long", name, {"most": MOST}) for name in long)]


def missing(decision: Decision) -> list[Fault]:
    """What a signature needs: the statement in its parts, how sure, and why. A setting event there may be none."""
    needed = ("antecedent", "behavior", "consequence", "confidence", "reasons")
    found = [Fault("assessments.fault.needed", name) for name in needed if not getattr(decision, name).strip()]
    if not decision.functions and decision.confidence not in ("", "low"):
        found.append(Fault("assessments.fault.unclear_is_low", "confidence"))
    return found


def span_faults(began_on: date, until: date, *, today: date, known: Mapping[str, Any]) -> list[Fault]:
    """Days that an assessment may look at: at most a year, none to come."""
    if began_on > until:
        return [Fault("assessments.fault.backwards", "until")]
    if until > today:
        return [Fault("assessments.fault.later", "until")]
    if until - began_on > timedelta(days=known["most_days"]):
        return [Fault("assessments.fault.span", "began_on", {"most": known["most_days"]})]
    return []
