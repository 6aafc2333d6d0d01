"""The service worker is ended by the browser whenever it likes: nothing notices, also without signal."""

import pytest
from playwright.sync_api import expect

from alongside.behaviour.models import Observation
from alongside.field.models import Receipt
from alongside.foundation.tenancy import inside
from tests.journeys.field import begin, enrolled, sent, unlock
from tests.journeys.test_field_kept import go_on, hands, tap_hands
from tests.journeys.visits import visit_due

pytestmark = pytest.mark.journey
RUNNING = ("starting", "running")


class Workers:
    """What Chromium tells of the site's service workers."""

    def __init__(self, page):
        self.tools, self.page, self.standing, self.ended = page.context.new_cdp_session(page), page, {}, 0
        self.tools.on("ServiceWorker.workerVersionUpdated", self._hear)
        self.tools.send("ServiceWorker.enable")

    def killed(self):
        """End all of them, and wait until one has ended; the page may start it again at once."""
        assert self._until(lambda: self.running()), "there was one to end"
        before = self.ended
        self.tools.send("ServiceWorker.stopAllWorkers")
        assert self._until(lambda: self.ended > before)

    def running(self):
        return [id for id, standing in self.standing.items() if standing in RUNNING]

    def _hear(self, told):
        self.standing.update({one["versionId"]: one["runningStatus"] for one in told["versions"]})
        self.ended += sum(one["runningStatus"] == "stopped" for one in told["versions"])

    def _until(self, true):
        for _ in range(300):
            if true():
                return True
            self.page.wait_for_timeout(100)
        return False


def test_a_worker_killed_in_the_middle_costs_nothing(world, page_at):
    visit_due(world)
    page = page_at("rosa")
    enrolled(page)
    workers = Workers(page)
    page.reload()  # through the worker, so that it runs
    unlock(page)
    begin(page)
    tap_hands(page, 1)
    workers.killed()
    tap_hands(page, 2)
    page.context.set_offline(True)
    tap_hands(page, 3)
    page.reload()
    unlock(page)
    go_on(page)
    expect(hands(page).locator(".count")).to_have_text("3")
    assert workers.running(), "the app started through it"
    workers.killed()
    tap_hands(page, 4)
    page.context.set_offline(False)
    sent(page)
    with inside(world.agency):
        assert set(Receipt.objects.values_list("outcome", flat=True)) == {"done"}
        assert Observation.objects.count() == 4
