"""What stops an import before anything is written."""


class CannotImport(Exception):
    """One sentence for the person at the terminal, saying what to do."""
