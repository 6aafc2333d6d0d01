"""`alongside where VERB`: everything there is about a verb, so that nobody has to search for it."""

import inspect
import os
import sys
from importlib import import_module
from pathlib import Path

import django

ROOT = Path(__file__).parents[2]


def main(argv: list[str]) -> int:
    """Print where a verb is done, ruled, granted, followed and tested. 0 found, 1 unknown, 2 no verb given."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.project.settings")
    django.setup()
    load_rooms()
    if not argv:
        print("Give a verb, for example: alongside where notes.sign", file=sys.stderr)
        return 2
    lines = about(argv[0])
    if not lines:
        near = [v for v in verbs() if argv[0].split(".")[0] in v]
        print(f"There is no verb {argv[0]}. Near it: {', '.join(near) or ', '.join(verbs())}", file=sys.stderr)
        return 1
    print("\n".join(lines))
    return 0


def load_rooms() -> None:
    """Import every room that declares verbs, rules or reactions."""
    for room in ("policy", "actions", "queries"):
        for path in [*ROOT.glob(f"alongside/*/{room}.py"), *ROOT.glob(f"alongside/*/{room}/*.py")]:
            import_module(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))


def verbs() -> list[str]:
    """Every verb, sorted."""
    from alongside.foundation.doing import ACTIONS, QUERIES  # noqa: PLC0415  (models load after setup)

    return sorted([*ACTIONS, *QUERIES])


def about(verb: str) -> list[str]:
    """One line for each place that has to do with the verb; empty when there is no such verb."""
    from alongside.foundation.doing import ACTIONS, QUERIES  # noqa: PLC0415
    from alongside.foundation.policy import RULES  # noqa: PLC0415
    from alongside.foundation.reference import grants  # noqa: PLC0415
    from alongside.project.reactions import REACTIONS  # noqa: PLC0415

    done = ACTIONS.get(verb) or QUERIES.get(verb)
    if done is None:
        return []
    kind = "action" if verb in ACTIONS else "query"
    lines = [f"{kind:9} {place(done)}  {inspect.signature(inspect.unwrap(done))}", f"{'on':9} {done.subject}"]  # type: ignore[attr-defined]
    if verb in RULES:
        lines += [f"{'rule':9} {place(RULES[verb].circumstance)}", f"{'relations':9} {place(RULES[verb].relations)}"]
    granted = sorted((role, relations) for (role, v), relations in grants().items() if v == verb)
    lines += [f"{'grant':9} {role}: {', '.join(sorted(relations))}" for role, relations in granted]
    lines += [f"{'follows':9} {place(reaction)}" for reaction in REACTIONS.get(verb, ())]
    return lines + mentions(verb, done.__name__)


def place(function: object) -> str:
    """file:line of a function."""
    plain = inspect.unwrap(function)  # type: ignore[arg-type]
    path = Path(inspect.getsourcefile(plain) or "").relative_to(ROOT)
    return f"{path}:{inspect.getsourcelines(plain)[1]}"


def mentions(verb: str, name: str) -> list[str]:
    """Views that call it and tests that name it."""
    app = verb.split(".")[0]
    found = []
    for kind, pattern in (
        ("page", "alongside/**/views*.py"),
        ("page", "alongside/**/views/*.py"),
        ("test", "**/test_*.py"),
    ):
        for path in sorted(ROOT.glob(pattern)):
            text = path.read_text(encoding="utf-8")
            if f'"{verb}"' in text or f"{name}(" in text and app in text:
                found.append(f"{kind:9} {path.relative_to(ROOT)}")
    return found
