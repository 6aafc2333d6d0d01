"""What keeps a case that reads well from coming in: texts that cannot be kept, days that have not come."""

from datetime import UTC, datetime
from pathlib import Path

from alongside.foundation.errors import Fault
from alongside.foundation.messages import say
from alongside.foundation.typed_text import fault_in
from alongside.interchange.single_case import naming
from alongside.interchange.single_case.shaping import Shaped, label
from alongside.measure.cells import shown

FORMULA = ("=", "+", "@", "\t", "\r")
LARGEST = 1_000_000  # reference/measures.toml, reported
FINEST = 40
NAME, LABEL = 120, 80


def faults_of(path: Path, of: Shaped) -> list[str]:
    """A sentence for each thing that cannot be kept, with the file and the series."""
    where = f"{path.name}, series {shown(of.case.series)}"
    texts = [("column dataset", of.case.dataset, NAME), ("column series", of.case.series, NAME)]
    texts += [("column phase", label(phase), LABEL) for phase in of.case.phases]
    texts.append(("column measure", naming.outcome(of.case), LABEL))
    found = [f"{where}, {column}: {wrong}" for column, text, most in texts if (wrong := _wrong(text, most))]
    found += [f"{where}: the value {day.value!r} of session {day.number:g} is too large to keep"
              for day in of.days if abs(day.value) > LARGEST]  # fmt: skip
    if of.days[-1].ended_at > datetime.now(UTC):
        found.append(f"{where}: its last day would lie in the future; name an earlier --first-day")
    return list(dict.fromkeys(found))


def _wrong(text: str, most: int) -> str:
    if not text.strip():
        return "it is empty"
    if text.startswith(FORMULA):
        return f"{shown(text)} begins as a spreadsheet formula does"
    fault: Fault | None = fault_in(text, most=most)
    return f"{shown(text)}: {say(fault.code, **fault.values)}" if fault else ""
