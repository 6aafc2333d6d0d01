"""`alongside found`: an agency, its first administrator, and the link by which that person sets up how to sign in."""

import argparse
import os
from uuid import UUID

import psycopg

from alongside.accounts import invitations
from alongside.foundation import tenancy
from alongside.foundation.errors import Unacceptable
from alongside.foundation.ids import uuid7
from alongside.foundation.messages import say
from alongside.foundation.moments import is_zone
from alongside.project.invite import ADDRESS, told
from alongside.project.troubles import Trouble
from alongside.workforce.founding import found
from alongside.workforce.lookups import is_seated


def main(words: list[str]) -> int:
    options = _options(words)
    if not is_zone(options.zone):
        raise Trouble(f"{options.zone} is no time zone. Use a name such as America/New_York.")
    account_id = invitations.account_for(options.email)
    if is_seated(account_id):
        raise Trouble(f"{options.email} signs in here already: found the agency with another address.")
    agency = _agency(options)
    try:
        with tenancy.inside(agency):
            found(given=options.given, family=options.family, account_id=account_id)
    except Unacceptable as no:
        _without(agency)
        raise Trouble(" ".join(say(fault.code, **fault.values) for fault in no.faults)) from no
    print(told(invitations.invite(account_id), options.address))
    return 0


def _options(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="alongside found", description=__doc__)
    parser.add_argument("name", help="what the agency is called")
    parser.add_argument("email", help="the address of its first administrator")
    parser.add_argument("--given", required=True, help="the administrator's given name")
    parser.add_argument("--family", default="", help="and family name")
    parser.add_argument("--zone", default="America/New_York", help="IANA time zone")
    parser.add_argument("--jurisdiction", default="US-PA", help="ISO 3166-2 code whose rules apply")
    parser.add_argument("--address", default=ADDRESS, help="where this installation is reached")
    return parser.parse_args(words)


def _agency(options: argparse.Namespace) -> UUID:
    """Agencies are made by the owner: the application may only read them."""
    made = uuid7()
    with _as_owner() as owner:
        owner.execute(
            "insert into agencies_agency (id, name, is_demo, zone, jurisdiction) values (%s, %s, false, %s, %s)",
            [made, options.name, options.zone, options.jurisdiction],
        )
    return made


def _without(agency: UUID) -> None:
    """Nothing half-made: an agency without an administrator is nobody's."""
    with _as_owner() as owner:
        owner.execute("delete from agencies_agency where id = %s", [agency])


def _as_owner() -> psycopg.Connection:
    url = os.environ.get("ALONGSIDE_OWNER_DATABASE_URL")
    if not url:
        raise Trouble("Set ALONGSIDE_OWNER_DATABASE_URL as `alongside prepare` printed it: the owner makes agencies.")
    return psycopg.connect(url, autocommit=True)
