"""A running embedded PostgreSQL: started when nobody runs it, joined when somebody does."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from alongside.project.progress import Say, quiet
from alongside.project.troubles import Trouble

from .account import Account, database_account
from .addresses import socket_url
from .binaries import Binaries, installed_binaries
from .conversion import convert, refuse_newer
from .creation import create_data, finish_data
from .locks import serving, starting, using, wait_for_others
from .passwords import ADMINISTRATOR, answers, password_of
from .pidfile import claimed_socket, living_postmaster
from .place import Place, place_in
from .postmaster import Postmaster, start_postmaster, wait_for_end

LEAVING = 30  # seconds that we wait for a PostgreSQL which is on its way out
OTHERS = 600  # seconds that a command, having started the database, waits for others that joined it
SERVED = 5  # seconds that a server, told to stop, waits for them


@dataclass(frozen=True)
class Cluster:
    """`postmaster` is None when another process started the server and will end it."""

    place: Place
    binaries: Binaries
    socket: Path
    postmaster: Postmaster | None

    def url(self, role: str = ADMINISTRATOR, database: str = "postgres") -> str:
        """A connection URL for the role; its password is made on first asking."""
        return socket_url(self.socket, role, self.password(role), database)

    def password(self, role: str) -> str:
        return password_of(self.place, role)


@contextmanager
def running(
    chosen: Path, *, settings: Sequence[str] = (), durable: bool = True, alone: bool = False, say: Say = quiet
) -> Iterator[Cluster]:
    """The cluster under the folder `chosen`, made and converted where needed, for as long as the block runs.

    Whoever starts it ends it, after waiting for others that joined; if this process is killed, PostgreSQL shuts
    down by itself. `alone`: never join, and let nobody else be alone on this folder: for whoever serves from it.
    `settings` are "name=value" texts that go after the usual ones.
    """
    account = database_account()
    place, binaries = place_in(chosen, account), installed_binaries(account)
    with ExitStack() as held:
        if alone:
            held.enter_context(serving(place))
        with starting(place):
            if alone:
                _wait_for_starter(place, binaries, say)
            users = held.enter_context(using(place))
            cluster = _joined(place, binaries) or _started(place, binaries, account, settings, durable, say)
        try:
            yield cluster
        finally:
            if cluster.postmaster:
                wait_for_others(users, SERVED if alone else OTHERS)
                cluster.postmaster.stop()


@contextmanager
def unused(folder: Path) -> Iterator[None]:
    """Nobody serves from this database folder, or may begin to, while the block runs; raises `Trouble` if one does."""
    place = Place(folder)
    with serving(place), starting(place):
        for major in place.majors():
            if not wait_for_end(place.data(major), LEAVING):
                raise Trouble(f"A command still uses the database in {folder}: end it first.")
        yield


def _wait_for_starter(place: Place, binaries: Binaries, say: Say) -> None:
    """A short command, or an earlier start that was killed, may still hold the database for a moment."""
    data = place.data(binaries.major)
    if pid := living_postmaster(data):
        say(f"Waiting for another command that uses the database (PostgreSQL is process {pid}).")
        if not wait_for_end(data, OTHERS):
            raise Trouble(f"PostgreSQL (process {pid}) still holds {data}: end the command that started it.")


def _joined(place: Place, binaries: Binaries) -> Cluster | None:
    data = place.data(binaries.major)
    socket = claimed_socket(data)
    if living_postmaster(data) and socket and answers(place, socket):
        return Cluster(place, binaries, socket, None)
    if not wait_for_end(data, LEAVING):
        pid = living_postmaster(data)
        raise Trouble(f"PostgreSQL (process {pid}) holds {data} and does not answer: end it first.")
    return None


def _started(
    place: Place,
    binaries: Binaries,
    account: Account | None,
    settings: Sequence[str],
    durable: bool,
    say: Say,
) -> Cluster:
    refuse_newer(place, binaries)
    known = place.majors()
    if not known:
        say("Making the database.")
        create_data(place, binaries, account, durable=durable)
        finish_data(place, binaries.major)
    elif binaries.major not in known:
        convert(place, known[-1], binaries, account, say)
    postmaster = start_postmaster(place, binaries, account, lambda s: answers(place, s), settings)
    return Cluster(place, binaries, postmaster.socket, postmaster)
