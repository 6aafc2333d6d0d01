"""What a signature made without signal stands on."""

import alongside.foundation.ids
import alongside.foundation.tenancy
import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

from alongside.foundation import walls


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0002_walls'),
    ]

    operations = [
        migrations.CreateModel(
            name='DeviceSignature',
            fields=[
                ('id', models.UUIDField(default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agency_id', models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False)),
                ('device_id', models.UUIDField()),
                ('enrolment_id', models.UUIDField()),
                ('statement', models.JSONField(help_text='what was signed, as canonical JSON (docs/field-protocol.md, section 6)')),
                ('public_key', models.BinaryField(help_text='P-256, uncompressed point')),
                ('value', models.BinaryField(help_text='r || s')),
                ('signed_at', models.DateTimeField(help_text='by the clock of the device')),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('signature', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='documents.signature')),
            ],
            options={
                'abstract': False,
            },
        ),
        walls.tenant("documents_devicesignature"),
        walls.points("documents_devicesignature", "signature_id", at="documents_signature", index=False),
        walls.unique("documents_devicesignature", "device_signature_once", "signature_id"),
        walls.permanent("documents_devicesignature"),
    ]
