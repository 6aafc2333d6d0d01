"""Reviewed knowledge about functional assessment (reference/function.toml)."""

from collections.abc import Mapping
from typing import Any

from alongside.foundation import reference


def known() -> Mapping[str, Any]:
    return reference.load("function")
