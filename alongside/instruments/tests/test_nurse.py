"""A nurse asks, works, signs, corrects and takes back her own answers, on a team of hers; nobody else's."""

import pytest

from alongside.documents import lookups as documents
from alongside.foundation.errors import Refused
from alongside.instruments import actions, lookups, queries
from alongside.instruments.models import Answering
from alongside.instruments.tests.scenes import DAY, answered, begin, nodes, shown, sign, signed
from alongside.people import actions as people
from alongside.people.models import TeamPlace

PHQ = {str(n): 1 for n in range(1, 10)}


@pytest.fixture
def nadia(cast):
    """The nurse, with a place on Ida's team."""
    people.place_on_team(by=cast.dev, on=cast.ida, staff=cast.staff["nadia"], began_on=DAY)
    return cast.nadia


def test_she_asks_and_answers_for_what_she_signed(cast, nadia):
    assert queries.offered(by=nadia, on=cast.ida).offered
    one = signed(cast, "phq-9", PHQ, by=nadia, client=cast.ida)
    assert [score.total for score in lookups.scores_of_answering(one.pk)] == [9]
    assert queries.export(by=nadia, on=one.pk)["status"] == "completed"
    actions.correct(by=nadia, on=one.pk)
    assert queries.work(by=nadia, on=one.pk) is not None
    late = actions.save(by=nadia, on=one.pk, based_on=0, answers=nodes("phq-9", {**PHQ, "1": 2}))
    actions.choose(by=nadia, on=one.pk, aside=late.aside, based_on=1)
    sign(nadia, one, reason="The first line was misheard.")
    assert [score.total for score in lookups.scores_of_answering(one.pk)] == [10]
    actions.void(by=nadia, on=one.pk, reason="It was about another client.")
    assert Answering.objects.get(pk=one.pk).state == "void"
    people.end_place(by=cast.dev, on=TeamPlace.objects.get(client=cast.ida, staff=nadia.staff_id))
    assert queries.read(by=nadia, on=one.pk).mine, "what she wrote stays hers to read"


def test_what_is_somebody_elses_is_not_hers(cast, nadia):
    theirs = answered(cast, "phq-9", PHQ, by=cast.ben, client=cast.ida)
    done = signed(cast, "phq-9", PHQ, by=cast.ben, client=cast.ida)
    saved = documents.at_work(theirs.document_id).saved
    for act, on, said in (
        (actions.save, theirs, {"based_on": saved}), (actions.sign, theirs, {"saved": saved}),
        (actions.correct, done, {}), (actions.void, done, {"reason": "It was about another client."}),
    ):  # fmt: skip
        with pytest.raises(Refused):
            act(by=shown(nadia), on=on.pk, **said)
    assert queries.read(by=nadia, on=done.pk).mine is False


def test_of_whom_she_does_not_know_she_asks_nothing(cast):
    with pytest.raises(Refused):
        begin(cast, by=cast.nadia)
