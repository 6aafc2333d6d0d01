"""How far a device's clock was off, for what is kept until it is carried out."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('field', '0004_turns'),
        ('sessions', '0004_clocks'),
    ]

    operations = [
        migrations.AddField(
            model_name='hold',
            name='off_ms',
            field=models.BigIntegerField(help_text='how far the clock was ahead when it was recorded, where much', null=True),
        ),
    ]
