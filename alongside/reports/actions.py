"""Drafting, saving, signing and sending reports."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.utils.timezone import now

from alongside.documents import engine
from alongside.documents import lookups as documents
from alongside.documents.sealing import seal
from alongside.foundation import reference
from alongside.foundation.doing import action
from alongside.foundation.errors import Fault, Refused, Unacceptable
from alongside.foundation.moments import today
from alongside.foundation.policy import Actor
from alongside.people.models import Client
from alongside.plans import lookups as plans
from alongside.reports import bodies, rules
from alongside.reports.grounds import grounds, uncovered
from alongside.reports.models import Report, Sending
from alongside.reports.told import parts

FORM = "progress_report"


@action("reports.draft", on="people.Client", makes=True)
def draft(
    *, by: Actor, on: Client, reader: str, addressee: str, language: str, first_day: date, last_day: date,
    objectives: Sequence[UUID],
) -> Report:  # fmt: skip
    """A report drafted from what was recorded, to be changed and signed. `objectives`: ids of targets."""
    faults = rules.span_faults(first_day, last_day, today=today(by.zone))
    if not objectives:
        faults.append(Fault("reports.fault.objectives", "objectives"))
    if language not in parts(reader)["languages"]:
        faults.append(Fault("reports.fault.language", "language"))
    faults += _unmarked(on, objectives) if parts(reader)["marked"] else []
    if faults:
        raise Unacceptable(faults)
    body = bodies.first(
        on, reader=reader, addressee=addressee, language=language, first=first_day, last=last_day, targets=objectives
    )
    edition = str(reference.load("reports")["edition"])
    document = engine.begin(client_id=on.pk, author_id=by.staff_id, form=FORM, form_edition=edition, body=body)
    return Report.objects.create(
        client=on, document=document, author_id=by.staff_id, reader=reader, addressee=addressee, language=language,
        first_day=first_day, last_day=last_day,
    )  # fmt: skip


def _unmarked(client: Client, chosen: Sequence[UUID]) -> list[Fault]:
    """What is chosen and not marked as concerning school, by its names."""
    known = plans.targets_of(client.pk, also_ended=True)
    names = [one.name for one in known if one.id in set(chosen) and not one.concerns_school]
    return [Fault("reports.fault.unmarked", "objectives", {"names": ", ".join(names)})] if names else []


@action("reports.save", on="reports.Report")
def keep(*, by: Actor, on: Report, texts: Mapping[str, str], out: Sequence[str] = (), based_on: int) -> int:
    """Keep the words of the parts; those in `out` are left out. Raises Unacceptable when it was saved meanwhile."""
    paper = documents.at_work(on.document_id)
    if paper is None:
        raise Unacceptable(Fault("reports.no.signed"))
    saved = engine.save(
        by=by, document_id=on.document_id, body=bodies.edited(paper.body, texts, out), based_on=based_on
    )
    return saved.count if saved.aside is None else -1


@action("reports.sign", on="reports.Report", locks=True)
def sign(*, by: Actor, on: Report, saved: int) -> UUID:
    """Sign the draft that `saved` counts, as it was on screen. Unacceptable: a part is empty, changed meanwhile."""
    paper = documents.at_work(on.document_id)
    if paper is None:
        raise Unacceptable(Fault("reports.no.signed"))
    if faults := rules.empty(paper.body["sections"]):
        raise Unacceptable(faults)
    sealed = seal(
        document=on.document_id, number=paper.next, kind="first", form=paper.form, form_edition=paper.form_edition,
        body=paper.body,
    )  # fmt: skip
    if not engine.take_draft(on.document_id, saved=saved):
        raise Unacceptable(Fault("reports.fault.changed"))
    version = engine.publish(sealed, by=by)
    names = reference.load("roles")["role"]
    capacity = next(names[role]["name"] for role in by.roles if (role, "reports.sign") in by.grants)
    engine.sign(
        version.pk,
        by=by,
        digest=sealed.digest,
        meaning="authored",
        capacity=capacity,
        confirmed_at=by.confirmed_at or now(),
    )
    Report.objects.filter(pk=on.pk).update(state="signed", author_id=by.staff_id)
    return version.pk


@action("reports.revise", on="reports.Report", locks=True, makes=True)
def revise(*, by: Actor, on: Report, reason: str) -> Report:
    """Begin a report that follows a signed one, from its words, with a reason; the signed one stays as it is."""
    newest = documents.newest(on.document_id)
    if newest is None:
        raise Unacceptable(Fault("reports.no.not_signed"))
    faults = [] if len(reason.strip()) >= rules.REASON else [Fault("reports.fault.reason", "reason")]
    if Report.objects.filter(follows=on).exists():
        faults.append(Fault("reports.fault.followed", "reason"))
    if faults:
        raise Unacceptable(faults)
    document = engine.begin(
        client_id=on.client_id, author_id=by.staff_id, form=FORM, form_edition=newest.form_edition, body=newest.body
    )
    return Report.objects.create(
        client_id=on.client_id, document=document, author_id=by.staff_id, reader=on.reader, addressee=on.addressee,
        language=on.language, first_day=on.first_day, last_day=on.last_day, follows=on, because=reason,
    )  # fmt: skip


@action("reports.send", on="reports.Report")
def send(*, by: Actor, on: Report, ground: str, recipient: str, way: str) -> Sending:
    """Record that the newest signed version goes to somebody outside, on a ground that holds today.

    Raises Refused where nothing covers this reader at all, Unacceptable where the chosen ground does not.
    """
    covering = grounds(on.client_id, on.reader, on=today(by.zone))
    if not covering:
        raise Refused(uncovered(on.client_id, on.reader, on=today(by.zone)), "reports.send", on)
    chosen = next((one for one in covering if one.key == ground), None)
    if chosen is None:
        raise Unacceptable(Fault("reports.fault.ground", "ground"))
    version = documents.newest(on.document_id)
    assert version is not None  # it is signed
    return Sending.objects.create(
        client_id=on.client_id, report=on, version_id=version.id, release_id=chosen.release, contact_id=chosen.contact,
        recipient=recipient, ground=chosen.kind, ground_words=chosen.words, way=way, staff_id=by.staff_id,
    )  # fmt: skip
