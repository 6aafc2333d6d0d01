"""Releases and orders have one home beside the other consents: they move to it with their ids, and sendings point there."""

import django.db.models.deletion
from django.db import migrations, models

from alongside.foundation import walls

MOVED = """
insert into consents_consent (id, agency_id, client_id, what, given, contact_id, by_whom, way, words, reader,
    recipient, decided_on, begins_on, until, staff_id, at)
select id, agency_id, client_id, basis, true, null, given_by, 'paper', '', reader, recipient,
    least(began_on, at::date), began_on, ended_on - 1, staff_id, at
from reports_release
"""
ENDED = """
insert into consents_end (id, agency_id, consent_id, client_id, reason, staff_id, at)
select gen_random_uuid(), r.agency_id, r.id, r.client_id, r.withdrawn_because, coalesce(
    (select v.staff_id from foundation_revision v where v.agency_id = r.agency_id and v.subject = 'reports.Release'
        and v.subject_id = r.id and v.after ? 'withdrawn_at' order by v.at desc limit 1), r.staff_id), r.withdrawn_at
from reports_release r where r.withdrawn_at is not null
"""
OPEN = ("consents_consent", "consents_end", "reports_release", "reports_sending", "foundation_revision")


class Migration(migrations.Migration):
    dependencies = [("consents", "0002_walls"), ("foundation", "0002_walls"), ("reports", "0002_walls")]
    operations = [
        *walls.opened(
            OPEN,
            walls.backfill(MOVED, rows="select count(*) from reports_release"),
            walls.backfill(ENDED, rows="select count(*) from reports_release where withdrawn_at is not null"),
            migrations.RunSQL(
                "alter table reports_sending drop constraint reports_sending_release_id_here",
                "alter table reports_sending add constraint reports_sending_release_id_here foreign key"
                " (agency_id, release_id) references reports_release (agency_id, id) deferrable initially immediate",
            ),
            walls.points("reports_sending", "release_id", at="consents_consent", index=False),
            migrations.AlterField(
                model_name="sending",
                name="release",
                field=models.ForeignKey(
                    db_constraint=False, db_index=False, null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING, related_name="+", to="consents.consent",
                ),
            ),
        ),
        migrations.DeleteModel("Release"),
    ]  # fmt: skip
