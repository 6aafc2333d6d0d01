"""What PostgreSQL's own catalog says about the walls: each question returns the faults it finds."""

from typing import Any

from django.db import connection

WALLED = """
select c.relname, c.relrowsecurity, c.relforcerowsecurity,
       array(select pg_get_expr(polqual, polrelid) from pg_policy where polrelid = c.oid and polpermissive),
       array(select pg_get_expr(polwithcheck, polrelid) from pg_policy where polrelid = c.oid and polpermissive)
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p') and n.nspname = 'public'
"""
MINE = "nullif(current_setting('alongside.agency'::text, true), ''::text))::uuid"


def rows(sql: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values or None)
        return list(cursor.fetchall())


def unwalled() -> set[str]:
    """Tables without forced row security, or whose policy does not ask for the agency both ways."""
    faults = set()
    for table, enabled, forced, using, check in rows(WALLED):
        asks = all(MINE in (e or "").lower() for e in [*using, *check])
        if not (enabled and forced and using and check and asks):
            faults.add(table)
    return faults


def keys_without_agency() -> set[str]:
    """Foreign keys between walled tables that do not carry the agency on both sides."""
    return {
        name
        for (name,) in rows("""
        select k.conname from pg_constraint k
        join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
        where k.contype = 'f' and f.relrowsecurity and t.relrowsecurity
          and not (exists (select from pg_attribute a where a.attrelid = f.oid
                           and a.attname = 'agency_id' and a.attnum = any(k.conkey))
               and exists (select from pg_attribute a where a.attrelid = t.oid
                           and a.attname = 'agency_id' and a.attnum = any(k.confkey)))
        """)
    }


def columns_without_key(models: list[Any]) -> set[str]:
    """Model foreign keys between agency-owned rows that have no key in the database."""
    held = {
        (table, column)
        for table, column in rows("""
        select c.relname, a.attname from pg_constraint k join pg_class c on c.oid = k.conrelid
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey) where k.contype = 'f'""")
    }
    return {
        f"{m._meta.db_table}.{f.column}"
        for m in models
        for f in m._meta.fields
        if f.is_relation and (m._meta.db_table, f.column) not in held
    }


def indexes_not_led_by_agency() -> set[str]:
    """Indexes of walled tables (unique ones too) whose first column is not the agency."""
    return {
        name
        for (name,) in rows("""
        select i.relname from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
        join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
        where t.relrowsecurity and a.attname <> 'agency_id'
          and exists (select from pg_attribute g where g.attrelid = t.oid and g.attname = 'agency_id')""")
    }


def permanent() -> set[str]:
    """Tables whose rows are written once: both triggers stand, and the application may neither update nor delete."""
    return {
        table
        for (table,) in rows("""
        select c.relname from pg_class c
        where (select count(*) from pg_trigger t where t.tgrelid = c.oid and t.tgenabled = 'O'
               and t.tgname in (c.relname || '_is_permanent', c.relname || '_is_permanent_whole')) = 2
          and not has_table_privilege('alongside_app', c.oid, 'update, delete, truncate')""")
    }


def owned_by_the_application() -> set[str]:
    """Anything the application's role owns; and any way around the wall: definer functions, plain views."""
    return {
        name
        for (name,) in rows("""
        select relname from pg_class where relowner = 'alongside_app'::regrole
        union all select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace
        union all select relname from pg_class where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace
          and not coalesce(reloptions @> '{security_invoker=true}', false)""")
    }
