"""Small facts about staff for the floors above."""

from uuid import UUID

from django.db import connection

from alongside.foundation import reference
from alongside.foundation.policy import Actor
from alongside.workforce.models import Seat

ACTOR = """
with here as (select id, zone, (now() at time zone zone)::date as today from agencies_agency
              where id = nullif(current_setting('alongside.agency', true), '')::uuid)
select s.agency_id, s.id, coalesce(nullif(p.preferred_name, ''), p.legal_given), p.legal_family, s.credential, a.zone,
       array(select role from workforce_role r where r.staff_id = s.id
             and r.began_on <= a.today and (r.ended_on is null or r.ended_on > a.today) order by role),
       array(select v.supervisee_id from workforce_supervision v
             where v.began_on <= a.today and (v.ended_on is null or v.ended_on > a.today)
               and (v.supervisor_id = s.id or v.supervisor_id in (
                    select c.absent_id from workforce_cover c
                    where c.stand_in_id = s.id and c.began_on <= a.today and c.ends_on >= a.today)))
from workforce_staff s
join parties_party p on p.id = s.party_id
join here a on a.id = s.agency_id
where s.id = %(staff)s and (s.ended_on is null or s.ended_on > a.today)
  and (%(account)s::uuid is null or exists (
       select from workforce_seat t where t.staff_id = s.id and t.account_id = %(account)s and t.ended_at is null))
"""


def actor(staff_id: UUID, *, account_id: UUID | None = None) -> Actor | None:
    """The actor a member of staff is today, with dated roles, supervisees and those covered; None when ended.

    With an account, only while that account has a seat here. One statement.
    """
    with connection.cursor() as cursor:
        cursor.execute(ACTOR, {"staff": staff_id, "account": account_id})
        row = cursor.fetchone()
    if row is None:
        return None
    agency_id, staff, given, family, credential, zone, roles, supervises = row
    return Actor(
        agency_id=agency_id, staff_id=staff, account_id=account_id, name=f"{given} {family}".strip(),
        credential=credential, roles=tuple(roles), supervises=frozenset(supervises), zone=zone,
        grants={(r, v): g for (r, v), g in reference.grants().items() if r in roles},
    )  # fmt: skip


def mail_address(staff_id: UUID) -> str | None:
    """Where mail for a member of staff goes: the address they sign in with, while they have a seat."""
    seat = Seat.objects.filter(staff_id=staff_id, ended_at=None).select_related("account").first()
    return seat.account.email if seat else None
