"""What is done for the objectives of a version."""

import alongside.foundation.ids
import alongside.foundation.tenancy
import django.db.models.deletion
from django.db import migrations, models

from alongside.foundation import walls
from alongside.plans.migrations import _promises as promises


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0003_alert_kinds'),
        ('plans', '0006_signing'),
    ]

    operations = [
        migrations.CreateModel(
            name='InterventionLine',
            fields=[
                ('id', models.UUIDField(default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agency_id', models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False)),
                ('number', models.IntegerField()),
                ('what', models.TextField()),
                ('who', models.TextField(blank=True, default='', help_text='role or name')),
                ('times_a_week', models.IntegerField(null=True)),
                ('minutes', models.IntegerField(help_text='of one time', null=True)),
                ('setting', models.TextField(blank=True, default='')),
                ('objective', models.TextField(blank=True, default='')),
                ('client', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='people.client')),
                ('version', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='plans.planversion')),
            ],
            options={
                'abstract': False,
            },
        ),
        walls.tenant("plans_interventionline", grants="select, insert, update, delete"),
        walls.points("plans_interventionline", "version_id", at="plans_planversion"),
        walls.points("plans_interventionline", "client_id", at="people_client"),
        promises.sealed_lines("plans_interventionline"),
    ]
