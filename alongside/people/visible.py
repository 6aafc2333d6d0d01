"""Which clients an actor may find, in SQL: one statement shows and counts only these."""

from typing import Any

from alongside.foundation.policy import Actor
from alongside.people.lookups import reach

NEAR = """
select t.client_id from people_teamplace t where t.staff_id = any(%(near)s)
   and t.began_on <= %(today)s and (t.ended_on is null or t.ended_on > %(today)s)
union
select g.client_id from people_glass g where %(glass)s and g.staff_id = %(me)s and g.until > now()
"""


def bounds(actor: Actor, verb: str, today: Any) -> tuple[bool, dict[str, Any]]:
    """Whether everybody is visible, and the values of NEAR."""
    how = reach(actor, verb)
    return how.everybody, {"near": list(how.near), "glass": how.glass, "me": actor.staff_id, "today": today}
