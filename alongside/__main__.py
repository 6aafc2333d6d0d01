"""`python -m alongside VERB`."""

import sys

from alongside.project.commands import main

if __name__ == "__main__":
    sys.exit(main())
