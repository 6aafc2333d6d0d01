"""Something is different, tokens, and what they were exchanged for."""

import alongside.foundation.ids
import alongside.foundation.tenancy
import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

from alongside.foundation import walls


class Migration(migrations.Migration):

    dependencies = [
        ('behaviour', '0002_walls'),
        ('people', '0002_walls'),
        ('plans', '0003_reinforcers'),
        ('sessions', '0002_walls'),
        ('workforce', '0002_walls'),
    ]

    operations = [
        migrations.CreateModel(
            name='Exchange',
            fields=[
                ('id', models.UUIDField(default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agency_id', models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False)),
                ('cost', models.IntegerField(help_text='tokens, as it was agreed then')),
                ('at', models.DateTimeField(help_text='by the clock of the device')),
                ('received_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('client', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='people.client')),
                ('reinforcer', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='plans.reinforcer')),
                ('session', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='sessions.session')),
                ('staff', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='workforce.staff')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.UUIDField(default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agency_id', models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False)),
                ('area', models.TextField()),
                ('words', models.TextField(blank=True, default='')),
                ('at', models.DateTimeField(help_text='by the clock of the device')),
                ('received_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('client', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='people.client')),
                ('session', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='sessions.session')),
                ('staff', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='workforce.staff')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Token',
            fields=[
                ('id', models.UUIDField(default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agency_id', models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False)),
                ('count', models.IntegerField()),
                ('words', models.TextField(blank=True, default='')),
                ('at', models.DateTimeField(help_text='by the clock of the device')),
                ('received_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('client', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='people.client')),
                ('session', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='sessions.session')),
                ('staff', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='workforce.staff')),
                ('target', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='plans.target')),
            ],
            options={
                'abstract': False,
            },
        ),
        walls.tenant("behaviour_notice"),
        walls.points("behaviour_notice", "session_id", at="sessions_session"),
        walls.points("behaviour_notice", "client_id", at="people_client"),
        walls.points("behaviour_notice", "staff_id", at="workforce_staff"),
        walls.tenant("behaviour_token"),
        walls.points("behaviour_token", "session_id", at="sessions_session"),
        walls.points("behaviour_token", "client_id", at="people_client"),
        walls.points("behaviour_token", "staff_id", at="workforce_staff"),
        walls.tenant("behaviour_exchange"),
        walls.points("behaviour_exchange", "session_id", at="sessions_session"),
        walls.points("behaviour_exchange", "client_id", at="people_client"),
        walls.points("behaviour_exchange", "staff_id", at="workforce_staff"),
        walls.points("behaviour_token", "target_id", at="plans_target"),
        walls.points("behaviour_exchange", "reinforcer_id", at="plans_reinforcer"),
        walls.checked("behaviour_token", "token_some", "count <> 0"),
        walls.checked("behaviour_exchange", "exchange_cost", "cost >= 0"),
        walls.permanent("behaviour_notice"),
        walls.permanent("behaviour_token"),
        walls.permanent("behaviour_exchange"),
    ]
