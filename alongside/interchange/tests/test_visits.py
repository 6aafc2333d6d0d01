"""`alongside import visits`: staff, clients, what was planned and what became of it, once, with overlaps named."""

import csv
import shutil
from collections import Counter
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from alongside.interchange.command import main
from alongside.interchange.tests.files import SHARED, VISITS, rows
from alongside.interchange.visits.overlaps import client_overlaps, staff_overlaps
from alongside.interchange.visits.reading import read
from alongside.people.models import Client, Enrolment, TeamPlace
from alongside.schedule.models import Calloff, Visit
from alongside.sessions.models import Ending, Session
from alongside.workforce.models import Seat, Staff, Supervision

ZONE = "America/New_York"
HARBOR = ["--agency", "Harbor Family Services"]
FULL = SHARED / "bhsim"


def bring(folder, *words, zone=("--zone", ZONE)):
    return main(["visits", str(folder), *HARBOR, *zone, *words])


@pytest.fixture
def folder(tmp_path):
    """A copy of the carried folder, to be spoiled."""
    return shutil.copytree(VISITS, tmp_path / "visits")


def spoil(folder, name, **changed):
    """Change cells of the first row of a file."""
    found = rows(folder / name)
    found[0].update(changed)
    write(folder, name, found)
    return found[0]


def write(folder, name, found):
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, list(found[0]))
        out.writeheader()
        out.writerows(found)


def test_everything_comes_in_as_the_files_say(cast, capsys):
    before = (Staff.objects.count(), Client.objects.count())
    assert bring(VISITS) == 0
    out, err = capsys.readouterr()
    assert "32 visits came in, 28 of them with a session. Already there: 0 visits. Left out: 0 clients." in out
    assert Staff.objects.count() - before[0] == len(rows(VISITS / "employees.csv"))
    assert Client.objects.count() - before[1] == len(rows(VISITS / "individuals.csv"))
    said = Counter(row["visit_status"] for row in rows(VISITS / "visits.csv"))
    kinds = Counter(Calloff.objects.values_list("kind", flat=True))
    assert kinds == {"no-show": said["NO_SHOW"], "cancelled": said["CANCELED"], "rescheduled": said["RESCHEDULED"]}
    assert Visit.objects.count() == sum(said.values())
    assert Session.objects.count() == Ending.objects.count() == said["COMPLETED"]


def test_times_are_local_to_the_zone_that_was_named(cast):
    bring(VISITS)
    for row in rows(VISITS / "visits.csv"):
        visit = Visit.objects.get(outside_ref=f"visit/{row['visit_id']}")
        here = ZoneInfo(ZONE)
        assert visit.begins_at == datetime.fromisoformat(row["scheduled_start"]).replace(tzinfo=here)
        if row["actual_start"]:
            session = Session.objects.get(visit=visit)
            assert session.began_at == datetime.fromisoformat(row["actual_start"]).replace(tzinfo=here)
            ended = Ending.objects.get(session=session).ended_at
            assert ended == datetime.fromisoformat(row["actual_end"]).replace(tzinfo=here)
            assert session.taken_from == "visits"


def test_supervision_programs_and_teams(cast):
    bring(VISITS)
    imported = Supervision.objects.exclude(supervisee__in=cast.staff.values())
    assert imported.count() == len(rows(VISITS / "employee_supervision.csv"))
    clients = Client.objects.exclude(identifier__startswith="C-")
    enrolled = Enrolment.objects.filter(client__in=clients)
    assert enrolled.count() == len(rows(VISITS / "individual_programs.csv"))
    beside = {(row["individual_id"], row["employee_id"]) for row in rows(VISITS / "visits.csv")}
    assert TeamPlace.objects.filter(client__in=clients).count() == len(beside)


def test_nobody_can_sign_in_by_being_imported(cast):
    before = Seat.objects.count()
    bring(VISITS)
    assert Seat.objects.count() == before


def test_overlaps_are_named_by_their_rows(cast, capsys):
    bring(VISITS, "--check")
    named = [line for line in capsys.readouterr().err.splitlines() if "at the same time" in line]
    records, _ = read(VISITS, ZONE)
    assert len(named) == len(client_overlaps(records.visited)) == 2
    assert staff_overlaps(records.visited) == []
    ids = {row["visit_id"] for row in rows(VISITS / "visits.csv")}
    for line in named:
        one, other = line.partition("time, ")[2].split(" and ")
        assert {one, other} <= ids


def test_twice_changes_nothing(cast, capsys):
    bring(VISITS)
    before = [kind.objects.count() for kind in (Staff, Client, Visit, Session, Calloff, Supervision, TeamPlace)]
    assert bring(VISITS) == 0
    assert "0 visits came in, 0 of them with a session. Already there: 32 visits." in capsys.readouterr().out
    after = [kind.objects.count() for kind in (Staff, Client, Visit, Session, Calloff, Supervision, TeamPlace)]
    assert after == before


def test_check_writes_nothing(cast, capsys):
    before = (Staff.objects.count(), Client.objects.count(), Visit.objects.count())
    assert bring(VISITS, "--check") == 0
    out = capsys.readouterr().out
    assert "37 staff, 19 supervisions" in out and "32 visits (1 canceled, 28 completed" in out
    assert (Staff.objects.count(), Client.objects.count(), Visit.objects.count()) == before


def test_the_zone_is_asked_for_and_never_guessed(cast, capsys):
    assert bring(VISITS, zone=()) == 2
    assert "have no zone: say it, for example --zone America/New_York" in capsys.readouterr().err
    assert bring(VISITS, zone=("--zone", "Mars/Base")) == 2
    assert "Mars/Base is not the name of a zone" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "changed", "sentence"),
    [
        ("visits.csv", {"actual_end": "2020-01-01T00:00"}, "row 2, column actual_end: the visit ends before it began"),
        ("visits.csv", {"visit_status": "GONE"}, "row 2, column visit_status: “GONE” is not COMPLETED, SCHEDULED"),
        ("visits.csv", {"employee_id": "1"}, "row 2, column employee_id: there is no employee “1”"),
        ("visits.csv", {"scheduled_start": "soon"}, "column scheduled_start: “soon” is not a time such as"),
        ("visits.csv", {"scheduled_start": "2026-03-08T02:30"}, "“2026-03-08T02:30” is skipped in America/New_York"),
        ("visits.csv", {"scheduled_start": "2026-03-09T02:30Z"}, "has a zone of its own; the others have none"),
        ("visits.csv", {"scheduled_duration_minutes": "1e3"}, "“1e3” is not a number of minutes up to 1440"),
        ("visits.csv", {"visit_id": ""}, "row 2, column visit_id: it is empty"),
        ("individuals.csv", {"date_of_birth": "1970-02-30"}, "column date_of_birth: “1970-02-30” is not a day such as"),
        ("individuals.csv", {"full_name": "=cmd()"}, "column full_name: “=cmd()” begins as a spreadsheet formula does"),
        ("individual_programs.csv", {"end_date": "2000-01-01"}, "column end_date: it ends before it begins"),
    ],
)
def test_a_bad_row_keeps_its_client_out_and_no_other(cast, folder, capsys, name, changed, sentence):
    who = spoil(folder, name, **changed)["individual_id"]
    assert bring(folder) == 1
    out, err = capsys.readouterr()
    assert sentence in err and f"{name}, row 2" in err
    assert "Left out: 1 clients." in out
    assert not Client.objects.filter(identifier=who).exists()
    assert Client.objects.exclude(identifier__startswith="C-").count() == 5


def test_a_folder_without_its_files(cast, tmp_path, capsys):
    assert bring(tmp_path) == 2
    assert f"{tmp_path} has no employees.csv, employee_supervision.csv" in capsys.readouterr().err


def test_a_file_of_another_shape(cast, folder, capsys):
    (folder / "visits.csv").write_bytes("Zoë;1".encode("utf-16"))
    assert bring(folder) == 2
    assert "visits.csv is not UTF-8 text (byte 1): save it as CSV UTF-8" in capsys.readouterr().err
    assert Visit.objects.count() == 0


@pytest.mark.skipif(not FULL.exists(), reason="the whole folder of visits is not at hand")
def test_what_is_known_about_the_whole_folder():
    """Counted independently, as the folder's README says."""
    records, found = read(FULL, ZONE)
    assert found.faults == []
    assert (len(records.individuals), len(records.employees), len(records.programs)) == (200, 80, 8)
    statuses = Counter(visit.status for visit in records.visited)
    assert statuses == {"COMPLETED": 2063, "NO_SHOW": 438, "CANCELED": 224, "RESCHEDULED": 64, "SCHEDULED": 83}
    assert len(staff_overlaps(records.visited)) == 0
    assert len(client_overlaps(records.visited)) == 31


@pytest.mark.slow
@pytest.mark.skipif(not FULL.exists(), reason="the whole folder of visits is not at hand")
def test_the_whole_folder_comes_in(cast, capsys):
    assert bring(FULL) == 0
    assert "2872 visits came in, 2063 of them with a session." in capsys.readouterr().out
    assert (Visit.objects.count(), Session.objects.count(), Calloff.objects.count()) == (2872, 2063, 726)
