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

ONLY_WHERE_ALL_IS_DEMO = """
alter table accounts_demoperson enable row level security;
alter table accounts_demoperson force row level security;
create policy only_where_all_is_demo on accounts_demoperson
    using (not exists (select from agencies_agency where not is_demo))
    with check (not exists (select from agencies_agency where not is_demo));
"""


class Migration(Migration):  # type: ignore[no-redef]
    dependencies = [
        ("accounts", "0001_initial"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("procrastinate", "0041_post_retry_failed_job"),
        ("agencies", "0002_walls"),
        ("foundation", "0002_walls"),
    ]
    operations = [
        walls.outside("accounts_account", grants="select, insert, update"),
        walls.outside("accounts_signedin", grants=ALL),
        walls.outside("accounts_invitation", grants="select, insert, update"),
        walls.outside("accounts_happening", grants="select, insert"),
        walls.permanent("accounts_happening"),
        walls.outside("accounts_remembered", grants=ALL),
        walls.outside("accounts_demoperson", grants=ALL),
        RunSQL(ONLY_WHERE_ALL_IS_DEMO, "drop policy only_where_all_is_demo on accounts_demoperson"),
        walls.outside("account_emailaddress", grants=ALL),
        walls.outside("account_emailconfirmation", grants=ALL),
        walls.outside("mfa_authenticator", grants=ALL),
        RunSQL(JOBS, RunSQL.noop),
    ]
