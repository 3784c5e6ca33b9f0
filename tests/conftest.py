"""The sample graph, built once with the embedded weights for all tests that look at the whole road."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stderr
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from kg import pipeline
from kg.cli import main
from kg.cli.reading import SAMPLES
from kg.parse import parser, weights

# Torch's threads wait by spinning: where each worker has as many as there are cores, most of their time is waiting.
if (WORKERS := int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))) > 1:
    os.environ.setdefault("OMP_NUM_THREADS", str(max(1, (os.cpu_count() or 1) // WORKERS)))

settings.register_profile("gate", deadline=None)  # a deadline for one example tests how busy the machine is
settings.load_profile("gate")


LONGEST = (
    "bench/test_bench.py", "cli/test_hostile_texts.py", "stores/test_answers.py", "view/test_size.py",
    "build/test_workers.py", "cli/test_asking.py", "view/test_legible.py", "parse/test_models.py",
    "build/test_samples.py", "view/test_pictures.py", "view/test_hostile.py", "stores/test_merging.py",
    "graph/test_validation.py", "cli/test_building.py", "cli/test_storing.py", "cli/test_hostile_folder.py",
)  # fmt: skip
"""The files of tests that take longest."""


def pytest_configure(config: pytest.Config) -> None:
    """pytest-xdist hands out files as they come, not those with most tests first."""
    if hasattr(config.option, "loadscopereorder"):
        config.option.loadscopereorder = False


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where workers share the files, the longest come first, so that none is left to one worker at the end."""
    if WORKERS > 1:
        places = {Path(__file__).parent / name: place for place, name in enumerate(LONGEST)}
        items.sort(key=lambda item: places.get(item.path, len(places)))


def pytest_collection_finish() -> None:
    """Modules, tests and tables that are there now stay: the collector need not look at them again and again."""
    gc.collect()
    gc.freeze()


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


@pytest.fixture(scope="session", autouse=True)
def _loaded_once() -> Iterator[None]:
    """The embedded lexicon and weights are loaded once for all that runs in this process; nothing changes them.

    Users' own lexicons and other weights are loaded as ever, and so is everything in processes that tests start; tests
    of loading call `kg.lexicon.load` and `kg.parse.weights` themselves.
    """
    prepare, load = pipeline.prepare, weights.load

    @cache
    def prepared() -> pipeline.Stages:
        return prepare()

    @cache
    def embedded() -> Any:
        return load(weights.find("embedded"))

    def prepare_once(extra_lexicons: Sequence[Path] = ()) -> pipeline.Stages:
        return prepare(extra_lexicons) if extra_lexicons else prepared()

    def load_once(given: weights.Weights, threads: int | None = None) -> Any:
        if given.folder != weights.EMBEDDED:
            return load(given, threads)
        loaded = embedded()
        if threads is not None:
            import torch

            torch.set_num_threads(threads)
        return loaded

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "prepare", prepare_once)
        patch.setattr(parser, "load", load_once)
        yield


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
