"""The pages of one client's record, as tabs."""

from uuid import UUID

from alongside.foundation.messages import say

TABS = (
    ("overview", "chart.tab.overview", "/clients/{}/"),
    ("person", "chart.tab.person", "/clients/{}/person/"),
    ("plans", "chart.tab.plans", "/clients/{}/plans/"),
    ("behavior", "chart.tab.behavior", "/clients/{}/behavior/"),
    ("notes", "chart.tab.notes", "/clients/{}/notes/"),
    ("timeline", "chart.tab.timeline", "/clients/{}/timeline/"),
)


def tabs(client_id: UUID) -> list[tuple[str, str, str, int]]:
    """(key, label, url, count) for kit/tabs.html."""
    return [(key, say(code), url.format(client_id), 0) for key, code, url in TABS]
