"""Tables outside every agency's wall, sign-in's and the job engine's: what the application may do with each."""

from django.db.migrations import Migration, RunSQL

from alongside.foundation import walls

ALL = "select, insert, update, delete"

JOBS = """
do $$
declare it record;
begin
    for it in select tablename from pg_tables where schemaname = current_schema() and tablename like 'procrastinate\\_%'
    loop
        execute format('grant select, insert, update, delete on %I to alongside_app', it.tablename);
        execute format('grant select on %I to alongside_backup', it.tablename);
    end loop;
end $$;
grant usage on all sequences in schema public to alongside_app;
grant select on all sequences in schema public to alongside_backup;
grant select on django_migrations to alongside_app, alongside_backup;
"""


class Migration(Migration):  # type: ignore[no-redef]
    dependencies = [
        ("accounts", "0001_initial"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("procrastinate", "0041_post_retry_failed_job"),
        ("foundation", "0002_walls"),
    ]
    operations = [
        walls.outside("accounts_account", grants="select, insert, update"),
        walls.outside("accounts_signedin", grants=ALL),
        walls.outside("account_emailaddress", grants=ALL),
        walls.outside("account_emailconfirmation", grants=ALL),
        walls.outside("mfa_authenticator", grants=ALL),
        RunSQL(JOBS, RunSQL.noop),
    ]
