"""On what ground a report goes out, and that it stays on record."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from alongside.consents import actions as consents
from alongside.foundation.errors import Refused, Unacceptable
from alongside.foundation.models import Entry
from alongside.foundation.moments import today
from alongside.people import actions as people
from alongside.reports import actions as reports
from alongside.reports.models import Sending
from alongside.reports.tests import scenes


def sent(cast, report, ground="", **more):
    said = {"recipient": "June Bell", "way": "hand", **more}
    return reports.send(by=cast.imani, on=report.pk, ground=ground, **said)


def test_a_language_without_sentences_is_refused(cast):
    with pytest.raises(Unacceptable, match="language"):
        scenes.drafted(cast, "court", language="es")


def test_what_is_not_signed_is_not_sent(cast):
    with pytest.raises(Refused, match="not_signed"):
        sent(cast, scenes.drafted(cast))
    assert not Sending.objects.exists()


@pytest.mark.parametrize("reader", ["family", "school", "court"])
def test_nothing_is_sent_where_nothing_covers_it(cast, reader):
    report = scenes.signed(cast, reader)
    with pytest.raises(Refused, match="uncovered") as no:
        sent(cast, report)
    assert no.value.no.way_on == f"/clients/{cast.theo.pk}/consents/" and not Sending.objects.exists()


def test_a_payer_needs_no_release(cast):
    assert sent(cast, scenes.signed(cast, "payer"), "payment").ground == "payment"


def test_a_release_covers_its_reader_until_it_is_taken_back(cast):
    report, release = scenes.signed(cast, "school"), scenes.released(cast)
    assert sent(cast, report, str(release.pk)).release_id == release.pk
    assert Entry.objects.filter(verb="reports.send", client_id=cast.theo.pk, outcome="done").exists()
    consents.end(by=cast.imani, on=release.pk, reason="June took it back today.")
    with pytest.raises(Refused, match="ended") as no:
        sent(cast, report, str(release.pk))
    assert no.value.no.values["reason"] == "June took it back today." and Sending.objects.count() == 1


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"until": date(2026, 3, 1)}, "over"), ({"given": False}, "refused"),
        ({"begins_on": today("America/New_York") + timedelta(days=9)}, "later"),
    ],
)  # fmt: skip
def test_what_does_not_hold_today_stops_sending_with_its_reason(cast, at, said, why):
    report = scenes.signed(cast, "school")
    scenes.released(cast, **said)
    with pytest.raises(Refused, match=why):
        sent(cast, report)
    page = at("imani").get(f"/reports/{report.pk}/").content.decode()
    assert f"/clients/{cast.theo.pk}/consents/" in page and "June Bell" in page and "Lea Elementary" in page


def test_a_release_for_another_reader_is_no_ground(cast):
    report, release = scenes.signed(cast, "court"), scenes.released(cast, "school")
    scenes.released(cast, "court", what="order", by_whom="Family Court, 26-1041")
    with pytest.raises(Unacceptable, match="ground"):
        sent(cast, report, str(release.pk))


def test_a_mother_who_may_consent_is_a_ground(cast):
    report = scenes.signed(cast)
    june = people.connect(
        by=cast.dev, on=cast.theo, given="June", family="Bell", relation="mother", in_law="parent",
        began_on=date(2026, 1, 5),
    )  # fmt: skip
    people.grant_right(by=cast.amara, on=june, right="consent", order="Custody agreement of 5 Jan 2026")
    assert sent(cast, report, str(june.pk)).contact_id == june.pk


def test_a_sending_stays_and_has_a_ground(cast):
    made = sent(cast, scenes.signed(cast, "payer"), "payment")
    for sql in ("update reports_sending set recipient = 'x'", "delete from reports_sending"):
        with pytest.raises((IntegrityError, Exception)), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    values = {"client_id": made.client_id, "report_id": made.report_id, "version_id": made.version_id,
              "recipient": "x", "way": "hand", "ground_words": "x", "staff_id": made.staff_id}  # fmt: skip
    with pytest.raises(IntegrityError, match="sending_grounded"), transaction.atomic():
        Sending.objects.create(ground="release", **values)
