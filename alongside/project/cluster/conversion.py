"""Bring the data of an older PostgreSQL major into a new cluster; the old one stays until it is confirmed."""

import shutil
from pathlib import Path

from alongside.project.progress import Say
from alongside.project.troubles import Trouble

from .account import Account, database_account
from .binaries import Binaries, installed_binaries, old_binaries
from .copying import Server, copy_everything
from .creation import create_data, finish_data
from .passwords import answers
from .place import Place, place_in
from .postmaster import start_postmaster, wait_for_end


def refuse_newer(place: Place, binaries: Binaries) -> None:
    """Old programs never touch new data, and never begin an empty cluster beside it."""
    newest = max(place.majors(), default=0)
    if newest > binaries.major:
        raise Trouble(
            f"The data in {place.folder} was written by PostgreSQL {newest}, and this version of Alongside"
            f" brings PostgreSQL {binaries.major}: install the newer version of Alongside again."
        )


def convert(place: Place, old_major: int, binaries: Binaries, account: Account | None, say: Say) -> None:
    """Dump the old cluster and restore it into a new one; cut short at any point, it begins again.

    Every table's rows are counted on both sides. Only its own server ever writes to the old data folder.
    """
    old = old_binaries(old_major, account)
    _need_space(place, old_major)
    say(f"Converting the data from PostgreSQL {old_major} to {binaries.major}. Do not switch off the machine.")
    if not wait_for_end(place.data(old_major), 30):
        raise Trouble(f"PostgreSQL {old_major} still runs on {place.data(old_major)}: end it first.")
    create_data(place, binaries, account)
    source = start_postmaster(place, old, account, lambda socket: answers(place, socket))
    try:
        target = start_postmaster(place, binaries, account, lambda socket: answers(place, socket))
        try:
            copy_everything(Server(place, source.socket), Server(place, target.socket), binaries, account, say)
        finally:
            target.stop()
    finally:
        source.stop()
    finish_data(place, binaries.major)
    say(f"Converted. The old data stays in {place.data(old_major)} until `alongside check` finds all well.")


def confirm_conversion(chosen: Path) -> list[int]:
    """Remove the clusters that conversions left behind; returns their majors. Call when all is green."""
    account = database_account()
    place, current = place_in(chosen, account), installed_binaries(account).major
    known = place.majors()
    if current not in known:
        return []
    older = [major for major in known if major < current]
    for major in older:
        shutil.rmtree(place.data(major))
    return older


def _need_space(place: Place, major: int) -> None:
    """The dump and the new cluster together take less than twice what the old one takes."""
    files = (entry for entry in place.data(major).rglob("*") if entry.is_file() and not entry.is_symlink())
    needed = 2 * sum(entry.stat().st_size for entry in files)
    free = shutil.disk_usage(place.folder).free
    if free < needed:
        raise Trouble(
            f"Converting the data needs {needed // 10**6} MB of free disk in {place.folder},"
            f" and {free // 10**6} MB are free: make room and start again."
        )
