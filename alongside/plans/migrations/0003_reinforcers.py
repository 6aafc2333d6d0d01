"""What a client works for, and what preference assessments found."""

import alongside.foundation.ids
import alongside.foundation.tenancy
import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

from alongside.foundation import walls


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0002_walls'),
        ('plans', '0002_walls'),
        ('workforce', '0002_walls'),
    ]

    operations = [
        migrations.CreateModel(
            name='Preference',
            fields=[
                ('id', models.UUIDField(default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agency_id', models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False)),
                ('method', models.TextField(help_text='key in reference/reinforcement.toml')),
                ('done_on', models.DateField()),
                ('ranked', models.JSONField(help_text='names, the most preferred first')),
                ('remark', models.TextField(blank=True, default='')),
                ('received_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('client', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='people.client')),
                ('staff', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='workforce.staff')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Reinforcer',
            fields=[
                ('id', models.UUIDField(default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agency_id', models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False)),
                ('text', models.TextField()),
                ('cost', models.IntegerField(default=0, help_text='tokens; 0 is given without any')),
                ('schedule', models.TextField(help_text='key in reference/reinforcement.toml')),
                ('every', models.IntegerField(help_text='responses or minutes, as the schedule counts', null=True)),
                ('began_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('ended_at', models.DateTimeField(null=True)),
                ('added_by', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='workforce.staff')),
                ('client', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='people.client')),
                ('ended_by', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='workforce.staff')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('cost__gte', 0)), name='reinforcer_cost'), models.CheckConstraint(condition=models.Q(('every__isnull', True), ('every__gte', 1), _connector='OR'), name='reinforcer_every')],
            },
        ),
        walls.tenant("plans_reinforcer"),
        walls.points("plans_reinforcer", "client_id", at="people_client"),
        walls.points("plans_reinforcer", "added_by_id", at="workforce_staff"),
        walls.points("plans_reinforcer", "ended_by_id", at="workforce_staff"),
        walls.tenant("plans_preference"),
        walls.points("plans_preference", "client_id", at="people_client"),
        walls.points("plans_preference", "staff_id", at="workforce_staff"),
        walls.unique("plans_reinforcer", "reinforcer_once", "client_id, text, cost", "ended_at is null"),
        walls.permanent("plans_preference"),
    ]
