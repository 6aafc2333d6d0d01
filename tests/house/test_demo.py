"""The demo agency: made by its cast's own acts, once, and worth looking at."""

from contextlib import contextmanager
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils.timezone import now

from alongside.accounts import demo as entries
from alongside.agencies.models import Agency
from alongside.assessments import queries as function
from alongside.assessments.models import Analysis, Assessment
from alongside.chart.queries import overview
from alongside.desk.today import queries as desk
from alongside.field.queries import holds
from alongside.foundation.models import Entry
from alongside.foundation.progress import quiet
from alongside.foundation.tenancy import inside
from alongside.incidents.models import Crisis, CrisisClosing, CrisisLine
from alongside.people.models import Client
from alongside.plans.lookups import plan_in_force
from alongside.project import demo
from alongside.project.demo import agency, cast
from alongside.project.demo.steps import Steps
from alongside.project.troubles import Trouble
from alongside.safety import queries as safety
from alongside.safety.models import CheckIn, Watch
from alongside.schedule.models import Visit
from tests.connecting import connected_to, url_of


@pytest.fixture(scope="module")
def database(django_db_setup, templates, django_db_blocker):
    """The demo takes a while: it is made once for all who look at it."""
    name = templates.clone()
    with connected_to(url_of(templates.cluster, "app", name), django_db_blocker), pytest.MonkeyPatch.context() as patch:
        patch.setenv(agency.OWNER, url_of(templates.cluster, "owner", name))
        demo.make(Steps(quiet))
    yield name
    templates.drop(name)


@pytest.fixture
def made(database, templates, django_db_blocker):
    with connected_to(url_of(templates.cluster, "app", database), django_db_blocker):
        yield Agency.objects.get(name="Harbor Family Services")


@contextmanager
def as_(who, made):
    with inside(made.pk):
        yield cast.again(made.pk)[who]


@pytest.mark.slow
def test_the_demo_is_made_by_its_cast_and_once(made):
    with inside(made.pk):
        house = cast.again(made.pk)
        staff = set(house.staff.values())
        acts = Entry.objects.exclude(outcome="read")
        ours = acts.exclude(role="founder")
        assert set(ours.values_list("staff_id", flat=True)) <= staff
        assert {"plans.publish", "schedule.book"} <= set(acts.values_list("verb", flat=True))
        before = (Client.objects.count(), acts.count())
    demo.make(Steps(quiet))
    with inside(made.pk):
        assert (Client.objects.count(), Entry.objects.exclude(outcome="read").count()) == before
    assert Agency.objects.filter(is_demo=True).count() == 2
    assert [person.name for person in entries.people()][:2] == ["Rosa Delgado", "Imani Okafor"]


@pytest.mark.slow
def test_rosa_finds_a_visit_today_and_a_plan_that_changed(made):
    with as_("rosa", made) as rosa:
        page = desk.today(by=rosa, on=rosa.staff_id)
        theo = Client.objects.get(identifier="HFS-1042")
        assert theo.pk in {visit.client_id for visit in Visit.objects.filter(staff=rosa.staff_id)}
        assert plan_in_force(theo.pk, kind="behaviour").number == 2
        assert page


@pytest.mark.slow
def test_imani_sees_whether_it_works(made):
    with as_("imani", made) as imani:
        theo = Client.objects.get(identifier="HFS-1042")
        rows = {row.target.name: row for row in overview(by=imani, on=theo, now=now()).rows}
        assert rows["Leaves the area"].reading == "change"
        assert rows["Hits or pushes"].reading != "change"


@pytest.mark.slow
def test_imani_sees_who_works_alone_and_what_happened(made):
    with as_("imani", made) as imani:
        signals = safety.out(by=imani, on=imani.agency_id).signals
        assert [bool(one.answered) for one in signals] == [True]
        crisis = Crisis.objects.get()
        assert CrisisLine.objects.filter(crisis=crisis).count() == 5
        assert CrisisClosing.objects.filter(crisis=crisis).exists()
        assert CheckIn.objects.filter(due_at=None).count() == Watch.objects.count() == 2


@pytest.mark.slow
def test_hana_has_something_held_to_decide_about(made):
    with as_("hana", made) as hana:
        (held,) = holds(by=hana, on=hana.staff_id)
        assert (held.who, held.kind, held.why) == ("Ben Ruiz", "sessions.start/1", "refused")


@pytest.mark.slow
def test_hana_finds_why_it_happens(made):
    """Sequences, interval recording, a second person's records, and an analysis of conditions that alternate."""
    with as_("hana", made) as hana:
        ida = Client.objects.get(identifier="HFS-0988")
        found = function.see(by=hana, on=Assessment.objects.get(client=ida)).found
        told = {one.given: found.sequences.looks.told(one) for one in found.sequences.before}
        assert told["attention_away"] == "more" and found.evidence.samples > 20
        first = found.intervals.rows[0]
        assert (found.names[first.given], found.names[first.target]) == ("Calls out", "Somebody comes to her")
        assert found.intervals.looks.told(first.next) == "more"
        assert found.compared.visits == 2 and 0 < found.compared.events <= 100
        kinds = {one.kind: one for one in Analysis.objects.all()}
        assert set(kinds) == {"paired", "mswo", "free", "alternating", "multielement", "trial_based"}
        conditions = function.look(by=hana, on=kinds["multielement"]).conditions
        assert [one.name for one in conditions if one.lines and one.lines.differentiated] == ["Company"]


def test_without_the_owner_it_says_what_to_do(db, monkeypatch):
    monkeypatch.delenv(agency.OWNER, raising=False)
    with pytest.raises(Trouble, match="alongside prepare"):
        agency.found({"name": "Nobody", "zone": "UTC", "jurisdiction": "US-PA"})


@pytest.mark.slow
def test_the_demo_opens_again_around_midnight(made):
    """The visit that is due when the demo is opened late may last into the next day, on which it is opened again."""
    zone = ZoneInfo("America/New_York")
    today = now().astimezone(zone).date()
    saturday = today + timedelta(days=(5 - today.weekday()) % 7 + 7)  # nobody has a regular visit on the day after it
    late = datetime.combine(saturday, time(23, 50), zone)
    for moment in (late, late + timedelta(minutes=15), late + timedelta(minutes=40)):
        with time_machine.travel(moment, tick=False):
            demo.make(Steps(quiet))
    with inside(made.pk):
        assert Visit.objects.filter(begins_at__gte=late - timedelta(minutes=30)).exists()
