"""Small facts about clients for the floors above."""

from typing import Any
from uuid import UUID

from django.db import connection

from alongside.foundation.ledger import client_of
from alongside.foundation.policy import Actor
from alongside.people.banner import Banner, BannerAlert, banner

__all__ = ["Banner", "BannerAlert", "banner", "relations", "to_its_client"]

RELATIONS = """
with here as (select (now() at time zone %(zone)s)::date as today)
select distinct case when t.staff_id = %(me)s then 'team' else 'supervises' end
from people_teamplace t, here
where t.client_id = %(client)s and t.staff_id = any(%(near)s)
  and t.began_on <= here.today and (t.ended_on is null or t.ended_on > here.today)
union all
select 'glass' from people_glass g
where g.client_id = %(client)s and g.staff_id = %(me)s and g.until > now()
"""


def relations(actor: Actor, client_id: UUID) -> frozenset[str]:
    """What the actor is to a client today: team, supervises, glass. One statement."""
    near = [actor.staff_id, *actor.supervises]
    with connection.cursor() as cursor:
        cursor.execute(RELATIONS, {"zone": actor.zone, "me": actor.staff_id, "client": client_id, "near": near})
        return frozenset(name for (name,) in cursor.fetchall())


def to_its_client(actor: Actor, subject: Any) -> frozenset[str]:
    """Relations for a rule on any row that is about one client (or is the client)."""
    client_id = client_of(subject)
    return relations(actor, client_id) if client_id else frozenset()
