"""Who is told about a plan, and what nobody need read any more: called from settled entries, never inside the act.

A letter names nobody.
"""

from uuid import UUID

from alongside.agencies.lookups import zone_here
from alongside.foundation import outbox
from alongside.foundation.models import Entry
from alongside.foundation.moments import today
from alongside.people.lookups import supervisors_of_client
from alongside.plans import signers
from alongside.plans.models import PlanReview, PlanSignature, PlanVersion

SIGN = "plans.letter.sign"
REVIEWS = ("plans.letter.review_soon", "plans.letter.review_late")


def signing_path(version_id: UUID) -> str:
    """Where a version is signed."""
    return f"/plans/versions/{version_id}/signatures/"


def review_path(version_id: UUID) -> str:
    """Where a version is looked over."""
    return f"/plans/versions/{version_id}/reviews/"


def tell_of_signing(entry: Entry) -> None:
    """The client's supervisors: a treatment plan begins, and waits for signatures."""
    assert entry.client_id is not None
    version = PlanVersion.objects.select_related("plan").get(pk=entry.subject_id)
    if version.plan.kind != "treatment" or version.ended_at is not None or not _unsigned(version, entry.agency_id):
        return
    for staff in supervisors_of_client(entry.client_id):
        outbox.post(to=staff, code=SIGN, path=signing_path(version.pk), cause=entry.pk)


def no_more_signing(entry: Entry) -> None:
    """Everybody who has to has signed: the letter is withdrawn."""
    version = PlanSignature.objects.select_related("version__plan").get(pk=entry.subject_id).version
    if not _unsigned(version, entry.agency_id):
        outbox.withdraw(code=SIGN, path=signing_path(version.pk))


def no_more_reviewing(entry: Entry) -> None:
    """A version was looked over: letters that asked for it are withdrawn."""
    _reviewed(PlanReview.objects.values_list("version", flat=True).get(pk=entry.subject_id))


def no_more_of_plan(entry: Entry) -> None:
    """A version ended, by itself or by the next one: nothing is asked of what is over."""
    plan = PlanVersion.objects.values_list("plan", flat=True).get(pk=entry.subject_id)
    for version in PlanVersion.objects.filter(plan=plan, ended_at__isnull=False).values_list("pk", flat=True):
        outbox.withdraw(code=SIGN, path=signing_path(version))
        _reviewed(version)


def _reviewed(version_id: UUID) -> None:
    for code in REVIEWS:
        outbox.withdraw(code=code, path=review_path(version_id))


def _unsigned(version: PlanVersion, agency: UUID) -> bool:
    zone = zone_here()
    born = version.client.party.birth_date
    assert version.published_at is not None and version.begins_at is not None
    begins = max(today(zone, version.published_at), today(zone, version.begins_at))
    asked = signers.Asked(version.pk, version.client_id, born, begins)
    return bool(signers.missing([asked], agency=agency, day=today(zone))[version.pk])
