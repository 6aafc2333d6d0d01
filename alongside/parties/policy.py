"""Who may write down a person. Whose person it is, the floors above ask."""

from alongside.foundation.policy import ruled

ruled("parties.meet", "parties.change", "parties.rename", "parties.add_way", "parties.end_way")
