"""The machine that the figures are of, processes of their own, and what those took."""

from __future__ import annotations

import multiprocessing
import os
import platform
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")
LIBRARIES = ("torch", "stanza", "pyoxigraph", "rdflib")
MAXRSS = 1024 if sys.platform != "darwin" else 1
"""Bytes of the unit of `ru_maxrss`: getrusage(2) of Linux has kilobytes, that of macOS bytes."""

TURN = 40.0
"""Seconds after which the one gives way to the other where two are compared."""


class FailedError(Exception):
    """A command that was to be measured has failed; with what it said."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a process took: seconds by the clock and of the processor (all threads), and bytes at most at a time."""

    clock: float
    processor: float
    memory: int


def described() -> str:
    """Processor, cores, system, Python and the libraries that the figures depend on."""
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return (
        f"{_processor()}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}, {libraries}"
    )


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    if info.is_file():
        for line in info.read_text("utf-8", "replace").splitlines():
            name, _, value = line.partition(":")
            if name.strip() in ("model name", "Model"):
                return value.strip()
    return platform.processor() or platform.machine()


def kg(
    arguments: Sequence[str | Path], log: Path, module: str = "kg", beside: Callable[[], object] | None = None
) -> Taken:
    """Runs a command of `kg`, or of another module, in a process of its own. Raises FailedError.

    Every `TURN` seconds it is halted while `beside` runs, which is none of what it takes: so both meet with the same
    machine, however fast that is at the time. Byte code may be kept whatever the environment says: an installed package
    has been compiled.
    """
    command = [sys.executable, "-m", module, *map(str, arguments)]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with log.open("wb") as out:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, env=environment)
        halted = 0.0
        while beside is not None and not _ends(process.pid, TURN):
            halted += _halted(process.pid, beside)
        _, status, usage = os.wait4(process.pid, 0)
        clock = time.perf_counter() - start - halted
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise FailedError(f"{' '.join(command)}: {log.read_text('utf-8', 'replace')[-2000:]}")
    return Taken(clock, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * MAXRSS)


def _ends(process: int, seconds: float) -> bool:
    """Whether a process ends within a time; it is left to be waited for."""
    end = time.monotonic() + seconds
    while os.waitid(os.P_PID, process, os.WEXITED | os.WNOWAIT | os.WNOHANG) is None:
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True


def _halted(process: int, beside: Callable[[], object]) -> float:
    """Does something while a process is halted; the seconds that took."""
    before = time.perf_counter()
    os.kill(process, signal.SIGSTOP)
    try:
        beside()
    finally:
        os.kill(process, signal.SIGCONT)
    return time.perf_counter() - before


def apart(work: Callable[Given, Result], *given: Given.args, **named: Given.kwargs) -> Result:
    """What a function gives in a new process, so that its models and graphs are in nobody else's memory."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(work, *given, **named).result()


def peak() -> int:
    """The most memory that this process has had, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * MAXRSS
