"""Answers that were given elsewhere, before they are taken in: what fits, what does not, what they come to."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from alongside.documents import lookups as documents
from alongside.foundation.errors import Fault, Unacceptable
from alongside.foundation.messages import say
from alongside.foundation.policy import Actor
from alongside.instruments.editions import Begun, asked_of, begin_faults, of_instrument, of_line
from alongside.instruments.instrument import LOCAL, instruments
from alongside.instruments.models import Elsewhere
from alongside.instruments.papers import filled_in
from alongside.instruments.ready import opened
from alongside.instruments.rules.plain import plain
from alongside.instruments.texts import settled_nodes, unfit
from alongside.instruments.worth import One, Result, results, singles
from alongside.instruments.wrongs import code_of, said
from alongside.people.models import Client
from alongside.questionnaires.answering import Wrong, missing, unsound
from alongside.questionnaires.coming import Came, came
from alongside.questionnaires.filling import Node
from alongside.questionnaires.items import Item, Questionnaire
from alongside.questionnaires.raw import Unreadable
from alongside.questionnaires.values import order

OWN = frozenset({"changes_meaning", "names_no_form", "no_member", "no_moment", "no_response", "not_completed"})
LEFT = ("required", "too_few")  # told, for somebody answered as they did; what breaks a limit is refused
FAULT = "instruments.elsewhere."
Told = tuple[str, dict[str, Any]]


@dataclass(frozen=True)
class Weighed:
    """A response as it would be taken in. `faults`: by name, what keeps it out; `told`: what to know all the same;
    `opens`: the paths that it would open."""

    came: Came
    wanted: Begun
    asked: Questionnaire
    taken_on: date
    response: tuple[Node, ...]
    answers: tuple[One, ...]
    results: tuple[Result, ...]
    told: tuple[Told, ...]
    faults: tuple[Fault, ...]
    opens: tuple[dict[str, Any], ...] = ()


def weighed(body: bytes, *, by: Actor, client: Client, respondent: str) -> Weighed:
    """Raises Unacceptable (file) where it is no response to a form that is here."""
    try:
        found = came(body)
    except Unreadable as no:
        table = f"{FAULT}" if no.code in OWN else "documents.unreadable."
        raise Unacceptable(Fault(f"{table}{no.code}", "file", no.values)) from no
    wanted = _form_of(found)
    assert wanted.edition is not None, "a form that is answered has an edition"
    asked = asked_of(wanted.edition)
    given = settled_nodes(found.answers)
    wrong: list[Wrong] = [*unsound(asked, given), *unfit(given)]
    filled = filled_in(asked, given, client) if not wrong else None
    wrong += missing(asked, filled) if filled else []
    answers = tuple(singles(filled.response)) if filled else ()
    made = found.made
    day = made.astimezone(ZoneInfo(by.zone)).date() if made else date.fromisoformat(found.authored)
    faults = [*begin_faults(by, client, wanted, respondent=respondent, taken_on=day), *_of_others(found, client, body)]
    faults += [_at(asked, one) for one in wrong if one.code not in LEFT]
    if filled:
        faults += [] if filled.settled else [Fault("instruments.fault.endless", "file")]
        faults += [] if answers else [Fault("instruments.fault.nothing", "file")]
    told: list[Told] = [*([("beside", {})] if found.beside else []), *([("no_author", {})] if not found.author else [])]
    told += [("missing", {"item": _name(asked, one)}) for one in wrong if one.code in LEFT]
    told += _otherwise(asked, singles(given), answers) if filled else []
    worth = tuple(results(asked, answers))
    return Weighed(
        found, wanted, asked, day, filled.response if filled else (), answers,
        worth, tuple(told), tuple(faults), tuple(opened(wanted.instrument, asked, answers, worth)),
    )  # fmt: skip


def _form_of(found: Came) -> Begun:
    """The edition that it answers. Raises Unacceptable: no such form, or another version of it."""
    known = instruments().get(found.url.removeprefix(LOCAL)) if found.url.startswith(LOCAL) else None
    if known and known.has_items:
        of_instrument(known)  # its edition is made here when it is first needed
    line = documents.answered_as(found.url, found.version)
    if line is not None:
        return of_line(line)
    other = documents.answered_as(found.url) if found.version else None
    if other is not None:
        values = {"title": other.title, "version": found.version, "here": other.version or "–"}
        raise Unacceptable(Fault(f"{FAULT}other_version", "file", values))
    raise Unacceptable(Fault(f"{FAULT}no_form", "file", {"url": found.url[:200]}))


def _of_others(found: Came, client: Client, body: bytes) -> Iterator[Fault]:
    """It names another client of this agency; or it is here already."""
    try:
        named = UUID(found.subject.rpartition("Patient/")[2])
    except ValueError:
        named = None
    if named is not None and named != client.pk and Client.objects.filter(pk=named).exists():
        yield Fault(f"{FAULT}other_client", "file")
    digest = hashlib.sha256(body).hexdigest()
    if Elsewhere.objects.filter(client=client, sha256=digest).exclude(answering__state="void").exists():
        yield Fault(f"{FAULT}here_already", "file")


def _otherwise(asked: Questionnaire, theirs: Iterable[One], ours: Iterable[One]) -> Iterator[Told]:
    """Where the file says something else than our own rules: what is not asked, what an answer is worth, a score."""
    here = {(one.link, one.number): one for one in ours}
    items = {item.link_id: item for item in asked.every()}
    for one in theirs:
        item, mine = items[one.link], here.get((one.link, one.number))
        if mine is None and not item.calculated:
            yield "not_asked", {"item": label(item)}
        elif item.calculated and _number(one) != (_number(mine) if mine else None):
            ourselves = plain(_number(mine)) if mine else "–"
            yield "score", {"item": label(item), "theirs": plain(_number(one)), "ours": ourselves}
        elif mine and None not in (one.worth, mine.worth) and one.worth != mine.worth:
            yield "worth", {"item": label(item), "theirs": plain(one.worth), "ours": plain(mine.worth)}


def _number(one: One) -> Any:
    found = order(next(iter(one.value.values()), None))
    return float(found) if isinstance(found, int | float) and not isinstance(found, bool) else found


def _at(asked: Questionnaire, one: Wrong) -> Fault:
    return Fault(f"{FAULT}item", "file", {"item": _name(asked, one), "says": say(code_of(one), **said(one))})


def _name(asked: Questionnaire, one: Wrong) -> str:
    """The innermost question of a place, as people know it."""
    links = {item.link_id: item for item in asked.every()}
    return next((label(links[link]) for link, _ in reversed(one.place) if link in links), asked.title)


def label(item: Item) -> str:
    """A question in a sentence about it."""
    return " ".join(part for part in (item.prefix, (item.text or item.link_id)[:120]) if part)
