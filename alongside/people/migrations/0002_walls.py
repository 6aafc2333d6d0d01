"""The promises PostgreSQL keeps for people."""

from django.db.migrations import Migration, RunSQL

from alongside.foundation import walls

FOR_GOOD = """create function people_quilt_is_for_good() returns trigger language plpgsql as $$
begin
    if exists (select from people_teamplace t where t.agency_id = old.agency_id and t.client_id = old.id) then
        raise exception 'the quilt mark of a client who had a care team is for good'
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger people_client_quilt before update on people_client for each row
    when ((old.quilt_pattern, old.quilt_hue) is distinct from (new.quilt_pattern, new.quilt_hue))
    execute function people_quilt_is_for_good();"""
NOT_FOR_GOOD = "drop trigger people_client_quilt on people_client; drop function people_quilt_is_for_good();"

TWO_PEOPLE = """
create function people_disposal_decided() returns trigger language plpgsql as $$
begin
    if new.confirmed and exists (select from people_disposal d where d.agency_id = new.agency_id
                                 and d.id = new.disposal_id and d.staff_id = new.staff_id) then
        raise exception 'a disposal is confirmed by somebody else than who proposed it'
            using errcode = 'check_violation', constraint = 'disposal_by_two_people';
    end if;
    return new;
end $$;
create trigger people_disposal_decided before insert on people_disposaldecision
    for each row execute function people_disposal_decided();
create or replace function alongside_under_certificate() returns boolean language plpgsql stable as $$
declare ours uuid := nullif(current_setting('alongside.agency', true), '')::uuid;
declare this uuid := nullif(current_setting('alongside.certificate', true), '')::uuid;
begin
    return exists (select from people_disposaldecision c where c.agency_id = ours and c.disposal_id = this and c.confirmed)
       and not exists (select from people_disposed x where x.agency_id = ours and x.disposal_id = this);
end $$;
create function people_client_is_named() returns trigger language plpgsql as $$
begin
    if not exists (select from people_disposal d where d.agency_id = old.agency_id and d.client_id = old.id
                   and d.id = nullif(current_setting('alongside.certificate', true), '')::uuid
                   and d.discharged_on = old.discharged_on) then
        raise exception 'the certificate names another record, or this one was opened again'
            using errcode = 'check_violation', constraint = 'disposal_of_this_record';
    end if;
    return old;
end $$;
create trigger people_client_is_named before delete on people_client
    for each row execute function people_client_is_named();
"""
NOT_TWO_PEOPLE = """
drop trigger people_client_is_named on people_client;
drop function people_client_is_named();
create or replace function alongside_under_certificate() returns boolean language sql stable as 'select false';
drop trigger people_disposal_decided on people_disposaldecision;
drop function people_disposal_decided();
"""


class Migration(Migration):  # type: ignore[no-redef]
    dependencies = [
        ("agencies", "0002_walls"),
        ("foundation", "0002_walls"),
        ("parties", "0002_walls"),
        ("people", "0001_initial"),
        ("workforce", "0002_walls"),
    ]
    operations = [
        walls.tenant("people_client"),
        walls.tenant("people_alert"),
        walls.tenant("people_household"),
        walls.tenant("people_residence"),
        walls.tenant("people_contact"),
        walls.tenant("people_contactright"),
        walls.tenant("people_enrolment"),
        walls.tenant("people_teamplace"),
        walls.tenant("people_glass"),
        walls.tenant("people_glassreview"),
        walls.points("people_client", "party_id", at="parties_party", index=False),
        walls.points("people_alert", "client_id", at="people_client"),
        walls.points("people_residence", "client_id", at="people_client"),
        walls.points("people_residence", "household_id", at="people_household"),
        walls.points("people_contact", "client_id", at="people_client"),
        walls.points("people_contact", "party_id", at="parties_party"),
        walls.points("people_contact", "household_id", at="people_household"),
        walls.points("people_contactright", "contact_id", at="people_contact"),
        walls.points("people_enrolment", "client_id", at="people_client"),
        walls.points("people_enrolment", "programme_id", at="agencies_programme"),
        walls.points("people_teamplace", "client_id", at="people_client"),
        walls.points("people_teamplace", "staff_id", at="workforce_staff"),
        walls.points("people_glass", "client_id", at="people_client"),
        walls.points("people_glass", "staff_id", at="workforce_staff"),
        walls.points("people_glassreview", "glass_id", at="people_glass"),
        walls.points("people_glassreview", "staff_id", at="workforce_staff"),
        walls.unique("people_client", "client_identifier_once", "identifier"),
        walls.unique("people_client", "client_party_once", "party_id"),
        walls.index("people_client", "client_admitted", "admitted_on desc, id"),
        walls.index("people_client", "client_discharged", "discharged_on, id", "discharged_on is not null"),
        walls.unique("people_teamplace", "place_once", "client_id, staff_id, part", "ended_on is null"),
        walls.unique("people_enrolment", "enrolment_once", "client_id, programme_id", "ended_on is null"),
        walls.unique("people_contact", "contact_once", "client_id, party_id", "ended_on is null"),
        walls.unique("people_residence", "residence_once", "client_id, household_id", "ended_on is null"),
        walls.unique("people_glassreview", "glass_reviewed_once", "glass_id"),
        walls.checked("people_client", "client_quilt_exists", "quilt_pattern between 1 and 9 and quilt_hue between 1 and 6"),
        walls.checked("people_client", "client_identifier_folded", "identifier = upper(identifier) and identifier <> ''"),
        walls.checked("people_glass", "glass_reason", "length(btrim(reason)) >= 10"),
        walls.checked("people_glass", "glass_hours", "until > broken_at and until <= broken_at + interval '4 hours'"),
        walls.dated("people_client", "admitted_on", "discharged_on"),
        walls.dated("people_alert"),
        walls.dated("people_residence"),
        walls.dated("people_contact"),
        walls.dated("people_contactright"),
        walls.dated("people_enrolment"),
        walls.dated("people_teamplace"),
        walls.tenant("people_disposal"),
        walls.tenant("people_disposaldecision"),
        walls.tenant("people_disposed", grants="select"),
        walls.points("people_disposal", "staff_id", at="workforce_staff"),
        walls.points("people_disposaldecision", "disposal_id", at="people_disposal", index=False),
        walls.points("people_disposaldecision", "staff_id", at="workforce_staff"),
        walls.points("people_disposed", "disposal_id", at="people_disposal", index=False),
        walls.unique("people_disposal", "disposal_numbered_once", "number"),
        walls.index("people_disposal", "disposal_client", "client_id"),
        walls.unique("people_disposaldecision", "disposal_decided_once", "disposal_id"),
        walls.unique("people_disposed", "disposed_once", "disposal_id"),
        walls.checked("people_disposal", "disposal_reason", "length(btrim(reason)) >= 10"),
        walls.checked("people_disposaldecision", "disposal_withdrawn_why", "confirmed or length(btrim(reason)) >= 10"),
        RunSQL("grant insert on people_disposed to alongside_disposal", RunSQL.noop),
        walls.kept("people_disposal", "people_disposaldecision", "people_disposed"),
        RunSQL(FOR_GOOD, NOT_FOR_GOOD),
        RunSQL(TWO_PEOPLE, NOT_TWO_PEOPLE),
        walls.permanent("people_disposal"),
        walls.permanent("people_disposaldecision"),
        walls.permanent("people_disposed"),
        walls.permanent("people_glass"),
        walls.permanent("people_glassreview"),
    ]
