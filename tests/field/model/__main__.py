"""`python -m tests.field.model --examples 1000 --steps 40`: the model at length, orders of arrival, planted bugs."""

import argparse
import os
import sys

import pytest


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.field.model")
    for name, usual in (("examples", 1000), ("steps", 40), ("seed", 1), ("permutations", 200)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    asked = parser.parse_args(words)
    for name, value in vars(asked).items():
        os.environ[f"MODEL_{name.upper()}"] = str(value)
    return int(pytest.main(["tests/field/model", "-s", "-q", "-p", "no:cacheprovider"]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
