import alongside.foundation.ids
import alongside.foundation.tenancy
import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('agencies', '0001_initial'),
        ('people', '0001_initial'),
        ('workforce', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Visit',
            fields=[
                ('id', models.UUIDField(default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agency_id', models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False)),
                ('place', models.TextField(blank=True, default='', help_text='room, or where to meet')),
                ('begins_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('zone', models.TextField()),
                ('service_day', models.DateField(help_text='the day it begins, in its zone')),
                ('overlap_reason', models.TextField(blank=True, default='', help_text='why it may overlap another visit')),
                ('outside_ref', models.TextField(blank=True, default='', help_text='its id where it was imported from')),
                ('made_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('client', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='people.client')),
                ('programme', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agencies.programme')),
                ('site', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agencies.site')),
                ('staff', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='workforce.staff')),
            ],
        ),
        migrations.CreateModel(
            name='Calloff',
            fields=[
                ('id', models.UUIDField(default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agency_id', models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False)),
                ('kind', models.TextField(choices=[('cancelled', 'cancelled'), ('no-show', 'no-show'), ('rescheduled', 'rescheduled')])),
                ('reason', models.TextField(help_text='a code of reference/visits.toml')),
                ('remark', models.TextField(blank=True, default='')),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('client', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='people.client')),
                ('staff', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='workforce.staff')),
                ('visit', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='schedule.visit')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='visit',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('begins_at'))), name='visit_ends_later'),
        ),
    ]
