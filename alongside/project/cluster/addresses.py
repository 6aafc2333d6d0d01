"""Connection URLs for a server that listens in a folder."""

from pathlib import Path
from urllib.parse import quote


def socket_url(socket: Path, role: str, password: str, database: str) -> str:
    """A libpq URL; every part is percent-encoded, so any folder name will do."""
    host, role, password, database = (quote(str(part), safe="") for part in (socket, role, password, database))
    return f"postgresql://{role}:{password}@/{database}?host={host}"
