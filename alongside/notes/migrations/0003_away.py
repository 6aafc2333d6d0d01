"""Notes made on a device: what differs from the records here, and what arrived after signing."""

import alongside.foundation.ids
import alongside.foundation.tenancy
import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

from alongside.foundation import walls


class Migration(migrations.Migration):

    dependencies = [
        ('notes', '0002_walls'),
        ('people', '0002_walls'),
        ('workforce', '0002_walls'),
    ]

    operations = [
        migrations.CreateModel(
            name='LeftAsItIs',
            fields=[
                ('id', models.UUIDField(default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agency_id', models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False)),
                ('records', models.IntegerField(help_text='how many had arrived')),
                ('reason', models.TextField()),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('client', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='people.client')),
                ('note', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='notes.note')),
                ('staff', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='workforce.staff')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Remark',
            fields=[
                ('id', models.UUIDField(default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agency_id', models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False)),
                ('sentences', models.IntegerField()),
                ('head', models.JSONField(default=list)),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('client', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='people.client')),
                ('note', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='notes.note')),
            ],
            options={
                'abstract': False,
            },
        ),
        walls.tenant("notes_remark"),
        walls.tenant("notes_leftasitis"),
        walls.points("notes_remark", "note_id", at="notes_note"),
        walls.points("notes_remark", "client_id", at="people_client"),
        walls.points("notes_leftasitis", "note_id", at="notes_note"),
        walls.points("notes_leftasitis", "client_id", at="people_client"),
        walls.points("notes_leftasitis", "staff_id", at="workforce_staff"),
        walls.permanent("notes_remark"),
        walls.permanent("notes_leftasitis"),
    ]
