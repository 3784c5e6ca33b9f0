"""RDF out and in again: isomorphic, and the same bytes for the same graph."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse
from rdflib.compare import isomorphic

from kg.errors import StoreError
from kg.graph import persons, runs
from kg.graph.complete import assemble, assembled
from kg.graph.dataset import Dataset
from kg.graph.dump import turtle_and_trig
from kg.graph.facts import document, quads
from kg.graph.interchange import to_rdflib
from kg.graph.literals import plain
from kg.graph.names import Names
from kg.graph.output import documents
from kg.graph.serialise import nquads, ntriples, trig, turtle, union
from kg.graph.vocabulary import TYPE, prefixes
from kg.graph.whole import ASKED, BY_GRAPH, graphs_of
from kg.lexicon.files import ontology_dir
from tests.graph.factories import ARTICLES

WRITERS = {"turtle": turtle, "nt": ntriples}
QUAD_WRITERS = {"trig": trig, "nquads": nquads}


@pytest.mark.parametrize("form", WRITERS)
def test_rdflib_reads_the_union(graph: Dataset, form: str) -> None:
    read = rdflib.Graph().parse(data=WRITERS[form](graph).decode(), format=form)
    assert isomorphic(read, to_rdflib(union(graph)))


@pytest.mark.parametrize("form", QUAD_WRITERS)
def test_rdflib_reads_the_graphs(graph: Dataset, form: str) -> None:
    read = rdflib.Dataset()
    read.parse(data=QUAD_WRITERS[form](graph).decode(), format=form)
    assert len(list(read.quads())) == len(graph)
    assert {str(g.identifier) for g in read.graphs() if len(g)} == set(graph.graphs())


@pytest.mark.skipif(shutil.which("rapper") is None, reason="rapper is not installed")
def test_rapper_reads_the_turtle(graph: Dataset, tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_bytes(turtle(graph))
    done = subprocess.run(["rapper", "-c", "-i", "turtle", str(path)], capture_output=True, text=True)
    assert f"returned {len(union(graph))} triples" in done.stderr
    assert "warning" not in done.stderr.lower()


@pytest.mark.parametrize("write", [turtle, ntriples, trig, nquads])
def test_order_does_not_show(write: object) -> None:
    parts = [list(quads(article)) for article in ARTICLES]
    expected = write(assemble(parts))  # type: ignore[operator]
    for seed in range(5):
        shuffled = [random.Random(seed).sample(part, len(part)) for part in parts]  # noqa: S311
        random.Random(seed).shuffle(shuffled)  # noqa: S311
        assert write(assemble(shuffled)) == expected  # type: ignore[operator]


def test_bytes_do_not_hang_on_the_process(tmp_path: Path) -> None:
    import sys

    code = (
        "from tests.graph.factories import sample; from kg.graph.serialise import trig; import sys;"
        "sys.stdout.buffer.write(trig(sample()))"
    )
    root = Path(__file__).resolve().parents[2]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code], cwd=root, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert outputs == {(Path(__file__).parent / "example.trig").read_bytes()}


def test_turtle_is_readable(graph: Dataset) -> None:
    text = turtle(graph).decode()
    head = [line for line in text.splitlines() if line.startswith("@prefix")]
    assert head == sorted(head)
    assert "\npost:kapolda-lampung a org:Post ;\n" in text
    assert "\n\npost:kapolri a org:Post ;" in text
    assert "<https://w3id.org/perintah/id/" not in text.split("\n\n", 1)[1]
    assert text.endswith(" .\n")


terms = st.text(max_size=30).map(plain)
folders = st.sampled_from(["id/post/", "id/article/", "ns#", "x/"])


def graphs(alphabet: str) -> st.SearchStrategy[list[Quad]]:
    """Quads whose IRIs end in names over `alphabet` and whose literals hold any text."""
    names = st.text(alphabet=alphabet, min_size=1, max_size=8)
    nodes = st.builds(lambda folder, name: NamedNode(f"https://w3id.org/perintah/{folder}{name}"), folders, names)
    tagged = terms.map(lambda value: Literal(value, language="id"))
    objects = st.one_of(nodes, terms.map(Literal), tagged, st.integers(-5, 5).map(Literal))
    return st.lists(st.builds(Quad, nodes, nodes, objects, nodes), max_size=15)


@settings(max_examples=150, deadline=None)
@given(graphs("abcXYZ012-_.~/"))
def test_any_graph_round_trips(found: list[Quad]) -> None:
    assert set(parse(trig(found), format=RdfFormat.TRIG)) == set(found)
    assert {q.triple for q in parse(turtle(found), format=RdfFormat.TURTLE)} == set(union(found))


@settings(max_examples=80, deadline=None)
@given(graphs("abcXYZ012-_"))  # the names this project mints; rdflib misreads escapes such as \\. in names
def test_rdflib_reads_any_turtle(found: list[Quad]) -> None:
    read = rdflib.Graph().parse(data=turtle(found).decode(), format="turtle")
    assert isomorphic(read, to_rdflib(union(found)))


ODD: tuple[Literal | NamedNode, ...] = (
    Literal("a"),
    Literal("a b"),
    Literal("a", language="id"),
    Literal('"<https://w3id.org/perintah/ns#x>"'),
    Literal("1", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#integer")),
    Literal("baris\r\nlain\u0085\u2028 ^^<x>"),
    NamedNode("https://schema.org/name"),
    NamedNode("https://lain.example/a#b/c"),
)


@pytest.mark.parametrize("odd", [ODD, (*ODD, NamedNode("https://schema.org/a#b")), ()])
def test_a_dump_is_what_is_written_term_by_term(graph: Dataset, odd: tuple[Literal | NamedNode, ...]) -> None:
    """What the store writes itself is sorted as terms are; a triple that is in no named graph is there too."""
    dataset = Dataset.of(graph)
    one, name = NamedNode("https://lain.example/satu"), NamedNode("https://lain.example/graf")
    dataset.extend(Quad(one, NamedNode("https://schema.org/about"), value, name) for value in odd)
    dataset.extend([Quad(one, NamedNode("https://schema.org/about"), one)])
    assert turtle_and_trig(*graphs_of(dataset)) == (turtle(dataset), trig(dataset))


@settings(max_examples=150, deadline=None)
@given(graphs("abXZ01-_.~/:é"))
def test_any_dump_is_what_is_written_term_by_term(found: list[Quad]) -> None:
    dataset = Dataset.of(found)
    assert turtle_and_trig(*graphs_of(dataset)) == (turtle(dataset), trig(dataset))


def test_what_spans_articles_is_added_to_a_whole_and_nothing_else_changes() -> None:
    """A dataset made of documents holds and writes what one made of quads does; its store, what is asked."""
    plain = assemble(quads(article) for article in ARTICLES)
    whole = assembled(document(article) for article in (*ARTICLES, ARTICLES[0]))
    assert whole.quads() == plain.quads()
    assert documents(whole) == documents(plain)
    assert 0 < len(whole.store) < len(plain.store) == len(whole.full().store)
    whole.clear(Names().labels)
    plain.clear(Names().labels)
    assert (whole.quads(), documents(whole)) == (plain.quads(), documents(plain))
    with pytest.raises(StoreError, match="article"):
        whole.clear(Names().gazetteer)


@pytest.mark.parametrize("module", [persons, runs], ids=lambda module: module.__name__)
def test_a_whole_holds_what_is_asked(module: ModuleType) -> None:
    """What is asked of graphs by name is there by graph, and what is asked besides of their union is in that."""
    source = Path(str(module.__file__)).read_text("utf-8").replace("$role", "issuer")
    by_graph = re.findall(r"GRAPH \?graph \{ (.*?) \}", source)
    assert predicates(by_graph)
    assert predicates(by_graph) <= BY_GRAPH
    of_union = re.sub(r"GRAPH \S+ \{.*?\}", "", source.partition("_MATCHES")[0])
    assert predicates(re.findall(r"\?\w+ (?:(?:a|\w+:\w+) \S+ ; )*(?:a|\w+:\w+) \S+", of_union)) <= ASKED


def predicates(patterns: Iterable[str]) -> set[str]:
    words = {word for one in patterns for triple in one.split(" ; ") for word in triple.split()[-2:-1]}
    return {str(TYPE) if word == "a" else f"<{expanded(word)}>" for word in words}


def test_a_whole_holds_what_rules_ask() -> None:
    rules = [path.read_text("utf-8") for path in sorted((ontology_dir() / "rules").glob("*.rq"))]
    asked = {f"<{expanded(name)}>" for text in rules for name in re.findall(r"\b(?:kg|org):\w+", text)}
    made = {"within", "commands", "concerns", "sameOrderAs", "addressedBy", "instructedBy", "ledBy", "commandedBy"}
    terms = {expanded(f"kg:{name}") for name in (*made, "asserted", "Directive")} | {expanded("org:OrganizationalUnit")}
    assert len(asked) > len(terms)
    assert asked - {f"<{term}>" for term in terms} <= ASKED


def expanded(name: str) -> str:
    prefix, _, local = name.partition(":")
    return prefixes()[prefix] + local


def test_the_document_of_an_article_is_its_quads() -> None:
    for article in ARTICLES:
        written = document(article)
        assert written == nquads(quads(article))
        read = Dataset()
        read.read_lines([written])
        assert set(read) == set(quads(article))
        assert set(read.store) == set(Dataset.of(quads(article)).store)
