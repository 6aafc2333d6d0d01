"""Help now shows whom to call: the agency's numbers, and before it keeps any, who supervises today."""

from alongside.agencies import actions as agencies
from alongside.desk.visit import queries
from alongside.foundation.moments import today
from alongside.parties.models import ContactPoint
from alongside.workforce.models import Staff
from alongside.workforce.on_call import to_call


def phone_of(cast, who, number):
    party = Staff.objects.get(pk=cast.staff[who]).party_id
    ContactPoint.objects.create(party_id=party, kind="phone", value=number, safe=True)


def line(cast, **values):
    return agencies.add_on_call(by=cast.dev, on=cast.agency, name="On call", number="215 555 0100", **values)


def test_before_the_agency_keeps_a_number_supervisors_stand_there(cast, at):
    phone_of(cast, "imani", "215 555 0177")
    assert 'href="tel:215 555 0177"' in at("rosa").get("/help/").content.decode()


def test_the_agencys_number_stands_on_both_pages(cast, at):
    phone_of(cast, "imani", "215 555 0177")
    line(cast)
    rosa = at("rosa")
    for path in ("/help/", f"/clients/{cast.theo.pk}/help/"):
        page = rosa.get(path).content.decode()
        assert 'href="tel:215 555 0100"' in page
        assert "0177" not in page


def test_a_programs_number_stands_where_the_client_is_enrolled(cast):
    line(cast, programme=cast.programme.pk)
    assert [one.name for one in queries.help_for(by=cast.rosa, on=cast.theo.pk).on_call] == ["On call"]


def test_whoever_looks_after_those_out_there_sees_it(cast, at):
    line(cast)
    assert 'href="tel:215 555 0100"' in at("imani").get("/safety/").content.decode()


def test_help_is_there_at_once(cast, django_assert_max_num_queries):
    rosa = cast.rosa
    with django_assert_max_num_queries(15):
        queries.help_for(by=rosa, on=cast.theo.pk)
    with django_assert_max_num_queries(4):
        to_call(rosa.staff_id, today(rosa.zone))
