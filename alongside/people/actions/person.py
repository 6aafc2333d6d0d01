"""The whole person: who they are, and what matters to them."""

from typing import Any

from alongside.foundation import revisions
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.parties import actions as parties
from alongside.people import rules
from alongside.people.models import Client

CARE = ("strengths", "matters", "own_words", "culture")
PERSON = ("preferred", "pronouns", "born", "died", "language", "interpreter")
FORMER = ("keep", "seal", "mistake")


@action("people.change", on="people.Client", locks=True)
def change(*, by: Actor, on: Client, reason: str = "", **values: Any) -> bool:
    """Change some of: preferred, pronouns, born, died, language, interpreter; strengths, matters, own_words, culture,
    diagnosis. What it was is kept. Returns whether anything differed. Raises Unacceptable by field.
    """
    _known(values)
    columns = checked({name: values[name] for name in CARE if name in values}, lines=True)
    if "diagnosis" in values:
        columns["diagnosis"] = ", ".join(rules.codes_of(checked(diagnosis=values["diagnosis"])["diagnosis"]))
    if faults := rules.client_faults(identifier=on.identifier, diagnosis=columns.get("diagnosis", on.diagnosis)):
        raise Unacceptable(faults)
    person = {name: values[name] for name in PERSON if name in values}
    changed = parties.change(by=by, on=on.party_id, reason=reason, **person) if person else False
    return revisions.change(on, by=by, reason=reason, **columns) or changed


@action("people.rename", on="people.Client", locks=True)
def rename(*, by: Actor, on: Client, given: str, family: str, former: str = "keep", reason: str = "") -> bool:
    """Another legal name. The former one is kept and found ("keep"), kept and never shown or found ("seal"), or was
    a typing mistake and is only in the revision ("mistake").
    """
    if former not in FORMER:
        raise Unacceptable(Fault("people.fault.offered", "former"))
    if former == "mistake":
        return parties.change(by=by, on=on.party_id, reason=reason, given=given, family=family)
    return parties.rename(by=by, on=on.party_id, given=given, family=family, sealed=former == "seal")


def _known(values: dict[str, Any]) -> None:
    if unknown := set(values) - {*CARE, *PERSON, "diagnosis"}:
        raise TypeError(f"change() has no {', '.join(sorted(unknown))}")
