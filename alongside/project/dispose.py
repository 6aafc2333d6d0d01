"""`alongside dispose`: carry out every disposal that two people confirmed, each whole or not at all."""

import argparse
import os
from uuid import UUID

import psycopg

from alongside.agencies.lookups import every_agency, name
from alongside.foundation import tenancy
from alongside.people.lookups import confirmed_disposals
from alongside.project.disposing import carry_out
from alongside.project.troubles import Trouble


def main(words: list[str]) -> int:
    """0 when everything confirmed was carried out, also when there was nothing; 1 when one was refused."""
    parser = argparse.ArgumentParser(prog="alongside dispose", description=__doc__)
    parser.add_argument("--check", action="store_true", help="only tell what would be carried out")
    check = parser.parse_args(words).check
    url = os.environ.get("ALONGSIDE_DISPOSAL_DATABASE_URL")
    if not url and not check:
        raise Trouble("Set ALONGSIDE_DISPOSAL_DATABASE_URL as `alongside prepare` printed it: its role disposes.")
    return int(not all([_of(agency, url if not check else None) for agency in every_agency()]))


def _of(agency: UUID, url: str | None) -> bool:
    with tenancy.inside(agency):
        waiting = confirmed_disposals()
    if not waiting:
        print(f"{name(agency)}: nothing is confirmed and waits.")
    return all([_carried_out(agency, id, number, url) for id, number in waiting])


def _carried_out(agency: UUID, disposal_id: UUID, number: int, url: str | None) -> bool:
    """One certificate. What the database refuses is told, and the others go on."""
    if url is None:
        print(f"{name(agency)}: certificate {number} would be carried out.")
        return True
    try:
        counts = carry_out(url, agency, disposal_id)
    except (Trouble, psycopg.errors.IntegrityError) as refused:
        print(f"{name(agency)}: certificate {number} was not carried out: {str(refused).splitlines()[0]}")
        return False
    gone = sum(counts.values()) if counts else 0
    print(f"{name(agency)}: certificate {number}: {gone} rows of the record are gone.")
    return True
