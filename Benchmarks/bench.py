#!/usr/bin/env python3
"""Prints the figures of docs/benchmarks.md, all measured in one run: `make bench`."""

import argparse
import importlib
import shutil
import sys
import time
from pathlib import Path

from measuring import BrokenMeasurement, machine, table
from world import World

NAMES = [
    "first_frame",
    "key_to_paint",
    "status_curl",
    "status_gh",
    "env_file",
    "idle_screen",
    "memory",
    "workspaces",
    "clean_clone",
]
TOOLS = ["curl", "dialog", "gh", "git", "make", "openssl", "python-dotenv", "strace"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True, type=Path, help="the built attio-setup")
    parser.add_argument("--fast", action="store_true", help="leave the clean clone out: minutes")
    parser.add_argument("--only", nargs="+", choices=NAMES, default=NAMES, metavar="FIGURE")
    options = parser.parse_args()
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if missing:
        parser.error(f"missing programs: {', '.join(missing)}")

    names = [name for name in options.only if not (options.fast and name == "clean_clone")]
    print(f"{time.strftime('%Y-%m-%d %H:%M')}, {machine()}", flush=True)
    figures, broken = [], []
    for name in names:
        print(f"  {name} ...", flush=True)
        try:
            figures += measure(name, options.program.resolve())
        except (BrokenMeasurement, OSError) as error:
            broken.append(name)
            print(f"  {name} is broken: {error}", file=sys.stderr, flush=True)
    print()
    print("\n".join(table(figures)))
    print(f"\nMedians of n runs, taken in turn with what they are held against. {machine()}")
    if options.fast:
        print("Left out with FAST=1: the clean clone to the first frame.")
    return 1 if broken else 0


def measure(name, program):
    with World(program, root=Path(__file__).resolve().parent.parent) as world:
        return importlib.import_module(f"figures.{name}").figures(world)


if __name__ == "__main__":
    sys.exit(main())
