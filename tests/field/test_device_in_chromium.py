"""The device in a real browser: killed while it records, a full disk, storage thrown away, two tabs, an upgrade."""

import contextlib
import json
import os
import signal
import subprocess
import time
import urllib.request
from pathlib import Path

import pytest

from tests.field.node import node
from tests.journeys.browser import chromium
from tests.journeys.unpacking import holds

HERE = Path(__file__).parent
PIN = "blue kettle 7"
CANARY = "Quillfeather-Zanzibar-7719"
MARK = "Plain-Marker-Oxbow-4402"
ACT = """async (n) => device.record({kind: "behaviour.record/1", on: "0192f0c1-3333-7000-8000-000000000002",
  details: {n, words: "CANARY " + n}})""".replace("CANARY", CANARY)
OPEN = """async (options) => { window.device = await openDevice({build: "test", later: null, ...options});
  window.act = ACT;
  window.tried = (work) => work().then(() => null, (fault) => fault.code ?? String(fault));
  return device.status(); }""".replace("ACT", ACT)
READ = """async () => { const {operations, damaged} = await device.operations();
  return {n: operations.map((one) => one.details.n), seq: operations.map((one) => one.seq), damaged}; }"""
UNTIL_REFUSED = """async (n) => { for (;; n += 1) {
  const fault = await tried(() => act(n));
  if (fault) return [fault, n - 1];
  await new Promise((done) => setTimeout(done, 100)); } }"""
UNTIL_WRITTEN = "async (n) => { while (await tried(() => act(n))) await new Promise((done) => setTimeout(done, 100)); }"
pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(not Path("/proc/self").exists(), reason="finds the browser's processes under /proc"),
]


@pytest.fixture
def served():
    with subprocess.Popen([node(), str(HERE / "serve.mjs")], stdout=subprocess.PIPE, text=True) as server:
        yield f"http://localhost:{server.stdout.readline().strip()}"
        server.terminate()


@pytest.fixture
def opened(browser, served, tmp_path):
    """`opened()`: a window on the one profile of this test, with a page; everything is closed at the end."""
    windows = []

    def make():
        window = browser.browser_type.launch_persistent_context(
            tmp_path / "profile", executable_path=chromium(), args=["--no-sandbox"], headless=True
        )
        window.set_default_timeout(60_000)
        windows.append(window)
        return window, page_in(window, served)

    yield make
    for window in windows:
        with contextlib.suppress(Exception):  # the one that was killed
            window.close()


def page_in(window, served):
    page = window.new_page()
    page.goto(served)
    page.wait_for_function("window.ready")
    return page


def control(served, **values):
    with urllib.request.urlopen(f"{served}/control/", json.dumps(values).encode(), timeout=30) as answer:
        return json.load(answer)


def enrolled(page):
    page.evaluate(OPEN, {})
    return page.evaluate("(pin) => device.enrol({pin, label: 'Blue tablet'})", PIN)


def unlocked(page, enrolment):
    page.evaluate(OPEN, {})
    page.evaluate("([enrolment, pin]) => device.unlock({enrolment, pin})", [enrolment, PIN])


def acted(page, *numbers):
    page.evaluate("async (numbers) => { for (const n of numbers) await act(n); }", list(numbers))


def processes_of(profile):
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                if str(profile).encode() in (entry / "cmdline").read_bytes():
                    yield int(entry.name)


def killed(profile):
    for number in list(processes_of(profile)):
        with contextlib.suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)
    while list(processes_of(profile)):
        time.sleep(0.05)


def found_in(profile, words):
    return [path.name for path in profile.rglob("*") if path.is_file() and holds(path.read_bytes(), words)]


def test_killed_while_it_records_it_keeps_all_it_called_recorded_and_shows_nothing(opened, served, tmp_path):
    profile = tmp_path / "profile"
    control(served, sections=[{"kind": "client/1", "client": None, "body": {"name": CANARY}}])
    _, page = opened()
    enrolment = enrolled(page)
    page.evaluate("() => device.fetchPack()")
    assert page.evaluate("device.pack.sections[0].body.name") == CANARY
    page.evaluate("(words) => device.keep('draft ' + words, {words})", CANARY)
    page.evaluate(
        """(mark) => new Promise((done) => { const asked = indexedDB.open("control", 1);
           asked.onupgradeneeded = () => asked.result.createObjectStore("plain", {keyPath: "id"}).put({id: mark});
           asked.onsuccess = done; })""",
        MARK,
    )
    control(served, online=False)
    acted(page, *range(20))
    page.evaluate("() => { window.last = 19; (async () => { for (;;) { await act(last + 1); last += 1; } })(); }")
    page.wait_for_function("window.last >= 60")
    surely = page.evaluate("window.last")
    killed(profile)

    _, page = opened()
    status = page.evaluate(OPEN, {})
    assert status["locked"] and status["unsent"]["count"] > surely
    page.evaluate("() => act(-1)")  # a crisis, while locked
    unlocked(page, enrolment)
    kept = page.evaluate(READ)
    assert kept["seq"] == list(range(1, len(kept["seq"]) + 1)) and kept["damaged"] == []
    assert kept["n"][: surely + 1] == list(range(surely + 1)) and kept["n"][-1] == -1
    assert page.evaluate("(words) => device.kept('draft ' + words)", CANARY) == {"words": CANARY}
    assert page.evaluate("device.pack.sections[0].body.name") == CANARY
    control(served, online=True)
    page.evaluate("() => device.handIn()")
    told = control(served)
    assert [one["n"] for one in told["taken"]] == kept["n"] and told["sent"] == len(kept["n"])
    page.evaluate("() => device.lock()")
    killed(profile)
    assert found_in(profile, CANARY) == []
    assert found_in(profile, MARK), "the search finds what is in clear"


def test_a_full_disk_is_told_and_nothing_is_half_written(opened, served):
    window, page = opened()
    enrolled(page)
    acted(page, 1, 2, 3)
    tools = window.new_cdp_session(page)
    tools.send("Storage.overrideQuotaForOrigin", {"origin": served, "quotaSize": 1000})
    fault, written = page.evaluate(UNTIL_REFUSED, 4)  # Chromium remembers for a while how much room there was
    assert fault == "disk_full"
    status = page.evaluate("device.status()")
    assert status["disk"]["full"] is True and status["unsent"]["count"] == written
    tools.send("Storage.overrideQuotaForOrigin", {"origin": served})
    page.evaluate(UNTIL_WRITTEN, -5)
    there = [*range(1, written + 1), -5]
    assert page.evaluate(READ) == {"n": there, "seq": list(range(1, written + 2)), "damaged": []}
    assert page.evaluate("device.status().disk.full") is False


def test_storage_thrown_away_is_told_and_enrolling_begins_anew(opened, served):
    window, page = opened()
    enrolled(page)
    acted(page, 1)
    page.evaluate("() => device.handIn()")
    window.new_cdp_session(page).send("Storage.clearDataForOrigin", {"origin": served, "storageTypes": "all"})
    assert page.evaluate("() => tried(() => act(2))") == "storage_cleared"
    page.evaluate("(pin) => device.enrol({pin, label: ''})", PIN)
    acted(page, 3)
    page.evaluate("() => device.handIn()")
    assert [one["n"] for one in control(served)["taken"]] == [1, 3]


@pytest.mark.parametrize("options", [{}, {"locks": None}], ids=["with locks", "without locks"])
def test_two_tabs_record_without_a_gap_and_hand_in_once(opened, served, options):
    window, page = opened()
    enrolment = enrolled(page)
    other = page_in(window, served)
    for tab in (page, other):
        tab.evaluate(OPEN, options)
        tab.evaluate("([enrolment, pin]) => device.unlock({enrolment, pin})", [enrolment, PIN])
    for tab, first in ((page, 0), (other, 100)):
        tab.evaluate(
            """(first) => { window.done = false;
            Promise.all(Array.from({length: 30}, (_, n) => act(first + n))).then(() => (window.done = true)); }""",
            first,
        )
    for tab in (page, other):
        tab.wait_for_function("window.done")
    kept = other.evaluate(READ)
    assert kept["seq"] == list(range(1, 61))
    assert [n for n in kept["n"] if n < 100] == list(range(30))
    for tab in (page, other):
        tab.evaluate("() => { device.handIn(); }")
    for tab in (page, other):
        tab.wait_for_function("device.status().unsent.count === 0")
    told = control(served)
    assert told["sent"] == 60 and sorted(one["n"] for one in told["taken"]) == sorted(kept["n"])
    other.evaluate("() => device.lock()")
    page.wait_for_function("device.status().locked")


def test_an_upgrade_waits_for_a_tab_that_is_in_the_way_and_takes_the_queue_along(opened, served):
    window, page = opened()
    enrolment = enrolled(page)
    acted(page, *range(50))
    page.evaluate("() => device.close()")
    stubborn = page_in(window, served)
    stubborn.evaluate(
        """() => new Promise((done) => { const asked = indexedDB.open("alongside-field");
           asked.onsuccess = () => { window.held = asked.result; done(); }; })"""
    )
    page.evaluate(
        """() => { window.heard = null; window.shown = null;
        const upgrades = [...UPGRADES, (database) => database.createObjectStore("more", {keyPath: "id"})];
        openDevice({upgrades, later: null, told: (what) => (window.heard = what)}).then((device) => {
          window.device = device; window.shown = device.status(); }); }"""
    )
    page.wait_for_function("window.heard === 'blocked'")
    assert page.evaluate("window.shown") is None
    stubborn.evaluate("() => held.close()")
    page.wait_for_function("window.shown")
    assert page.evaluate("window.shown.unsent.count") == 50 and page.evaluate("window.shown.app") is None
    assert stubborn.evaluate("() => openDevice({later: null}).then(() => null, (fault) => fault.code)") == "newer_app"
    page.evaluate("([enrolment, pin]) => device.unlock({enrolment, pin})", [enrolment, PIN])
    page.evaluate("() => device.handIn()")
    assert [one["n"] for one in control(served)["taken"]] == list(range(50))


def test_a_bit_that_flips_on_disk_is_found_and_the_rest_flows(opened, served):
    _, page = opened()
    enrolled(page)
    acted(page, 1, 2, 3)
    page.evaluate(
        """() => new Promise((done) => { const asked = indexedDB.open("alongside-field");
        asked.onsuccess = () => { const store = asked.result.transaction("outbox", "readwrite").objectStore("outbox");
          store.getAll().onsuccess = ({target}) => { const row = target.result[1]; row.sealed[9] ^= 1;
            store.put(row).onsuccess = () => { asked.result.close(); done(); }; }; }; })"""
    )
    assert page.evaluate(READ) == {"n": [1, 3], "seq": [1, 3], "damaged": [2]}
    page.evaluate("() => device.handIn()")
    assert [one["n"] for one in control(served)["taken"]] == [1, 3]
    (held,) = page.evaluate("device.status().held")
    assert held["reasons"] == [{"code": "unreadable", "field": ""}]
