"""The tables everything else stands on."""

from alongside.foundation.models.editions import Adoption, Declined, Edition, Proposal
from alongside.foundation.models.entries import Entry, Epoch, Feed, ParkedReaction, Position, Seal
from alongside.foundation.models.letters import Letter
from alongside.foundation.models.owned import AgencyOwned, key
from alongside.foundation.models.revisions import Revision
from alongside.foundation.models.stored import Blob, StoredFile

__all__ = [
    "Adoption", "AgencyOwned", "Blob", "Declined", "Edition", "Entry", "Epoch", "Feed", "Letter", "ParkedReaction",
    "Position", "Proposal", "Revision", "Seal", "StoredFile", "key",
]  # fmt: skip
