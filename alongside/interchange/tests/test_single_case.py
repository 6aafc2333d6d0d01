"""`alongside import single-case`: the record says what the file says, once, by somebody who may."""

import pytest

from alongside.behaviour.lookups import series
from alongside.foundation.models import Entry
from alongside.interchange.command import main
from alongside.interchange.tests.files import HEADING, ONE, SERIES, TWO, changed, rows
from alongside.people.models import Alert, Client, TeamPlace
from alongside.plans.lookups import phases_of, plan_in_force, targets_of
from alongside.sessions.models import Session

HARBOR = ["--agency", "Harbor Family Services"]


@pytest.fixture
def write(tmp_path):
    def file(text, name="cases.csv"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return file


def bring(*words):
    return main(["single-case", *map(str, words), *HARBOR])


def client(identifier):
    return Client.objects.select_related("party").get(identifier=identifier)


@pytest.mark.parametrize("name", ["McKissick", "Crozier2005", "Parker2009"])
def test_the_record_says_what_the_file_says(cast, capsys, name):
    path = SERIES / f"{name}.csv"
    assert bring(path) == 0
    by_series = {}
    for row in rows(path):
        by_series.setdefault(row["series"], []).append(row)
    assert f"{len(by_series)} cases came in with {len(rows(path))} sessions." in capsys.readouterr().out
    for said, found in by_series.items():
        here = client(f"{name}/{said}".upper())
        [target] = targets_of(here.pk)
        points = series(here.pk, target.id)
        assert [point.value for point in points] == [float(row["outcome"]) for row in found]
        assert (target.improvement, target.measure) == (found[0]["improvement"], "reported")
        labels = list(dict.fromkeys(row["phase"] for row in found))
        assert [phase.label for phase in phases_of(here.pk, target.id)] == labels


def test_what_is_published_is_marked_as_such(cast):
    bring(SERIES / "McKissick.csv")
    here = client("MCKISSICK/PERIOD 1")
    assert here.party.name == "Period 1"
    assert Alert.objects.get(client=here).text == "Published data, not a real person: McKissick"
    sessions = Session.objects.filter(client=here)
    assert {session.taken_from for session in sessions} == {"McKissick.csv"}
    assert plan_in_force(here.pk).taken_from == "McKissick.csv"
    assert {session.plan_version_id for session in sessions} == {plan_in_force(here.pk).version_id}
    assert targets_of(here.pk)[0].unit == "count in 20 min"


def test_twice_changes_nothing(cast, capsys):
    bring(SERIES / "McKissick.csv")
    before = (Client.objects.count(), Session.objects.count(), Entry.objects.count())
    assert bring(SERIES / "McKissick.csv") == 0
    assert "0 cases came in with 0 sessions. Already there: 3." in capsys.readouterr().out
    assert (Client.objects.count(), Session.objects.count(), Entry.objects.count()) == before


def test_the_ledger_says_who_and_in_which_capacity(cast):
    bring(SERIES / "McKissick.csv")
    verbs = {"people.take_over", "plans.take_over", "sessions.take_over", "behaviour.take_over"}
    entries = Entry.objects.filter(verb__in=verbs, client_id=client("MCKISSICK/PERIOD 1").pk)
    assert {entry.verb for entry in entries} == verbs
    assert {(entry.staff_id, entry.role, entry.relation) for entry in entries} == {
        (cast.staff["ada"], "admin", "agency")
    }


def test_somebody_else_answers_for_it_when_named(cast):
    assert bring(SERIES / "McKissick.csv", "--as", "amara nwosu") == 0
    entry = Entry.objects.get(verb="people.take_over", client_id=client("MCKISSICK/PERIOD 1").pk)
    assert (entry.staff_id, entry.role) == (cast.staff["amara"], "director")


def test_who_may_not_import_is_told(cast, capsys):
    assert bring(SERIES / "McKissick.csv", "--as", "Rosa Delgado") == 2
    assert capsys.readouterr().err.startswith("alongside import: ")
    assert Client.objects.count() == 3


def test_team_stands_beside_them(cast):
    bring(SERIES / "McKissick.csv", "--team", "Imani Okafor")
    place = TeamPlace.objects.get(client=client("MCKISSICK/PERIOD 1"))
    assert (place.staff_id, place.part) == (cast.staff["imani"], "supervisor")


def test_check_shows_and_writes_nothing(cast, capsys):
    assert bring(SERIES / "McKissick.csv", "--check") == 0
    out = capsys.readouterr().out
    assert "3 cases would come in, 0 would not:" in out
    assert "McKissick.csv, Period 1: 10 sessions; A (baseline), B (intervention); 13.62, 12.57" in out
    assert Client.objects.count() == 3


def test_one_bad_row_keeps_its_case_out_and_no_other(cast, write, capsys):
    path = write(changed(changed(TWO, 9, "outcome", "often"), 10, "outcome", ""))
    assert bring(path) == 1
    out, err = capsys.readouterr()
    assert "cases.csv, row 9, column outcome: “often” is not a number" in err
    assert "cases.csv, row 10, column outcome: “” is not a number" in err
    assert "1 cases came in with 6 sessions. Already there: 0. Left out: 1." in out
    assert list(Client.objects.filter(identifier__startswith="D/").values_list("identifier", flat=True)) == ["D/ONE"]


def test_a_changed_file_leaves_what_came_in_as_it_is(cast, write, capsys):
    bring(write(ONE))
    assert bring(write(changed(ONE, 3, "outcome", "99"))) == 1
    assert "it is there already with other values or on other days; left as it is" in capsys.readouterr().err
    here = client("D/ONE")
    assert [point.value for point in series(here.pk, targets_of(here.pk)[0].id)] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    "value", ["0.1", "1.99473656508234", "-3.25", "0.000012345678901234567", "999999.9999999999", "1e-20", "1E3"]
)
def test_a_value_is_kept_to_its_last_digit(cast, write, value):
    bring(write(changed(ONE, 3, "outcome", value)))
    here = client("D/ONE")
    assert series(here.pk, targets_of(here.pk)[0].id)[1].value == float(value)


def test_a_number_that_another_client_has_keeps_one_case_out(cast, write, capsys):
    path = write("\n".join([HEADING, "D,a-b,1,A,A,1,increase", "D,a|b,1,A,A,1,increase", "D,c,1,A,A,1,increase"]))
    assert bring(path) == 1
    out, err = capsys.readouterr()
    assert "series “a|b”: D/A-B is the number of another client." in err
    assert "2 cases came in with 2 sessions. Already there: 0. Left out: 1." in out


def test_the_agency_is_asked_for_where_there_are_several(cast, capsys):
    assert main(["single-case", str(SERIES / "McKissick.csv")]) == 2
    err = capsys.readouterr().err
    assert err == 'alongside import: which agency? Say it with --agency: "Elsewhere", "Harbor Family Services"\n'
    assert main(["single-case", str(SERIES / "McKissick.csv"), "--agency", "Nowhere"]) == 2
    assert capsys.readouterr().err.startswith("alongside import: no agency is called Nowhere: here are")


def test_days_to_come_are_refused(cast, write, capsys):
    assert bring(write(ONE), "--first-day", "2199-01-01") == 2
    assert "its last day would lie in the future; name an earlier --first-day" in capsys.readouterr().err
    assert Client.objects.count() == 3
