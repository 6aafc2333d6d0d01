"""Responses that were made elsewhere, and an agency's own words for what must follow an answer."""

import alongside.foundation.ids
import alongside.foundation.tenancy
import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

from alongside.foundation import walls

ANOTHER = """
create function instruments_another_agrees() returns trigger language plpgsql as $$
begin
    if exists (select from instruments_pathwording w where w.agency_id = new.agency_id and w.id = new.wording_id
               and w.staff_id = new.staff_id) then
        raise exception 'somebody else agrees' using errcode = 'check_violation', constraint = 'path_another_agrees';
    end if;
    return new;
end $$;
create trigger instruments_another_agrees before insert on instruments_pathapproval
    for each row execute function instruments_another_agrees();
"""
BY_ANYBODY = """
drop trigger instruments_another_agrees on instruments_pathapproval;
drop function instruments_another_agrees;
"""
TABLES = ("elsewhere", "pathwording", "pathapproval")


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0005_made_elsewhere'),
        ('instruments', '0002_walls'),
        ('people', '0003_alert_kinds'),
        ('workforce', '0002_walls'),
    ]

    operations = [
        migrations.AlterField(
            model_name='answering',
            name='state',
            field=models.TextField(choices=[('draft', 'draft'), ('signed', 'signed'), ('taken', 'taken'), ('void', 'void')], default='draft'),
        ),
        migrations.CreateModel(
            name='Elsewhere',
            fields=[
                ('id', models.UUIDField(default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agency_id', models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False)),
                ('body', models.BinaryField()),
                ('sha256', models.TextField(help_text='hex, of the body')),
                ('file_name', models.TextField(blank=True, default='')),
                ('author', models.TextField(blank=True, default='', help_text='as the file says, like all that follow')),
                ('source', models.TextField(blank=True, default='', help_text='who answered')),
                ('subject', models.TextField(blank=True, default='')),
                ('authored', models.TextField(help_text='a moment or a day')),
                ('told', models.JSONField(help_text='[code, values]: what was told before it was taken in')),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('answering', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='instruments.answering')),
                ('client', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='people.client')),
                ('staff', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='workforce.staff')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PathWording',
            fields=[
                ('id', models.UUIDField(default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agency_id', models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False)),
                ('path', models.TextField(help_text='key in reference/instrument_paths.toml')),
                ('number', models.IntegerField()),
                ('must', models.JSONField(help_text='steps, in order, before anybody leaves')),
                ('grave_must', models.JSONField(help_text='the same where somebody is not left alone')),
                ('numbers', models.JSONField(help_text='[name, number] of who is called')),
                ('begins_on', models.DateField()),
                ('reason', models.TextField(blank=True, default='')),
                ('name', models.TextField(help_text='as it was then')),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('staff', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='workforce.staff')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PathApproval',
            fields=[
                ('id', models.UUIDField(default=alongside.foundation.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('agency_id', models.UUIDField(db_default=alongside.foundation.tenancy.CurrentAgency(), editable=False)),
                ('name', models.TextField(help_text='as it was then')),
                ('credential', models.TextField(blank=True, default='')),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('staff', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='workforce.staff')),
                ('wording', models.ForeignKey(db_constraint=False, db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='instruments.pathwording')),
            ],
            options={
                'abstract': False,
            },
        ),
        *[walls.tenant(f"instruments_{table}") for table in TABLES],
        walls.points("instruments_elsewhere", "answering_id", at="instruments_answering", index=False),
        walls.points("instruments_elsewhere", "client_id", at="people_client"),
        walls.points("instruments_elsewhere", "staff_id", at="workforce_staff"),
        walls.unique("instruments_elsewhere", "elsewhere_once", "answering_id"),
        walls.points("instruments_pathwording", "staff_id", at="workforce_staff"),
        walls.unique("instruments_pathwording", "path_wording_once", "path, number"),
        walls.points("instruments_pathapproval", "wording_id", at="instruments_pathwording", index=False),
        walls.points("instruments_pathapproval", "staff_id", at="workforce_staff"),
        walls.unique("instruments_pathapproval", "path_agreed_once", "wording_id"),
        *[walls.permanent(f"instruments_{table}") for table in TABLES],
        migrations.RunSQL(ANOTHER, BY_ANYBODY),
    ]
