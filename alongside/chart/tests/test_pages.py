"""The record's pages: who sees them, what they show, what they cost."""

import re
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from alongside.chart import queries
from alongside.chart.tests.scenes import FIRST, scene, seen
from alongside.foundation.errors import NotHere, Refused
from alongside.foundation.models import Entry
from alongside.plans.models import OtherChange


def still(answer):
    """A page without what differs from one moment to the next: its time and the masks of its form tokens."""
    text = re.sub(r'data-now="[^"]*"', "", answer.content.decode())
    return re.sub(r"[A-Za-z0-9]{64}", "", text)


PAGES = ("", "behavior/", "timeline/", "notes/")


@pytest.mark.parametrize("page", PAGES)
def test_each_page_shows_whose_it_is(cast, at, page):
    scene(cast)
    answer = at("rosa").get(f"/clients/{cast.theo.pk}/{page}")
    assert answer.status_code == 200
    assert "Theodore Bell" in answer.content.decode()
    assert "Theodore" not in answer.content.decode().split("</title>")[0]


@pytest.mark.parametrize("page", PAGES)
def test_another_agency_and_nobody_are_the_same_no(cast, at, page):
    rosa = at("rosa")
    elsewhere, nobody = (rosa.get(f"/clients/{key}/{page}") for key in (cast.omar.pk, uuid4()))
    assert (elsewhere.status_code, still(elsewhere)) == (nobody.status_code, still(nobody))
    assert elsewhere.status_code == 404


@pytest.mark.parametrize("who", ["ben", "hana", "dev"])
def test_who_is_not_related_is_refused_and_that_is_written_down(cast, at, who):
    assert at(who).get(f"/clients/{cast.theo.pk}/").status_code == 403
    assert Entry.objects.filter(verb="chart.see", outcome="refused", client_id=cast.theo.pk).exists()


@pytest.mark.parametrize("who", ["imani", "amara", "quinn"])
def test_supervisors_directors_and_quality_may_read(cast, at, who):
    assert at(who).get(f"/clients/{cast.theo.pk}/").status_code == 200


def test_reading_is_written_down(cast, at):
    at("rosa").get(f"/clients/{cast.theo.pk}/")
    entry = Entry.objects.get(verb="chart.see", outcome="read")
    assert (entry.client_id, entry.role, entry.relation) == (cast.theo.pk, "tss", "team")


def test_an_empty_record_says_what_will_be_here(cast, at):
    text = at("rosa").get(f"/clients/{cast.lucia.pk}/").content.decode()
    assert "Nothing is measured yet." in text


def test_a_change_in_the_evening_stands_on_its_own_day(cast):
    """Eight in the evening in New York is the next day by UTC."""
    target = scene(cast).target
    evening = datetime(2026, 3, 11, 1, 0, tzinfo=UTC)
    OtherChange.objects.create(client=cast.theo, kind="medication", label="Medicine changed", at=evening)
    (change,) = queries.graph(by=cast.rosa, on=target.pk).graph.changes
    assert change.day == date(2026, 3, 10)


def test_the_graph_page(cast, at):
    target = scene(cast).target
    OtherChange.objects.create(
        client=cast.theo, kind="medication", label="Medicine changed", at=FIRST + timedelta(days=8)
    )
    text = at("rosa").get(f"/behaviors/{target.pk}/").content.decode()
    assert "Leaves the area: down from 6.2 to 2.2 per hour" in text
    assert "Real change. Not yet proof that the plan did it." in text
    assert "Something else changed on 10 Mar 2026: Medicine changed." in text
    assert "1.00 (0." in text
    assert "On 614 graphs whose truth is known" in text


def test_the_graph_by_calendar(cast, at):
    target = scene(cast).target
    assert at("rosa").get(f"/behaviors/{target.pk}/?axis=calendar").status_code == 200


@pytest.mark.parametrize("who", ["ben", "dev"])
def test_a_graph_is_as_private_as_its_client(cast, who):
    target = scene(cast).target
    with pytest.raises(Refused):
        queries.graph(by=getattr(cast, who), on=target.pk)
    with pytest.raises(NotHere):
        queries.graph(by=cast.rosa, on=uuid4())


@pytest.mark.parametrize(
    "before", ["x", "2026-13-01", "٢٠٢٦-٠١-٠١", "2026-01-01T00:00:00", "9999-12-31T23:59:59+00:00"]
)
def test_a_strange_moment_is_no_error(cast, at, before):
    assert at("rosa").get(f"/clients/{cast.theo.pk}/timeline/", {"before": before}).status_code == 200


def test_a_client_of_years_costs_no_more_statements(cast, django_assert_max_num_queries):
    one = scene(cast)
    for n in range(100):
        seen(cast, one.target, FIRST + timedelta(days=20 + n), 1.0)
    with django_assert_max_num_queries(14):
        page = queries.graph(by=cast.rosa, on=one.target.pk)
    assert [len(c.visits) for c in page.conditions] == [5, 60]
    assert page.conditions[1].cut
    with django_assert_max_num_queries(28):
        queries.overview(by=cast.rosa, on=cast.theo.pk, now=FIRST)
    with django_assert_max_num_queries(15):
        queries.timeline(by=cast.rosa, on=cast.theo.pk)
