"""The real thing: web, worker and database start, answer, and all end together, however they are ended."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from alongside.project.cluster.tests.conftest import alive, wait_for

pytestmark = pytest.mark.slow
ALONGSIDE = [sys.executable, "-m", "alongside"]


@pytest.fixture(scope="module")
def data():
    """A prepared data folder."""
    folder = Path(tempfile.mkdtemp(prefix="alongside-test-"))
    folder.chmod(0o755)
    subprocess.run([*ALONGSIDE, "prepare", "--data", folder / "our data"], check=True, env=environment())
    yield folder / "our data"
    shutil.rmtree(folder)


def environment(**more):
    """Without what the test run itself is told about databases."""
    kept = {name: value for name, value in os.environ.items() if "DATABASE_URL" not in name}
    return {**kept, **more}


class Served:
    """`alongside serve` in a process of its own; `pids` are it and everything that it started."""

    def __init__(self, data, *words):
        order = [*ALONGSIDE, "serve", "--data", str(data), "--no-demo", "--workers", "1", *words]
        self.process = subprocess.Popen(
            order, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment()
        )
        self.said, self.address = [], None
        for line in self.process.stdout:
            self.said.append(line)
            if found := re.search(r"http://\S+", line):
                self.address = found[0]
            if line.startswith("Ctrl-C"):
                break
        self.pids = [self.process.pid, *descendants(self.process.pid)]

    def end(self, order=signal.SIGTERM):
        self.process.send_signal(order)
        self.said += self.process.stdout.readlines()
        return self.process.wait(60)

    def ended(self):
        return wait_for(lambda: not any(alive(pid) for pid in self.pids))


def descendants(pid):
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [found for child in children for found in (int(child), *descendants(int(child)))]


@pytest.fixture
def serve(data):
    started = []

    def begin(*words):
        started.append(Served(data, *words))
        return started[-1]

    yield begin
    for served in started:
        served.process.kill()
        served.process.wait()
        served.process.stdout.close()
        assert served.ended()


def status(address):
    try:
        return urllib.request.build_opener(urllib.request.ProxyHandler({})).open(address, timeout=60).status
    except urllib.error.HTTPError as error:
        return error.code


def check(data):
    order = [*ALONGSIDE, "check", "--data", str(data)]
    return subprocess.run(order, capture_output=True, text=True, env=environment(), check=False)


def test_it_answers_keeps_the_owners_password_to_itself_is_checked_and_ends(serve, data):
    alone = check(data)
    served = serve()
    assert status(served.address + "static/favicon.svg") == 200
    assert status(served.address) < 500
    owner = re.search(r'"alongside_owner": "([^"]+)"', (data / "database" / "passwords.json").read_text())[1]
    for pid in descendants(served.process.pid):
        assert owner.encode() not in Path(f"/proc/{pid}/environ").read_bytes()
    assert len(served.pids) > 4
    beside = check(data)
    assert alone.returncode == beside.returncode == 0, alone.stdout + beside.stdout
    assert alone.stdout == beside.stdout
    assert alone.stdout.count("ok ") == len(alone.stdout.splitlines()) == 4
    second = serve()
    assert second.process.wait(60) == 1
    assert "Alongside runs from" in "".join(second.said)
    assert served.end(signal.SIGTERM) == 0
    assert served.said[-1] == "Stopped. Everything that was started has ended.\n"
    assert served.ended()


def test_killed_it_takes_everything_with_it_and_starts_again(serve):
    served = serve()
    served.end(signal.SIGKILL)
    assert served.ended(), "something outlived it"
    again = serve()
    assert status(again.address) < 500
    assert again.end(signal.SIGINT) == 0
    assert again.ended()


@pytest.mark.parametrize("name", ["granian", "bin/postgres"])
def test_a_part_that_dies_ends_the_rest_and_says_so(serve, name):
    served = serve()
    part = next(pid for pid in served.pids if name in Path(f"/proc/{pid}/cmdline").read_text())
    os.kill(part, signal.SIGKILL)
    said = "".join(served.process.stdout.readlines())
    assert served.process.wait(60) == 1
    assert "ended by itself (status -9)" in said
    assert served.ended()


def test_a_server_of_ones_own_is_served_from_once_prepared(unprepared, data):
    prepared = subprocess.run(
        [*ALONGSIDE, "prepare", unprepared.url()], capture_output=True, text=True, env=environment(), check=True
    )
    addresses = dict(line.split("=", 1) for line in prepared.stdout.splitlines())
    told = subprocess.run(
        [*ALONGSIDE, "check"], capture_output=True, text=True, check=False,
        env=environment(DATABASE_URL=addresses["DATABASE_URL"], ALONGSIDE_DATA=str(data)),
    )  # fmt: skip
    assert told.returncode == 0, told.stdout
    refused = subprocess.run(
        [*ALONGSIDE, "serve", "--data", str(data), "--no-demo"], capture_output=True, text=True, check=False,
        env=environment(DATABASE_URL=addresses["ALONGSIDE_OWNER_DATABASE_URL"]),
    )  # fmt: skip
    assert refused.returncode == 1
    assert "does not serve as the database role alongside_owner, which owns tables" in refused.stderr
