"""The application serves only under a role that cannot step over the walls."""

from typing import Any

from .troubles import Trouble

QUESTION = """
    select current_user, session_user, r.rolsuper, r.rolbypassrls,
      (select string_agg(c.relname, ', ' order by c.relname) from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
          and pg_has_role(current_user, c.relowner, 'member')),
      (select string_agg(o.rolname, ', ' order by o.rolname) from pg_roles o
        where (o.rolsuper or o.rolbypassrls) and o.rolname <> current_user
          and pg_has_role(current_user, o.oid, 'member'))
    from pg_roles r where r.rolname = current_user
"""


def refuse_if_powerful(connection: Any) -> None:
    """Raise `Trouble` when the connection's role is a superuser, goes past row security or owns a table.

    Also when it may become such a role. `connection` is a Django connection or psycopg's.
    """
    with connection.cursor() as cursor:
        cursor.execute(QUESTION)
        role, session, superuser, bypasses, owned, could_be = cursor.fetchone()
    faults = [
        (superuser, "is a superuser"),
        (bypasses, "may go past row-level security"),
        (owned, f"owns tables ({(owned or '')[:80]})"),
        (could_be, f"may become {could_be}"),
        (role != session, f"was put on by {session}"),
    ]
    found = [words for wrong, words in faults if wrong]
    if found:
        raise Trouble(
            f"Alongside does not serve as the database role {role}, which {' and '.join(found)}:"
            f" give it the address of alongside_app, as `alongside prepare` printed it."
        )
