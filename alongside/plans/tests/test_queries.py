"""What pages read: how many statements, what is written down, what stays out of sight."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.foundation.errors import NotHere, Refused
from alongside.foundation.models import Entry
from alongside.people import actions as people
from alongside.plans import actions as plans
from alongside.plans import queries, telling
from alongside.plans.rules import texts
from tests import plans as planned


def test_the_card_for_the_field_takes_eight_statements(cast, django_assert_max_num_queries):
    planned.published(cast)
    rosa = cast.rosa
    with django_assert_max_num_queries(8):
        shown = queries.card(by=rosa, on=cast.theo.pk)
    assert list(shown.stages) == planned.card()
    assert shown.targets == (("Hands", "behaviour"), ("Asks for a break", "replacement"))
    assert Entry.objects.filter(verb="plans.see_card", outcome="read", client_id=cast.theo.pk).count() == 1


def test_only_readers_by_duty_are_asked_whether_they_read_it(cast):
    planned.published(cast)
    people.break_glass(by=replace(cast.ben, confirmed_at=datetime.now(UTC)), on=cast.theo.pk, reason="Covers tonight.")
    asked = [queries.card(by=who, on=cast.theo.pk).may_acknowledge for who in (cast.rosa, cast.ben, cast.imani)]
    assert asked == [True, False, True]


def test_the_page_of_both_plans_takes_as_many_statements_with_a_long_history(cast):
    version = planned.published(cast)
    planned.published(cast, kind="treatment")
    imani, counts = cast.imani, []
    for _ in range(2):
        with CaptureQueriesContext(
            connection,
        ) as few:
            queries.plans_of(by=imani, on=cast.theo.pk)
        counts.append(len(few))
        draft = plans.draft(by=imani, on=version.plan_id)
        plans.write(by=imani, on=draft, section=texts.About("Again.", planned.IN_THREE_MONTHS))
        plans.publish(by=imani, on=draft)
    assert counts[0] == counts[1] <= 24


def test_a_draft_is_no_version_to_read_and_a_version_no_draft_to_write(cast):
    draft = planned.drafted(cast)
    for read in (queries.version, queries.on_paper):
        with pytest.raises(NotHere):
            read(by=cast.imani, on=draft.pk)
    with pytest.raises(NotHere):
        queries.compare(by=cast.imani, on=draft.plan_id)
    plans.publish(by=cast.imani, on=draft)
    for read in (queries.draft, queries.review):
        with pytest.raises(NotHere):
            read(by=cast.imani, on=draft.pk)


def test_printing_is_written_down_by_itself(cast):
    version = planned.published(cast)
    queries.on_paper(by=cast.imani, on=version.pk)
    assert Entry.objects.filter(verb="plans.print", outcome="read", client_id=cast.theo.pk).count() == 1
    with pytest.raises(Refused):
        queries.on_paper(by=cast.ben, on=version.pk)


def test_an_objective_is_told_in_one_line(cast):
    version = queries.version(by=cast.imani, on=planned.published(cast, kind="treatment").pk)
    line = telling.objective(version.whole.goals[0].objectives[0], version.names, version.units)
    assert line.startswith("Stays in class for a whole lesson: from 12 minutes, to at least 30 minutes, 3 sessions")


def test_an_objective_names_its_target_as_on_the_screen(cast):
    planned.published(cast)
    hands = queries.card(by=cast.imani, on=cast.theo.pk)
    assert hands.targets[0] == ("Hands", "behaviour")
    draft = plans.begin(by=cast.imani, on=cast.theo, kind="treatment")
    [(target, name, unit), _] = queries.draft(by=cast.imani, on=draft.pk).targets
    assert (name, unit) == ("Asks for a break", "times") or (name, unit) == ("Hands", "per hour")
    objective = texts.Objective("Fewer", target_id=target, baseline=4, criterion=2, comparator="<=")
    plans.write(by=cast.imani, on=draft, section=texts.Goal("g", objectives=(objective,)))
    shown = queries.draft(by=cast.imani, on=draft.pk).version
    assert telling.objective(shown.whole.goals[0].objectives[0], shown.names, shown.units).startswith(
        f"Fewer: {name}, "
    )
