"""Every table is walled, or is listed here with its reason. Read from PostgreSQL's catalog."""

import psycopg
import pytest
from django.apps import apps

from alongside.foundation.models import AgencyOwned
from tests.guards import catalog

OUTSIDE = {
    "accounts_account": "somebody signs in before an agency is chosen; an e-mail address and a password",
    "accounts_signedin": "signed-in browsers, by account; holds no record",
    "accounts_invitation": "links by which somebody sets up how they sign in; digests only",
    "accounts_happening": "what happened to an account at the door; no record",
    "accounts_remembered": "failed tries and used codes, for all processes, for minutes",
    "accounts_demoperson": "the demo's cast; behind a wall of its own: seen only while every agency is a demo",
    "account_emailaddress": "sign-in (django-allauth)",
    "account_emailconfirmation": "sign-in (django-allauth)",
    "mfa_authenticator": "second factors (django-allauth), by account",
    "agencies_agency": "name and zone are needed before the wall is chosen; read-only to the application",
    "foundation_edition": "shipped knowledge, the same for everybody; read-only to the application",
    "foundation_epoch": "lives of the cluster; holds no record",
    "django_migrations": "which migrations ran",
    "django_content_type": "Django's list of models",
    "auth_group": "Django's, unused, no grants",
    "auth_group_permissions": "Django's, unused, no grants",
    "auth_permission": "Django's, unused, no grants",
    "procrastinate_events": "job engine: agency and ids only",
    "procrastinate_jobs": "job engine: agency and ids only",
    "procrastinate_periodic_defers": "job engine",
    "procrastinate_workers": "job engine",
}
PERMANENT = {
    "accounts_happening",
    "assessments_about", "assessments_closing", "assessments_entry",
    "behaviour_deviation", "behaviour_exchange", "behaviour_notice", "behaviour_observation", "behaviour_strategyuse",
    "behaviour_token", "documents_approval", "documents_aside", "documents_edition", "documents_retirement",
    "documents_return",
    "documents_devicesignature", "documents_signature", "documents_version",
    "foundation_adoption", "foundation_declined",
    "field_decision", "field_receipt",
    "foundation_entry", "foundation_position",
    "foundation_proposal", "foundation_revision",
    "foundation_seal", "foundation_storedfile", "incidents_crisisclosing",
    "consents_consent", "consents_end",
    "intake_addressed", "intake_closing", "intake_drawn", "intake_findings", "intake_intake",
    "intake_observed", "intake_referral", "intake_seen", "intake_summary",
    "incidents_crisisline", "instruments_alarm", "instruments_alarmanswer", "instruments_answer", "instruments_score",
    "instruments_elsewhere", "instruments_pathapproval", "instruments_pathwording",
    "instruments_voided", "fidelity_check", "fidelity_score", "living_helped", "notes_leftasitis", "notes_likeness",
    "notes_putaside", "notes_remark", "outcomes_decision", "people_disposal", "people_disposaldecision",
    "people_disposed", "people_glass", "people_glassreview",
    "plans_owndecision", "plans_owntemplate",
    "plans_planreview", "plans_plansignature", "plans_preference", "plans_reading", "plans_reviewline",
    "plans_training", "reports_sending", "schedule_calloff",
    "skills_decision", "skills_probe", "skills_probed", "skills_programversion", "skills_techniqueuse",
    "safety_checkin", "safety_duress", "safety_duressanswer", "safety_escalation", "safety_watch",
    "sessions_clockoff", "sessions_ending", "sessions_presence", "sessions_session", "sessions_verification",
}  # fmt: skip


def owned() -> list:
    return [m for m in apps.get_models() if issubclass(m, AgencyOwned)]


def test_every_table_is_walled_or_says_why_not(db):
    assert catalog.unwalled() == set(OUTSIDE)


def test_every_walled_model_is_agency_owned(db):
    ours = {m._meta.db_table for m in apps.get_models() if m.__module__.startswith("alongside")}
    assert ours - {m._meta.db_table for m in owned()} <= set(OUTSIDE)


def test_keys_carry_the_agency(db):
    assert catalog.keys_without_agency() == set()
    assert catalog.columns_without_key(owned()) == set()


def test_indexes_lead_with_the_agency(db):
    assert catalog.indexes_not_led_by_agency() == set()


def test_permanent_tables_are_permanent(db):
    assert catalog.permanent() == PERMANENT


def test_the_application_owns_nothing_and_nothing_goes_round_the_wall(db):
    assert catalog.owned_by_the_application() == set()


def test_the_application_has_no_power(db):
    [(user, superuser, bypass)] = catalog.rows(
        "select current_user, rolsuper, rolbypassrls from pg_roles where rolname = current_user"
    )
    assert (user, superuser, bypass) == ("alongside_app", False, False)
    assert catalog.rows("select current_setting('synchronous_commit')") == [("on",)]


BROKEN = [
    ("create table bare (agency_id uuid, id uuid primary key)", catalog.unwalled, "bare"),
    ("alter table people_client no force row level security", catalog.unwalled, "people_client"),
    (
        "drop policy own_rows on people_client; create policy own_rows on people_client using (true)",
        catalog.unwalled,
        "people_client",
    ),
    (
        "alter table people_client add constraint naked foreign key (party_id) references parties_party (id)",
        catalog.keys_without_agency,
        "naked",
    ),
    ("create index loose on people_client (identifier)", catalog.indexes_not_led_by_agency, "loose"),
    ("create view peek as select * from people_client", catalog.owned_by_the_application, "peek"),
    (
        "create function peep() returns bigint language sql security definer as 'select count(*) from people_client'",
        catalog.owned_by_the_application,
        "peep",
    ),
]


@pytest.mark.parametrize(
    ("break_it", "guard", "name"), BROKEN, ids=[name + str(i) for i, (_, _, name) in enumerate(BROKEN)]
)
def test_the_guards_bite(committed, break_it, guard, name):
    with psycopg.connect(committed.url("owner"), autocommit=True) as owner:
        if name == "naked":
            owner.execute("create unique index by_id on parties_party (id)")
        owner.execute(break_it)
    assert name in guard()


def test_the_permanence_guard_bites(committed):
    with psycopg.connect(committed.url("owner"), autocommit=True) as owner:
        owner.execute("alter table documents_version disable trigger documents_version_is_permanent")
        owner.execute("grant update on sessions_session to alongside_app")
    assert PERMANENT - catalog.permanent() == {"documents_version", "sessions_session"}
