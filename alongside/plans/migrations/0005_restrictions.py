"""Restrictive procedures as lines of a version, and who agreed to them until when."""

import alongside.foundation.ids
import alongside.foundation.tenancy
import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

from alongside.foundation import walls
from alongside.plans.migrations import _promises as promises

LINES = ("plans_restrictionline", "plans_triedline")


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0003_alert_kinds'),
        ('plans', '0004_training'),
        ('workforce', '0002_walls'),
    ]

    operations = [
        migrations.CreateModel(
            name='Restriction',
            fields=[
                ('id', models.UUIDField(default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agency_id', models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False)),
                ('made_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('client', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='people.client')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RestrictionLine',
            fields=[
                ('id', models.UUIDField(default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agency_id', models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False)),
                ('number', models.IntegerField()),
                ('kind', models.TextField(help_text='key in reference/restrictive.toml')),
                ('what', models.TextField()),
                ('when', models.TextField(blank=True, default='')),
                ('why', models.TextField(blank=True, default='')),
                ('minutes', models.IntegerField(help_text='the longest that one use may last', null=True)),
                ('times_a_day', models.IntegerField(null=True)),
                ('who', models.TextField(blank=True, default='')),
                ('training', models.TextField(blank=True, default='')),
                ('ends_when', models.TextField(blank=True, default='')),
                ('fading', models.TextField(blank=True, default='')),
                ('review_days', models.IntegerField(null=True)),
                ('client', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='people.client')),
                ('restriction', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='plans.restriction')),
                ('version', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='plans.planversion')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TriedLine',
            fields=[
                ('id', models.UUIDField(default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agency_id', models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False)),
                ('number', models.IntegerField()),
                ('what', models.TextField()),
                ('began_on', models.DateField(null=True)),
                ('ended_on', models.DateField(null=True)),
                ('result', models.TextField(blank=True, default='')),
                ('client', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='people.client')),
                ('restriction', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='plans.restriction')),
                ('version', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='plans.planversion')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Approval',
            fields=[
                ('id', models.UUIDField(default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agency_id', models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False)),
                ('gate', models.TextField(choices=[('committee', 'committee'), ('prescriber', 'prescriber'), ('consent', 'consent')])),
                ('agreed_by', models.TextField(help_text='name of who agreed')),
                ('capacity', models.TextField(help_text='as what: chair of the committee, physician, mother')),
                ('decided_on', models.DateField()),
                ('expires_on', models.DateField(help_text='the last day on which it holds')),
                ('paper', models.TextField(blank=True, default='', help_text='where the signed paper is')),
                ('wording', models.TextField(help_text='SHA-256 of the procedure as worded, hex')),
                ('noted_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('withdrawn_on', models.DateField(null=True)),
                ('withdrawn_because', models.TextField(blank=True, default='')),
                ('client', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='people.client')),
                ('noted_by', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='workforce.staff')),
                ('restriction', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='plans.restriction')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('expires_on__gte', models.F('decided_on'))), name='approval_dates')],
            },
        ),
        *[walls.tenant(line, grants="select, insert, update, delete") for line in LINES],
        walls.tenant("plans_restriction"),
        walls.tenant("plans_approval"),
        walls.points("plans_restriction", "client_id", at="people_client"),
        *[
            walls.points(line, column, at=at)
            for line in LINES
            for column, at in (
                ("version_id", "plans_planversion"),
                ("client_id", "people_client"),
                ("restriction_id", "plans_restriction"),
            )
        ],
        walls.points("plans_approval", "restriction_id", at="plans_restriction"),
        walls.points("plans_approval", "client_id", at="people_client"),
        walls.points("plans_approval", "noted_by_id", at="workforce_staff"),
        walls.unique("plans_restrictionline", "restriction_once", "version_id, restriction_id"),
        walls.index("plans_approval", "approval_ending", "expires_on"),
        *[promises.sealed_lines(line) for line in LINES],
        promises.approvals_stand(),
    ]
