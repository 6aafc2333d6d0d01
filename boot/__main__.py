"""`run` and `test` at the repository's root come here."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.dont_write_bytecode = True  # nothing is left behind in a checkout that belongs to somebody else
sys.path[0] = str(ROOT)

from boot import run, testing  # noqa: E402
from boot.trouble import Trouble  # noqa: E402


def main() -> int:
    os.chdir(ROOT)
    verb, words = sys.argv[1], sys.argv[2:]
    try:
        return {"run": run.main, "test": testing.main}[verb](words)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
