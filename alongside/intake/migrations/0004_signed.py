"""What was found at an intake is a document that its author signs."""

import alongside.foundation.ids
import alongside.foundation.tenancy
import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

from alongside.foundation import walls


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0004_forms"),
        ("intake", "0003_consents_home"),
        ("people", "0003_alert_kinds"),
    ]

    operations = [
        migrations.AddField(
            model_name="summary",
            name="version",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                help_text="as signed; none: sent before summaries were signed",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="documents.version",
            ),
        ),
        migrations.CreateModel(
            name="Findings",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "agency_id",
                    models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False),
                ),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "client",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="people.client",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="documents.document",
                    ),
                ),
                (
                    "intake",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="intake.intake",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        walls.points("intake_summary", "version_id", at="documents_version"),
        walls.tenant("intake_findings"),
        walls.points("intake_findings", "intake_id", at="intake_intake"),
        walls.points("intake_findings", "client_id", at="people_client"),
        walls.points("intake_findings", "document_id", at="documents_document"),
        walls.unique("intake_findings", "intake_findings_once", "intake_id"),
        walls.unique("intake_summary", "intake_summary_version", "version_id"),
        walls.permanent("intake_findings"),
    ]
