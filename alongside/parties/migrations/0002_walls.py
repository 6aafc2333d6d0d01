"""The promises PostgreSQL keeps for parties."""

from django.db.migrations import Migration

from alongside.foundation import walls


class Migration(Migration):  # type: ignore[no-redef]
    dependencies = [
        ("foundation", "0002_walls"),
        ("parties", "0001_initial"),
    ]
    operations = [
        walls.tenant("parties_party"),
        walls.tenant("parties_formername"),
        walls.tenant("parties_contactpoint"),
        walls.tenant("parties_token", grants="select, insert, update, delete"),
        walls.points("parties_formername", "party_id", at="parties_party"),
        walls.points("parties_contactpoint", "party_id", at="parties_party"),
        walls.points("parties_token", "party_id", at="parties_party"),
        walls.checked("parties_party", "party_has_a_name", "legal_given <> ''"),
        walls.checked("parties_party", "party_died_after_birth", "died_on >= birth_date"),
        walls.index("parties_token", "token_found", "kind, token, party_id"),
    ]
