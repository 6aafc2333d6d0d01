"""`alongside prepare [ADMIN_URL]`: make the roles and the database, once.

With an administrator's address: on that server, printing the addresses to serve with. Without one: the
embedded database of the data folder. The administrator's address is not kept anywhere.
"""

import argparse
import secrets
from urllib.parse import quote, urlsplit

import psycopg

from . import roles
from .data_folder import chosen_folder
from .database import DATABASE, connected, database
from .migrating import migrate
from .progress import to_terminal
from .troubles import Trouble

NAMES = {
    roles.APP: "DATABASE_URL",
    roles.OWNER: "ALONGSIDE_OWNER_DATABASE_URL",
    roles.BACKUP: "ALONGSIDE_BACKUP_DATABASE_URL",
    roles.DISPOSAL: "ALONGSIDE_DISPOSAL_DATABASE_URL",
}


def main(words: list[str]) -> int:
    options = _options(words)
    if options.url:
        made = prepare_server(options.url, options.database, renew=options.new_passwords)
        if not options.empty:
            migrate(made[roles.OWNER], to_terminal)
        to_terminal("Ready. Keep these addresses where only the account that serves can read them:")
        print("\n".join(f"{NAMES[role]}={url}" for role, url in made.items()))
    else:
        _prepare_embedded(options.data)
    return 0


def prepare_server(url: str, name: str = DATABASE, *, renew: bool = False) -> dict[str, str]:
    """Make the roles with random passwords and the database; returns role -> address.

    Roles that exist keep their passwords, which nobody can read back: then `renew` must be asked for.
    Raises `Trouble` for a server older than 17.6 and for an administrator who may not do it.
    """
    passwords = {role: secrets.token_urlsafe(24) for role in roles.ROLES}
    with connected(url) as administrator:
        _refuse_old(administrator)
        known = roles.existing_roles(administrator)
        if known and not renew:
            raise Trouble(
                f"This server was prepared before ({', '.join(sorted(known))} exist): use the addresses printed"
                " then, or add --new-passwords to print new ones; the old ones then stop working."
            )
        try:
            roles.make_roles(administrator, passwords)
            roles.make_database(administrator, name)
        except psycopg.errors.InsufficientPrivilege as error:
            raise Trouble(
                f"This administrator may not prepare the server ({_line(error)}): use a superuser."
            ) from error
    made = {role: _with(url, role, password, name) for role, password in passwords.items()}
    with connected(made[roles.OWNER]) as owner:
        roles.settle_database(owner, name)
    return made


def _prepare_embedded(data: str | None) -> None:
    with database(chosen_folder(data), to_terminal) as found:
        if found.owner is None:
            raise Trouble("DATABASE_URL names a server: run `alongside prepare` with its administrator's address.")
        migrate(found.owner, to_terminal)
    to_terminal("The database is ready.")


def _refuse_old(connection: psycopg.Connection) -> None:
    version = connection.info.server_version
    if version < roles.OLDEST:
        raise Trouble(
            f"This server is PostgreSQL {version // 10000}.{version % 10000}, and Alongside needs 17.6 or newer,"
            " or 18: upgrade it first."
        )


def _with(url: str, role: str, password: str, name: str) -> str:
    """The administrator's address with another role, password and database."""
    parts = urlsplit(url)
    place = parts.netloc.rpartition("@")[2]
    netloc = f"{role}:{quote(password, safe='')}@{place}"
    return parts._replace(netloc=netloc, path="/" + quote(name, safe="")).geturl()


def _line(error: psycopg.Error) -> str:
    return str(error).splitlines()[0]


def _options(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="alongside prepare", description=__doc__)
    parser.add_argument("url", nargs="?", metavar="ADMIN_URL", help="postgresql://administrator:password@host/postgres")
    parser.add_argument("--database", default=DATABASE, metavar="NAME")
    parser.add_argument("--empty", action="store_true", help="make no tables: a dump will be restored into it")
    parser.add_argument("--new-passwords", action="store_true", help="give existing roles new passwords")
    parser.add_argument("--data", metavar="DIR", help="the data folder of the embedded database")
    return parser.parse_args(words)
