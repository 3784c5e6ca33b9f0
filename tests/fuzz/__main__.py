"""`python -m tests.fuzz --minutes 10`: runs every fuzzer for its share of the time, prints what ran, 1 if it found
something.
"""

from __future__ import annotations

import argparse
import sys
import time
import warnings

from tests.fuzz import graphs, parses, readers
from tests.fuzz.harness import Fuzzer, Outcome, run_round

FUZZERS: tuple[Fuzzer, ...] = (*readers.FUZZERS, *parses.FUZZERS, *graphs.FUZZERS)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Fuzzes everything that reads files.")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0, help="another seed, other inputs")
    parser.add_argument("--only", nargs="*", metavar="NAME", help="; ".join(one.name for one in FUZZERS))
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    chosen = [one for one in FUZZERS if not options.only or one.name in options.only]
    outcomes = {one.name: Outcome() for one in chosen}
    end = time.monotonic() + options.minutes * 60
    number = options.seed
    while time.monotonic() < end:
        fuzzer = min(chosen, key=lambda one: outcomes[one.name].seconds)  # each the same share of the time
        run_round(fuzzer, number, outcomes[fuzzer.name])
        number += 1
    report(outcomes)
    return 1 if any(one.findings for one in outcomes.values()) else 0


def report(outcomes: dict[str, Outcome]) -> None:
    """A line for each fuzzer, then every finding with its smallest input."""
    sys.stdout.write(f"{'fuzzer':24}{'inputs':>9}{'refused':>9}{'seconds':>9}{'findings':>9}\n")
    for name, one in outcomes.items():
        sys.stdout.write(f"{name:24}{one.inputs:9,}{one.refused:9,}{one.seconds:9.0f}{len(one.findings):9}\n")
    for name, one in outcomes.items():
        for place, story in one.findings.items():
            sys.stdout.write(f"\n== {name}: {place}\n{story}")


if __name__ == "__main__":
    sys.exit(main())
