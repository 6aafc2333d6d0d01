"""Who may do what with a client's record."""

from alongside.foundation.policy import ruled
from alongside.people.lookups import to_its_client

ruled("people.see", relations=to_its_client)
