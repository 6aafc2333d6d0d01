"""The day of somebody who makes visits, and the week."""
