"""What stops a command: one sentence for the person at the terminal, saying what to do."""


class Trouble(Exception):
    """A command cannot go on; its text is shown as it is and the command ends with status 1."""
