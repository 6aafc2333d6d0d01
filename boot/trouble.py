"""What stops a command: one sentence that says what to do."""


class Trouble(Exception):
    """Shown as it is; the command ends with status 1."""
