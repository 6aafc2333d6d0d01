"""The demo agencies' own rows, made as the owner makes every agency."""

import os
from typing import Any
from uuid import UUID

import psycopg

from alongside.agencies.models import Agency
from alongside.foundation.ids import uuid7
from alongside.project.troubles import Trouble

Id = UUID
OWNER = "ALONGSIDE_OWNER_DATABASE_URL"


def found(told: dict[str, Any]) -> UUID:
    """The id of the demo agency of this name; made when there is none. Raises `Trouble` without the owner's address."""
    there = Agency.objects.filter(name=told["name"], is_demo=True).first()
    return there.pk if there else _made(told)


def _made(told: dict[str, Any]) -> UUID:
    if not os.environ.get(OWNER):
        raise Trouble(f"Agencies are made by the database's owner: set {OWNER} as `alongside prepare` printed it.")
    made = uuid7()
    with psycopg.connect(os.environ[OWNER], autocommit=True) as owner:
        owner.execute(
            "insert into agencies_agency (id, name, is_demo, zone, jurisdiction) values (%s, %s, true, %s, %s)",
            [made, told["name"], told["zone"], told["jurisdiction"]],
        )
    return made
