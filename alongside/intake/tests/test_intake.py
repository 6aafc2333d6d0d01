"""From a referral to findings that were read: each verb done, refused, unacceptable, written down; permanent."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from alongside.consents import actions as consents
from alongside.documents import verifying
from alongside.foundation.errors import NotHere, Refused, Unacceptable
from alongside.foundation.models import Entry, Letter
from alongside.instruments import actions as instruments
from alongside.intake import actions as intake
from alongside.intake import queries
from alongside.intake.models import Addressed, Drawn, Findings, Observed, Seen
from alongside.intake.telling import tell_addressed, tell_no_more
from alongside.intake.tests.scenes import begun, observed, referred, summed_up
from alongside.people import actions as people
from alongside.people.models import Client, Contact, TeamPlace

SAID = {"strengths": "Patient with animals, draws", "findings": "Sleep is short since the move",
        "recommendations": "Begin with an evening routine"}  # fmt: skip


def codes(no):
    return [(fault.code.rsplit(".")[-1], fault.field) for fault in no.value.faults]


def test_a_referral_becomes_a_client_with_what_it_says(cast):
    made = begun(cast, born=None, language="es", interpreter=True, pronouns="she / her")
    client = Client.objects.select_related("party").get(pk=made.client_id)
    assert (client.party.name, client.party.language, client.party.interpreter) == ("Mara Quist", "es", True)
    [contact] = Contact.objects.select_related("party").filter(client=client)
    assert (contact.party.name, contact.relation) == ("Ines Quist", "mother")
    assert TeamPlace.objects.get(client=client).staff_id == cast.staff["imani"]
    [line] = queries.referrals(by=cast.quinn, on=cast.agency)
    assert (line.state, line.client) == ("taken", client.pk)
    with pytest.raises(Refused):
        intake.begin(by=cast.dev, on=made.referral_id, identifier="C-78", lead=cast.staff["imani"])
    with pytest.raises(Refused):
        intake.close(by=cast.amara, on=made.referral_id, how="declined", reason="There is no room")


def test_a_referral_is_closed_with_its_reason(cast):
    row = referred(cast)
    with pytest.raises(Unacceptable) as no:
        intake.close(by=cast.amara, on=row.pk, how="x", reason="no")
    assert codes(no) == [("choice", "how"), ("reason", "reason")]
    intake.close(by=cast.imani, on=row.pk, how="elsewhere", reason="The clinic near them has room")
    line = queries.referral(by=cast.dev, on=row.pk)
    assert (line.state, line.how, line.why_closed) == ("closed", "elsewhere", "The clinic near them has room")


def test_the_most_urgent_who_waits_stands_first(cast):
    for name, urgency in (("A", "routine"), ("B", "urgent"), ("C", "soon")):
        referred(cast, given=name, family="", urgency=urgency)
    gone = referred(cast, given="D", family="", urgency="urgent")
    intake.close(by=cast.imani, on=gone.pk, how="withdrawn", reason="They changed their mind")
    assert [one.name for one in queries.referrals(by=cast.dev, on=cast.agency)] == ["B", "C", "A", "D"]


def test_who_may_not(cast):
    row, made = referred(cast, given="Other"), begun(cast)
    for act, on, by in ((intake.refer, cast.agency, cast.rosa), (intake.close, row.pk, cast.dev),
                        (intake.begin, row.pk, cast.imani),
                        (intake.observe, made.pk, cast.rosa), (intake.draw, made.pk, cast.hana),
                        (intake.summarize, made.pk, cast.hana), (queries.see, made.client_id, cast.hana),
                        (queries.see, cast.theo.pk, cast.dev)):  # fmt: skip
        with pytest.raises(Refused):
            act(by=by, on=on)
    with pytest.raises(NotHere):
        queries.see(by=cast.imani, on=cast.omar.pk)


def test_what_was_said_goes_into_the_record_and_is_not_typed_again(cast):
    made = begun(cast)
    with pytest.raises(Unacceptable) as no:
        intake.draw(by=cast.imani, on=made.pk, names=["strengths"])
    assert codes(no) == [("not_signed", "names")]
    seen = observed(cast, made)
    assert intake.observe(by=cast.imani, on=made.pk) == seen and Observed.objects.count() == 1
    shown = queries.see(by=cast.imani, on=made.client_id)
    names = [fact.name for fact in shown.facts if fact.is_new]
    assert names == ["strengths", "own_words", "culture", "pronouns", "language", "interpreter"]
    with pytest.raises(Unacceptable):
        intake.draw(by=cast.imani, on=made.pk, names=["diagnosis"])
    intake.draw(by=cast.imani, on=made.pk, names=names)
    client = Client.objects.select_related("party").get(pk=made.client_id)
    assert (client.strengths, client.own_words) == ("Patient with animals", "I want to sleep")
    assert (client.culture, client.party.pronouns) == ("Helps when it is hard: Being outside", "she / her")
    assert client.party.language == "es" and client.party.interpreter
    assert Drawn.objects.get().facts == sorted(names)
    again = queries.see(by=cast.imani, on=made.client_id)
    assert again.drawn_at and not any(fact.is_new for fact in again.facts)


def test_findings_are_sent_and_whoever_got_them_says_so(cast):
    made = begun(cast)
    people_on = cast.staff["nadia"]
    from alongside.people import actions as people  # noqa: PLC0415

    people.place_on_team(by=cast.dev, on=made.client_id, staff=people_on, part="nurse")
    with pytest.raises(Unacceptable) as no:
        intake.summarize(by=cast.imani, on=made.pk, strengths="", findings="", recommendations="")
    assert [field for _, field in codes(no)] == ["strengths", "findings", "recommendations"]
    sent = summed_up(made.pk, cast.imani, **SAID)
    assert set(Addressed.objects.values_list("staff_id", flat=True)) == {people_on}
    entry = Entry.objects.get(verb="intake.sign")
    tell_addressed(entry)
    letter = Letter.objects.get(code="intake.letter.summary")
    assert (letter.to_staff_id, letter.path) == (people_on, f"/clients/{made.client_id}/intake/")
    with pytest.raises(Refused):
        intake.acknowledge(by=cast.imani, on=sent.pk)
    intake.acknowledge(by=cast.nadia, on=sent.pk, remark="I will ask about medication")
    with pytest.raises(Refused):
        intake.acknowledge(by=cast.nadia, on=sent.pk)
    tell_no_more(Entry.objects.get(verb="intake.acknowledge", outcome="done"))
    assert Letter.objects.get(pk=letter.pk).acknowledged_at
    [reader] = queries.see(by=cast.imani, on=made.client_id).summaries[0].readers
    assert reader.at and reader.remark == "I will ask about medication" and Seen.objects.count() == 1


def test_every_step_to_the_end(cast):
    made = begun(cast)
    at = lambda: queries.see(by=cast.imani, on=made.client_id).next  # noqa: E731
    assert at() == "consent"
    consents.record(by=cast.imani, on=made.client_id, what="assessment", given=True, way="paper")
    assert at() == "observation"
    observed(cast, made)
    assert at() == "record"
    intake.draw(by=cast.imani, on=made.pk, names=["strengths"])
    assert at() == "instruments"
    instruments.ask(by=cast.imani, on=made.client_id, form="asq", respondent="self", occasion="intake")
    assert at() == "instruments"
    [asked] = queries.see(by=cast.imani, on=made.client_id).asked
    assert (asked.title, asked.answered) == ("ASQ", None) or asked.answered is None


@pytest.mark.parametrize("table", ["referral", "intake", "observed", "drawn", "summary", "findings"])
def test_it_stays(cast, table):
    made = begun(cast)
    consents.record(by=cast.imani, on=made.client_id, what="assessment", given=True, way="paper")
    observed(cast, made)
    intake.draw(by=cast.imani, on=made.pk, names=["strengths"])
    summed_up(made.pk, cast.imani, **SAID)
    for sql in (f"update intake_{table} set id = id", f"delete from intake_{table}", f"truncate intake_{table}"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)


def test_a_page_takes_few_statements(cast, django_assert_max_num_queries):
    made = begun(cast)
    observed(cast, made)
    imani = cast.imani
    with django_assert_max_num_queries(28):
        queries.see(by=imani, on=made.client_id)


def test_an_intake_begins_with_somebody_who_is_here_already(cast):
    imani = cast.imani
    with pytest.raises(Unacceptable) as no:
        intake.begin_for(by=imani, on=cast.theo.pk, lead=cast.staff["rosa"], began_on=date(2100, 1, 1))
    assert codes(no) == [("to_come", "began_on")]
    with pytest.raises(Refused):
        intake.begin_for(by=cast.rosa, on=cast.theo.pk, lead=cast.staff["rosa"])
    intake.begin_for(by=imani, on=cast.theo.pk, lead=cast.staff["rosa"])
    shown = queries.see(by=cast.rosa, on=cast.theo.pk)
    assert (shown.lead, shown.referral, shown.next) == ("Rosa Delgado", None, "consent")


def test_a_nurse_on_the_team_observes_what_she_sums_up(cast):
    made = begun(cast)
    with pytest.raises(Refused):
        intake.observe(by=cast.nadia, on=made.pk)
    people.place_on_team(by=cast.dev, on=made.client_id, staff=cast.staff["nadia"], began_on=made.began_on)
    observed(cast, made, by=cast.nadia)
    said = {"strengths": "Patient with animals.", "findings": "Sleeps four hours.", "recommendations": "A sleep log."}
    assert summed_up(made.pk, cast.nadia, **said).staff_id == cast.nadia.staff_id


def test_a_signed_summary_stands_on_its_digest_and_another_has_another_number(cast):
    made = begun(cast)
    first, second = (summed_up(made.pk, cast.imani, **SAID | {"risk": risk}) for risk in ("", "None was named"))
    assert (first.number, second.number) == (1, 2) and not verifying.verify(Findings.objects.get().document_id).faults
    shown = queries.see(by=cast.imani, on=made.client_id).summaries
    assert [(one.number, one.version, len(one.signatures)) for one in shown] == [(2, 2, 1), (1, 1, 1)]
    assert shown[0].signatures[0].digest != shown[1].signatures[0].digest


def test_what_somebody_else_saved_is_not_written_over_and_not_signed_unseen(cast):
    made = begun(cast)
    saved = intake.summarize(by=cast.imani, on=made.pk, **SAID)
    again = intake.summarize(by=cast.imani, on=made.pk, saved=saved, **SAID | {"findings": "Sleeps four hours"})
    with pytest.raises(Unacceptable) as no:
        intake.summarize(by=cast.imani, on=made.pk, saved=saved, **SAID)
    assert [code for code, _ in codes(no)] == ["older"]
    imani = replace(cast.imani, confirmed_at=datetime.now(UTC))
    with pytest.raises(Unacceptable) as no:
        intake.sign(by=imani, on=made.pk, saved=saved)
    assert [code for code, _ in codes(no)] == ["changed"]
    with pytest.raises(Refused):
        intake.sign(by=cast.imani, on=made.pk, saved=again)
    assert intake.sign(by=imani, on=made.pk, saved=again).findings == "Sleeps four hours"
    with pytest.raises(Unacceptable) as no:
        intake.sign(by=imani, on=made.pk, saved=again)
    assert [code for code, _ in codes(no)] == ["nothing_to_sign"]
