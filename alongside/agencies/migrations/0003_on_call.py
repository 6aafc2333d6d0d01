"""Numbers that answer when somebody out there needs help."""

import alongside.foundation.ids
import alongside.foundation.tenancy
import django.db.models.deletion
from django.db import migrations, models

from alongside.foundation import walls


class Migration(migrations.Migration):

    dependencies = [
        ('agencies', '0002_walls'),
    ]

    operations = [
        migrations.CreateModel(
            name='OnCall',
            fields=[
                ('id', models.UUIDField(default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agency_id', models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False)),
                ('name', models.TextField()),
                ('number', models.TextField()),
                ('began_on', models.DateField()),
                ('ended_on', models.DateField(help_text='the first day on which it no longer answers', null=True)),
                ('programme', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agencies.programme')),
                ('site', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agencies.site')),
            ],
            options={
                'abstract': False,
            },
        ),
        walls.tenant("agencies_oncall"),
        walls.points("agencies_oncall", "site_id", at="agencies_site"),
        walls.points("agencies_oncall", "programme_id", at="agencies_programme"),
        walls.dated("agencies_oncall"),
    ]
