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
        walls.unique("agencies_programme", "programme_name_once", "lower(name)", "ended_on is null"),
        walls.unique("agencies_site", "site_name_once", "lower(name)", "ended_on is null"),
    ]
