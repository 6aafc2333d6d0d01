"""Help now is for everybody around the client; the general page for everybody here."""

from alongside.foundation.policy import ruled
from alongside.people.lookups import to_its_client
from alongside.sessions.policy import own

ruled("desk.help", relations=to_its_client)
ruled("desk.help_anyone", "desk.begin", relations=own)
