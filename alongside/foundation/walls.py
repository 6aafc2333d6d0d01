"""Migration operations for the promises PostgreSQL keeps: the tenant wall, true keys, permanence."""

from collections.abc import Iterable
from typing import Any

from django.db.migrations import RunPython, RunSQL
from django.db.migrations.operations.base import Operation

MINE = "agency_id = nullif(current_setting('alongside.agency', true), '')::uuid"
MY_ACCOUNT = "account_id = nullif(current_setting('alongside.account', true), '')::uuid"


def tenant(table: str, *, grants: str = "select, insert, update") -> RunSQL:
    """Rows of `table` exist only inside their own agency, even for the table's owner; key (agency_id, id)."""
    return _walled(table, MINE, grants)


def tenant_or_account(table: str, *, grants: str = "select, insert, update") -> RunSQL:
    """Seen from inside the agency, and by the account the row names (before an agency is chosen)."""
    return _walled(table, f"({MINE} or {MY_ACCOUNT})", grants, check=MINE)


def _walled(table: str, using: str, grants: str, check: str = "") -> RunSQL:
    return RunSQL(
        f"""alter table {table} enable row level security;
            alter table {table} force row level security;
            create policy own_rows on {table} using ({using}) with check ({check or using});
            create policy certified on {table} as restrictive for delete to alongside_disposal
                using ((select alongside_under_certificate()));
            alter table {table} drop constraint {table}_pkey;
            alter table {table} add constraint {table}_pkey primary key (agency_id, id);
            grant {grants} on {table} to alongside_app;
            grant select on {table} to alongside_backup;
            grant select, delete on {table} to alongside_disposal;""",
        f"""drop policy own_rows on {table};
            drop policy certified on {table};
            alter table {table} drop constraint {table}_pkey;
            alter table {table} add constraint {table}_pkey primary key (id);
            alter table {table} no force row level security, disable row level security;""",
    )


def points(table: str, column: str, at: str, *, index: bool = True) -> RunSQL:
    """A foreign key that respects the wall: (agency_id, column) -> (agency_id, id), with its index."""
    name = f"{table}_{column}"[:50]
    make = f"create index {name}_ix on {table} (agency_id, {column});" if index else ""
    drop = f"drop index if exists {name}_ix;" if index else ""
    return RunSQL(
        f"""alter table {table} add constraint {name}_here foreign key (agency_id, {column})
                references {at} (agency_id, id) deferrable initially immediate; {make}""",
        f"alter table {table} drop constraint {name}_here; {drop}",
    )


def unique(table: str, name: str, columns: str, where: str = "") -> RunSQL:
    """A promise of oneness inside one agency: unique (agency_id, columns) where ..."""
    return RunSQL(
        f"create unique index {name} on {table} (agency_id, {columns}) {f'where {where}' if where else ''}",
        f"drop index {name}",
    )


def permanent(table: str) -> RunSQL:
    """Rows of `table` are written once. Not even a person at psql can quietly change one."""
    return RunSQL(
        f"""create trigger {table}_is_permanent before update or delete on {table}
                for each row execute function alongside_refuse_change();
            create trigger {table}_is_permanent_whole before truncate on {table}
                execute function alongside_refuse_change();
            revoke update, delete, truncate on {table} from alongside_app;""",
        f"""drop trigger {table}_is_permanent on {table};
            drop trigger {table}_is_permanent_whole on {table};""",
    )


def kept(*tables: str) -> RunSQL:
    """Rows of these tables stay when records are disposed of: the ledger, its seals, the certificates."""
    names = ", ".join(tables)
    return RunSQL(f"revoke delete on {names} from alongside_disposal", f"grant delete on {names} to alongside_disposal")


def outside(table: str, *, grants: str) -> RunSQL:
    """A table outside every wall (its reason is in tests/guards/test_walls.py), with the grants it needs."""
    return RunSQL(
        f"""grant {grants} on {table} to alongside_app; grant select on {table} to alongside_backup;""",
        f"revoke all on {table} from alongside_app, alongside_backup;",
    )


def opened(tables: Iterable[str], *operations: Operation) -> list[Operation]:
    """Lift FORCE on `tables` around a backfill or a new key, so that the owner sees every row, and restore it.

    Under FORCE the owner sees no row: a key over violating rows was marked valid, and a backfill said "UPDATE 0".
    """
    names = list(tables)
    lift = "; ".join(f"alter table {t} no force row level security" for t in names)
    put_back = "; ".join(f"alter table {t} force row level security" for t in names)
    return [RunSQL(lift, put_back), *operations, RunSQL(put_back, lift)]


def backfill(sql: str, *, rows: str) -> RunPython:
    """Run `sql`, and fail when it did not touch as many rows as `rows` (a count query) says it must."""

    def run(apps: Any, editor: Any) -> None:
        with editor.connection.cursor() as cursor:
            cursor.execute(rows)
            expected = cursor.fetchone()[0]
            cursor.execute(sql)
            if cursor.rowcount != expected:
                raise RuntimeError(f"backfill touched {cursor.rowcount} of {expected} rows: {sql}")

    return RunPython(run, RunPython.noop)


def index(table: str, name: str, columns: str, where: str = "") -> RunSQL:
    """An index that leads with the agency, as every index here does."""
    return RunSQL(
        f"create index {name} on {table} (agency_id, {columns}) {f'where {where}' if where else ''}",
        f"drop index {name}",
    )


def checked(table: str, name: str, condition: str) -> RunSQL:
    """A promise about each row: its condition is true (or unknown, where a column of it is null)."""
    return RunSQL(
        f"alter table {table} add constraint {name} check ({condition})",
        f"alter table {table} drop constraint {name}",
    )


def dated(table: str, begins: str = "began_on", ends: str = "ended_on") -> RunSQL:
    """What a row says holds from a day to a day; the end is the first day on which it no longer holds."""
    return checked(table, f"{table}_dated", f"{ends} >= {begins}")
