"""Plan templates of an agency's own, in editions that a second clinician agreed to."""

import alongside.foundation.ids
import alongside.foundation.tenancy
import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

from alongside.foundation import walls
from alongside.plans.migrations import _own_promises as promises


class Migration(migrations.Migration):

    dependencies = [
        ('plans', '0008_school'),
        ('workforce', '0002_walls'),
    ]

    operations = [
        migrations.CreateModel(
            name='OwnEdition',
            fields=[
                ('id', models.UUIDField(default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agency_id', models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False)),
                ('number', models.IntegerField()),
                ('body', models.JSONField(help_text='as a file of reference/plan_templates/')),
                ('base_key', models.TextField(help_text='key of the template that it began as')),
                ('base_edition', models.TextField()),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('made_by', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='workforce.staff')),
                ('worded_by', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='workforce.staff')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OwnDecision',
            fields=[
                ('id', models.UUIDField(default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agency_id', models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False)),
                ('kind', models.TextField(choices=[('agreed', 'agreed'), ('retired', 'retired')])),
                ('decided_as', models.TextField(help_text='name and credential, as printed then')),
                ('remark', models.TextField(blank=True, default='')),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('staff', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='workforce.staff')),
                ('edition', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='plans.ownedition')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OwnTemplate',
            fields=[
                ('id', models.UUIDField(default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agency_id', models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False)),
                ('name', models.TextField()),
                ('function', models.TextField()),
                ('band', models.TextField()),
                ('base_key', models.TextField(help_text='key of the shipped template from which it was derived')),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('made_by', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='workforce.staff')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='ownedition',
            name='template',
            field=models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='plans.owntemplate'),
        ),
        walls.tenant("plans_owntemplate", grants="select, insert"),
        walls.tenant("plans_ownedition"),
        walls.tenant("plans_owndecision", grants="select, insert"),
        walls.points("plans_owntemplate", "made_by_id", at="workforce_staff", index=False),
        walls.points("plans_ownedition", "template_id", at="plans_owntemplate", index=False),
        walls.points("plans_ownedition", "made_by_id", at="workforce_staff", index=False),
        walls.points("plans_ownedition", "worded_by_id", at="workforce_staff", index=False),
        walls.points("plans_owndecision", "edition_id", at="plans_ownedition", index=False),
        walls.points("plans_owndecision", "staff_id", at="workforce_staff", index=False),
        walls.unique("plans_ownedition", "own_edition_once", "template_id, number"),
        walls.unique("plans_owndecision", "own_decision_once", "edition_id, kind"),
        walls.permanent("plans_owntemplate"),
        walls.permanent("plans_owndecision"),
        promises.second_clinician(),
        promises.decided_editions_stand(),
    ]
