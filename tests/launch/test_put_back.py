"""The server is put back in the ways that the guide names, and a device that was told more finds it out."""

import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from django.test import Client as Browser
from psycopg import sql

from alongside.field.receiving.epoch import epoch
from alongside.project import roles
from alongside.project.cluster import running
from alongside.project.prepare import prepare_server
from tests import cast as casting
from tests.connecting import connected_to, url_of
from tests.field.device import Device, outcomes
from tests.launch.test_restore import restored, run

DUTY = "safety.duress/1"


class Phone:
    """Rosa's device: what it was told last, and what it has in hand."""

    def __init__(self, cast):
        self.cast, self.device, self.seen = cast, Device(str(cast.agency)), 0
        self.told = None

    def enrol(self):
        self.device.enrol("rosa", casting.browser_of(self.cast, "rosa"))
        self.device.unlock("rosa")

    def make(self):
        return self.device.do("rosa", DUTY, self.cast.staff["rosa"], {})

    def hand_in(self, *sealed):
        answer = self.device.hand_in(Browser(), *sealed, seen=self.seen)
        self.told = answer.json()
        return answer

    def hears(self):
        """Whether it was told of a server that was put back; it takes the number as it is."""
        lower, self.seen = self.told["turn"] < self.seen, self.told["turn"]
        return lower


@contextmanager
def served(data, blocker):
    """The application connected to the cluster in this folder, started anew."""
    with running(data, settings=["fsync=off"], durable=False) as cluster:
        made = prepare_server(cluster.url(), renew=True)
        with connected_to(made[roles.APP], blocker):
            yield


@pytest.fixture
def phone(world):
    return Phone(world)


def lost_and_found(phone, first, second):
    """What came after the backup is gone, and arrives anew; what was in it keeps its receipt."""
    assert outcomes(phone.hand_in()) == [] and phone.hears()
    assert outcomes(phone.hand_in(first, second)) == [("done", ""), ("done", "")]
    assert phone.told["next"] == {phone.device.users["rosa"].enrolment: 3} and not phone.hears()


@pytest.mark.slow
def test_a_dump_restored_into_the_same_cluster_is_another_life(
    phone, committed, templates, tmp_path, django_db_blocker
):
    phone.enrol()
    first, second = phone.make(), phone.make()
    phone.hand_in(first)
    phone.hears()
    before, dump = epoch(), str(tmp_path / "alongside.dump")
    run(templates.cluster, "pg_dump", committed.url("backup"), "--format=custom", "-f", dump)
    phone.hand_in(second)
    phone.hears()
    name = f"{committed.name}_again"
    with psycopg.connect(templates.cluster.url(), autocommit=True) as administrator:
        words = sql.SQL("create database {} owner {} template template0")
        administrator.execute(words.format(sql.Identifier(name), sql.Identifier(roles.OWNER)))
        try:
            into = url_of(templates.cluster, "owner", name)
            run(templates.cluster, "pg_restore", into, "--exit-on-error", "--no-owner", "-d", name, dump)
            with connected_to(url_of(templates.cluster, "app", name), django_db_blocker):
                assert epoch() != before
                lost_and_found(phone, first, second)
        finally:
            administrator.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))


@pytest.mark.slow
def test_the_tables_filled_anew_in_the_same_database_are_another_life(committed, templates, world, tmp_path):
    before, dump = epoch(), str(tmp_path / "alongside.dump")
    run(templates.cluster, "pg_dump", committed.url("backup"), "--format=custom", "-f", dump)
    into = committed.url("owner")
    run(templates.cluster, "pg_restore", into, "--clean", "--no-owner", "--exit-on-error", "-d", committed.name, dump)
    assert epoch() != before


@pytest.mark.slow
def test_a_copy_of_the_data_folder_put_back_is_found_out_by_the_count(
    phone, committed, templates, tmp_path, django_db_blocker
):
    """The same epoch, as nothing in the database tells a copy from the original."""
    chosen = Path(tempfile.mkdtemp(prefix="alongside-test-"))
    chosen.chmod(0o755)
    data, copy = chosen / "data", chosen / "copy"
    try:
        with running(data, settings=["fsync=off"], durable=False) as cluster:
            made = prepare_server(cluster.url())
            restored(committed.url("backup"), templates.cluster, made[roles.OWNER], tmp_path)
            with connected_to(made[roles.APP], django_db_blocker):
                phone.enrol()
                first, second = phone.make(), phone.make()
                phone.hand_in(first)
                phone.hears()
                before = epoch()
        subprocess.run(["cp", "-a", data, copy], check=True)
        with served(data, django_db_blocker):
            assert epoch() == before, "a restart is the same life"
            phone.hand_in(second)
            assert not phone.hears()
        shutil.rmtree(data)
        subprocess.run(["cp", "-a", copy, data], check=True)
        with served(data, django_db_blocker):
            assert epoch() == before
            lost_and_found(phone, first, second)
    finally:
        shutil.rmtree(chosen)
