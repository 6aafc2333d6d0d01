"""Every policy rule and every grant, taken away or turned round, one at a time, in this process.

A mutant changes what one verb answers, for everybody or for one role: only cells that ask this verb can tell.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from alongside.foundation import policy, reference, tenancy
from alongside.foundation.errors import No

EVERYTHING = frozenset({"team", "supervises", "glass", "author", "cosigner", "self"})
Table = dict[Any, Any]


@dataclass(frozen=True)
class Mutant:
    """`verb` as it should not be. `role`: the only one that notices; "" for everybody."""

    what: str
    verb: str
    role: str
    table: Callable[[], Table]
    key: Any
    value: Any

    def __str__(self) -> str:
        return " ".join(part for part in (self.verb, self.role, self.what) if part)


def every() -> list[Mutant]:
    """Grants first, then rules."""
    return [*_grants(), *_rules()]


def _grants() -> Iterator[Mutant]:
    table = reference.grants
    for (role, verb), held in sorted(table().items()):
        yield Mutant("loses the grant", verb, role, table, (role, verb), None)
        if "agency" not in held:
            yield Mutant("may it to anybody", verb, role, table, (role, verb), held | {"agency"})
        if len(held) > 1:
            for relation in sorted(held):
                yield Mutant(f"loses {relation}", verb, role, table, (role, verb), held - {relation})


def _rules() -> Iterator[Mutant]:
    for verb, rule in sorted(policy.RULES.items()):
        ways = {"turns its circumstance round": replace(rule, circumstance=_turned(rule.circumstance))}
        if rule.circumstance.__name__ != "<lambda>":  # those of `ruled` ask for none anyway
            ways["asks for no circumstance"] = replace(rule, circumstance=lambda actor, subject: None)
        if any("agency" not in held for (_, v), held in reference.grants().items() if v == verb):
            ways["takes everybody for everything"] = replace(rule, relations=lambda actor, subject: EVERYTHING)
            ways["takes everybody for nobody"] = replace(rule, relations=lambda actor, subject: frozenset())
        for what, changed in ways.items():
            yield Mutant(what, verb, "", lambda: policy.RULES, verb, changed)


def _turned(circumstance: policy.Circumstance) -> policy.Circumstance:
    return lambda actor, subject: None if circumstance(actor, subject) else No("foundation.policy.not_related")


@contextmanager
def alive(mutant: Mutant) -> Iterator[None]:
    """The product with this one fault."""
    table = mutant.table()
    kept = dict(table)
    if mutant.value is None:
        del table[mutant.key]
    else:
        table[mutant.key] = mutant.value
    try:
        yield
    finally:
        table.clear()
        table.update(kept)


class Listening(dict[str, policy.Rule]):
    """The rules, and which verbs were asked about since `heard` was emptied last."""

    heard: set[str] = set()

    def __getitem__(self, verb: str) -> policy.Rule:
        self.heard.add(verb)
        return super().__getitem__(verb)


@contextmanager
def listening() -> Iterator[set[str]]:
    """Verbs that are asked about while this runs, those that only decide what a page offers included."""
    rules, may = policy.RULES, policy.Actor.may
    ears = Listening(rules)
    ears.heard = set()

    def heard(actor: policy.Actor, verb: str) -> bool:
        if tenancy.hurried.get():  # the menu, drawn afterwards, asks about verbs of other pages
            ears.heard.add(verb)
        return may(actor, verb)

    policy.RULES, policy.Actor.may = ears, heard  # type: ignore[method-assign]
    try:
        yield ears.heard
    finally:
        policy.RULES, policy.Actor.may = rules, may  # type: ignore[method-assign]
