"""What a form and its editions must keep to."""

from collections.abc import Collection

from alongside.foundation.errors import Fault

REASON = 5  # characters
OLDEST = 130  # years
RESPONDENTS = ("self", "parent", "caregiver", "teacher", "staff", "clinician", "other")


def about_faults(
    *, title: str, kind: str, kinds: Collection[str], youngest: int | None, oldest: int | None,
    respondents: Collection[str],
) -> list[Fault]:  # fmt: skip
    """Faults of what is shown of a form here."""
    found = [] if title else [Fault("foundation.field.required", "title")]
    if kind not in kinds:
        found.append(Fault("foundation.field.choice", "kind"))
    if not set(respondents) <= set(RESPONDENTS):
        found.append(Fault("foundation.field.choice", "respondents"))
    if youngest is not None and oldest is not None and oldest < youngest:
        found.append(Fault("documents.fault.ages", "oldest"))
    return found


def reason_faults(reason: str) -> list[Fault]:
    return [] if len(reason) >= REASON else [Fault("documents.fault.reason", "reason")]


def key_of(title: str, taken: Collection[str]) -> str:
    """The key of a form that an agency brought in: `own-` keeps it apart from those that come with the product."""
    plain = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in title.lower())
    stem = "own-" + ("-".join(part for part in plain.split("-") if part)[:60] or "form")
    return next(key for key in (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3))) if key not in taken)
