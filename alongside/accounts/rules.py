"""Which passwords are good enough (NIST SP 800-63B-4, section 3.1.1.2): long, and not what others try first."""

import unicodedata
from collections.abc import Container

from alongside.foundation.errors import Fault

WITH_FACTOR, ALONE, MOST = 8, 15, 1_000
RUNS = ("abcdefghijklmnopqrstuvwxyz", "0123456789", "qwertyuiopasdfghjklzxcvbnm")


def settled(password: str) -> str:
    """The one form of a password, however the keyboard composed it (NFKC)."""
    return unicodedata.normalize("NFKC", password)


def password_faults(password: str, *, email: str, common: Container[str], with_factor: bool) -> list[Fault]:
    """Faults of a new password; `common` are passwords that are tried first, in lower case.

    No rule about kinds of characters: they make people choose worse ones.
    """
    least = WITH_FACTOR if with_factor else ALONE
    if len(password) < least:
        return [Fault("accounts.password.short", "password", {"count": least})]
    if len(password) > MOST:
        return [Fault("accounts.password.long", "password", {"count": MOST})]
    plain = password.casefold()
    if plain in common or monotonous(plain):
        return [Fault("accounts.password.common", "password")]
    if bare(plain) in own_words(email):
        return [Fault("accounts.password.own", "password")]
    return []


def monotonous(plain: str) -> bool:
    """One or two characters over and over, or a row of the keyboard or the alphabet, forwards or backwards."""
    rows = [row * (len(plain) // len(row) + 2) for way in RUNS for row in (way, way[::-1])]
    return len(set(plain)) <= 2 or any(plain in row for row in rows)


def bare(plain: str) -> str:
    """Only the letters: Rosa2026! is rosa."""
    return "".join(letter for letter in plain if letter.isalpha())


def own_words(email: str) -> set[str]:
    """What anybody who knows the person would try: the parts of the address, and the product's name."""
    name, _, host = email.casefold().partition("@")
    return {bare(name), bare(host), bare(host.rpartition(".")[0]), bare(email.casefold()), "alongside"} - {""}
