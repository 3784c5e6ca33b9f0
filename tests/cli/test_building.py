"""`kg build`, `kg extract`, `kg parse`: from articles to files and JSON Lines."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import Literal, Quad, RdfFormat, parse

from kg.graph.dataset import Dataset
from kg.graph.facts import document
from kg.graph.vocabulary import KG
from kg.model import CleanText, Force, Identified
from kg.parse.conllu import read
from kg.parse.raw import as_it_stands
from tests.conftest import Built, Run

pytestmark = pytest.mark.model

FILES = ["directives.csv", "graph.html", "graph.trig", "graph.ttl"]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_the_four_files(built: Built, samples: list[Path]) -> None:
    assert built.ran.code == 0
    assert sorted(contents(built.folder)) == FILES
    assert sorted(Path(line).name for line in built.ran.lines) == FILES
    assert f"read {len(samples)} articles: {len(samples)} built, 0 rejected; found " in built.ran.messages
    assert len(Dataset.load(built.folder / "graph.trig").graphs()) > len(samples), "a graph for each article"


def test_the_same_input_gives_the_same_bytes(built: Built, tmp_path: Path) -> None:
    for seed in ("0", "4711"):
        subprocess.run(
            [sys.executable, "-m", "kg", "build", "-o", seed, "--cache", built.cache],
            cwd=tmp_path, env=os.environ | {"PYTHONHASHSEED": seed}, check=True, capture_output=True,
        )  # fmt: skip
        assert contents(tmp_path / seed) == contents(built.folder)


def test_parses_that_were_kept_give_what_fresh_ones_do(built: Built, kg: Run, samples: list[Path]) -> None:
    kept = kg("extract", samples[0], "--cache", built.cache)
    assert kg("extract", samples[0], "--threads", "1").data == kept.data


def test_the_table_holds_what_the_graph_holds(built: Built) -> None:
    rows = list(csv.DictReader(io.StringIO((built.folder / "directives.csv").read_text("utf-8"))))
    graph = Dataset.load(built.folder)
    assert len(rows) == len(graph.select("SELECT ?d { ?d a kg:Directive }").rows) > 50
    assert all(row["sentence"] and row["article"] and row["rule"] for row in rows)
    assert all(0 < float(row["confidence"]) <= 1 for row in rows)


@pytest.mark.parametrize(
    ("options", "fewer"),
    [(["--min-confidence", "0.95"], "?s a kg:Directive"), (["--no-infer"], "?s kg:commands ?o")],
    ids=["confidence", "inference"],
)
def test_options_leave_out(built: Built, kg: Run, tmp_path: Path, options: list[str], fewer: str) -> None:
    ran = kg("build", "-o", tmp_path, "--cache", built.cache, *options)
    assert ran.code == 0
    query = f"SELECT * {{ {fewer} }}"
    assert len(Dataset.load(tmp_path).select(query).rows) < len(Dataset.load(built.folder).select(query).rows)


def test_another_base_and_language(built: Built, kg: Run, tmp_path: Path, samples: list[Path]) -> None:
    base = "https://contoh.invalid/kg/"
    ran = kg("build", samples[0], "-o", tmp_path, "--cache", built.cache, "--base", base, "--lang", "en")
    assert ran.code == 0
    text = (tmp_path / "graph.ttl").read_text("utf-8")
    assert f"<{base}id/directive/" in text
    assert "w3id.org/perintah/id/" not in text
    assert '<html lang="en"' in (tmp_path / "graph.html").read_text("utf-8")


def test_a_lexicon_of_ones_own(built: Built, kg: Run, tmp_path: Path, samples: list[Path]) -> None:
    ontology = tmp_path / "own.ttl"
    ontology.write_text("@prefix kg: <https://w3id.org/perintah/ns#> .\nkg:oops", "utf-8")
    ran = kg("extract", samples[0], "--cache", built.cache, "--lexicon", ontology)
    assert ran.code == 2
    assert ran.messages.count("\n") == 1
    assert "own.ttl" in ran.messages


def test_extract_prints_the_interchange(built: Built, kg: Run, samples: list[Path]) -> None:
    ran = kg("extract", *samples, "--cache", built.cache)
    assert ran.code == 0
    records = [json.loads(line) for line in ran.lines]
    assert [record["id"] for record in records] == [path.stem for path in samples]
    for record, path in zip(records, samples, strict=True):
        text = path.read_text("utf-8")
        assert record["title"]
        for one in record["directives"]:
            trigger, sentence = one["trigger"], one["sentence"]
            assert sentence[0] <= trigger[0] < trigger[1] <= sentence[1] <= len(text)
            assert one["force"] in set(Force)
            assert one["polarity"] in {"do", "dont"}
            assert one["content"] is None or 0 <= one["content"][0] < one["content"][1] <= len(text)
            assert one["issuer"] is None or one["issuer"]["office"] or one["issuer"]["person"]
            assert one["rule"]
            assert 0 < one["confidence"] <= 1
        for one in record["statements"]:
            assert text[slice(*one["cue"])].strip()
            assert all(start < end for start, end in one["content"])
        assert {one["status"] for one in record["posts"]} <= {"current", "former"}
    assert sum(bool(record["directives"]) for record in records) >= len(samples) - 1


def test_extract_reads_standard_input(built: Built, kg: Run, samples: list[Path]) -> None:
    by_name = json.loads(kg("extract", samples[0], "--cache", built.cache).text)
    piped = json.loads(kg("extract", "-", "--cache", built.cache, stdin=samples[0].read_bytes()).text)
    assert piped["directives"] == by_name["directives"]
    assert piped["id"] == "stdin"


def test_parse_prints_trees_of_the_cleaned_text(built: Built, kg: Run, samples: list[Path]) -> None:
    ran = kg("parse", samples[0], "--cache", built.cache)
    assert ran.code == 0
    assert "BACA JUGA" not in ran.text
    rows = [line.split("\t") for line in ran.lines if line[:1].isdigit()]
    assert {len(row) for row in rows} == {10}
    assert "memerintahkan" in {row[1] for row in rows}


def test_parse_raw_keeps_every_character(kg: Run, samples: list[Path]) -> None:
    text = samples[0].read_text("utf-8")
    ran = kg("parse", "--raw", samples[0], "--threads", "1")
    assert ran.code == 0
    whole: CleanText = as_it_stands(text, samples[0].stem)
    document = read(ran.text, whole)
    words = [word for sentence in document.sentences for word in sentence.words]
    assert all(word.span.of(text) == word.text for word in words)
    assert "".join(word.text for word in words) == "".join(text.split())


def test_a_stamp_is_only_there_when_asked_for(built: Built, kg: Run, tmp_path: Path, samples: list[Path]) -> None:
    assert "prov:startedAtTime" not in (built.folder / "graph.trig").read_text("utf-8")
    ran = kg("build", samples[0], "-o", tmp_path, "--cache", built.cache, "--stamp")
    assert ran.code == 0
    assert "prov:startedAtTime" in (tmp_path / "graph.trig").read_text("utf-8")


def test_an_article_whose_graph_breaks_a_shape_does_not_cost_the_others(
    built: Built, kg: Run, tmp_path: Path, samples: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(identified: Identified, base: str) -> bytes:
        made = document(identified, base)
        if identified.extraction.article.id != samples[1].stem:
            return made
        own = next(quad for quad in parse(made, format=RdfFormat.N_QUADS) if quad.predicate == KG["force"])
        wrong = Quad(own.subject, KG["force"], Literal("strong"), own.graph_name)
        return made + f"{wrong} .\n".encode()

    monkeypatch.setattr("kg.build.articles.document", broken)
    ran = kg("build", *samples[:3], "-o", tmp_path, "--cache", built.cache)
    assert ran.code == 1
    assert f"rejected {samples[1]}: its graph breaks a shape: " in ran.messages
    assert "3 articles: 2 built, 1 rejected" in ran.messages
    assert sorted(contents(tmp_path)) == FILES
