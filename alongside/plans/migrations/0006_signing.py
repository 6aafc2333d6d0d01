"""Who signed a version, and how it was looked over."""

import alongside.foundation.ids
import alongside.foundation.tenancy
import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

from alongside.foundation import walls


class Migration(migrations.Migration):

    dependencies = [
        ('foundation', '0002_walls'),
        ('people', '0003_alert_kinds'),
        ('plans', '0005_restrictions'),
        ('workforce', '0002_walls'),
    ]

    operations = [
        migrations.CreateModel(
            name='PlanReview',
            fields=[
                ('id', models.UUIDField(default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agency_id', models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False)),
                ('held_as', models.TextField(help_text='name and credential, as printed then')),
                ('reviewed_on', models.DateField()),
                ('cause', models.TextField(help_text='key in reference/treatment.toml')),
                ('took_part', models.TextField()),
                ('decision', models.TextField(help_text='continue, revise or end')),
                ('remark', models.TextField(blank=True, default='')),
                ('next_on', models.DateField(help_text='when it is looked over again, where it goes on', null=True)),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('client', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='people.client')),
                ('staff', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='workforce.staff')),
                ('version', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='plans.planversion')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReviewLine',
            fields=[
                ('id', models.UUIDField(default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agency_id', models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False)),
                ('verdict', models.TextField(help_text='continue, change, met or stop')),
                ('reason', models.TextField(blank=True, default='')),
                ('client', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='people.client')),
                ('objective', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='plans.objective')),
                ('review', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='plans.planreview')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PlanSignature',
            fields=[
                ('id', models.UUIDField(default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agency_id', models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False)),
                ('capacity', models.TextField(choices=[('client', 'client'), ('caregiver', 'caregiver'), ('clinician', 'clinician'), ('prescriber', 'prescriber')])),
                ('how', models.TextField(choices=[('own', 'own'), ('device', 'device'), ('paper', 'paper'), ('refused', 'refused'), ('unavailable', 'unavailable')])),
                ('name', models.TextField()),
                ('relation', models.TextField(blank=True, default='')),
                ('digest', models.TextField()),
                ('signed_on', models.DateField()),
                ('reason', models.TextField(blank=True, default='')),
                ('try_on', models.DateField(null=True)),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('client', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='people.client')),
                ('contact', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='people.contact')),
                ('file', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='foundation.storedfile')),
                ('noted_by', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='workforce.staff')),
                ('staff', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='workforce.staff')),
                ('version', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='plans.planversion')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('how__in', ('own', 'device', 'paper')), models.Q(('reason', ''), _negated=True), _connector='OR'), name='plansignature_reason')],
            },
        ),
        walls.tenant("plans_plansignature"),
        walls.points("plans_plansignature", "version_id", at="plans_planversion"),
        walls.points("plans_plansignature", "client_id", at="people_client", index=False),
        walls.points("plans_plansignature", "contact_id", at="people_contact", index=False),
        walls.points("plans_plansignature", "staff_id", at="workforce_staff", index=False),
        walls.points("plans_plansignature", "file_id", at="foundation_storedfile", index=False),
        walls.points("plans_plansignature", "noted_by_id", at="workforce_staff", index=False),
        walls.unique(
            "plans_plansignature", "plansignature_once", "version_id, capacity, lower(name)",
            "how in ('own', 'device', 'paper')",
        ),
        migrations.RunSQL(  # a signature stands on the text that was published, and on no other
            """create unique index planversion_digest on plans_planversion (agency_id, id, digest);
               alter table plans_plansignature add constraint plansignature_of_its_text foreign key
                   (agency_id, version_id, digest) references plans_planversion (agency_id, id, digest)""",
            """alter table plans_plansignature drop constraint plansignature_of_its_text;
               drop index planversion_digest""",
        ),
        walls.permanent("plans_plansignature"),
        walls.tenant("plans_planreview"),
        walls.points("plans_planreview", "version_id", at="plans_planversion"),
        walls.points("plans_planreview", "client_id", at="people_client", index=False),
        walls.points("plans_planreview", "staff_id", at="workforce_staff", index=False),
        walls.permanent("plans_planreview"),
        walls.tenant("plans_reviewline"),
        walls.points("plans_reviewline", "review_id", at="plans_planreview"),
        walls.points("plans_reviewline", "client_id", at="people_client", index=False),
        walls.points("plans_reviewline", "objective_id", at="plans_objective", index=False),
        walls.permanent("plans_reviewline"),
    ]
