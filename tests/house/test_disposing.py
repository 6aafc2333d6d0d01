"""A record is disposed of under its certificate: all of it, nobody else's, and the proof stays."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import psycopg
import pytest
import time_machine
from django.apps import apps
from django.db import connection

from alongside.documents.verifying import verify
from alongside.foundation import feeds, sealing
from alongside.foundation.ids import uuid7
from alongside.foundation.models import AgencyOwned, Entry
from alongside.foundation.tenancy import inside
from alongside.incidents import actions as incidents
from alongside.notes import actions as notes
from alongside.notes.tests import scenes
from alongside.people import actions as people
from alongside.people.models import Disposed
from alongside.plans.lookups import plan_in_force
from alongside.project.dispose import main
from alongside.project.disposing import carry_out
from alongside.project.troubles import Trouble
from alongside.schedule import actions as schedule
from tests.plans import make_ready
from tests.walk import devices

LATER = datetime(2045, 1, 9, 15, 0, tzinfo=UTC)


def lived(world):
    """Theo with a plan, a visit, what was recorded, a co-signed note, a contact, a home, changes to his record."""
    note = scenes.signed(world)
    notes.cosign(by=scenes.confirmed(world.imani), on=note.pk, digest=scenes.digest(note))
    imani = world.imani
    people.connect(by=imani, on=world.theo.pk, given="June", family="Bell", relation="mother", in_law="parent",
                   phone="(215) 555-0134")  # fmt: skip
    people.change(by=imani, on=world.theo.pk, matters="Trains, and being asked first.")
    people.house(by=world.dev, on=world.theo.pk, name="Home", address="1 Elm Street")
    make_ready(plan_in_force(world.theo.pk, kind="behaviour").version_id, by=imani, who=world.rosa)
    begins = datetime.now(UTC).replace(microsecond=0)
    schedule.book(
        by=world.dev, on=world.theo.pk, staff_id=world.staff["rosa"], programme_id=world.programme.pk, begins_at=begins,
        ends_at=begins + timedelta(hours=1), zone="America/New_York", site_id=world.site.pk, overlap_reason="test",
    )  # fmt: skip
    crisis = incidents.begin_unknown(by=world.rosa, on=world.staff["rosa"], id=uuid7())
    incidents.mark(by=world.rosa, on=crisis, id=uuid7(), line="other", words="He hit the window.")
    incidents.about(by=world.rosa, on=crisis, client_id=world.theo.pk)
    devices.out_of_reach(devices.enrolled(world.rosa, "Blue tablet"), world.theo.pk, world.programme.pk, begins)
    return note


def confirmed(world):
    """Theo's record years later: discharged, proposed, confirmed by a second person."""
    people.discharge(by=world.amara, on=world.theo.pk)
    with time_machine.travel(LATER):
        made = people.propose_disposal(by=world.quinn, on=world.theo.pk, reason="The family asked for nothing.")
        people.confirm_disposal(by=replace(world.amara, confirmed_at=datetime.now(UTC)), on=made.pk)
    return made


def counted():
    """How many rows each table holds."""
    with connection.cursor() as cursor:
        counts = {}
        for model in (m for m in apps.get_models() if issubclass(m, AgencyOwned)):
            cursor.execute(f"select count(*) from {model._meta.db_table}")
            counts[model._meta.db_table] = cursor.fetchone()[0]
    return counts


def mentions(*words):
    """Tables in which a row says one of these, in whatever column."""
    with connection.cursor() as cursor:
        found = set()
        for model in (m for m in apps.get_models() if issubclass(m, AgencyOwned)):
            table = model._meta.db_table
            cursor.execute(f"select count(*) from {table} t where t::text ~* %s", ["|".join(words)])
            if cursor.fetchone()[0]:
                found.add(table)
    return found


@pytest.fixture
def disposed(world, committed):
    """(note, certificate, counts before) of a record that was disposed of by the command's own function."""
    with inside(world.agency):
        note, made, before = lived(world), confirmed(world), counted()
    counts = carry_out(committed.url("disposal"), world.agency, made.pk)
    return note, made, before, counts


def test_a_record_goes_whole_and_its_proof_stays(world, at, disposed):
    everything_of_the_record_is_gone_and_nothing_else(world, disposed)
    the_proof_stays_and_says_under_which_certificate(world, disposed)
    the_pages_say_so(world, at, disposed)


def everything_of_the_record_is_gone_and_nothing_else(world, disposed):
    _, _, before, counts = disposed
    with inside(world.agency):
        after = counted()
        assert {t: before[t] - after[t] for t in before if before[t] != after[t] and t != "people_disposed"} == counts
        assert counts["people_client"] == 1 and counts["behaviour_observation"] == 5 and counts["parties_party"] == 2
        assert counts["people_household"] == 1 and counts["schedule_visit"] == 1
        assert counts["incidents_crisis"] == counts["incidents_crisisline"] == 1
        assert counts["field_hold"] == 2  # what began with the client, and what would have been in that visit
        assert "field_receipt" not in counts and "field_device" not in counts
        assert mentions(str(world.theo.pk)) == {"foundation_entry", "people_disposal"}
        assert mentions("theodore", "june", "elm street", "trains, and", "hit") == set()
        assert world.lucia.pk and before["people_client"] - after["people_client"] == 1


def the_proof_stays_and_says_under_which_certificate(world, disposed):
    note = disposed[0]
    with inside(world.agency):
        found = verify(note.document_id)
        assert (found.disposed, found.versions, found.faults) == (1, 1, ())
        assert [len(one["digest"]) for one in Disposed.objects.get().proof] == [64]
        assert verify(UUID(int=7)).faults == ("absent",)
        feeds.sequence(world.agency, feeds.ensure_epoch())
        sealing.seal()
        assert sealing.verify() == []
        assert Entry.objects.filter(client_id=world.theo.pk, verb="notes.sign").exists()


def the_pages_say_so(world, at, disposed):
    quinn = at("quinn")
    page = quinn.get(f"/disposals/{disposed[1].pk}/").content.decode()
    assert "Carried out" in page and "The digest of 1 signed text stays." in page and "Theo" not in page
    assert quinn.get(f"/clients/{world.theo.pk}/").status_code == 404
    assert quinn.get(f"/notes/{disposed[0].pk}/").status_code == 404
    assert "Theo" not in at("rosa").get("/clients/").content.decode()


@pytest.fixture
def role(world, committed):
    """The disposal role inside the agency, its transaction rolled back."""
    with psycopg.connect(committed.url("disposal")) as connected:
        connected.execute("select set_config('alongside.agency', %s, true)", [str(world.agency)])
        yield connected
        connected.rollback()


def test_without_a_certificate_the_role_deletes_nothing(world, role):
    for table in ("people_alert", "people_enrolment", "people_client", "parties_token"):
        assert role.execute(f"delete from {table}").rowcount == 0
    for table in ("foundation_entry", "foundation_position", "foundation_seal", "people_disposal"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege), role.transaction():
            role.execute(f"delete from {table}")


def test_a_certificate_names_one_record_is_confirmed_and_serves_once(world, committed, role):
    with inside(world.agency):
        people.discharge(by=world.amara, on=world.theo.pk)
        people.discharge(by=world.amara, on=world.ida.pk)
        with time_machine.travel(LATER):
            only = people.propose_disposal(by=world.quinn, on=world.ida.pk, reason="The family asked for nothing.")
    role.execute("select set_config('alongside.certificate', %s, true)", [str(only.pk)])
    assert role.execute("delete from people_enrolment").rowcount == 0  # one person is not enough
    with pytest.raises(Trouble, match="nothing was disposed of"):
        carry_out(committed.url("disposal"), world.agency, only.pk)
    with inside(world.agency), time_machine.travel(LATER):
        people.confirm_disposal(by=replace(world.amara, confirmed_at=datetime.now(UTC)), on=only.pk)
    with pytest.raises(psycopg.errors.CheckViolation, match="another record"), role.transaction():
        role.execute("delete from people_client where id = %s", [world.theo.pk])
    role.rollback()
    assert carry_out(committed.url("disposal"), world.agency, only.pk)
    assert carry_out(committed.url("disposal"), world.agency, only.pk) is None


def test_a_record_opened_again_after_the_confirmation_stays(world, committed, monkeypatch, capsys):
    with inside(world.agency):
        made = confirmed(world)
        people.readmit(by=world.amara, on=world.theo.pk)
    monkeypatch.setenv("ALONGSIDE_DISPOSAL_DATABASE_URL", committed.url("disposal"))
    assert main([]) == 0 and "nothing is confirmed" in capsys.readouterr().out
    with pytest.raises(psycopg.errors.CheckViolation, match="opened again"):
        carry_out(committed.url("disposal"), world.agency, made.pk)
    with inside(world.agency):
        people.discharge(by=world.amara, on=world.theo.pk)
    assert main(["--check"]) == 0 and "certificate 1 would be carried out" in capsys.readouterr().out
    assert main([]) == 0 and "rows of the record are gone" in capsys.readouterr().out
    assert main([]) == 0 and "nothing is confirmed" in capsys.readouterr().out


def test_somebody_elses_row_that_points_into_the_record_stops_it(world, committed):
    with inside(world.agency):
        lived(world)
        made = confirmed(world)
    with psycopg.connect(committed.url("owner"), autocommit=True) as owner:
        owner.execute("select set_config('alongside.agency', %s, false)", [str(world.agency)])
        owner.execute("alter table notes_fingerprint disable row level security")
        owner.execute("update notes_fingerprint set client_id = %s", [world.lucia.pk])
        owner.execute("alter table notes_fingerprint enable row level security")
    with pytest.raises(Trouble, match="of another client"):
        carry_out(committed.url("disposal"), world.agency, made.pk)
    with inside(world.agency):
        assert type(world.theo).objects.filter(pk=world.theo.pk).exists()
