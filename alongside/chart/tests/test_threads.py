"""From a goal to visits and notes and back: what belongs to an objective, where the thread breaks, the pages."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
import time_machine

from alongside.chart import queries
from alongside.chart.threads import threads
from alongside.documents import lookups as documents
from alongside.foundation.moments import today
from alongside.notes.tests import scenes
from alongside.outcomes.reading.thread import Facts, Gap, Worked, gaps
from alongside.people import actions as people
from alongside.people.models import TeamPlace
from alongside.plans import actions as plans
from alongside.plans import lookups
from alongside.plans.models import Target
from alongside.plans.rules.texts import About, Goal, Objective
from tests import plans as planned

DAY = date(2026, 11, 22)
ASKED = {"quiet_days": 14}


def days(n):
    return DAY - timedelta(days=n)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"last_on": days(3), "passed": 2}, ()),
        ({"last_on": days(40), "passed": 8}, (Gap("quiet", 8, days(40)),)),
        ({"last_on": days(40), "passed": 0}, ()),
        ({"last_on": None, "passed": 5, "since": days(50)}, (Gap("never", 5, days(50)),)),
        ({"last_on": None, "passed": 5, "since": days(14)}, ()),
        ({"last_on": None, "passed": 0, "measured": False}, (Gap("unmeasured"),)),
        ({"worked": [Worked(days(1), False, False), Worked(DAY, False, False)]}, (Gap("unwritten", 1),)),
        ({"worked": [Worked(days(1), False, False, owed=False)]}, ()),
        ({"worked": [Worked(days(1), True, False), Worked(days(2), True, True)]}, (Gap("silent", 1),)),
    ],
)
def test_where_a_thread_breaks(said, found):
    said = {"since": days(90), "last_on": days(1), "passed": 0, "measured": True, "worked": (), **said}
    assert gaps(Facts(**said), DAY, ASKED) == found


AIMS = ("Hits at most once an hour", "Says what he needs")


@pytest.fixture
def aims(cast):
    """Both plans of Theo's since yesterday: an objective on his hits, and one that nothing measures."""
    scenes.plan(cast)
    hits = Target.objects.get(client=cast.theo, name="Aggression").pk
    measured = Objective(AIMS[0], hits, baseline=4, comparator="<=", criterion=1, due_on=planned.IN_THREE_MONTHS)
    bare = Objective(AIMS[1], unit="times", baseline=0, criterion=3, due_on=planned.IN_THREE_MONTHS)
    with time_machine.travel(datetime.now(UTC) - timedelta(days=1)):
        version = plans.begin(by=cast.imani, on=cast.theo, kind="treatment")
        for section in [*planned.treatment_sections()[:-1], Goal("I stay with my class.", True, (measured, bare))]:
            plans.write(by=cast.imani, on=version, section=section)
        plans.publish(by=cast.imani, on=version)
    return {one.text: one for one in lookups.strands_of(cast.theo.pk)}


def thread(cast, text):
    found = threads(cast.theo.pk, lookups.strands_of(cast.theo.pk), by=cast.imani)
    return next(one for one in found if one.strand.text == text)


def test_a_visit_and_its_note_belong_to_the_objective_that_was_recorded(cast, aims):
    note = scenes.signed(cast)
    found = thread(cast, AIMS[0])
    [stitch] = found.stitches
    assert (found.visits, found.last_on, found.spoken, found.gaps) == (1, stitch.day, 1, ())
    assert (stitch.who, stitch.note, stitch.note_way) == ("Rosa Delgado", "signed", f"/notes/{note.pk}/")
    bare = thread(cast, AIMS[1])
    assert (bare.visits, [gap.code for gap in bare.gaps]) == (0, ["unmeasured"])


def test_what_was_left_out_of_a_note_is_a_gap(cast, aims):
    note = scenes.written(cast)
    body = documents.at_work(note.document_id).body
    spoken = next(one["id"] for one in body["sentences"] if AIMS[0] in one["text"])
    scenes.save(note, by=cast.rosa, texts={spoken: ""})
    scenes.sign(note, by=cast.rosa)
    assert thread(cast, AIMS[0]).gaps == (Gap("silent", 1),)


def test_a_draft_speaks_of_nothing_yet(cast, aims):
    scenes.note(cast)
    [stitch] = thread(cast, AIMS[0]).stitches
    assert (stitch.note, stitch.signed, stitch.speaks, stitch.note_way) == ("draft", False, False, "")


def test_the_thread_goes_on_through_the_versions(cast, aims):
    scenes.signed(cast)
    draft = plans.draft(by=cast.imani, on=lookups.plan_in_force(cast.theo.pk, kind="treatment").plan_id)
    plans.write(by=cast.imani, on=draft, section=About("Again.", planned.IN_THREE_MONTHS))
    plans.publish(by=cast.imani, on=draft)
    found = thread(cast, AIMS[0])
    assert found.strand.id != aims[AIMS[0]].id and found.strand.since == aims[AIMS[0]].since
    assert (found.strand.version, found.visits, found.spoken) == (2, 1, 1)


def test_the_pages(cast, at, aims):
    note = scenes.signed(cast)
    imani, objective = at("imani"), aims[AIMS[0]]
    page = imani.get(f"/clients/{cast.theo.pk}/thread/").content.decode()
    for said in ("I stay with my class.", f"/objectives/{objective.id}/", "1 of 2 objectives has a gap.",
                 "Nothing measures it", f"/notes/{note.pk}/"):  # fmt: skip
        assert said in page, said
    page = imani.get(f"/objectives/{objective.id}/").content.decode()
    assert "The note speaks of it" in page and f"/plans/versions/{objective.version_id}/" in page
    assert f"/clients/{cast.theo.pk}/thread/" in imani.get(f"/clients/{cast.theo.pk}/plans/").content.decode()
    back = imani.get(f"/notes/{note.pk}/").content.decode()
    assert "Objectives that this note speaks of" in back and f'href="/objectives/{objective.id}/"' in back
    assert "treatment plan" in back.lower() and f'href="/plans/versions/{objective.version_id}/"' in back


def test_whoever_left_the_team_reads_the_note_without_ways_that_are_closed(cast, at, aims):
    note = scenes.signed(cast)
    place = TeamPlace.objects.get(client=cast.theo, staff=cast.staff["rosa"])
    people.end_place(by=cast.dev, on=place, ended_on=today(cast.dev.zone))
    page = at("rosa").get(f"/notes/{note.pk}/").content.decode()
    assert AIMS[0] in page and f'href="/objectives/{aims[AIMS[0]].id}/"' not in page


def test_others_and_an_empty_record(cast, at):
    assert at("ben").get(f"/clients/{cast.theo.pk}/thread/").status_code == 403
    for id in (cast.omar.pk, uuid4()):
        assert at("imani").get(f"/clients/{id}/thread/").status_code == 404
    assert "No objective yet" in at("imani").get(f"/clients/{cast.theo.pk}/thread/").content.decode()


def test_it_is_read_in_eight_statements(cast, aims, django_assert_max_num_queries):
    scenes.signed(cast)
    scenes.signed(cast, hours_ago=4, own={"safety": "Nothing happened on the way, and nobody was hurt at any time."})
    imani = cast.imani
    with django_assert_max_num_queries(10):
        queries.thread_of(by=imani, on=cast.theo)
