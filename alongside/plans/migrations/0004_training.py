"""Who was trained on a version of a plan."""

import alongside.foundation.ids
import alongside.foundation.tenancy
import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

from alongside.foundation import walls


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0003_alert_kinds'),
        ('plans', '0003_reinforcers'),
        ('workforce', '0002_walls'),
    ]

    operations = [
        migrations.CreateModel(
            name='Training',
            fields=[
                ('id', models.UUIDField(default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agency_id', models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False)),
                ('trained_as', models.TextField(help_text="the trainer's name and credential, as printed then")),
                ('hows', models.JSONField(help_text='keys of reference/readiness.toml')),
                ('competent', models.BooleanField(help_text='can do it; false: needs more practice')),
                ('remark', models.TextField(blank=True, default='')),
                ('done_on', models.DateField()),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('client', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='people.client')),
                ('staff', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='workforce.staff')),
                ('trainer', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='workforce.staff')),
                ('version', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='plans.planversion')),
            ],
            options={
                'abstract': False,
            },
        ),
        walls.tenant("plans_training"),
        walls.points("plans_training", "version_id", at="plans_planversion"),
        walls.points("plans_training", "client_id", at="people_client", index=False),
        walls.points("plans_training", "staff_id", at="workforce_staff"),
        walls.points("plans_training", "trainer_id", at="workforce_staff", index=False),
        walls.permanent("plans_training"),
    ]
