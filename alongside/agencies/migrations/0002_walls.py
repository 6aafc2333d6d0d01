"""The promises PostgreSQL keeps for agencies."""

from django.db.migrations import Migration

from alongside.foundation import walls


class Migration(Migration):  # type: ignore[no-redef]
    dependencies = [
        ("agencies", "0001_initial"),
        ("foundation", "0002_walls"),
    ]
    operations = [
        walls.outside("agencies_agency", grants="select"),
        walls.tenant("agencies_programme"),
        walls.tenant("agencies_site"),
    ]
