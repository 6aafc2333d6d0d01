"""`./run`: install what is missing, then become `alongside serve`."""

import argparse
import os
from pathlib import Path

from .install import RUNTIME, installed

ROOT = Path(__file__).resolve().parent.parent


def main(words: list[str]) -> int:
    options = _options(words)
    python = installed(ROOT, RUNTIME)
    if options.prepare:
        print("Everything is installed. Start it with ./run")
        return 0
    order = [str(python), "-m", "alongside", "serve", "--data", os.path.abspath(options.data)]
    order += ["--port", str(options.port)] if options.port else []
    order += [word for word in ("--fresh", "--yes", "--no-demo") if getattr(options, word[2:].replace("-", "_"))]
    os.execv(python, order)


def _options(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run", description="Install what is missing and run the demo agency.")
    parser.add_argument(
        "--port", type=int, metavar="N", help="listen on 127.0.0.1:N (otherwise 8000, or the next free)"
    )
    parser.add_argument("--data", metavar="DIR", default=str(ROOT / ".alongside"), help="where all data are kept")
    parser.add_argument("--fresh", action="store_true", help="delete the data folder first; asks")
    parser.add_argument("--yes", action="store_true", help="with --fresh: do not ask")
    parser.add_argument("--no-demo", action="store_true", help="make no demo agency")
    parser.add_argument("--prepare", action="store_true", help="only install")
    return parser.parse_args(words)
