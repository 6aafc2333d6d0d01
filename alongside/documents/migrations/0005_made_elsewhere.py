"""What was made elsewhere is nobody's signature here, whoever writes."""

from django.db import migrations

REFUSE = """
create function documents_signature_is_here() returns trigger language plpgsql as $$
begin
    if exists (select from documents_version v where v.agency_id = new.agency_id and v.id = new.version_id
               and v.body ? 'elsewhere') then
        raise exception 'what was made elsewhere is not signed here'
            using errcode = 'check_violation', constraint = 'signature_is_here';
    end if;
    return new;
end $$;
create trigger documents_signature_is_here before insert on documents_signature
    for each row execute function documents_signature_is_here();
"""
ALLOW = """
drop trigger documents_signature_is_here on documents_signature;
drop function documents_signature_is_here;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0004_forms'),
    ]

    operations = [
        migrations.RunSQL(REFUSE, ALLOW),
    ]
