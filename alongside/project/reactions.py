"""What follows from what. Every consequence that reaches up a floor is a line in this table."""

from collections.abc import Mapping, Sequence

from alongside.foundation.feeds.following import Follower, Reaction

REACTIONS: Mapping[str, Sequence[Reaction]] = {}

FOLLOWER = Follower("reactions", REACTIONS)
