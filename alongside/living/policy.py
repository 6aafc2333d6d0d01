"""Who may record and read daily living."""

from alongside.foundation.policy import ruled
from alongside.people.lookups import to_its_client
from alongside.sessions.policy import to_its_session

ruled("living.help", "living.in_visit", relations=to_its_session)
ruled("living.see", relations=to_its_client)
