"""When a strategy's use and a change to the plan came here, so that a signed note knows what arrived after it."""

from datetime import UTC, datetime

import django.db.models.functions.datetime
from django.db import migrations, models
from django.db.models import Value

LONG_AGO = Value(datetime(1970, 1, 1, tzinfo=UTC))  # rows that are there are permanent, and nobody knows when they came
NOW = django.db.models.functions.datetime.Now()
TOLD = "1970 for those from before this was kept"


class Migration(migrations.Migration):

    dependencies = [
        ('behaviour', '0003_care'),
    ]

    operations = [
        operation(model, 'received_at', models.DateTimeField(db_default=first, help_text=TOLD))
        for operation, first in ((migrations.AddField, LONG_AGO), (migrations.AlterField, NOW))
        for model in ('deviation', 'strategyuse')
    ]
