"""Loading, asking, changing and opening datasets."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import QueryError, StoreError
from kg.graph.answers import Table, Triples, Truth
from kg.graph.dataset import Dataset
from kg.graph.exports import export
from kg.graph.facts import quads
from kg.graph.files import write_atomically
from kg.graph.output import directives, save
from tests.graph.factories import ARTICLES, LAMPUNG_ARTICLE, sample

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("name", "form", "keeps_graphs"),
    [
        ("g.ttl", "ttl", False),
        ("g.nt", "nt", False),
        ("g.trig", "trig", True),
        ("g.nq", "nq", True),
        ("g.jsonld", "jsonld", True),
    ],
)
def test_load(graph: Dataset, tmp_path: Path, name: str, form: str, keeps_graphs: bool) -> None:
    path = tmp_path / name
    path.write_bytes(export(graph, form))
    loaded = Dataset.load(path)
    assert {q.triple for q in loaded} == {q.triple for q in graph}
    assert (loaded.quads() == graph.quads()) == keeps_graphs


def test_output_folder(graph: Dataset, tmp_path: Path) -> None:
    written = save(graph, tmp_path / "out")
    assert [path.name for path in written] == ["graph.ttl", "graph.trig", "directives.csv"]
    assert Dataset.load(tmp_path / "out").quads() == graph.quads()
    before = [path.read_bytes() for path in written]
    save(sample(), tmp_path / "out")
    assert [path.read_bytes() for path in written] == before
    (tmp_path / "out" / "graph.trig").unlink()
    assert len(Dataset.load(tmp_path / "out")) == len({q.triple for q in graph})


def test_directives_table_has_all(graph: Dataset) -> None:
    rows = directives(graph).records()
    assert len(rows) == 9
    denied = [row for row in rows if row["factuality"] == "denied"]
    assert [row["content"] for row in denied] == ["membubarkan rapat warga"]
    assert {row["outlet"] for row in rows} == {"Kabar Selatan", "Warta Nusa", "Suara Pesisir"}


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: None, "no such file"),
        (lambda path: path.mkdir(), "no graph.trig"),
    ],
    ids=["missing", "empty folder"],
)
def test_load_errors(tmp_path: Path, make: object, message: str) -> None:
    make(tmp_path / "graph")  # type: ignore[operator]
    with pytest.raises(StoreError, match=message):
        Dataset.load(tmp_path / "graph")


def test_broken_and_unknown_files(tmp_path: Path) -> None:
    broken = tmp_path / "a.ttl"
    broken.write_text("<urn:a> <urn:b> .\n", "utf-8")
    with pytest.raises(StoreError, match="line 1"):
        Dataset.load(broken)
    unknown = tmp_path / "a.xlsx"
    unknown.write_text("x", "utf-8")
    with pytest.raises(StoreError, match="unknown suffix"):
        Dataset.load(unknown)


def test_forms_of_answer(graph: Dataset) -> None:
    assert isinstance(graph.query("SELECT * { ?s a kg:Directive }"), Table)
    assert graph.query("ASK { ?s a kg:Directive }") == Truth(True)
    answer = graph.query("CONSTRUCT WHERE { ?s kg:instructs ?o }")
    assert isinstance(answer, Triples)
    assert len(answer.triples) == 3
    with pytest.raises(QueryError, match="SELECT"):
        graph.select("ASK { ?s ?p ?o }")


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("SELECT ?a {\n ?a ?b }", "line 2, column 9"),
        ("SELEC ?x", "line 1, column"),
        ("SELECT * {\n\n ?a nope:b ?c }", "line 3.*prefix is not declared"),
        ("SELECT * { SERVICE <http://example.invalid/> { ?s ?p ?o } }", "SPARQL"),
        ("DROP ALL", "SPARQL"),
    ],
)
def test_sparql_errors_name_line_and_reason(graph: Dataset, sparql: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        graph.query(sparql)


def test_replace_takes_the_place_of_the_graph() -> None:
    dataset = sample()
    article = LAMPUNG_ARTICLE.extraction.article
    name = f"https://w3id.org/perintah/id/graph/{article.sha256[:16]}"
    before = dataset.quads()
    dataset.replace(name, quads(LAMPUNG_ARTICLE))
    assert dataset.quads() == before
    hostile = Literal('"} } ; DROP ALL #\n\\')
    dataset.replace(name, [Quad(NamedNode("urn:s"), NamedNode("urn:p"), hostile, NamedNode(name))])
    assert [q.object for q in dataset.quads_for_pattern(graph=NamedNode(name))] == [hostile]
    assert len(dataset) > 100


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        'dua "kata" <http://x.example/a> .',
        "baris\nbaru\r\t\\",
        "\x00\x1f\x7f\x85\u2028\ufeff",
        "é\u0301\U0001f600",
    ],
)
@pytest.mark.parametrize("kind", ["", "id", "http://www.w3.org/2001/XMLSchema#date"])
def test_what_is_written_is_kept_to_the_letter(text: str, kind: str) -> None:
    literal = Literal(text, language=kind) if kind == "id" else Literal(text)
    if kind not in {"", "id"}:
        literal = Literal(text, datatype=NamedNode(kind))
    subject, predicate, one, other = (NamedNode(f"http://x.example/é/{name}") for name in "spgh")
    named = {Quad(subject, predicate, literal, one), Quad(subject, predicate, literal, other)}
    alone = Quad(subject, predicate, NamedNode("http://x.example/o"))
    dataset = Dataset()
    dataset.change((), named | {alone})
    assert set(dataset.store) == named | {alone, Quad(subject, predicate, literal)}


def test_a_store_that_holds_much_is_opened_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.graph.dataset.quads_held", lambda _: 10)
    anew: list[None] = []
    monkeypatch.setattr("kg.graph.dataset.give_back", lambda: anew.append(None))
    dataset = Dataset.open(tmp_path / "store")
    quads = set[Quad]()
    for number in range(12):
        new = {
            Quad(*(NamedNode(f"http://x.example/{name}{number}") for name in ("s", "p", f"o{one}", "g")))
            for one in range(4)
        }
        dataset.change(list(quads)[:1], new)
        quads = (quads - set(list(quads)[:1])) | new
        assert set(dataset) == quads
    assert len(anew) == 3
    with pytest.raises(StoreError):
        Dataset.open(tmp_path / "store")
    dataset.close()
    assert set(Dataset.open(tmp_path / "store", read_only=True)) == quads


def test_on_disk(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    stored = Dataset.open(folder)
    for article in ARTICLES:
        stored.extend(quads(article))
    count = len(stored)
    with pytest.raises(StoreError, match="cannot open"):
        Dataset.open(folder)
    stored.store.flush()
    del stored
    again = Dataset.open(folder, read_only=True)
    assert len(again) == count
    assert again.select("SELECT * { ?a kg:instructs ?b }").rows != ()


def test_rdflib_sees_the_same_store(graph: Dataset) -> None:
    found = graph.rdflib().query("SELECT ?s { ?s a <https://w3id.org/perintah/ns#Directive> }")
    assert len(list(found)) == 9


def test_write_is_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a" / "graph.ttl"
    write_atomically(path, b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kg.graph.files.os.fsync", full)
    with pytest.raises(StoreError, match="No space left"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in path.parent.iterdir()] == ["graph.ttl"]


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x", "utf-8")
    with pytest.raises(StoreError, match="cannot write"):
        write_atomically(tmp_path / "out" / "graph.ttl", b"x")


def test_asking_imports_neither_torch_nor_rdflib() -> None:
    code = (
        "import sys; from kg.graph.dataset import Dataset; from kg.graph.questions import ask, question;"
        "from kg.graph.tables import render; d = Dataset.load('tests/graph/example.trig');"
        "print(render(ask(d, question('edges'))));"
        "bad = {'torch', 'stanza', 'rdflib', 'pyshacl', 'networkx', 'pyvis'} & set(sys.modules); assert not bad, bad"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True)
    assert ran.returncode == 0, ran.stderr.decode()
