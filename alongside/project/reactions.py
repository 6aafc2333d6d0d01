"""What follows from what. Every consequence that reaches up a floor is a line in this table."""

from collections.abc import Mapping, Sequence

from alongside.foundation.feeds.following import Follower, Reaction
from alongside.people.telling import tell_of_glass

REACTIONS: Mapping[str, Sequence[Reaction]] = {
    "people.break_glass": [tell_of_glass],
}

FOLLOWER = Follower("reactions", REACTIONS)
