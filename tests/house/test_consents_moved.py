"""Consents of intakes and releases of reports come whole through the step that gave them one home."""

import os
import subprocess
import sys
from uuid import UUID

import psycopg
import pytest

from alongside.project.migrating import SETTINGS, migrate
from alongside.project.progress import quiet
from alongside.project.roles import OWNER, make_database, settle_database

AGENCY, CLIENT, STAFF, OTHER = (str(UUID(int=n)) for n in range(1, 5))
TREATMENT, SCHOOL, COURT = (str(UUID(int=n)) for n in range(5, 8))
STEPS = """
import django; django.setup()
from django.core.management import call_command
for app in ("consents", "intake", "reports"):
    call_command("migrate", app, "0002", verbosity=0)
"""
ROWS = f"""
alter table consents_consent drop constraint consents_consent_client_id_here,
    drop constraint consents_consent_staff_id_here; -- whose client and staff these are is another question
alter table consents_end drop constraint consents_end_client_id_here, drop constraint consents_end_staff_id_here;
set session_replication_role = replica;
insert into intake_consent (id, agency_id, client_id, what, given, by_whom, way, words, decided_on, until, staff_id, at)
values ('{TREATMENT}', '{AGENCY}', '{CLIENT}', 'treatment', true, 'June Bell', 'paper', 'Explained', '2026-01-05', null,
    '{STAFF}', '2026-01-05 12:00+00');
insert into intake_consentend (id, agency_id, consent_id, client_id, reason, staff_id, at)
values ('{OTHER}', '{AGENCY}', '{TREATMENT}', '{CLIENT}', 'Moved away', '{STAFF}', '2026-02-05 12:00+00');
insert into reports_release (id, agency_id, client_id, reader, recipient, basis, given_by, began_on, ended_on,
    withdrawn_at, withdrawn_because, staff_id, at)
values ('{SCHOOL}', '{AGENCY}', '{CLIENT}', 'school', 'Lea Elementary', 'release', 'June Bell', '2026-03-01',
    '2026-09-01', null, '', '{STAFF}', '2026-02-20 12:00+00'),
    ('{COURT}', '{AGENCY}', '{CLIENT}', 'court', 'Family Court', 'order', 'Family Court, 26-1041', '2026-01-01',
    '2026-12-01', '2026-04-01 12:00+00', 'Set aside by the court', '{STAFF}', '2026-02-20 12:00+00');
insert into foundation_revision (id, agency_id, subject, subject_id, before, after, staff_id, reason, at)
values ('{OTHER}', '{AGENCY}', 'reports.Release', '{COURT}', '{{"withdrawn_at": null}}', '{{"withdrawn_at": "then"}}',
    '{OTHER}', 'Set aside', '2026-04-01 12:00+00');
"""


@pytest.fixture
def before(templates):
    """A database as it was before the step, with rows of one agency; yields the owner's address of it."""
    name, cluster = f"{templates.clone()}_moved", templates.cluster
    with psycopg.connect(cluster.url(), autocommit=True) as administrator:
        make_database(administrator, name)
    owner = cluster.url(OWNER, name)
    with psycopg.connect(owner, autocommit=True) as as_owner:
        settle_database(as_owner, name)
    _back_then(owner)
    with psycopg.connect(cluster.url(database=name), autocommit=True) as administrator:
        administrator.execute(ROWS)
    yield owner
    templates.drop(name)


@pytest.mark.slow
def test_each_row_moves_with_its_id_and_its_end(before):
    migrate(before, quiet)
    with psycopg.connect(before, autocommit=True) as owner:
        forced = owner.execute(
            "select bool_and(relforcerowsecurity) from pg_class where relname in ('consents_consent', 'consents_end')"
        ).fetchone()
        assert forced == (True,)
        owner.execute("select set_config('alongside.agency', %s, false)", [AGENCY])
        rows = owner.execute(
            "select id::text, what, given, by_whom, reader, recipient, begins_on::text, until::text, decided_on::text"
            " from consents_consent order by id"
        ).fetchall()
        ends = owner.execute("select consent_id::text, reason, staff_id::text from consents_end order by 1").fetchall()
    assert rows == [
        (TREATMENT, "treatment", True, "June Bell", "", "", "2026-01-05", None, "2026-01-05"),
        (SCHOOL, "release", True, "June Bell", "school", "Lea Elementary", "2026-03-01", "2026-08-31", "2026-02-20"),
        (COURT, "order", True, "Family Court, 26-1041", "court", "Family Court", "2026-01-01", "2026-11-30",
         "2026-01-01"),
    ]  # fmt: skip
    assert ends == [(TREATMENT, "Moved away", STAFF), (COURT, "Set aside by the court", OTHER)]


def _back_then(owner: str) -> None:
    ours = {"ALONGSIDE_DATABASE_URL": owner, "ALONGSIDE_AS_OWNER": "", "DJANGO_SETTINGS_MODULE": SETTINGS}
    subprocess.run([sys.executable, "-c", STEPS], env={**os.environ, **ours}, check=True)  # noqa: S603
