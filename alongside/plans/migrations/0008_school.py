"""What is measured can be marked as concerning a school."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plans", "0007_interventions")]
    operations = [
        migrations.AddField(
            model_name="target",
            name="concerns_school",
            field=models.BooleanField(db_default=False, default=False, help_text="a school may be told of it"),
        ),
    ]
