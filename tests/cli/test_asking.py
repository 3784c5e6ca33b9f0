"""`kg query`, `kg view`, `kg export`, `kg check`, `kg explain`, `kg eval` on the sample graph."""

from __future__ import annotations

import csv
import io
import json
import shlex
import shutil
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from kg.cli.arguments import EXPORTS, FORCES
from kg.cli.asking import parameters
from kg.graph.dataset import Dataset
from kg.graph.exports import FORMS
from kg.graph.questions import ask, questions
from kg.model import Force
from tests.conftest import Built, Run

pytestmark = pytest.mark.model

ISSUER = "Kapolda Bengkulu"
WATCHED = "memantau peredaran hoaks di media sosial"
"""What the Kapolda of the first sample asks two of his officers to do."""


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_named_question(built: Built, kg: Run) -> None:
    ran = kg("query", "who-ordered-what", "--graph", built.folder, "--issuer", ISSUER, "--format", "csv")
    found = rows(ran.text)
    assert ran.code == 0
    assert {row["issuer"] for row in found} == {ISSUER}
    [watched] = [row for row in found if WATCHED in row["content"]]
    assert watched["date"] == "2024-11-23"
    assert watched["person"] == "Taufan Wirasena"
    assert watched["force"] == "request"
    assert "Kabid Humas" in watched["addressee"]
    assert watched["sentence"].startswith("Ia juga meminta Kabid Humas")


@pytest.mark.parametrize(
    ("parameter", "value", "kept"),
    [
        ("force", "request", True), ("force", "order", False),
        ("since", "2024-11", True), ("since", "2024-12-01", False),
        ("until", "2024-11-23", True), ("until", "2024-11-22", False),
        ("text", "hoaks", True), ("text", "banjir", False),
        ("addressee", "Kabid Humas", True), ("addressee", "Kapolsek", False),
        ("issuer", "Taufan Wirasena", True), ("issuer", "Kapolda Kalimantan Selatan", False),
    ],
)  # fmt: skip
def test_parameters_narrow(built: Built, kg: Run, parameter: str, value: str, kept: bool) -> None:
    ran = kg("query", "who-ordered-what", f"--{parameter}", value, "--graph", built.folder, "--format", "csv")
    assert any(WATCHED in row["content"] for row in rows(ran.text)) == kept


def test_every_question_is_listed_and_runs_its_example(built: Built, kg: Run) -> None:
    listed, dataset = kg("query", "--list").text, Dataset.load(built.folder)
    for one in questions():
        assert f"kg query {one.name}" in listed
        assert one.title_en in listed
        assert ask(dataset, one, parameters(shlex.split(one.example))) is not None


ALL = "SELECT ?d { ?d a kg:Directive } ORDER BY ?d LIMIT 3"


def test_sparql_from_a_string_and_from_a_file(built: Built, kg: Run, tmp_path: Path) -> None:
    (tmp_path / "own.rq").write_text(ALL, "utf-8")
    asked = kg("query", ALL, "--graph", built.folder, "--format", "csv")
    assert len(rows(asked.text)) == 3
    assert kg("query", tmp_path / "own.rq", "--graph", built.folder, "--format", "csv").data == asked.data
    assert kg("query", ALL, "--graph", built.folder / "graph.ttl", "--format", "csv").data == asked.data


def test_forms_of_answer(built: Built, kg: Run) -> None:
    def answer(form: str, query: str = ALL) -> str:
        ran = kg("query", query, "--graph", built.folder, "--format", form)
        assert ran.code == 0, ran.messages
        return ran.text

    assert "3 rows" in answer("table")
    assert len(json.loads(answer("json"))["results"]["bindings"]) == 3
    assert answer("markdown").startswith("| d |")
    triples = parse(answer("turtle", "CONSTRUCT WHERE { ?a kg:instructs ?b }"), format=RdfFormat.TURTLE)
    assert len(list(triples)) > 5
    assert "true" in answer("table", "ASK { ?a kg:instructs ?b }").lower()


def test_the_direct_edge_is_one_triple(built: Built, kg: Run) -> None:
    query = """ASK { ?issuer skos:prefLabel "Kapolda Bengkulu"@id ; kg:instructs|kg:orders ?addressee .
               ?addressee skos:prefLabel ?name FILTER(CONTAINS(?name, "Kapolresta")) }"""
    ran = kg("query", query, "--graph", built.folder, "--format", "csv")
    assert (ran.code, "true" in ran.text) == (0, True)


@pytest.mark.parametrize("form", EXPORTS)
def test_exports(built: Built, kg: Run, tmp_path: Path, form: str) -> None:
    printed = kg("export", "--format", form, "--graph", built.folder)
    assert (printed.code, printed.messages) == (0, "")
    assert len(printed.data) > 1000
    written = kg("export", "--format", form, "--graph", built.folder, "-o", tmp_path / "sub" / f"graph.{form}")
    assert written.lines == [str(tmp_path / "sub" / f"graph.{form}")]
    assert (tmp_path / "sub" / f"graph.{form}").read_bytes() == printed.data
    if form in ("ttl", "trig"):
        assert printed.data == (built.folder / f"graph.{form}").read_bytes()


def test_the_commands_know_all_forms_and_forces() -> None:
    assert set(EXPORTS) == set(FORMS)
    assert tuple(FORCES) == tuple(Force)


@pytest.mark.parametrize(
    ("options", "shown", "hidden"),
    [
        (["--focus", ISSUER, "--hops", "1"], "Taufan Wirasena", "Kapolsek Ubud"),
        (["--force", "forbid"], "menyewakan tanah", WATCHED),
        (["--since", "2024-11-01", "--until", "2024-11-30"], WATCHED, "menyewakan tanah"),
        (["--title", "Judul <uji>", "--lang", "en"], "Judul &lt;uji&gt;", "<uji>"),
    ],
    ids=["focus", "force", "dates", "title"],
)
def test_views(built: Built, kg: Run, tmp_path: Path, options: list[str], shown: str, hidden: str) -> None:
    page = tmp_path / "page.html"
    ran = kg("view", "--graph", built.folder, "-o", page, *options)
    assert (ran.code, ran.lines) == (0, [str(page)]), ran.messages
    text = page.read_text("utf-8")
    assert shown in text
    assert hidden not in text


def test_a_view_of_what_a_query_selects(built: Built, kg: Run, tmp_path: Path) -> None:
    (tmp_path / "own.rq").write_text('SELECT ?d { ?d kg:content ?c FILTER(CONTAINS(?c, "hoaks")) }', "utf-8")
    ran = kg("view", "--graph", built.folder, "-o", tmp_path / "page.html", "--query", tmp_path / "own.rq")
    text = (tmp_path / "page.html").read_text("utf-8")
    assert ran.code == 0
    assert WATCHED in text
    assert "menyewakan tanah" not in text


def test_the_view_of_the_whole_graph_is_that_of_the_build(built: Built, kg: Run, tmp_path: Path) -> None:
    kg("view", "--graph", built.folder, "-o", tmp_path / "page.html")
    assert (tmp_path / "page.html").read_bytes() == (built.folder / "graph.html").read_bytes()


def test_the_sample_graph_breaks_no_shape(built: Built, kg: Run) -> None:
    ran = kg("check", "--graph", built.folder)
    assert (ran.code, ran.text, ran.messages) == (0, "", "0 violations\n")


def test_a_graph_that_breaks_a_shape(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "g.ttl").write_text("<urn:d> a <https://w3id.org/perintah/ns#Directive> .", "utf-8")
    ran = kg("check", "--graph", tmp_path / "g.ttl")
    assert ran.code == 1
    assert "urn:d" in ran.text


def test_explain_a_place(built: Built, kg: Run, samples: list[Path]) -> None:
    text = samples[0].read_text("utf-8")
    at = text.index("meminta Kabid Humas")
    ran = kg("explain", f"{samples[0]}:{at}", "--cache", built.cache)
    assert ran.code == 0
    issuer = "Kapolda Bengkulu (Taufan Wirasena)"
    for expected in ("request, do, asserted", "'meminta'", issuer, WATCHED, "because", "root"):
        assert expected in ran.text
    cut = kg("explain", f"{samples[0]}:{text.index('BACA JUGA')}", "--cache", built.cache)
    assert cut.code == 2
    assert "cut by the cleaning rule" in cut.messages


def test_explain_a_claim_of_the_graph(built: Built, kg: Run) -> None:
    query = f'SELECT ?d {{ ?d kg:content ?c FILTER(CONTAINS(?c, "{WATCHED}")) }}'
    [(claim,)] = Dataset.load(built.folder).select(query).rows
    assert claim is not None
    ran = kg("explain", claim.value, "--graph", built.folder, "--cache", built.cache, "--threads", "1")
    assert ran.code == 0
    for expected in (WATCHED, "meminta", "rule", "because", "root"):
        assert expected in ran.text


FLOORS = {"directives": 0.95, "tuple": 0.84, "statements": 0.97, "attribution": 0.96, "posts": 0.96}
"""What was measured on the samples, less a few points; raised with the figures, never lowered unsaid."""


def test_the_gate(built: Built, kg: Run, samples: list[Path]) -> None:
    ran = kg("eval", "--json", "--cache", built.cache)
    scores = json.loads(ran.text)
    assert scores["articles"] == len(samples) == 16
    assert scores["directives"]["gold"] == 114
    assert scores["statements"]["gold"] >= 70
    assert scores["posts"]["gold"] == 43
    assert {name: scores[name]["f1"] for name in FLOORS if scores[name]["f1"] < FLOORS[name]} == {}


def test_errors_are_listed_with_their_sentence(built: Built, kg: Run, tmp_path: Path) -> None:
    calibration = tmp_path / "confidence.ttl"
    ran = kg("eval", "--errors", "--calibrate", calibration, "--cache", built.cache)
    assert ran.code == 0
    mistakes, _, table = ran.text.rpartition("\ndirectives ")
    assert mistakes
    assert "P " in table
    assert len(list(parse(calibration.read_bytes(), format=RdfFormat.TURTLE))) > 20


def test_eval_names_gold_without_its_article(built: Built, kg: Run, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"id": "tidak-ada", "directives": [], "statements": [], "posts": []}\n', "utf-8")
    ran = kg("eval", gold, "--cache", built.cache)
    assert ran.code == 2
    assert "tidak-ada" in ran.messages


def test_the_users_own_verdicts_on_persons(built: Built, kg: Run, tmp_path: Path) -> None:
    output = tmp_path / "output"
    shutil.copytree(built.folder, output)
    one, other = "Taufan Wirasena", "Rangga Mahardika"
    joined = "SELECT ?a { ?a kg:samePersonAs ?b }"
    before = len(Dataset.load(output).select(joined).rows)
    assert kg("same", one, other, "--graph", output).code == 0
    assert (output / "persons.tsv").read_text("utf-8").count("\nsame\t") == 1
    assert len(Dataset.load(output).select(joined).rows) > before
    assert kg("same", one, other, "--undo", "--graph", output).code == 0
    assert len(Dataset.load(output).select(joined).rows) == before
    assert kg("different", one, other, "--graph", output).code == 0
    assert (output / "persons.tsv").read_text("utf-8").count("\ndifferent\t") == 1
    wrong = kg("same", one, "Tidak Ada", "--graph", output)
    assert wrong.code == 2
    assert "Tidak Ada: no person of the graph" in wrong.messages
