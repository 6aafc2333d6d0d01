"""The inbox: what somebody was told, and for an administrator what could not be carried out."""
