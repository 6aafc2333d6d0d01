"""`python -m alongside.measure` is `alongside measure`."""

import sys

from alongside.measure.command import main

sys.exit(main())
