"""Consents have one home: what was recorded at intakes moves to it, row by row, with its ids."""

from django.db import migrations

from alongside.foundation import walls

MOVED = """
insert into consents_consent (id, agency_id, client_id, what, given, contact_id, by_whom, way, words, reader,
    recipient, decided_on, begins_on, until, staff_id, at)
select id, agency_id, client_id, what, given, contact_id, by_whom, way, words, '', '', decided_on, decided_on, until,
    staff_id, at
from intake_consent
"""
ENDED = """
insert into consents_end (id, agency_id, consent_id, client_id, reason, staff_id, at)
select id, agency_id, consent_id, client_id, reason, staff_id, at from intake_consentend
"""


class Migration(migrations.Migration):
    dependencies = [("consents", "0002_walls"), ("intake", "0002_walls")]
    operations = [
        *walls.opened(
            ("consents_consent", "consents_end", "intake_consent", "intake_consentend"),
            walls.backfill(MOVED, rows="select count(*) from intake_consent"),
            walls.backfill(ENDED, rows="select count(*) from intake_consentend"),
        ),
        migrations.DeleteModel("ConsentEnd"),
        migrations.DeleteModel("Consent"),
    ]
