"""Find a WebKit that can be driven for its journeys, or install Debian's where this account may."""

import shutil

from .browser import installed, why_not_installable

PROGRAMS = ("WebKitWebDriver", "Xvfb")
PACKAGES = ["webkit2gtk-driver", "xvfb"]


def webkit() -> str:
    """Why there is none; "" where there is one."""
    if _found():
        return ""
    if reason := why_not_installable("WebKit", PACKAGES) or installed("WebKit", PACKAGES):
        return reason
    return "" if _found() else f"the packages {' '.join(PACKAGES)} bring no {' and '.join(PROGRAMS)} here"


def _found() -> bool:
    return all(shutil.which(name) for name in PROGRAMS)
