"""Shipped knowledge as rows: every file of reference/ is loaded once per edition, by the owner, after migrating."""

import hashlib
import json
from datetime import date
from typing import Any

from django.db.models import Q

from alongside.foundation.models import Adoption, Edition
from alongside.foundation.reference import FOLDER, load

CHOSEN = frozenset({("retention", "retention")})
"""Knowledge of which an agency chooses the edition: kind and key. All other is the same for everybody."""


class NotAnEdition(ValueError):
    """A file of reference/ without its source or its first day."""


def shipped() -> list[dict[str, Any]]:
    """Every edition in reference/: kind is the folder or file, key the file. Raises NotAnEdition."""
    found = []
    for path in sorted(FOLDER.glob("**/*.toml")):
        name = path.relative_to(FOLDER).with_suffix("").as_posix()
        if name.startswith(("grants/", "demo/")):
            continue  # grants are read with the code that they guard; the demo's people are no knowledge
        body = load(name)
        if "source" not in body or not isinstance(body.get("effective_from"), date):
            raise NotAnEdition(f"reference/{name}.toml needs `source` and `effective_from`")
        found.append(_row(name, body))
    return found


def _row(name: str, body: dict[str, Any]) -> dict[str, Any]:
    plain = json.loads(json.dumps(body, default=str, sort_keys=True))
    digest = hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()
    kind, _, key = name.partition("/")
    return {
        "kind": kind, "key": key or kind, "edition": str(body.get("edition", digest[:12])),
        "effective_from": body["effective_from"], "effective_to": body.get("effective_to"),
        "source": body["source"], "digest": digest, "body": plain,
    }  # fmt: skip


def load_shipped() -> int:
    """Load what is new; how many. An edition that was loaded never changes: another text needs another name."""
    added = 0
    for row in shipped():
        kept, made = Edition.objects.get_or_create(
            kind=row["kind"], key=row["key"], edition=row["edition"], defaults=row
        )
        if kept.digest != row["digest"]:
            raise NotAnEdition(f"{row['kind']}/{row['key']} {row['edition']} changed: give it another edition name")
        added += made
    return added


def in_use(kind: str, key: str, on: date) -> Edition | None:
    """The edition an agency works by on a day: the one it adopted last, else the newest shipped one in force."""
    adopted = Adoption.objects.filter(kind=kind, key=key, since__lte=on).order_by("-since", "-at").first()
    rows = Edition.objects.filter(Q(effective_to=None) | Q(effective_to__gt=on), kind=kind, key=key)
    if adopted is not None:
        return rows.filter(edition=adopted.edition).first() if adopted.used else None
    return rows.filter(effective_from__lte=on).order_by("-effective_from", "-loaded_at").first()


def body(kind: str, key: str, on: date) -> tuple[str, dict[str, Any]] | None:
    """Name and body of the edition an agency works by on a day; None where it switched that knowledge off.

    Where nothing was loaded yet, the file that this version ships. Two statements at most.
    """
    if used := in_use(kind, key, on):
        return used.edition, used.body
    if Edition.objects.filter(kind=kind, key=key).exists():
        return None
    [row] = [row for row in shipped() if (row["kind"], row["key"]) == (kind, key)]
    return row["edition"], row["body"]
