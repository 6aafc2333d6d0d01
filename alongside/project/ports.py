"""Find the port to listen on, and keep it until the web server listens there."""

import contextlib
import http.client
import socket
import time
from collections.abc import Iterator

from .troubles import Trouble

USUAL = 8000
LEAVING = 4  # seconds that an earlier start of ours, killed a moment ago, may take to let go of the port


def port_to_use(host: str, asked: int | None) -> int:
    """The asked one, or 8000, or the next free after it; raises `Trouble` when the asked one is taken."""
    first = asked or USUAL
    until = time.monotonic() + LEAVING
    while not _free(host, first) and time.monotonic() < until:
        time.sleep(0.2)
    if _free(host, first):
        return first
    if asked:
        raise Trouble(f"Port {asked} is taken by another program: choose another with --port.")
    found = next((port for port in range(USUAL + 1, USUAL + 100) if _free(host, port)), None)
    if found is None:
        raise Trouble(f"The ports {USUAL} to {USUAL + 99} are all taken: choose one with --port.")
    return found


@contextlib.contextmanager
def held(host: str, port: int) -> Iterator[None]:
    """Another start sees the port as taken from now on, though nothing listens there for seconds yet.

    The web server's own sockets share the port (SO_REUSEPORT); two starts that both found it free would share it too,
    and one would answer for the other.
    """
    with _socket(host) as kept:
        if hasattr(socket, "SO_REUSEPORT"):
            kept.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
            with contextlib.suppress(OSError):  # taken this very moment: the web server says so itself
                kept.bind((host, port))
        yield


def serves_pages(host: str, port: int) -> bool:
    """Whether a page comes from there within ten seconds: the port opens before the first process can answer."""
    asked = http.client.HTTPConnection(host, port, timeout=10)
    try:
        asked.request("GET", "/")
        return asked.getresponse().status < 500
    except OSError:
        return False
    finally:
        asked.close()


def _free(host: str, port: int) -> bool:
    with _socket(host) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((host, port))
        except PermissionError as error:
            raise Trouble(f"This account may not listen on port {port}: choose one above 1023 with --port.") from error
        except (OSError, OverflowError):
            return False
    return True


def _socket(host: str) -> socket.socket:
    return socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
