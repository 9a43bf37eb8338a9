"""Runs the comparison and writes bench/RESULTS-load.md (see `bench.load.run`)."""

from __future__ import annotations

import sys

from bench.load.run import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
