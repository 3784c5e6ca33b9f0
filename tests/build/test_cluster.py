"""What an actor does with a shard, without Ray: the run on Ray itself is in test_samples.py."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kg.build.articles import BuildOptions
from kg.build.cluster import ShardBuilder, _everywhere, _taken
from kg.build.shards import Shard, ShardFolder
from kg.errors import WorkerError
from tests.build.builders import Echo, Unloadable, article

SHARD = Shard((article("berita 1"), article("berita 2")))
OPTIONS = BuildOptions()


def test_an_actor_builds_what_is_named_and_not_twice(tmp_path: Path) -> None:
    folder = ShardFolder(tmp_path, Echo.made_with)
    name = folder.name(SHARD)
    folder.put_input(name, SHARD)
    actor = ShardBuilder(folder, OPTIONS, Echo)
    assert list(actor({"name": np.array([name])})["error"]) == [""]
    assert folder.get(name) == tuple(Echo(OPTIONS).build(SHARD.articles))
    assert _taken(name, folder) == folder.get(name)
    assert not list(tmp_path.glob("*.input.json"))
    assert list(actor({"name": np.array([name])})["error"]) == [""], "its articles are no longer needed"


@pytest.mark.parametrize(("make", "given", "why"), [(Unloadable, True, "damaged"), (Echo, False, "cannot be read")])
def test_an_actor_that_cannot_build_says_why(tmp_path: Path, make: type[Echo], given: bool, why: str) -> None:
    folder = ShardFolder(tmp_path, Echo.made_with)
    if given:
        folder.put_input("s", SHARD)
    (error,) = ShardBuilder(folder, OPTIONS, make)({"name": np.array(["s"])})["error"]
    assert why in error


def test_a_shard_of_another_machine_that_is_not_there_or_not_the_same(tmp_path: Path) -> None:
    with pytest.raises(WorkerError, match="one folder on every machine"):
        _taken("s", ShardFolder(tmp_path, "m"))
    ShardFolder(tmp_path, "m").put("s", Echo(OPTIONS).build(SHARD.articles))
    with pytest.raises(WorkerError, match="install the same"):
        _taken("s", ShardFolder(tmp_path, "another"))


def test_paths_go_to_other_machines_whole() -> None:
    given = BuildOptions(models="weights", lexicon=(Path("a.ttl"),), cache=Path("parses"))
    here = Path.cwd()
    there = _everywhere(given, 2)
    assert there == BuildOptions(str(here / "weights"), (here / "a.ttl",), here / "parses", 2)
    assert _everywhere(OPTIONS, 1).models == "embedded"
