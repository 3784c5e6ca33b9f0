"""`python -m kg` is the command `kg`, as a process of its own."""

from __future__ import annotations

import atexit
import os
import sys

from kg.cli import main


def command() -> int:
    """Runs the command that the process was started for; when the process ends, it is gone at once.

    The interpreter would first take all modules apart, which is of no use and takes a fifth of a second when the
    libraries of the parser are loaded. What others have to do at the end they have done by then: what is registered
    first runs last (`atexit`). After an error that nobody caught the process ends as ever.
    """
    codes: list[int] = []

    def end() -> None:
        if codes:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(codes[0])

    atexit.register(end)
    codes.append(main())
    return codes[0]


if __name__ == "__main__":
    raise SystemExit(command())
