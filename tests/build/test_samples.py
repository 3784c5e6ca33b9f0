"""The sample articles built every way with the real models: the same quads, whatever dies on the way."""

from __future__ import annotations

import importlib.util
import shutil
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

pytestmark = pytest.mark.model

OPTIONS = BuildOptions(threads=1)
SIZE = 3
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


def test_a_poisoned_article_is_named_and_the_rest_built(
    texts: list[Article | InputError], alone: list[Outcome]
) -> None:
    outcomes = list(
        build([*texts[:2], article("exits"), *texts[2:5]], OPTIONS, Engine(workers=1, size=SIZE), make=Poisonable)
    )
    assert outcomes[2] == SetAside("exits.txt", "ended its worker (exit code 3)", 2)
    assert outcomes[:2] + outcomes[3:] == alone[:5]


@needs_ray
def test_a_cluster_one_worker_killed_in_the_middle(
    texts: list[Article | InputError], alone: list[Outcome], tmp_path: Path
) -> None:
    deeds = [article(f"{ONCE}parent-killed {tmp_path / 'done'}"), article("exits")]
    folder = tmp_path / "shards"
    engine = Engine(workers=2, cluster="local", folder=folder, size=SIZE)
    outcomes = list(build([*texts[:7], *deeds, *texts[7:]], OPTIONS, engine, make=Poisonable))
    assert (tmp_path / "done").exists(), "the actor was killed"
    assert isinstance(outcomes[7], Built)
    assert outcomes[8] == SetAside("exits.txt", "ended its worker (exit code 3)", 2)
    assert outcomes[:7] + outcomes[9:] == alone
    assert not list(folder.glob("*.input.json")), "what is built needs its articles no more"
    shutil.rmtree(folder)
