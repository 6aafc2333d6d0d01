"""A running embedded PostgreSQL: started when nobody runs it, joined when somebody does."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from alongside.project.progress import Say, quiet
from alongside.project.troubles import Trouble

from .account import Account, database_account
from .addresses import socket_url
from .binaries import Binaries, installed_binaries
from .conversion import convert, refuse_newer
from .creation import create_data, finish_data
from .locks import starting, using, wait_for_others
from .passwords import ADMINISTRATOR, answers, password_of
from .pidfile import claimed_socket, living_postmaster
from .place import Place, place_in
from .postmaster import Postmaster, start_postmaster, wait_for_end

LEAVING = 30  # seconds that we wait for a PostgreSQL which is on its way out
OTHERS = 600  # seconds that a short command, having started the database, waits for others that joined it


@dataclass(frozen=True)
class Cluster:
    """`postmaster` is None when another process started the server and will end it."""

    place: Place
    binaries: Binaries
    socket: Path
    postmaster: Postmaster | None

    def url(self, role: str = ADMINISTRATOR, database: str = "postgres") -> str:
        """A connection URL for the role; its password is made on first asking."""
        return socket_url(self.socket, role, password_of(self.place, role), database)


@contextmanager
def running(
    chosen: Path,
    *,
    settings: Sequence[str] = (),
    durable: bool = True,
    patience: float = OTHERS,
    say: Say = quiet,
) -> Iterator[Cluster]:
    """The cluster under the folder `chosen`, made and converted where needed, for as long as the block runs.

    Whoever starts it ends it, after waiting `patience` seconds for others that joined; if this process is
    killed, PostgreSQL shuts down by itself. `settings` are "name=value" texts that go after the usual ones.
    """
    account = database_account()
    place, binaries = place_in(chosen, account), installed_binaries(account)
    with using(place) as users:
        with starting(place):
            cluster = _joined(place, binaries) or _started(place, binaries, account, settings, durable, say)
        try:
            yield cluster
        finally:
            if cluster.postmaster:
                wait_for_others(users, patience)
                cluster.postmaster.stop()


def _joined(place: Place, binaries: Binaries) -> Cluster | None:
    data = place.data(binaries.major)
    socket = claimed_socket(data)
    if living_postmaster(data) and socket and answers(place, socket):
        return Cluster(place, binaries, socket, None)
    if not wait_for_end(data, LEAVING):
        raise Trouble(f"PostgreSQL (process {living_postmaster(data)}) holds {data} and does not answer: end it first.")
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
