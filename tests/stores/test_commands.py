"""The commands on a store on disk and on servers: the same output as on the folder that `kg build` wrote."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kg.cli.judging import JUDGEMENTS
from kg.graph.dataset import Dataset
from kg.graph.output import save
from kg.graph.persons import sightings
from kg.graph.stores import open_store
from kg.graph.verdicts import kept_verdicts
from kg.model import Verdict
from tests.conftest import Run
from tests.stores.conftest import empty


@pytest.fixture(scope="module")
def folder(hand_made: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of the hand-made articles."""
    folder = tmp_path_factory.mktemp("commands") / "output"
    save(hand_made, folder)
    return folder


@pytest.fixture(scope="module", params=["disk", "oxigraph", "virtuoso"])
def location(
    request: pytest.FixtureRequest,
    hand_made: Dataset,
    addresses: Callable[[str], str],
    tmp_path_factory: pytest.TempPathFactory,
) -> str:
    """A store with the same graph, as it is named on the command line."""
    disk = str(tmp_path_factory.mktemp("commands") / "store")
    location = disk if request.param == "disk" else addresses(request.param)
    with closing(open_store(location)) as store:
        empty(store)
        store.extend(hand_made)
    return location


@pytest.mark.parametrize(
    "command",
    [
        ["query", "who-ordered-what", "--issuer", "Kapolda Lampung", "--format", "csv"],
        ["query", "chain-of-command", "--of", "Kapolsek Kedondong"],
        ["query", "SELECT ?a ?b { ?a kg:instructs ?b } ORDER BY ?a ?b", "--format", "json"],
        ["query", "command-graph", "--format", "ttl"],
        ["export", "--format", "trig"],
        ["export", "--format", "graphml"],
        ["check"],
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_commands_say_the_same(kg: Run, folder: Path, location: str, command: list[str]) -> None:
    there, here = kg(*command, "--store", location), kg(*command, "--graph", folder)
    assert there.data == here.data
    assert (there.code, there.messages) == (here.code, here.messages)
    assert here.code == 0


def test_the_page_is_the_same(kg: Run, folder: Path, location: str, tmp_path: Path) -> None:
    (tmp_path / "only.rq").write_text("SELECT ?d { ?d kg:force kg:order }", "utf-8")
    pages = []
    for number, where in enumerate((("--graph", folder), ("--store", location))):
        page = tmp_path / f"{number}.html"
        ran = kg("view", *where, "-o", page, "--query", tmp_path / "only.rq", "--svg", tmp_path / f"{number}.svg")
        assert ran.code == 0, ran.messages
        pages.append((page.read_bytes(), (tmp_path / f"{number}.svg").read_bytes()))
    assert pages[0] == pages[1]


def test_verdicts_are_kept_in_the_store(kg: Run, hand_made: Dataset, location: str) -> None:
    one, other = sorted({sighting.person for sighting in sightings(hand_made)})[:2]
    ran = kg("same", one, other, "--store", location)
    assert (ran.code, ran.text) == (0, f"same\t{one}\t{other}\n"), ran.messages
    same = f"ASK {{ <{hand_made.base}{one}> kg:samePersonAs <{hand_made.base}{other}> }}"
    assert kg("query", same, "--store", location).text.strip() == "true"
    if location.startswith("http"):
        with closing(open_store(location, read_only=True)) as store:
            assert kept_verdicts(store) == {(one, other): Verdict.SAME}
    else:
        assert "same\t" in (Path(location) / JUDGEMENTS).read_text("utf-8")
    assert kg("same", "--undo", one, other, "--store", location).code == 0
    assert kg("query", same, "--store", location).text.strip() == "false"


def test_one_place_at_a_time(kg: Run, folder: Path, location: str) -> None:
    ran = kg("check", "--graph", folder, "--store", location)
    assert ran.code == 2
    assert "not allowed with" in ran.messages


def test_a_server_that_is_not_there(kg: Run) -> None:
    ran = kg("query", "edges", "--store", "http://name:secret@127.0.0.1:1/sparql")
    assert ran.code == 2
    assert ran.messages.count("\n") == 1
    assert "cannot be reached" in ran.messages
    assert "secret" not in ran.messages
