"""Whatever dies, and whenever: what was acknowledged is there, and the next start works."""

import os
import signal
import subprocess

import psycopg

from alongside.project.cluster import running
from alongside.project.cluster.tests.conftest import alive, begin_counting, count_until_cut, wait_for


def test_kill_9_of_the_holder_ends_the_database_and_loses_nothing(folder, hold):
    holder = hold().hear()
    with begin_counting(holder.url) as connection:
        acknowledged = count_until_cut(connection, holder.process.kill)
    assert wait_for(lambda: not alive(holder.postmaster)), "the database outlived the process that started it"
    assert _counted(folder) >= acknowledged >= 50


def test_kill_9_of_the_database_loses_nothing(folder, hold):
    holder = hold().hear()
    with begin_counting(holder.url) as connection:
        acknowledged = count_until_cut(connection, lambda: os.kill(holder.postmaster, signal.SIGKILL))
    assert holder.leave() == 0
    assert _counted(folder) >= acknowledged >= 50


def test_a_new_start_while_the_old_one_is_leaving(folder, hold):
    holder = hold().hear()
    holder.process.kill()
    with running(folder) as cluster:
        assert cluster.postmaster is not None
        assert psycopg.connect(cluster.url()).execute("select 1").fetchone() == (1,)


def test_a_stale_pid_that_now_belongs_to_somebody_else(folder):
    with running(folder) as cluster:
        pid_file = cluster.place.data(18) / "postmaster.pid"
        lines = pid_file.read_text().split("\n")
    with subprocess.Popen(["sleep", "600"]) as bystander:
        pid_file.write_text("\n".join([str(bystander.pid), *lines[1:]]))
        with running(folder) as cluster:
            assert psycopg.connect(cluster.url()).execute("select 1").fetchone() == (1,)
        assert bystander.poll() is None, "an innocent process was ended"
        bystander.kill()


def test_a_pid_file_that_was_cut_short(folder):
    for left in ("", "12", "not a number\n"):
        with running(folder) as cluster:
            pid_file = cluster.place.data(18) / "postmaster.pid"
        pid_file.write_text(left)
    with running(folder) as cluster:
        assert psycopg.connect(cluster.url()).execute("select 1").fetchone() == (1,)


def test_kill_9_while_the_cluster_is_made(folder, hold):
    holder = hold()
    marker = folder / "database" / "postgres-18.unfinished"
    assert wait_for(lambda: (marker.parent / "postgres-18" / "global").exists() or holder.process.poll())
    holder.process.kill()
    holder.process.wait()
    assert marker.exists(), "it was killed too late to show anything"
    with running(folder) as cluster:
        assert psycopg.connect(cluster.url()).execute("select 1").fetchone() == (1,)
    assert not marker.exists()


def _counted(folder) -> int:
    with running(folder) as cluster, psycopg.connect(cluster.url()) as connection:
        return connection.execute("select count(*) from counted").fetchone()[0]
