"""The sample graph, built once with the embedded weights for all tests that look at the whole road."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from contextlib import redirect_stderr
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from kg.cli import main
from kg.cli.reading import SAMPLES

settings.register_profile("gate", deadline=None)  # a deadline for one example tests how busy the machine is
settings.load_profile("gate")


@dataclass(frozen=True)
class Ran:
    """What a command printed and the code it ended with."""

    code: int
    data: bytes
    messages: str

    @property
    def text(self) -> str:
        return self.data.decode("utf-8")

    @property
    def lines(self) -> list[str]:
        return self.text.splitlines()


@dataclass(frozen=True)
class Built:
    """The sample graph: its folder, the parses it was made from, and what `kg build` printed."""

    folder: Path
    cache: Path
    ran: Ran


Run = Callable[..., Ran]


def run_kg(*arguments: str | Path, stdin: bytes = b"") -> Ran:
    """Runs a command in this process as a shell would: exit codes of argparse included."""
    out, err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True), io.StringIO()
    streams = sys.stdin, sys.stdout
    sys.stdin, sys.stdout = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"), out
    try:
        with redirect_stderr(err):
            code = main([str(argument) for argument in arguments])
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else 1
    finally:
        sys.stdin, sys.stdout = streams
    return Ran(code, out.buffer.getvalue(), err.getvalue())


@pytest.fixture(scope="session")
def kg() -> Run:
    """Runs `kg` with the arguments given."""
    return run_kg


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """`kg build` of the embedded samples."""
    folder, cache = tmp_path_factory.mktemp("built") / "output", tmp_path_factory.mktemp("parses")
    return Built(folder, cache, run_kg("build", "-o", folder, "--cache", cache, "--threads", "1"))


@pytest.fixture(scope="session")
def samples() -> list[Path]:
    """The embedded sample articles."""
    return sorted(SAMPLES.glob("*.txt"))
