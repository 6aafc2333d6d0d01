"""Which life of the database this is: another text after most ways of putting it back (docs/field-protocol.md, 4).

The cluster and its timeline tell another server and a recovery in time; the database, the table and its file tell a
dump restored, or a copy made, within one cluster. A life that begins too often costs traffic alone: nothing happens
twice.
A copy of the disk put back looks as it did before; that each device finds out by its `turn`.
"""

from django.db import connection

EPOCH = """(select encode(sha256(convert_to(concat_ws('-', c.system_identifier, p.timeline_id, d.oid, t.oid,
    pg_relation_filenode(t.oid)), 'UTF8')), 'hex')
    from pg_control_system() c, pg_control_checkpoint() p, pg_database d, pg_class t
    where d.datname = current_database() and t.oid = 'field_receipt'::regclass)"""


def epoch() -> str:
    """As every answer names it. One statement, and of no agency."""
    with connection.cursor() as cursor:
        cursor.execute(f"select {EPOCH}")
        [found] = cursor.fetchone()
    return str(found)
