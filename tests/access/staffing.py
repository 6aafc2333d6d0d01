"""The nine roles, each held by one person, and the people around them whose clients they may or may not see."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from alongside.accounts.models import Account
from alongside.foundation.moments import today
from alongside.workforce import actions as workforce
from alongside.workforce import queries
from tests.access import devices
from tests.cast import SINCE, Cast, actor_of

CAST = {
    "tss": "rosa", "supervisor": "imani", "nurse": "nadia", "director": "amara", "quality": "quinn",
    "scheduler": "dev", "admin": "ada",
}  # fmt: skip
HIRED = {"senior_tss": ("Sena", "senior_tss"), "hr": ("Harriet", "hr"), "covering": ("Una", "supervisor")}


@dataclass
class Staffing:
    """`holders`: role -> staff. Kit is supervised by every holder, Lou by Greta for whom every holder covers today.

    Ben and Nell are nobody's; Una supervises without a license and covers for her own supervisor. `rows`: staff -> ids
    of what is dated about them.
    """

    holders: dict[str, UUID]
    accounts: dict[str, UUID]
    ben: UUID
    hana: UUID
    kit: UUID
    lou: UUID
    nell: UUID
    una: UUID
    rows: dict[UUID, dict[str, UUID]] = field(default_factory=dict)


def staffed(cast: Cast) -> Staffing:
    """Hire whoever the cast lacks, and let everybody supervise Kit and cover for Greta."""
    agency = cast.agency
    ada = actor_of(cast.staff["ada"])

    def hire(given: str, role: str, credential: str = "") -> UUID:
        person = {"given": given, "family": "Access", "credential": credential, "began_on": SINCE}
        staff = workforce.hire(by=ada, on=agency, **person).pk
        workforce.give_role(by=ada, on=staff, role=role, began_on=SINCE)
        return staff

    holders = {role: cast.staff[who] for role, who in CAST.items()}
    accounts = {role: cast.accounts[who] for role, who in CAST.items()}
    for who, (given, role) in HIRED.items():
        holders[who] = hire(given, role)
        accounts[who] = Account.objects.create(email=f"{who}.{uuid4().hex[:8]}@example.test").pk
        workforce.seat(by=ada, on=holders[who], account_id=accounts[who])
    una = holders.pop("covering")
    for row in queries.see(by=ada, on=holders["tss"]).supervisors:  # or every client of hers would be a supervisee's
        workforce.end_supervision(by=ada, on=row.id)
    greta = hire("Greta", "supervisor", credential="LPC")
    kit, lou, nell = (hire(given, "tss") for given in ("Kit", "Lou", "Nell"))
    workforce.supervise(by=ada, on=lou, supervisor=greta, began_on=SINCE)
    gwen = hire("Gwen", "supervisor", credential="LPC")
    workforce.supervise(by=ada, on=una, supervisor=gwen, began_on=SINCE)
    workforce.cover(by=ada, on=gwen, stand_in=una, **_around_today(ada))
    for role, holder in holders.items():
        by = actor_of(holders["hr"]) if role == "admin" else ada
        workforce.supervise(by=by, on=kit, supervisor=holder, began_on=SINCE)
        workforce.cover(by=by, on=greta, stand_in=holder, **_around_today(ada))
    found = Staffing(holders, accounts, cast.staff["ben"], cast.staff["hana"], kit, lou, nell, una)
    found.rows = {staff: rows_of(ada, staff, nell) for staff in (*holders.values(), kit, found.ben)}
    return found


def _around_today(by: Any) -> dict[str, Any]:
    day = today(by.zone)
    return {"began_on": day - timedelta(days=1), "ends_on": day + timedelta(days=2)}


def rows_of(by: Any, staff: UUID, stand_in: UUID) -> dict[str, UUID]:
    """One role, one supervision and one cover that a page of this person shows; those to come change nothing today."""
    later = today(by.zone) + timedelta(days=60)
    other = actor_of(staff) if staff == by.staff_id else by
    cover = workforce.cover(by=other, on=staff, stand_in=stand_in, began_on=later, ends_on=later)
    page = queries.see(by=by, on=staff)
    return {
        "staff": staff, "device": devices.device(staff), "role_row": page.roles[0].id, "cover_row": cover.pk,
        "supervision_row": [*page.supervisors, *page.supervisees][0].id,
    }  # fmt: skip
