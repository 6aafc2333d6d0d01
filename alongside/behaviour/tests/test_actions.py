"""Recording, correcting, taking back: done, refused, unacceptable, written down."""

from alongside.behaviour import actions as behaviour
from alongside.behaviour.models import Tally
from alongside.behaviour.tests.scenes import record, seen, session, target


def test_recording_counts(cast):
    hands, visit = target(cast), session(cast)
    record(cast, visit, seen(hands, count=1), seen(hands, 2, count=2))
    tally = Tally.objects.get(session=visit, target=hands)
    assert (tally.n, tally.numerator, tally.value) == (2, 3, 3.0)


def test_one_observation_takes_at_most_eight_statements(cast, django_assert_max_num_queries):
    hands, visit = target(cast), session(cast)
    record(cast, visit, seen(hands, count=1))
    rosa = cast.rosa
    with django_assert_max_num_queries(8):
        behaviour.record(by=rosa, on=visit.pk, observations=[seen(hands, 3, count=1)], opened_for=cast.theo.pk)
