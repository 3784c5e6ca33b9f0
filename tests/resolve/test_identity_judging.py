"""`kg same` and `kg different`: verdicts change the graph of an output folder, and can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.cli import main
from kg.cli.judging import judgements_file
from kg.graph.complete import assemble
from kg.graph.dataset import Dataset
from kg.graph.facts import quads
from kg.graph.output import save
from kg.lexicon.load import load
from kg.pipeline import join_persons
from kg.resolve.identity import identify
from tests.resolve.test_identity import extractions


@pytest.fixture
def output(tmp_path: Path) -> Path:
    lexicon = load()
    dataset = assemble(quads(identify(one, lexicon)) for one in extractions())
    join_persons(dataset, lexicon, {})
    save(dataset, tmp_path)
    return tmp_path


def same_persons(output: Path) -> int:
    table = Dataset.load(output).select("SELECT DISTINCT ?one ?other WHERE { ?one kg:samePersonAs ?other }")
    return len(table.rows)


def test_verdicts_change_the_graph_and_can_be_taken_back(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (output / "graph.trig").read_bytes()
    merged = same_persons(output)
    assert main(["different", "Helmi", "Helmi Sastra", "--graph", str(output)]) == 0
    assert same_persons(output) == merged - 2
    assert capsys.readouterr().out.startswith("different\tid/person/")
    assert len(judgements_file(output).read_text(encoding="utf-8").splitlines()) == 2
    assert main(["different", "Helmi", "Helmi Sastra", "--undo", "--graph", str(output)]) == 0
    assert (output / "graph.trig").read_bytes() == before
    assert main(["same", "Helmi", "Dwi Prasetiyo", "--graph", str(output)]) == 0
    assert same_persons(output) > merged


@pytest.mark.parametrize("name", ["Budi Santoso", "Nobody", ""])
def test_a_name_must_mean_one_person(output: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["same", "Helmi", name, "--graph", str(output)]) == 2
    assert "no person of the graph, or several" in capsys.readouterr().err
    assert not judgements_file(output).exists()


def test_a_person_is_not_judged_against_itself(output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["same", "Helmi", "Helmi", "--graph", str(output)]) == 2
    assert "against itself" in capsys.readouterr().err
