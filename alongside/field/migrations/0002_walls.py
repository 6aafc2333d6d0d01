"""The promises PostgreSQL keeps for what devices hand in."""

from django.db.migrations import Migration

from alongside.foundation import walls

KEPT_TO = {
    "field_device": {"enrolled_by_id": "workforce_staff", "lost_by_id": "workforce_staff"},
    "field_enrolment": {"device_id": "field_device", "staff_id": "workforce_staff"},
    "field_outboxkey": {"device_id": "field_device", "enrolment_id": "field_enrolment"},
    "field_hold": {
        "receipt_id": "field_receipt", "device_id": "field_device", "enrolment_id": "field_enrolment",
        "staff_id": "workforce_staff", "client_id": "people_client",
    },
    "field_decision": {"hold_id": "field_hold", "by_id": "workforce_staff"},
}  # fmt: skip
# Receipts are many: a key without an index of its own, and found by operation or by number.
RECEIPT = {"device_id": "field_device", "enrolment_id": "field_enrolment", "staff_id": "workforce_staff"}


class Migration(Migration):  # type: ignore[no-redef]
    dependencies = [
        ("field", "0001_initial"),
        ("foundation", "0002_walls"),
        ("people", "0002_walls"),
        ("workforce", "0002_walls"),
    ]
    operations = [
        walls.tenant("field_serverkey"),
        walls.tenant("field_device"),
        walls.tenant("field_enrolment"),
        walls.tenant("field_outboxkey"),
        walls.tenant("field_receipt"),
        walls.tenant("field_hold"),
        walls.tenant("field_decision"),
        *(walls.points(table, column, at=at) for table, keys in KEPT_TO.items() for column, at in keys.items()),
        *(walls.points("field_receipt", column, at=at, index=False) for column, at in RECEIPT.items()),
        walls.unique("field_serverkey", "serverkey_once", "(ended_at is null)", "ended_at is null"),
        walls.unique("field_receipt", "receipt_once", "operation_id, digest, turn"),
        walls.unique("field_receipt", "receipt_number_once", "enrolment_id, seq", "claims"),
        walls.unique("field_hold", "hold_once", "operation_id, digest"),
        walls.unique("field_decision", "decision_once", "hold_id"),
        walls.index("field_hold", "hold_unsettled", "enrolment_id, seq", "settled_at is null"),
        walls.checked("field_receipt", "receipt_number", "seq > 0 and turn > 0"),
        walls.checked("field_decision", "decision_says_why", "way = 'applied' or reason <> ''"),
        walls.permanent("field_receipt"),
        walls.permanent("field_decision"),
    ]
