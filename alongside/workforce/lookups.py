"""Small facts about staff for the floors above."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import UUIDField
from django.db.models.expressions import RawSQL

from alongside.foundation import reference, tenancy
from alongside.foundation.planned import planned
from alongside.foundation.policy import Actor
from alongside.workforce.models import Role, Seat, Staff, Supervision

ACTOR = """
with here as (select id, zone, (coalesce(%(as_of)s::timestamptz, now()) at time zone zone)::date as today
              from agencies_agency where id = nullif(current_setting('alongside.agency', true), '')::uuid)
select s.agency_id, s.id, coalesce(nullif(p.preferred_name, ''), p.legal_given), p.legal_family, s.credential, a.zone,
       array(select role from workforce_role r where r.staff_id = s.id
             and r.began_on <= a.today and (r.ended_on is null or r.ended_on > a.today) order by role),
       array(select v.supervisee_id from workforce_supervision v
             where v.began_on <= a.today and (v.ended_on is null or v.ended_on > a.today)
               and v.supervisor_id = any(array(
                    select s.id union all select c.absent_id from workforce_cover c
                    where c.stand_in_id = s.id and c.began_on <= a.today and c.ends_on >= a.today)))
from workforce_staff s
join parties_party p on p.id = s.party_id
join here a on a.id = s.agency_id
where s.id = %(staff)s and s.began_on <= a.today and (s.ended_on is null or s.ended_on > a.today)
  and (%(account)s::uuid is null or exists (
       select from workforce_seat t where t.staff_id = s.id and t.account_id = %(account)s and t.ended_at is null))
"""


def actor(staff_id: UUID, *, account_id: UUID | None = None, as_of: datetime | None = None) -> Actor | None:
    """The actor a member of staff is today, or was at a moment, with dated roles, supervisees and those covered.

    None when ended. With an account, only while that account has a seat here. One statement.
    """
    with planned() as cursor:
        cursor.execute(ACTOR, {"staff": staff_id, "account": account_id, "as_of": as_of})
        row = cursor.fetchone()
    if row is None:
        return None
    agency_id, staff, given, family, credential, zone, roles, supervises = row
    return Actor(
        agency_id=agency_id, staff_id=staff, account_id=account_id, name=f"{given} {family}".strip(),
        credential=credential, roles=tuple(roles), supervises=frozenset(supervises), zone=zone, as_of=as_of,
        grants={(r, v): g for (r, v), g in reference.grants().items() if r in roles},
    )  # fmt: skip


def mail_address(staff_id: UUID) -> str | None:
    """Where mail for a member of staff goes: the address they sign in with, while they have a seat."""
    seat = Seat.objects.filter(staff_id=staff_id, ended_at=None).select_related("account").first()
    return seat.account.email if seat else None


def accounts_of(staff_id: UUID) -> list[UUID]:
    """The accounts that ever had a seat as this member of staff: whose sessions to end when the work ends."""
    return list(Seat.objects.filter(staff_id=staff_id).values_list("account_id", flat=True).distinct())


def names(staff_ids: Iterable[UUID | None]) -> dict[UUID, str]:
    """The names of members of staff, as shown. One statement."""
    some = Staff.objects.filter(pk__in=[pk for pk in staff_ids if pk]).select_related("party")
    return {staff.pk: staff.party.name for staff in some}


def appointed_roles() -> dict[str, str]:
    """Roles that somebody can be given, and what they are called."""
    roles = reference.load("roles")["role"].items()
    return {key: role["name"] for key, role in roles if role.get("appointed", True)}


def has_admin() -> bool:
    """Whether somebody is, was or will be administrator here."""
    return Role.objects.filter(role="admin").exists()


def is_last_admin(staff_id: UUID) -> bool:
    """Whether nobody else is administrator. Locks these roles, so that two do not leave at once."""
    held = Role.objects.select_for_update(no_key=True, of=("self",)).filter(role="admin", ended_on=None)
    admins = {role.staff_id for role in held.filter(staff__ended_on=None)}
    return admins == {staff_id}


def supervisors_by_supervisee() -> dict[UUID, set[UUID]]:
    """Who supervises each member of staff, now or later. One statement."""
    above: dict[UUID, set[UUID]] = {}
    for row in Supervision.objects.filter(ended_on=None):
        above.setdefault(row.supervisee_id, set()).add(row.supervisor_id)
    return above


SUPERVISORS = """
with here as (select (now() at time zone zone)::date as today from agencies_agency
              where id = nullif(current_setting('alongside.agency', true), '')::uuid),
     straight as (select v.supervisor_id as id from workforce_supervision v, here
                  where v.supervisee_id = %s and v.began_on <= here.today
                    and (v.ended_on is null or v.ended_on > here.today))
select id from straight
union
select c.stand_in_id from workforce_cover c join straight on c.absent_id = straight.id, here
where c.began_on <= here.today and c.ends_on >= here.today
"""


def supervisors_of(staff_id: UUID) -> list[UUID]:
    """Who supervises somebody today, and who covers for them today. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(SUPERVISORS, [staff_id])
        return [row[0] for row in cursor.fetchall()]


STAND_INS = """
select c.stand_in_id from workforce_cover c join agencies_agency a on a.id = c.agency_id
join workforce_staff s on s.agency_id = c.agency_id and s.id = c.stand_in_id
where c.absent_id = %s and c.began_on <= (now() at time zone a.zone)::date
  and c.ends_on >= (now() at time zone a.zone)::date
  and (s.ended_on is null or s.ended_on > (now() at time zone a.zone)::date)
"""


def stand_ins_of(staff_id: UUID) -> list[UUID]:
    """Who stands in for somebody today. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(STAND_INS, [staff_id])
        return [row[0] for row in cursor.fetchall()]


ALL_WHO_MAY = """
with here as (select (now() at time zone zone)::date as today from agencies_agency
              where id = nullif(current_setting('alongside.agency', true), '')::uuid)
select distinct s.id
from workforce_role r join workforce_staff s on s.agency_id = r.agency_id and s.id = r.staff_id, here
where r.role = any(%(roles)s) and r.began_on <= here.today and (r.ended_on is null or r.ended_on > here.today)
  and (s.ended_on is null or s.ended_on > here.today)
"""

WHO_MAY = """
with here as (select (now() at time zone zone)::date as today from agencies_agency
              where id = nullif(current_setting('alongside.agency', true), '')::uuid)
select coalesce(nullif(p.preferred_name, ''), p.legal_given)
from workforce_role r join workforce_staff s on s.agency_id = r.agency_id and s.id = r.staff_id
join parties_party p on p.agency_id = s.agency_id and p.id = s.party_id, here
where r.role = any(%(roles)s) and s.id <> %(but)s
  and r.began_on <= here.today and (r.ended_on is null or r.ended_on > here.today)
  and (s.ended_on is null or s.ended_on > here.today)
order by array_position(%(roles)s, r.role), r.began_on, r.id limit 1
"""


def all_who_may(verb: str) -> list[UUID]:
    """Everybody whose role of today lets them do this to anything here. One statement."""
    granted = [role for (role, v), relations in reference.grants().items() if v == verb and "agency" in relations]
    with connection.cursor() as cursor:
        cursor.execute(ALL_WHO_MAY, {"roles": granted})
        return [row[0] for row in cursor.fetchall()]


def who_may(verb: str, *, but: UUID) -> str:
    """The name to call of somebody who may do this to anything here, other than `but`; "" when nobody may.

    Asked first are those whose role exists for it: the scheduler before supervisors and directors.
    """
    granted = [role for (role, v), relations in reference.grants().items() if v == verb and "agency" in relations]
    first = ["scheduler", "supervisor", "director"]
    roles = sorted(granted, key=lambda role: first.index(role) if role in first else len(first))
    with connection.cursor() as cursor:
        cursor.execute(WHO_MAY, {"roles": roles, "but": but})
        row = cursor.fetchone()
    return row[0] if row else ""


def seats(account_id: UUID) -> list[tuple[UUID, UUID]]:
    """(agency, staff) of the account's seats that this transaction may see; all of them under tenancy.as_account."""
    rows = Seat.objects.filter(account_id=account_id, ended_at=None)
    return list(rows.values_list("agency_id", "staff_id"))


def seated_elsewhere(account_id: UUID) -> bool:
    """Whether the account has a seat in another agency too. Sees nothing of them but that they are there.

    Locks the account's row, so that two agencies do not both find that there is none.
    """
    here = tenancy.current()
    with connection.cursor() as cursor:
        cursor.execute("select from accounts_account where id = %s for update", [account_id])
    with tenancy.also_as(account_id):
        return any(agency_id != here for agency_id, _ in seats(account_id))


SUPERVISOR = """
select v.supervisor_id from workforce_supervision v, agencies_agency a
where a.id = v.agency_id and v.supervisee_id = %s
  and v.began_on <= (now() at time zone a.zone)::date
  and (v.ended_on is null or v.ended_on > (now() at time zone a.zone)::date)
order by v.began_on desc, v.id limit 1
"""


def supervisor_of(staff_id: UUID) -> UUID | None:
    """Who supervises somebody today; the newest arrangement when there are several. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(SUPERVISOR, [staff_id])
        row = cursor.fetchone()
    return row[0] if row else None


def supervisor_today(staff_id: UUID) -> RawSQL:
    """What `supervisor_of` answers, as part of a statement that writes it down."""
    return RawSQL(f"({SUPERVISOR})", [staff_id], output_field=UUIDField())


def is_seated(account_id: UUID) -> bool:
    """Whether the account has a seat anywhere. For the command line, outside every agency."""
    with tenancy.as_account(account_id):
        return bool(seats(account_id))
