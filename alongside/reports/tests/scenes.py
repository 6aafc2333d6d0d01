"""What tests of reports begin with: a graph in two phases, a plan in force, a draft, a signed report."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from alongside.chart.tests.scenes import FIRST as AT
from alongside.chart.tests.scenes import aimed, scene, watched
from alongside.consents import actions as consents
from alongside.documents import lookups as documents
from alongside.foundation.moments import today
from alongside.reports import actions as reports
from alongside.reports.models import Report
from tests import plans

__all__ = ["AT", "aimed", "body", "confirmed", "drafted", "released", "scene", "signed", "text", "watched"]
FIRST, LAST = date(2026, 3, 1), date(2026, 3, 31)


def confirmed(actor: Any) -> Any:
    return replace(actor, confirmed_at=datetime.now(UTC))


def drafted(cast: Any, reader: str = "family", *, language: str = "en", phases: Any = None, **more: Any) -> Report:
    """A draft of Imani's about Theo."""
    chosen = more.pop("objectives", None)
    if chosen is None:
        chosen = [scene(cast, phases, concerns_school=reader == "school").target.pk]
    if not plans.lookups.plan_in_force(cast.theo.pk):
        plans.published(cast)
    said = {"addressee": "June Bell", "first_day": FIRST, "last_day": LAST, "objectives": chosen, **more}
    return reports.draft(by=cast.imani, on=cast.theo, reader=reader, language=language, **said)


def signed(cast: Any, reader: str = "family", **more: Any) -> Report:
    report = drafted(cast, reader, **more)
    reports.sign(by=confirmed(cast.imani), on=report, saved=1)
    report.refresh_from_db()
    return report


def released(cast: Any, reader: str = "school", **more: Any) -> Any:
    """What allows telling somebody outside, from the beginning of 2026 to its end."""
    said = {"recipient": "Lea Elementary", "what": "release", "given": True, "by_whom": "June Bell", "way": "paper"}
    said |= {"decided_on": date(2026, 1, 5), "until": today("America/New_York") + timedelta(days=365), **more}
    return consents.record(by=cast.imani, on=cast.theo, reader=reader, **said)


def body(report: Any) -> Any:
    """The draft at work, or the newest version."""
    paper = documents.at_work(report.document_id)
    return paper.body if paper else documents.newest(report.document_id).body


def text(report: Any) -> str:
    """All titles and words."""
    return "\n".join(f"{section['title']}\n{section['text']}" for section in body(report)["sections"])
