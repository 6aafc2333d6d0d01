"""Settled entries of the ledger, in one order per agency, for whoever follows them."""

from alongside.foundation.feeds.following import Follower, follow
from alongside.foundation.feeds.sequencing import ensure_epoch, sequence

__all__ = ["Follower", "ensure_epoch", "follow", "sequence"]
