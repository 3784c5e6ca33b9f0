"""Every section of the benchmarks runs, at a tiny size, and measures what it says."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import pipeline
from kg.article import read_sources
from kg.errors import InputError
from kg.graph.index.dataset import FILE
from kg.model import Article
from tests.bench import growth, latency, machine, pages, share, stages, texts
from tests.bench.__main__ import main
from tests.bench.queries import ASKED
from tests.bench.spent import INTO_A_STORE, INTO_FILES, LIBRARIES, PARSE, PARTS, START, Stopwatch
from tests.bench.table import Figure, markdown


def test_a_table_keeps_its_columns() -> None:
    lines = markdown([Figure("a|b", "1", "2 ms", "3x")]).splitlines()
    assert lines == ["| What | Size | Figure | Ratio |", "| --- | --- | --- | --- |", "| a/b | 1 | 2 ms | 3x |"]


def test_a_failed_command_says_why(tmp_path: Path) -> None:
    with pytest.raises(machine.FailedError, match="no such file"):
        machine.kg(["check", "--graph", tmp_path / "none.ttl"], tmp_path / "log")


def test_what_is_halted_takes_no_longer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "TURN", 0.1)
    turns: list[None] = []

    def beside() -> None:
        turns.append(None)
        time.sleep(0.5)

    alone = machine.kg(["query", "--list"], tmp_path / "log")
    halted = machine.kg(["query", "--list"], tmp_path / "log", beside=beside)
    assert turns
    assert halted.clock < alone.clock + 0.4 * len(turns)


def test_questions(tmp_path: Path) -> None:
    """Every question is timed on every kind of store, which give as many rows as rdflib alone where that gets there."""
    store = tmp_path / "store"
    found = list(latency.figures(60, 1, store, patience=0.5))
    assert len(found) == len(ASKED) * (len(latency.KINDS) + 1)
    assert (store / FILE).is_file()
    rows = {title: {one.value.split(", ")[1] for one in found if one.what.startswith(title) and "rows" in one.value}
            for title in ASKED}  # fmt: skip
    assert all(len(numbers) == 1 for numbers in rows.values()), rows


def test_what_takes_too_long_is_given_up() -> None:
    def endless() -> None:
        while True:
            pass

    assert latency.patiently(endless, 3, 0.05) == float("inf")


def test_the_page() -> None:
    found = [one.what for one in pages.figures([5], 1)]
    assert found[0] == "Page: written"
    assert len(found) == 1 + any(map(shutil.which, pages.BROWSERS))


@pytest.mark.model
def test_invented_articles_are_parsed_as_they_read(tmp_path: Path) -> None:
    """The parses that are put together are those of the parser, but for words it was never shown."""
    stages_ = pipeline.prepare()
    archive = texts.write(tmp_path, 3)
    found = [
        [pipeline.extract(document, stages_) for document in parser.parse(pipeline.cleaned(given, stages_, _refuse))]
        for parser in (pipeline.parser(stages_, cache=archive.cache), pipeline.parser(stages_))
        for given in [list(_read(archive.articles))]
    ]
    kept, parsed = ([[(d.trigger, d.force, d.sentence) for d in one.directives] for one in way] for way in found)
    assert kept == parsed
    assert sum(map(len, kept)) >= 3


@pytest.mark.model
def test_stages_and_growth() -> None:
    done = {one.what for one in stages.figures(1, 0, 1)}
    assert {"Stage: parse", "Stage: extract", "All stages into a store"} <= done
    found = list(growth.figures([2, 3], 1, 1, 2, 1))
    assert [one.size for one in found] == ["2 articles"] * 5 + ["3 articles"] * 5
    assert all("of 2 built in turns" in one.what for one in (found[0], found[5]))


@pytest.mark.model
@pytest.mark.parametrize(("option", "made"), [("-o", "graph.html"), ("--store", FILE)])
def test_the_share_of_the_parse(tmp_path: Path, option: str, made: str) -> None:
    """The seconds of all parts are of the process that is measured, and of every article in it."""
    article = tmp_path / "berita.txt"
    article.write_text(f"{texts.TITLE}\n\n{texts.OPENING} {texts.ORDERS[0]}\n", "utf-8")
    found = share.measured(tmp_path, 1, [str(article)], option)
    assert found.articles == 1
    assert 0 < found.seconds[PARSE] < found.parse < found.taken.processor
    way = INTO_FILES if option == "-o" else INTO_A_STORE
    assert set(found.seconds) == {START, LIBRARIES, *PARTS, *way}
    assert min(found.seconds.values()) > 0
    assert sum(found.besides.values()) + found.parse == pytest.approx(found.taken.processor)
    assert (tmp_path / "output" / made).is_file()


def test_a_part_within_another_has_its_own_time() -> None:
    watch = Stopwatch()

    def busy(seconds: float) -> None:
        end = time.process_time() + seconds
        while time.process_time() < end:
            pass

    def numbers() -> Iterator[int]:
        busy(0.02)
        watch.during("inner", busy, 0.04)
        yield 1

    assert list(watch.timed("outer", numbers)()) == [1]
    watch.stop()
    assert watch.seconds["outer"] == pytest.approx(0.02, abs=0.015)
    assert watch.seconds["inner"] == pytest.approx(0.04, abs=0.015)


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--only", "queries", "--directives", "30", "--only-disk", "--quick"])
    out = capsys.readouterr().out
    assert "cores" in out.splitlines()[0]
    assert out.count("| 30 directives |") == len(ASKED)


def _read(path: Path) -> Iterator[Article | InputError]:
    return read_sources([str(path)])


def _refuse(error: InputError) -> None:
    raise error
