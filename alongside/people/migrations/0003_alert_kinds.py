"""Alerts have more kinds: what a paramedic asks."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0002_walls'),
    ]

    operations = [
        migrations.AlterField(
            model_name='alert',
            name='kind',
            field=models.TextField(help_text='one of rules.ALERT_KINDS'),
        ),
    ]
