"""Forms in editions, and who agreed to them."""

import alongside.foundation.ids
import alongside.foundation.tenancy
import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

from alongside.foundation import walls

STANDS = """
create function documents_edition_follows() returns trigger language plpgsql as $$
begin
    perform from documents_form f where f.agency_id = new.agency_id and f.id = new.form_id for no key update;
    if new.number <> coalesce((select max(e.number) from documents_edition e
                               where e.agency_id = new.agency_id and e.form_id = new.form_id), 0) + 1 then
        raise exception 'editions follow one another' using errcode = 'check_violation', constraint = 'edition_follows';
    end if;
    return new;
end $$;
create trigger documents_edition_follows before insert on documents_edition
    for each row execute function documents_edition_follows();
create function documents_approval_stands() returns trigger language plpgsql as $$
begin
    if exists (select from documents_edition e where e.agency_id = new.agency_id and e.id = new.edition_id
               and e.source = 'shipped')
       or exists (select from documents_retirement r where r.agency_id = new.agency_id
                  and r.edition_id = new.edition_id) then
        raise exception 'what was shipped or retired is not approved here'
            using errcode = 'check_violation', constraint = 'approval_open';
    end if;
    if new.number <> 1 + (select count(*) from documents_approval a where a.agency_id = new.agency_id
                          and a.edition_id = new.edition_id) then
        raise exception 'the second follows the first' using errcode = 'check_violation', constraint = 'approval_follows';
    end if;
    return new;
end $$;
create trigger documents_approval_stands before insert on documents_approval
    for each row execute function documents_approval_stands();
"""
UNDO = """
drop trigger documents_approval_stands on documents_approval;
drop trigger documents_edition_follows on documents_edition;
drop function documents_approval_stands, documents_edition_follows;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0003_device_signatures'),
        ('workforce', '0002_walls'),
    ]

    operations = [
        migrations.CreateModel(
            name='Form',
            fields=[
                ('id', models.UUIDField(default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agency_id', models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False)),
                ('key', models.TextField()),
                ('title', models.TextField()),
                ('kind', models.TextField(choices=[('instrument', 'instrument'), ('screening', 'screening'), ('intake', 'intake'), ('observation', 'observation'), ('survey', 'survey'), ('consent', 'consent'), ('other', 'other')], default='other')),
                ('purpose', models.TextField(blank=True, default='')),
                ('youngest', models.IntegerField(help_text='years of age', null=True)),
                ('oldest', models.IntegerField(help_text='years of age', null=True)),
                ('respondents', models.JSONField(default=list, help_text='keys of who may be asked; empty: anybody')),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.UUIDField(default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agency_id', models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False)),
                ('number', models.IntegerField()),
                ('body', models.BinaryField()),
                ('sha256', models.TextField(help_text='hex, of the body')),
                ('source', models.TextField(choices=[('imported', 'imported'), ('derived', 'derived'), ('shipped', 'shipped')])),
                ('file_name', models.TextField(blank=True, default='')),
                ('url', models.TextField(blank=True, default='', help_text='as the file says, like all that follow')),
                ('version', models.TextField(blank=True, default='')),
                ('title', models.TextField(blank=True, default='')),
                ('language', models.TextField(blank=True, default='')),
                ('copyright', models.TextField(blank=True, default='')),
                ('questions', models.IntegerField()),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('derived_from', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='documents.edition')),
                ('made_by', models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='workforce.staff')),
                ('form', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='documents.form')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Approval',
            fields=[
                ('id', models.UUIDField(default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agency_id', models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False)),
                ('number', models.IntegerField()),
                ('name', models.TextField(help_text='as it was then')),
                ('credential', models.TextField(blank=True, default='')),
                ('role', models.TextField()),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('staff', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='workforce.staff')),
                ('edition', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='documents.edition')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Retirement',
            fields=[
                ('id', models.UUIDField(default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agency_id', models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False)),
                ('name', models.TextField(help_text='as it was then')),
                ('reason', models.TextField()),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('edition', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='documents.edition')),
                ('staff', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='workforce.staff')),
            ],
            options={
                'abstract': False,
            },
        ),
        walls.tenant("documents_form"),
        walls.tenant("documents_edition"),
        walls.tenant("documents_approval"),
        walls.tenant("documents_retirement"),
        walls.points("documents_edition", "form_id", at="documents_form", index=False),
        walls.points("documents_edition", "made_by_id", at="workforce_staff"),
        walls.points("documents_edition", "derived_from_id", at="documents_edition"),
        walls.points("documents_approval", "edition_id", at="documents_edition", index=False),
        walls.points("documents_approval", "staff_id", at="workforce_staff"),
        walls.points("documents_retirement", "edition_id", at="documents_edition", index=False),
        walls.points("documents_retirement", "staff_id", at="workforce_staff"),
        walls.unique("documents_form", "form_key_once", "key"),
        walls.unique("documents_edition", "edition_number_once", "form_id, number"),
        walls.unique("documents_approval", "approval_number_once", "edition_id, number"),
        walls.unique("documents_approval", "approval_person_once", "edition_id, staff_id"),
        walls.unique("documents_retirement", "retirement_once", "edition_id"),
        walls.checked("documents_edition", "edition_digest", "sha256 = encode(sha256(body), 'hex')"),
        walls.checked("documents_edition", "edition_made", "(source = 'shipped') = (made_by_id is null)"),
        walls.checked("documents_edition", "edition_derived", "(source = 'derived') = (derived_from_id is not null)"),
        walls.checked("documents_approval", "approval_two", "number in (1, 2)"),
        walls.checked("documents_approval", "approval_second", "number = 1 or role in ('supervisor', 'quality')"),
        walls.permanent("documents_edition"),
        walls.permanent("documents_approval"),
        walls.permanent("documents_retirement"),
        migrations.RunSQL(STANDS, UNDO),
    ]
