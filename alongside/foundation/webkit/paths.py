"""Addresses within this site: where somebody goes on to, never anywhere else."""

from django.utils.http import url_has_allowed_host_and_scheme

LONGEST = 2_000


def local(path: str | None, *, otherwise: str) -> str:
    """`path` when it is an absolute path of this site, without control characters; `otherwise` when it is not."""
    if not path or len(path) > LONGEST or not path.startswith("/") or not path.isprintable():
        return otherwise
    return path if url_has_allowed_host_and_scheme(path, allowed_hosts=None) else otherwise
