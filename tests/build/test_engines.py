"""One process, several, with and without a folder of shards: the same outcomes in the same order."""

from __future__ import annotations

import importlib.util
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.build.articles import BuildOptions
from kg.build.engines import Engine, build
from kg.build.limits import Limits
from kg.build.records import SetAside
from kg.build.shards import ARTICLES, MANIFEST, Outcome
from kg.cli.arguments import arguments
from kg.cli.producing import chosen, engine
from kg.errors import InputError, ModelError, WorkerError
from kg.model import Article
from tests.build.builders import Echo, article, misbehave

TEXTS: list[Article | InputError] = [article(f"berita {number}") for number in range(2 * ARTICLES + 3)]
TEXTS.insert(5, InputError("x.txt", "is no file"))


class Refusing(Echo):
    """A builder that must not be asked to build anything."""

    def build(self, texts: object) -> object:  # type: ignore[override]
        misbehave("raises")
        return ()


def run(where: Engine, make: type[Echo] = Echo, texts: list[Article | InputError] = TEXTS) -> list[Outcome]:
    return list(build(texts, BuildOptions(), where, make=make))


def test_every_way_gives_the_same(tmp_path: Path) -> None:
    expected = list(Echo(BuildOptions()).build(TEXTS))
    for where in (
        Engine(),
        Engine(folder=tmp_path / "one"),
        Engine(workers=2),
        Engine(workers=2, folder=tmp_path / "two"),
    ):
        assert run(where) == expected, where
    assert {path.name: path.read_bytes() for path in (tmp_path / "one").iterdir()} == {
        path.name: path.read_bytes() for path in (tmp_path / "two").iterdir()
    }


def test_finished_shards_are_not_built_again(tmp_path: Path) -> None:
    where = Engine(folder=tmp_path)
    expected = run(where)
    assert run(where, make=Refusing) == expected


def test_a_build_that_was_ended_goes_on(tmp_path: Path) -> None:
    where = Engine(folder=tmp_path)
    first = build(TEXTS, BuildOptions(), where, make=Echo)
    for _ in range(ARTICLES + 1):
        next(first)
    first.close()
    assert not (tmp_path / MANIFEST).exists()
    done = sorted(tmp_path.glob("*.nq"))
    assert len(done) == 2
    before = [path.stat().st_mtime_ns for path in done]
    assert run(where) == list(Echo(BuildOptions()).build(TEXTS))
    assert [path.stat().st_mtime_ns for path in done] == before
    assert (tmp_path / MANIFEST).exists()


def test_a_damaged_shard_is_built_again_in_its_place(tmp_path: Path) -> None:
    where = Engine(folder=tmp_path)
    expected = run(where)
    next(iter(sorted(tmp_path.glob("*.nq")))).write_bytes(b"")
    assert run(where) == expected


def test_a_base_or_text_of_its_own_is_built_anew(tmp_path: Path) -> None:
    run(Engine(folder=tmp_path))
    files = len(list(tmp_path.glob("*.nq")))
    list(build(TEXTS, BuildOptions(base="https://example.org/"), Engine(folder=tmp_path), make=Echo))
    assert len(list(tmp_path.glob("*.nq"))) == 2 * files


def test_progress_counts_every_article() -> None:
    steps: list[int] = []
    list(build(TEXTS, BuildOptions(), Engine(), steps.append, Echo))
    assert sum(steps) == len(TEXTS)


def test_a_poisoned_article_among_many_is_the_only_one_lost(tmp_path: Path) -> None:
    texts = [*TEXTS, article("exits")]
    *others, aside = run(Engine(workers=2, folder=tmp_path), texts=texts)
    assert others == list(Echo(BuildOptions()).build(TEXTS))
    assert isinstance(aside, SetAside)
    assert (aside.source, aside.tries) == ("exits.txt", 2)


@pytest.mark.parametrize("place", [0, 7, len(TEXTS)])
def test_an_exception_in_this_process_costs_its_article_alone(place: int) -> None:
    outcomes = run(Engine(), texts=[*TEXTS[:place], article("raises"), *TEXTS[place:]])
    assert outcomes.pop(place) == SetAside("raises.txt", "IndexError: no such word")
    assert outcomes == list(Echo(BuildOptions()).build(TEXTS))


def test_what_is_no_fault_of_an_article_ends_the_build() -> None:
    class Unloaded(Echo):
        def build(self, texts: object) -> Iterator[Outcome]:
            raise ModelError("the weights are damaged")

    with pytest.raises(ModelError, match="damaged"):
        run(Engine(), make=Unloaded)


def test_a_cluster_needs_a_folder() -> None:
    with pytest.raises(WorkerError, match="--shards"):
        run(Engine(cluster="local"))


def test_without_ray_a_cluster_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(WorkerError, match=r"perintah\[cluster\]"):
        run(Engine(cluster="local", folder=tmp_path))


@pytest.mark.skipif(importlib.util.find_spec("ray") is None, reason="Ray is not installed: perintah[cluster]")
def test_a_cluster_that_does_not_answer_is_an_error_at_once(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(WorkerError, match=f"no Ray cluster at {address}"):
        run(Engine(cluster=address, folder=tmp_path))


def test_the_options_of_a_build_say_where(tmp_path: Path) -> None:
    given = arguments().parse_args(["build", "--workers", "3", "--cluster", "auto", "--shards", str(tmp_path)])
    assert engine(given) == Engine(3, "auto", tmp_path)
    assert engine(arguments().parse_args(["build"])) == Engine()
    with pytest.raises(InputError, match="--workers"):
        engine(arguments().parse_args(["build", "--workers", "-1"]))


def test_the_options_of_a_build_say_what_an_article_may_take(capsys: pytest.CaptureFixture[str]) -> None:
    few = ["--max-characters", "1000", "--max-seconds", "5", "--max-memory", "2048"]
    given = arguments().parse_args(["build", *few])
    assert chosen(given).limits == Limits(characters=1000, seconds=5, memory=2 << 30)
    assert chosen(arguments().parse_args(["build"])).limits == Limits()
    for wrong in ("0", "-1", "1.5", "many", "9" * 10):
        with pytest.raises(SystemExit):
            arguments().parse_args(["build", "--max-characters", wrong])
    assert "not a whole number above 0" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        arguments().parse_args(["build", "--help"])
    shown = capsys.readouterr().out
    assert all(f"{default}" in shown for default in (200_000, 120, 4096))
