"""Clocks that were wrong when something of a visit was recorded."""

import alongside.foundation.ids
import alongside.foundation.tenancy
import django.db.models.deletion
from django.db import migrations, models

from alongside.foundation import walls


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0002_walls'),
        ('sessions', '0003_verification'),
        ('workforce', '0002_walls'),
    ]

    operations = [
        migrations.CreateModel(
            name='ClockOff',
            fields=[
                ('id', models.UUIDField(default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agency_id', models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False)),
                ('record', models.UUIDField(help_text='what was recorded, by the id that the device gave it')),
                ('kind', models.TextField(help_text='what kind of operation it was')),
                ('at', models.DateTimeField(help_text='by the clock of the device')),
                ('ahead_ms', models.BigIntegerField(help_text='about how far that clock was ahead; below none: behind')),
                ('received_at', models.DateTimeField(help_text='when it was handed in, by the clock here')),
                ('client', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='people.client')),
                ('session', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='sessions.session')),
                ('staff', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='workforce.staff')),
            ],
            options={
                'abstract': False,
            },
        ),
        walls.tenant("sessions_clockoff"),
        walls.points("sessions_clockoff", "session_id", at="sessions_session", index=False),
        walls.points("sessions_clockoff", "client_id", at="people_client"),
        walls.points("sessions_clockoff", "staff_id", at="workforce_staff"),
        walls.unique("sessions_clockoff", "clockoff_once", "session_id, record, kind"),
        walls.permanent("sessions_clockoff"),
    ]
