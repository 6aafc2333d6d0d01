"""What every command says while it works; kept on the ground floor, where imports say it too."""

from alongside.foundation.progress import Progress, Say, quiet, to_terminal

__all__ = ["Progress", "Say", "quiet", "to_terminal"]
