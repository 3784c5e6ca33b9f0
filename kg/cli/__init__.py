"""The command `kg`: arguments, progress, exit codes. Data goes to stdout, messages to stderr.

Exit codes: 0 done; 1 done, but some input was rejected or some check failed; 2 not done.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from kg.cli.arguments import arguments
from kg.collector import whole_process
from kg.errors import PerintahError

FAILED = 2
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code; an error the user can mend becomes one line on stderr.

    Without `argv` the command is what the process was started for, and the process ends with it.
    """
    if argv is None:
        with whole_process():
            return _run(sys.argv[1:])
    return _run(argv)


def _run(argv: Sequence[str]) -> int:
    parser = arguments()
    options, rest = parser.parse_known_args(argv)
    if rest and options.command != "query":
        parser.error(f"unknown arguments: {' '.join(rest)}")
    options.rest = rest
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # files and pipes get UTF-8 whatever the locale
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = int(options.run(options))
        sys.stdout.flush()
    except BrokenPipeError:
        _silence()  # the reader (head, less) has gone
        return 0
    except PerintahError as error:
        sys.stderr.write(f"kg: {error}\n")
        return FAILED
    except KeyboardInterrupt:
        sys.stderr.write("kg: interrupted; nothing half-written is left\n")
        return INTERRUPTED
    except OSError as error:
        _silence()
        sys.stderr.write(f"kg: {error.filename or 'standard output'}: {error.strerror or error}\n")
        return FAILED
    return code


def _silence() -> None:
    """Sends what is still to be written to stdout nowhere, so that the interpreter does not complain at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
