"""The real server, killed while it takes a batch: before its commit, and between commit and answer (F08, SY2)."""

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from datetime import timedelta
from pathlib import Path
from threading import Thread

import psycopg
import pytest
from django.conf import settings

from alongside.behaviour.models import Observation, Tally
from alongside.field.models import Receipt
from alongside.foundation.models import Entry
from alongside.foundation.tenancy import inside
from alongside.project.cluster.tests.conftest import alive, wait_for
from alongside.sessions.models import Ending, Session
from tests import plans
from tests.cast import browser_of, sign_in
from tests.field.device import Device, now, written

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path("/proc/self").exists(), reason="finds the server's processes under /proc"),
]
TAPS = 5
HELD = 4711  # an advisory lock that a commit waits for
SLOW_COMMIT = f"""
create function waits() returns trigger language plpgsql as
  $$ begin perform pg_advisory_xact_lock_shared({HELD}); return null; end $$;
create constraint trigger waits after insert on field_receipt deferrable initially deferred
  for each row execute function waits();
"""
WAITING = """
select count(*) from pg_locks where not granted
   and database = (select oid from pg_database where datname = current_database())
"""


class Server:
    """`alongside serve` over the test's own database, in processes of its own."""

    def __init__(self, url: str, data: Path) -> None:
        order = [sys.executable, "-m", "alongside", "serve", "--data", str(data), "--no-demo", "--workers", "1"]
        kept = {name: value for name, value in os.environ.items() if "DATABASE_URL" not in name}
        told = {"DATABASE_URL": url, "ALONGSIDE_SECRET": settings.SECRET_KEY}
        self.process = subprocess.Popen(
            order, env={**kept, **told}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        said = []
        for line in self.process.stdout:
            said.append(line)
            if line.startswith("Ctrl-C"):
                break
        found = re.search(r"http://\S+", "".join(said))
        assert found, "".join(said)
        self.address = found[0]

    def hand_in(self, device, body):
        """Its answer as (status, JSON); None where none came."""
        asked = urllib.request.Request(
            self.address + "field/operations/", json.dumps(body).encode(),
            {"Content-Type": "application/json", "Authorization": device.authorization},
        )  # fmt: skip
        try:
            with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(asked, timeout=60) as answer:
                return answer.status, json.load(answer)
        except (OSError, urllib.error.URLError):
            return None

    def signalled(self, order):
        """Whoever is of it now: a worker may have been begun anew, and by another thread."""
        pids = [self.process.pid, *descendants(self.process.pid)]
        for pid in pids:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, order)
        return pids

    def killed(self):
        """Every process of it at once, none of which can say anything any more."""
        pids = self.signalled(signal.SIGKILL)
        self.process.wait()
        self.process.stdout.close()
        assert wait_for(lambda: not any(alive(pid) for pid in pids))


def descendants(pid):
    children = [child for task in Path(f"/proc/{pid}/task").glob("*/children") for child in task.read_text().split()]
    return [found for child in children for found in (int(child), *descendants(int(child)))]


@pytest.fixture
def serve(world, committed, tmp_path):
    """`serve()` starts the server; what still runs at the end is killed."""
    started = []

    def begin():
        started.append(Server(committed.url(), tmp_path / "data"))
        return started[-1]

    yield begin
    for server in started:
        server.killed()


@pytest.fixture
def superuser(world, committed, templates):
    with psycopg.connect(templates.cluster.url(database=committed.name), autocommit=True) as connection:
        yield connection


@pytest.fixture
def visit(world):
    """Rosa's device and a batch: a visit of hers with some taps."""
    device = Device(str(world.agency))
    with inside(world.agency):
        target = plans.target(world, measure="count")
    device.enrol("rosa", signed_in_now(world))
    at = written(now() - timedelta(minutes=30))
    place = {"programme": str(world.programme.pk), "zone": "America/New_York", "began_at": at}
    begun = device.operation("rosa", "sessions.start/1", world.theo.pk, place)
    tap = {"target": str(target), "details": {"count": 1}, "happened_at": at}
    taps = [device.operation("rosa", "behaviour.record/1", begun["id"], tap) for _ in range(TAPS)]
    ended = device.operation("rosa", "sessions.end/1", begun["id"], {"ended_at": written(now())})
    return device, device.body(*(device.seal("rosa", one) for one in (begun, *taps, ended)))


def signed_in_now(world):
    """A browser that Rosa signed in with just now: however long the tests have run, nothing of it is over."""
    world.sessions["rosa"] = sign_in(world, "rosa")
    return browser_of(world, "rosa")


def standing(world):
    with inside(world.agency):
        counted = [table.objects.count() for table in (Session, Observation, Ending, Receipt)]
        acts = Entry.objects.filter(outcome="done", session_ref__startswith="device:")
        verbs = sorted(acts.values_list("verb", flat=True))
        return counted, verbs, [(row.n, int(row.numerator)) for row in Tally.objects.all()]


ONCE = (
    [1, TAPS, 1, TAPS + 2], ["behaviour.record", "behaviour.settle", "sessions.end", "sessions.start"], [(TAPS, TAPS)],
)  # fmt: skip


def is_there_once(world, serve, device, body):
    """Another server; the device sends the same again, twice."""
    again = serve()
    for _ in range(2):
        status, answer = again.hand_in(device, body)
        assert status == 200 and [one["outcome"] for one in answer["receipts"]] == ["done"] * (TAPS + 2)
    assert standing(world) == ONCE


def test_killed_between_two_statements_of_a_batch_nothing_of_it_is_there_and_then_all_of_it_once(
    world, serve, superuser, visit
):
    device, body = visit
    server, answers = serve(), []
    with superuser.transaction():
        superuser.execute("lock table field_receipt in exclusive mode")  # visit and taps are written by then
        asking = Thread(target=lambda: answers.append(server.hand_in(device, body)))
        asking.start()
        assert wait_for(lambda: superuser.execute(WAITING).fetchone()[0])
        server.killed()
    asking.join()
    assert answers == [None]
    assert wait_for(lambda: not superuser.execute(WAITING).fetchone()[0])
    assert standing(world) == ([0, 0, 0, 0], [], [])
    is_there_once(world, serve, device, body)


def test_killed_between_commit_and_answer_it_is_there_and_sent_again_it_is_there_once(world, serve, superuser, visit):
    device, body = visit
    superuser.execute(SLOW_COMMIT)
    server, answers = serve(), []
    superuser.execute("select pg_advisory_lock(%s)", [HELD])
    asking = Thread(target=lambda: answers.append(server.hand_in(device, body)))
    asking.start()
    assert wait_for(lambda: superuser.execute(WAITING).fetchone()[0])
    server.signalled(signal.SIGSTOP)  # it has asked for the commit, and hears and says nothing any more
    superuser.execute("select pg_advisory_unlock(%s)", [HELD])
    assert wait_for(lambda: superuser.execute("select count(*) from field_receipt").fetchone()[0] == TAPS + 2)
    server.killed()
    asking.join()
    assert answers == [None]
    assert standing(world) == ONCE
    is_there_once(world, serve, device, body)
