"""What tests of reports begin with: a graph in two phases, a plan in force, a draft, a signed report."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from alongside.chart.tests.scenes import scene
from alongside.reports import actions as reports
from alongside.reports.models import Report
from tests import plans

FIRST, LAST = date(2026, 3, 1), date(2026, 3, 31)


def confirmed(actor: Any) -> Any:
    return replace(actor, confirmed_at=datetime.now(UTC))


def drafted(cast: Any, reader: str = "family", *, language: str = "en", phases: Any = None, **more: Any) -> Report:
    """A draft of Imani's about Theo."""
    target = scene(cast, phases).target
    if not plans.lookups.plan_in_force(cast.theo.pk):
        plans.published(cast)
    said = {"addressee": "June Bell", "first_day": FIRST, "last_day": LAST, "objectives": [target.pk], **more}
    return reports.draft(by=cast.imani, on=cast.theo, reader=reader, language=language, **said)


def signed(cast: Any, reader: str = "family", **more: Any) -> Report:
    report = drafted(cast, reader, **more)
    reports.sign(by=confirmed(cast.imani), on=report, saved=1)
    report.refresh_from_db()
    return report


def released(cast: Any, reader: str = "school", **more: Any) -> Any:
    said = {"recipient": "Lea Elementary", "basis": "release", "given_by": "June Bell", **more}
    said = {"began_on": date(2026, 1, 5), "ended_on": date(2027, 1, 5), **said}
    return reports.release(by=cast.imani, on=cast.theo, reader=reader, **said)
