"""How the library of techniques changed: every edition of a family that this installation has had."""

from collections import defaultdict

from alongside.foundation import editions
from alongside.foundation.models import Edition as Loaded
from alongside.skills import library
from alongside.skills.rules.changes import Change, Edition, changes

KIND = "techniques"


def history() -> dict[str, tuple[Change, ...]]:
    """The changes of every technique by its key, the newest first. One statement."""
    of = _editions()
    return {key: changes(of[one.family], key.partition("/")[2]) for key, one in library.techniques().items()}


def _editions() -> dict[str, list[Edition]]:
    found: dict[str, list[Edition]] = defaultdict(list)
    for key, name, since, body in Loaded.objects.filter(kind=KIND).values_list(
        "key", "edition", "effective_from", "body"
    ):
        found[key].append(Edition(name, since, body["technique"]))
    return found if found else _shipped()


def _shipped() -> dict[str, list[Edition]]:
    """The files of this version, where nothing was loaded yet."""
    rows = [row for row in editions.shipped() if row["kind"] == KIND]
    return {row["key"]: [Edition(row["edition"], row["effective_from"], row["body"]["technique"])] for row in rows}
