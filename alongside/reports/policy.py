"""Who may draft, sign, send and read reports."""

from datetime import UTC, datetime, timedelta
from typing import Any

from alongside.foundation.errors import No
from alongside.foundation.policy import Actor, rule, ruled
from alongside.people.lookups import to_its_client

CONFIRMED_FOR = timedelta(minutes=10)

ruled(
    "reports.list", "reports.draft", "reports.revise",
    relations=to_its_client,
)  # fmt: skip


def near_report(actor: Actor, report: Any) -> frozenset[str]:
    """What somebody is to the report, and to its client."""
    author = frozenset({"author"} if report.author_id == actor.staff_id else ())
    return author | to_its_client(actor, report)


@rule("reports.see", relations=near_report)
@rule("reports.print", relations=near_report)
def may_see(actor: Actor, report: Any) -> No | None:
    """A draft is its author's until it is signed."""
    if report.state == "draft" and report.author_id != actor.staff_id:
        return No("reports.no.draft")
    return None


@rule("reports.save", relations=near_report)
def may_save(actor: Actor, report: Any) -> No | None:
    return None if report.state == "draft" else No("reports.no.signed", way_on=f"/reports/{report.pk}/")


@rule("reports.sign", relations=near_report)
def may_sign(actor: Actor, report: Any) -> No | None:
    """A signature needs somebody who has just shown who they are: ten minutes, then again."""
    if report.state != "draft":
        return No("reports.no.signed", way_on=f"/reports/{report.pk}/")
    if actor.confirmed_at and datetime.now(UTC) - actor.confirmed_at <= CONFIRMED_FOR:
        return None
    return No("reports.no.confirm", way_on=f"/account/confirm/?next=/reports/{report.pk}/sign/")


@rule("reports.send", relations=near_report)
def may_send(actor: Actor, report: Any) -> No | None:
    return None if report.state == "signed" else No("reports.no.not_signed", way_on=f"/reports/{report.pk}/")
