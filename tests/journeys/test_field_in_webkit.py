"""The field app in WebKit, as far as its port goes: a visit without signal, from the door to the signed note.

This port keeps no profile when it ends, has no passkeys and no switch for the network: the line is cut at the server.
"""

from collections.abc import Iterator
from threading import Thread

import pytest
from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.servers.basehttp import ThreadedWSGIServer
from django.core.wsgi import get_wsgi_application
from django.test.testcases import QuietWSGIRequestHandler

from alongside.behaviour.models import Observation
from alongside.documents.verifying import verify
from alongside.field.models import Receipt
from alongside.foundation.tenancy import inside
from alongside.notes.models import Note
from alongside.sessions.models import Ending, Session
from tests.journeys.conftest import session
from tests.journeys.field import PIN, WORDS
from tests.journeys.visits import visit_due
from tests.journeys.webkit import Window, missing, window

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(bool(missing()), reason=f"no WebKit to drive on this machine: {missing()}"),
]
HANDS = "//*[contains(@class, 'tally')][contains(., 'Hands')]"
COUNT = f"{HANDS}//*[contains(@class, 'count')]"


class Line(ThreadedWSGIServer):
    """A server that can be cut off: who asks then gets no answer."""

    cut = False


class Ear(QuietWSGIRequestHandler):
    """Hears nothing while the line is cut, also where it was open before."""

    def parse_request(self):
        if self.server.cut:
            self.close_connection = True
            return False
        return super().parse_request()


@pytest.fixture
def line(world) -> Iterator[Line]:
    server = Line(("localhost", 0), Ear, connections_override={})
    server.set_app(StaticFilesHandler(get_wsgi_application()))
    serving = Thread(target=server.serve_forever, daemon=True)
    serving.start()
    yield server
    server.shutdown()
    server.server_close()
    serving.join()


@pytest.fixture
def rosa(world, line) -> Iterator[Window]:
    """Rosa's window, signed in."""
    visit_due(world)
    with window(f"http://localhost:{line.server_address[1]}") as one:
        one.sign_in(settings.SESSION_COOKIE_NAME, session(world, "rosa"))
        print(one.version)
        yield one


def button(words: str) -> str:
    return f"//button[normalize-space(.)='{words}' or @aria-label='{words}']"


def field(words: str) -> str:
    return f"//*[@id=//label[normalize-space(.)='{words}']/@for]"


def set_up(page: Window) -> None:
    page.goto("/field/")
    page.run("await navigator.serviceWorker.ready")
    page.fill(field("A PIN for this device"), PIN)
    page.fill(field("The same again"), PIN)
    page.click(button("Set up this device"))
    page.see("//*[self::h1 or self::h2][contains(., 'People you work with')]")


def unlock(page: Window) -> None:
    page.fill("//input[@type='password']", PIN)
    page.click(button("Unlock"))


def tap_hands(page: Window, *counts: int) -> None:
    for count in counts:
        page.click(f"({HANDS}//button)[1]")
        page.see(f"{COUNT}[normalize-space(.)='{count}']")


def everything_is_sent(page: Window) -> None:
    page.see("//*[@id='sync'][normalize-space(.)='Everything is sent']")


def test_a_visit_without_signal_arrives_once(world, line, rosa):
    set_up(rosa)
    line.cut = True
    rosa.goto("/field/")
    unlock(rosa)
    rosa.click(f"//main{button('Start visit')}")
    rosa.click(f"//main{button('Start visit')}")
    tap_hands(rosa, 1, 2, 3)
    rosa.click(button("Undo"))
    rosa.see(f"{COUNT}[normalize-space(.)='2']")
    rosa.goto("/field/")
    unlock(rosa)
    rosa.click(button("Go on"))
    tap_hands(rosa, 3)
    rosa.click(button("Who is here"))
    rosa.fill(field("Name or part"), "teacher")
    rosa.click(button("Keep"))
    rosa.click(button("End visit"))
    if rosa.shown(field("Why it ends early")):
        rosa.fill(field("Why it ends early"), "The school closed early")
    rosa.see(button("End visit and write the note"))
    # WebKitGTK lays the form out 32 px too high until something in it is pressed; at the end of a page that moves the
    # key from under the driver's pointer.
    rosa.run("document.getElementById('keep').click()")
    rosa.see(button("To signing"))
    for role in ("objective", "safety", "response", "intervention", "plan"):
        rosa.run("document.getElementById(given[0]).closest('details').open = true", f"add-{role}")
        rosa.fill(f"//*[@id='add-{role}']", WORDS)
    rosa.click(button("To signing"))
    rosa.fill(field("Your PIN"), PIN)
    rosa.click(button("Sign"))
    rosa.see("//*[contains(text(), 'It goes to your supervisor when it is sent.')]")
    with inside(world.agency):
        assert Receipt.objects.count() == 0
    line.cut = False
    rosa.run("dispatchEvent(new Event('online'))")
    everything_is_sent(rosa)
    with inside(world.agency):
        assert set(Receipt.objects.values_list("outcome", flat=True)) == {"done"}
        assert Session.objects.count() == Ending.objects.count() == 1
        seen = Observation.objects.filter(measure="rate")
        assert seen.filter(retracts=False).count() - seen.filter(retracts=True).count() == 3
        note = Note.objects.get()
        assert note.state == "signed" and verify(note.document_id).whole
