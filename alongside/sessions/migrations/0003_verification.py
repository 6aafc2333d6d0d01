"""Evidence of when and where a visit began and ended."""

import alongside.foundation.ids
import alongside.foundation.tenancy
import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

from alongside.foundation import walls


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0002_walls'),
        ('sessions', '0002_walls'),
        ('workforce', '0002_walls'),
    ]

    operations = [
        migrations.CreateModel(
            name='Verification',
            fields=[
                ('id', models.UUIDField(default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agency_id', models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False)),
                ('moment', models.TextField(choices=[('begin', 'begin'), ('end', 'end')])),
                ('how', models.TextField(help_text='reference/visits.toml, verification.hows')),
                ('latitude', models.FloatField(null=True)),
                ('longitude', models.FloatField(null=True)),
                ('accuracy_m', models.FloatField(null=True)),
                ('device_at', models.DateTimeField(help_text='by the clock of the device')),
                ('exception', models.TextField(blank=True, default='', help_text='reference/visits.toml, verification.exceptions')),
                ('reason', models.TextField(blank=True, default='')),
                ('received_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('client', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='people.client')),
                ('session', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='sessions.session')),
                ('staff', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='workforce.staff')),
            ],
            options={
                'abstract': False,
            },
        ),
        walls.tenant("sessions_verification"),
        walls.points("sessions_verification", "session_id", at="sessions_session", index=False),
        walls.points("sessions_verification", "client_id", at="people_client"),
        walls.points("sessions_verification", "staff_id", at="workforce_staff"),
        walls.unique("sessions_verification", "verification_once", "session_id, moment, how"),
        walls.checked("sessions_verification", "verification_on_earth", "abs(latitude) <= 90 and abs(longitude) <= 180"),
        walls.checked("sessions_verification", "verification_place_whole", "(latitude is null) = (longitude is null)"),
        walls.permanent("sessions_verification"),
    ]
