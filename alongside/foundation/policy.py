"""May this actor do this, to this? One question, one answer, one reason.

Grants are data (reference/roles.toml): role -> verb -> the relations in which it may be used. A rule in an
app's policy.py says which relations an actor holds to a subject, and what else must be so. A verb with no rule
is a crash.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from alongside.foundation.errors import No, Refused

Relations = Callable[["Actor", Any], frozenset[str]]
Circumstance = Callable[["Actor", Any], No | None]

ANYONE_HERE: frozenset[str] = frozenset({"agency"})


@dataclass(frozen=True)
class Actor:
    """Who asks, as what. Made once per request, job or command; never ambient.

    `as_of`: with the rights of that moment, where somebody who may decides about what was recorded then.
    """

    agency_id: UUID
    staff_id: UUID
    account_id: UUID | None
    name: str
    credential: str
    roles: tuple[str, ...]
    grants: Mapping[tuple[str, str], frozenset[str]] = field(repr=False)
    supervises: frozenset[UUID] = frozenset()
    zone: str = "America/New_York"
    session_ref: str = ""
    request_id: UUID | None = None
    confirmed_at: datetime | None = None
    on_behalf_of: UUID | None = None
    as_of: datetime | None = None

    def may(self, verb: str) -> bool:
        """Whether any role of the actor includes the verb in any relation (for menus, never for deciding)."""
        return any((role, verb) in self.grants for role in self.roles)


@dataclass(frozen=True)
class Capacity:
    """The role and the relation by virtue of which an act was allowed."""

    role: str
    relation: str


@dataclass(frozen=True)
class Related:
    """A way to tell how an actor stands to a subject, and what to say to somebody who stands nowhere near."""

    hold: Relations
    otherwise: Circumstance

    def __call__(self, actor: "Actor", subject: Any) -> frozenset[str]:
        return self.hold(actor, subject)


@dataclass(frozen=True)
class Rule:
    verb: str
    relations: Relations
    circumstance: Circumstance


RULES: dict[str, Rule] = {}


def in_agency(actor: Actor, subject: Any) -> frozenset[str]:
    """No closer relation than belonging to the same agency."""
    return ANYONE_HERE


def rule(verb: str, *, relations: Relations = in_agency) -> Callable[[Circumstance], Circumstance]:
    """Declare the circumstance in which a granted verb applies. Every verb has exactly one rule."""

    def remember(circumstance: Circumstance) -> Circumstance:
        if verb in RULES:
            raise RuntimeError(verb)  # ruled twice
        RULES[verb] = Rule(verb, relations, circumstance)
        return circumstance

    return remember


def ruled(*verbs: str, relations: Relations = in_agency) -> None:
    """Declare verbs that ask for nothing beyond the grant and its relation."""
    for verb in verbs:
        rule(verb, relations=relations)(lambda actor, subject: None)


def ask(actor: Actor, verb: str, on: Any) -> Capacity | No:
    """The capacity in which the actor may, or the reason why not."""
    this = RULES[verb]  # a verb with no rule is a bug: KeyError, never a yes
    granted = {role: actor.grants[role, verb] for role in actor.roles if (role, verb) in actor.grants}
    if not granted:
        return No("foundation.policy.role_lacks", {"verb": verb})
    held = this.relations(actor, on) | ANYONE_HERE
    for role, relations in granted.items():
        for relation in sorted(relations & held):
            return this.circumstance(actor, on) or Capacity(role, relation)
    nearer = this.relations.otherwise(actor, on) if isinstance(this.relations, Related) else None
    return nearer or No("foundation.policy.not_related", {"verb": verb})


def insist(actor: Actor, verb: str, on: Any) -> Capacity:
    """The one place a no becomes an exception."""
    answer = ask(actor, verb, on)
    if isinstance(answer, No):
        raise Refused(answer, verb, on)
    return answer
