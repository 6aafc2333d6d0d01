"""Everything done to a person as such: known, changed, renamed, reached. Called by the floors above."""

from datetime import date
from typing import Any

import alongside.parties.policy  # noqa: F401  (the rules of these verbs)
from alongside.foundation import reference, revisions
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.foundation.typed_text import checked
from alongside.parties import rules, tokens
from alongside.parties.models import ContactPoint, FormerName, Party

COLUMNS = {"given": "legal_given", "family": "legal_family", "preferred": "preferred_name", "born": "birth_date",
           "died": "died_on", "pronouns": "pronouns", "language": "language", "interpreter": "interpreter"}  # fmt: skip


@action("parties.meet", on="agencies.Agency", makes=True)
def meet(
    *, by: Actor, on: Any, given: str, family: str = "", preferred: str = "", pronouns: str = "",
    born: date | None = None, language: str = "en", interpreter: bool = False, searched: bool = False,
) -> Party:  # fmt: skip
    """Write down a person whom the agency comes to know. Raises Unacceptable (given, born, language)."""
    values = _true(by, given=given, family=family, preferred=preferred, pronouns=pronouns, born=born, language=language)
    party = Party.objects.create(**values, interpreter=interpreter, searched=searched)
    tokens.index(party)
    return party


@action("parties.change", on="parties.Party", locks=True)
def change(*, by: Actor, on: Party, reason: str = "", **values: Any) -> bool:
    """Change some of: given, family, preferred, pronouns, born, died, language, interpreter. The old is kept.

    Returns whether anything differed.
    """
    columns = _true(by, **{name: values.get(name, getattr(on, column)) for name, column in COLUMNS.items()})
    changed = revisions.change(on, by=by, reason=reason, **columns)
    if changed:
        tokens.index(on)
    return changed


@action("parties.rename", on="parties.Party", locks=True)
def rename(*, by: Actor, on: Party, given: str, family: str, until: date | None = None, sealed: bool = False) -> bool:
    """Give a person a new legal name; the former is kept, and found by search unless sealed."""
    before = {"given": on.legal_given, "family": on.legal_family}
    columns = _true(by, given=given, family=family, born=on.birth_date, language=on.language)
    renamed = {name: columns[name] for name in ("legal_given", "legal_family")}
    if renamed == {"legal_given": before["given"], "legal_family": before["family"]}:
        raise Unacceptable(Fault("parties.fault.same_name", "given"))
    FormerName.objects.create(party=on, **before, until=until or today(by.zone), sealed=sealed)
    revisions.change(on, by=by, **renamed)
    tokens.index(on)
    return True


@action("parties.add_way", on="parties.Party", makes=True)
def add_way(*, by: Actor, on: Party, kind: str, value: str, safe: bool = True) -> ContactPoint:
    """Note a phone number, e-mail or postal address, and whether using it endangers nobody."""
    value = checked(value=value, lines=kind == "address", most=300)["value"]
    if faults := rules.way_faults(kind=kind, value=value):
        raise Unacceptable(faults)
    return ContactPoint.objects.create(party=on, kind=kind, value=value, safe=safe)


@action("parties.end_way", on="parties.ContactPoint", locks=True)
def end_way(*, by: Actor, on: ContactPoint) -> None:
    """A number or address is used no more."""
    revisions.change(on, by=by, ended_on=on.ended_on or today(by.zone))


def _true(by: Actor, *, given: str, born: Any, language: str, died: Any = None, **others: Any) -> dict[str, Any]:
    """The columns for what was typed, settled. Raises Unacceptable with every fault found."""
    texts = checked({name: text for name, text in {"given": given, **others}.items() if isinstance(text, str)})
    faults = rules.person_faults(given=texts["given"], born=born, died=died, today=today(by.zone))
    if language not in reference.load("languages")["language"]:
        faults.append(Fault("parties.fault.language", "language"))
    if faults:
        raise Unacceptable(faults)
    values = {**others, **texts, "born": born, "died": died, "language": language}
    return {COLUMNS[name]: value for name, value in values.items()}
