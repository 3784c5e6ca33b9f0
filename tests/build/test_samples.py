"""The sample articles built every way with the real models: the same quads, whatever dies on the way."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from kg.article import read_sources
from kg.build.articles import ArticleBuilder, BuildOptions
from kg.build.engines import Engine, build
from kg.build.records import Built, SetAside
from kg.build.shards import Outcome
from kg.cli.reading import SAMPLES
from kg.errors import InputError
from kg.model import Article
from tests.build.builders import ONCE, Poisonable, article
from tests.conftest import Built as Ran
from tests.conftest import Run

pytestmark = pytest.mark.model

OPTIONS = BuildOptions(threads=1)
SIZE = 4
needs_ray = pytest.mark.skipif(
    importlib.util.find_spec("ray") is None, reason="Ray is not installed: pip install 'perintah[cluster]' (600 MB)"
)


@pytest.fixture(scope="module")
def texts() -> list[Article | InputError]:
    return list(read_sources([str(path) for path in sorted(SAMPLES.glob("*.txt"))]))


@pytest.fixture(scope="module")
def alone(texts: list[Article | InputError]) -> list[Outcome]:
    """What one process makes of the samples."""
    outcomes = list(build(texts, OPTIONS, Engine(size=SIZE), make=ArticleBuilder))
    assert [type(one) for one in outcomes] == [Built] * len(texts)
    assert len(texts) >= 16
    return outcomes


def test_two_workers_one_killed_in_the_middle(
    texts: list[Article | InputError], alone: list[Outcome], tmp_path: Path
) -> None:
    deed = article(f"{ONCE}killed {tmp_path / 'done'}")
    outcomes = list(build([*texts[:7], deed, *texts[7:]], OPTIONS, Engine(workers=2, size=SIZE), make=Poisonable))
    assert (tmp_path / "done").exists()
    assert isinstance(outcomes[7], Built)
    assert outcomes[:7] + outcomes[8:] == alone


def test_kg_build_with_workers_writes_the_same_bytes(built: Ran, kg: Run, tmp_path: Path) -> None:
    arguments = ("--cache", built.cache, "--workers", "2", "--shards", tmp_path / "shards")
    assert kg("build", "-o", tmp_path / "output", *arguments).code == 0
    for path in built.folder.iterdir():
        assert (tmp_path / "output" / path.name).read_bytes() == path.read_bytes(), path.name
    assert len(list((tmp_path / "shards").glob("*.nq"))) == 1


@needs_ray
def test_a_cluster_one_worker_killed_in_the_middle(
    texts: list[Article | InputError], alone: list[Outcome], tmp_path: Path
) -> None:
    deed, poison = article(f"{ONCE}parent-killed {tmp_path / 'done'}"), article("exits")
    engine = Engine(workers=2, cluster="local", folder=tmp_path / "shards", size=SIZE)
    outcomes = list(build([*texts[:7], deed, *texts[7:], poison], OPTIONS, engine, make=Poisonable))
    assert (tmp_path / "done").exists(), "the actor was killed"
    assert isinstance(outcomes[7], Built)
    assert outcomes[:7] + outcomes[8:-1] == alone
    assert outcomes[-1] == SetAside("exits.txt", "ended its worker (exit code 3)", 2)
    assert not list(tmp_path.glob("shards/*.input.json")), "what is built needs its articles no more"
