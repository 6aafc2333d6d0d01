"""`alongside invite EMAIL`: a new link for somebody who has no way in, when no administrator can make one."""

import argparse

from alongside.accounts import invitations
from alongside.accounts.lookups import account_with
from alongside.project.troubles import Trouble

ADDRESS = "http://127.0.0.1:8000"


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="alongside invite", description=__doc__)
    parser.add_argument("email", help="the address they sign in with")
    parser.add_argument("--address", default=ADDRESS, help="where this installation is reached")
    options = parser.parse_args(words)
    account_id = account_with(options.email)
    if account_id is None:
        raise Trouble(f"Nobody signs in with {options.email}.")
    print(told(invitations.invite(account_id), options.address))
    return 0


def told(invited: invitations.Invited, address: str) -> str:
    """The link and what it is, for the terminal."""
    until = invited.ends_at.strftime("%d %b %Y %H:%M UTC")
    return f"Open this link to choose how to sign in (once, until {until}):\n{address.rstrip('/')}{invited.path}"
