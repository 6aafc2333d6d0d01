"""On what ground a report goes out, and that it stays on record."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.db import IntegrityError, connection, transaction

from alongside.foundation.errors import Refused, Unacceptable
from alongside.foundation.models import Entry
from alongside.people import actions as people
from alongside.reports import actions as reports
from alongside.reports import rules
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
    assert no.value.no.way_on == f"/clients/{cast.theo.pk}/reports/" and not Sending.objects.exists()


def test_a_payer_needs_no_release(cast):
    assert sent(cast, scenes.signed(cast, "payer"), "payment").ground == "payment"


def test_a_release_covers_its_reader_until_it_ends_or_is_withdrawn(cast):
    report, release = scenes.signed(cast, "school"), scenes.released(cast)
    assert sent(cast, report, str(release.pk)).release_id == release.pk
    assert Entry.objects.filter(verb="reports.send", client_id=cast.theo.pk, outcome="done").exists()
    reports.withdraw(by=cast.imani, on=release.pk, because="June took it back today.")
    with pytest.raises(Refused, match="uncovered"):
        sent(cast, report, str(release.pk))


def test_a_release_for_another_reader_is_no_ground(cast):
    report, release = scenes.signed(cast, "court"), scenes.released(cast, "school")
    scenes.released(cast, "court", basis="order", given_by="Family Court, 26-1041")
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


def test_a_withdrawal_needs_a_reason_and_happens_once(cast):
    release = scenes.released(cast)
    with pytest.raises(Unacceptable, match="reason"):
        reports.withdraw(by=cast.imani, on=release.pk, because="No")
    assert reports.withdraw(by=cast.imani, on=release.pk, because="June took it back today.")
    assert not reports.withdraw(by=cast.imani, on=release.pk, because="June took it back today.")


def test_a_sending_stays_and_has_a_ground(cast):
    made = sent(cast, scenes.signed(cast, "payer"), "payment")
    for sql in ("update reports_sending set recipient = 'x'", "delete from reports_sending"):
        with pytest.raises((IntegrityError, Exception)), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    values = {"client_id": made.client_id, "report_id": made.report_id, "version_id": made.version_id,
              "recipient": "x", "way": "hand", "ground_words": "x", "staff_id": made.staff_id}  # fmt: skip
    with pytest.raises(IntegrityError, match="sending_grounded"), transaction.atomic():
        Sending.objects.create(ground="release", **values)


@pytest.mark.parametrize(
    ("on", "holds"),
    [(date(2026, 1, 4), False), (date(2026, 1, 5), True), (date(2026, 12, 31), True), (date(2027, 1, 5), False)],
)
def test_a_release_holds_from_its_first_day_to_the_day_before_its_end(on, holds):
    release = SimpleNamespace(reader="school", began_on=date(2026, 1, 5), ended_on=date(2027, 1, 5), withdrawn_at=None)
    assert rules.covers(release, reader="school", on=on) is holds
    assert not rules.covers(release, reader="court", on=on)
