"""Several processes on one folder: one database, ended by the one that started it when nobody needs it."""

import psycopg
import pytest

from alongside.project.cluster.tests.conftest import alive, wait_for
from alongside.project.data_folder import claim, delete
from alongside.project.troubles import Trouble


def test_several_at_once_get_one_database(hold):
    holders = [holder.hear() for holder in [hold() for _ in range(5)]]
    started = [holder.postmaster for holder in holders if holder.postmaster]
    assert len(started) == 1
    assert len({holder.url for holder in holders}) == 1
    for holder in holders:
        holder.let_go()
    assert [holder.process.wait(60) for holder in holders] == [0] * 5
    assert not alive(started[0])


def test_who_started_it_waits_for_who_joined(hold):
    starter = hold().hear()
    joined = hold().hear()
    starter.let_go()
    with psycopg.connect(joined.url) as connection:
        assert not wait_for(lambda: not alive(starter.postmaster), seconds=0.5)
        assert connection.execute("select 1").fetchone() == (1,)
    assert joined.leave() == 0
    assert starter.process.wait(60) == 0
    assert not alive(starter.postmaster)


def test_a_second_server_on_one_folder_is_told(hold):
    first = hold("alone").hear()
    second = hold("alone").hear()
    assert second.said.startswith("trouble: Alongside runs from ")
    assert f"(process {first.process.pid})" in second.said


def test_a_folder_that_is_served_from_is_not_deleted(folder, hold):
    claim(folder)
    server = hold("alone").hear()
    with pytest.raises(Trouble, match="Alongside runs from"):
        delete(folder, yes=True)
    assert psycopg.connect(server.url).execute("select 1").fetchone() == (1,)
    assert server.leave() == 0
    delete(folder, yes=True)
    assert not folder.exists()


def test_a_server_waits_until_a_short_command_has_ended(hold):
    short = hold().hear()
    server = hold("alone")
    assert not wait_for(lambda: server.process.poll() is not None, seconds=0.5)
    assert short.leave() == 0
    assert server.hear().postmaster != 0
