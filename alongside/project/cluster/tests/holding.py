"""A process that holds a cluster until its input ends: `python -m …holding FOLDER`. Tests kill it."""

import sys
from pathlib import Path

from alongside.project.cluster import running
from alongside.project.troubles import Trouble


def main() -> None:
    try:
        with running(Path(sys.argv[1]), alone="alone" in sys.argv[2:]) as cluster:
            started = cluster.postmaster.process.pid if cluster.postmaster else 0
            print(f"{cluster.url()} {started}", flush=True)
            sys.stdin.read()
    except Trouble as trouble:
        print(f"trouble: {trouble}", flush=True)


if __name__ == "__main__":
    main()
