"""Documents and forms as the apps above read them."""

from alongside.documents.lookups.documents import (
    AtWork,
    Kept,
    SentBack,
    Signed,
    Written,
    aside,
    asides,
    at_work,
    ever_returned,
    is_taken,
    last_return,
    newest,
    signed_versions,
    versions,
)
from alongside.documents.lookups.editions import (
    EditionLine,
    answered_as,
    edition,
    edition_bytes,
    edition_of,
    published_editions,
    read_edition,
    read_line,
)

__all__ = [
    "AtWork", "EditionLine", "Kept", "SentBack", "Signed", "Written", "answered_as", "aside", "asides", "at_work",
    "edition", "edition_bytes", "edition_of", "ever_returned", "is_taken", "last_return", "newest",
    "published_editions", "read_edition", "read_line", "signed_versions", "versions",
]  # fmt: skip
