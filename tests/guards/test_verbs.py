"""Every write and every read for a page is asked about; every verb is ruled, and granted to somebody."""

import inspect
from importlib import import_module
from pathlib import Path

from alongside.foundation import reference
from alongside.foundation.policy import RULES

ROOT = Path(__file__).parents[2]
ASKING = ("actions", "queries")


def modules(room: str) -> list:
    """The modules of a room in every app: a file, or a folder of files."""
    paths = [*ROOT.glob(f"alongside/*/{room}.py"), *ROOT.glob(f"alongside/*/{room}/*.py")]
    paths += [*ROOT.glob(f"alongside/desk/*/{room}.py"), *ROOT.glob(f"alongside/field/*/{room}.py")]
    names = {".".join(p.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for p in paths}
    return [import_module(name) for name in sorted(names) if ".tests" not in name]


def public(module) -> list:
    return [
        thing
        for name, thing in inspect.getmembers(module, inspect.isfunction)
        if inspect.unwrap(thing).__module__ == module.__name__ and not name.startswith("_")
    ]


def asked() -> dict:
    modules("policy")
    return {f"{f.__module__}.{f.__name__}": f for room in ASKING for m in modules(room) for f in public(m)}


def test_every_function_of_these_rooms_is_asked():
    assert [name for name, f in asked().items() if not getattr(f, "verb", "")] == []


def test_every_verb_is_ruled_and_granted():
    verbs = {f.verb for f in asked().values() if getattr(f, "verb", "")}
    granted = {verb for _, verb in reference.grants()}
    assert verbs - set(RULES) == set(), "give the verb a rule in policy.py"
    assert verbs - granted == set(), "grant the verb to a role in reference/grants/"
    assert granted - verbs == set(), "granted, but nobody can do it"
    assert set(RULES) - verbs == set(), "ruled, but nobody can do it"


def test_roles_in_grants_exist():
    assert {role for role, _ in reference.grants()} <= set(reference.load("roles")["role"])


def test_relations_in_grants_are_known():
    known = {"agency", "team", "supervises", "glass", "author", "cosigner", "self"}
    assert {r for relations in reference.grants().values() for r in relations} <= known
