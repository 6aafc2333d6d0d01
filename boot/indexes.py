"""Where packages come from: what this machine is set up for, otherwise the public index.

Settings of pip are honoured (its environment variables and configuration files), and those of uv as they are.
"""

import configparser
import os
from collections.abc import Mapping
from pathlib import Path

PUBLIC = "https://pypi.org/simple"
DEFAULT_INDEX = ("UV_DEFAULT_INDEX", "UV_INDEX_URL", "PIP_INDEX_URL")
CERTIFICATES = ("SSL_CERT_FILE", "PIP_CERT", "REQUESTS_CA_BUNDLE")


def index_url(environment: Mapping[str, str] = os.environ) -> str:
    """The index to ask first, without a slash at its end. uv allows "name=URL" in its variables."""
    told = _first(environment, DEFAULT_INDEX) or pip_settings(environment).get("index-url", PUBLIC)
    return _without_name(told).rstrip("/")


def certificates(environment: Mapping[str, str] = os.environ) -> str | None:
    """A file of certificate authorities, where the machine has its own."""
    told = _first(environment, CERTIFICATES) or pip_settings(environment).get("cert")
    return told if told and Path(told).exists() else None


def uv_environment(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The environment in which uv asks the indexes that pip would ask.

    Packages are checked against hashes, so it does not matter which index answers: the best match is taken.
    """
    pip, ours = pip_settings(environment), dict(environment)
    more = " ".join([pip.get("extra-index-url", ""), environment.get("PIP_EXTRA_INDEX_URL", "")]).split()
    links = " ".join([pip.get("find-links", ""), environment.get("PIP_FIND_LINKS", "")]).split()
    wanted = {
        "UV_DEFAULT_INDEX": index_url(environment),
        "UV_INDEX": " ".join(more),
        "UV_FIND_LINKS": ",".join(dict.fromkeys(links)),
        "UV_INDEX_STRATEGY": "unsafe-best-match",
        "SSL_CERT_FILE": certificates(environment) or "",
    }
    for name, value in wanted.items():
        if value:
            ours.setdefault(name, value)
    ours.pop("UV_INDEX_URL", None)
    return ours


def pip_settings(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """What pip's configuration files say, the most specific last."""
    home = Path(environment.get("HOME") or "/nonexistent")
    settings_home = Path(environment.get("XDG_CONFIG_HOME") or home / ".config")
    files = ["/etc/xdg/pip/pip.conf", "/etc/pip.conf", home / ".pip/pip.conf", settings_home / "pip/pip.conf"]
    if told := environment.get("PIP_CONFIG_FILE"):
        files = [] if told == os.devnull else [*files, told]
    parser = configparser.RawConfigParser()
    parser.read(files)
    found: dict[str, str] = {}
    for section in ("global", "install"):
        if parser.has_section(section):
            found.update(parser.items(section))
    return found


def _first(environment: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((environment[name] for name in names if environment.get(name)), None)


def _without_name(told: str) -> str:
    name, equals, url = told.partition("=")
    return url if equals and "://" not in name else told
