"""Fuzzers of graphs: files, stores, questions and their parameters, answers of servers, the user's own files."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from hypothesis import strategies as st
from pyoxigraph import serialize

from kg.evaluate import read_gold
from kg.graph import results
from kg.graph.answers import Table
from kg.graph.dataset import Dataset
from kg.graph.inputs import FORMATS
from kg.graph.parameters import bind
from kg.graph.questions import ask, question, questions
from kg.graph.stores import open_store
from kg.graph.tables import render
from kg.graph.tokens import tokens
from kg.lexicon.files import lexicon_files
from kg.lexicon.load import build
from kg.resolve.persons_judgements import read_judgements
from tests.fuzz.harness import Fuzzer
from tests.fuzz.shapes import JSON, MARKS, WORDS, encoded, joined, mutated, texts
from tests.graph.factories import sample

KINDS = ("party", "force", "from", "to", "day", "text", "number", "iri")
SPARQL = (
    *(
        '" } } ; DROP ALL ; #',
        "> . ?s ?p ?o } #",
        "<urn:x>",
        "} UNION { ?s ?p ?o",
        '"""',
        "'''",
        "\\",
        "\\u007D",
        "\\u0022",
    ),
    *("$issuer", "#[until]", "#", "\n", "\r", "{", "}", "?x", "SERVICE <http://127.0.0.1:1/>", "(1/0)", "post:kapolri"),
    *(
        "https://x.example/",
        "<",
        ">",
        "%",
        "_:b",
        '"@id',
        "^^",
        "2024",
        "2024-02-30",
        "0000",
        "order,forbid",
        "ORDER",
        ",",
    ),
    *(
        "NaN",
        "-1",
        "1e9",
        "٣",
        "１２",
        "²",
        "Kapolda Lampung",
        "..",
        "//",
        "urn:",
        "directive:",
        "schema:x y",
        "\u2028",
    ),
)
RDF = (
    "<",
    ">",
    '"',
    '"""',
    ".",
    ";",
    ",",
    "[",
    "]",
    "(",
    ")",
    "_:a",
    "@id",
    "^^",
    "\\u0000",
    "\\uD800",
    "<<",
    ">>",
    "a",
    "@base <x>",
)


def typed() -> st.SearchStrategy[str]:
    """What a user, or somebody who means harm, types as a value."""
    return st.one_of(
        joined((*SPARQL, *WORDS, *MARKS), 6), mutated(st.sampled_from(SPARQL), SPARQL), st.text(max_size=30)
    )


@cache
def graph() -> Dataset:
    return sample()


def binding(value: object) -> None:
    """A bound value is terms and nothing else."""
    assert isinstance(value, tuple)
    kind, given = value
    terms = bind(graph(), kind, "name", given)
    kinds = {name for name, text, _, _ in tokens(terms) if text not in ("^", "@id", "^^")}
    assert kinds <= {"iri", "string", "word", "other"}
    assert not any(text in "{};" for name, text, _, _ in tokens(terms) if name == "other")
    answer = graph().query(f"SELECT ?x WHERE {{ VALUES ?x {{ {terms} }} }}")
    assert isinstance(answer, Table)


def asking(value: object) -> None:
    """Every named question with any values answers or refuses, and the answer can be printed in every form."""
    assert isinstance(value, tuple)
    name, given = value
    answer = ask(graph(), question(name), given)
    for form in ("table", "csv", "json", "md", "ttl"):
        if (form == "ttl") != isinstance(answer, Table):
            render(answer, form)


@st.composite
def asked(draw: st.DrawFn) -> tuple[str, dict[str, str]]:
    one = draw(st.sampled_from(questions()))
    names = [parameter.name for parameter in one.parameters] + (["x"] if draw(st.integers(0, 20)) == 0 else [])
    return one.name, {name: draw(typed()) for name in names if draw(st.booleans())}


def queries() -> st.SearchStrategy[object]:
    return mutated(st.sampled_from([one.sparql for one in questions()]), SPARQL)


def querying(value: object) -> None:
    """A user's own SPARQL, over a graph so small that no product of patterns is large."""
    assert isinstance(value, str)
    Dataset.of(graph().quads()[:4]).query(value)


@cache
def serialised() -> dict[str, bytes]:
    parts = sorted(graph().quads(), key=str)[::9]
    return {
        suffix: serialize(parts if syntax.supports_datasets else [quad.triple for quad in parts], format=syntax) or b""
        for suffix, syntax in FORMATS.items()
    }


def files() -> st.SearchStrategy[object]:
    kinds = sorted(FORMATS)
    return st.sampled_from(kinds).flatmap(
        lambda suffix: st.tuples(
            st.just(suffix),
            st.one_of(
                encoded(mutated(st.just(serialised()[suffix].decode()), (*RDF, *JSON, *MARKS))), st.binary(max_size=40)
            ),
        )
    )


def opening(value: object) -> None:
    """Any bytes as an RDF file, or as a file of an output folder."""
    assert isinstance(value, tuple)
    suffix, data = value
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"graph{suffix}"
        path.write_bytes(data)
        store = open_store(path)
        store.quads()
        store.close()


STORE_FILES = (
    "CURRENT",
    "IDENTITY",
    "LOCK",
    "LOG",
    "MANIFEST-000005",
    "OPTIONS-000007",
    "000004.log",
    "000009.sst",
    "x",
)


@cache
def stored() -> dict[str, bytes]:
    """The files of a small store on disk."""
    with tempfile.TemporaryDirectory() as folder:
        store = Dataset.open(folder)
        store.extend(graph().quads()[:50])
        store.close()
        return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


def folders() -> st.SearchStrategy[object]:
    """Whether there is a store, and what is done to its files: cut at a share of the length, added to, removed."""
    name = st.sampled_from(sorted({*STORE_FILES, *stored()}))
    added = st.one_of(st.binary(max_size=8), st.sampled_from((b"MANIFEST-000005\n", b"../x\n")), st.none())
    return st.tuples(st.booleans(), st.lists(st.tuples(name, st.integers(0, 100), added), max_size=3), st.booleans())


def opening_folders(value: object) -> None:
    assert isinstance(value, tuple)
    whole, damage, read_only = value
    with tempfile.TemporaryDirectory() as folder:
        for name, data in stored().items() if whole else ():
            (Path(folder) / name).write_bytes(data)
        for name, share, added in damage:
            path = Path(folder) / name
            data = path.read_bytes() if path.is_file() else b""
            path.unlink(missing_ok=True)
            if added is not None:
                path.write_bytes(data[: len(data) * share // 100] + added)
        store = open_store(folder, read_only=read_only)
        try:
            store.quads()
        finally:
            store.close()


ANSWER = json.dumps(
    {
        "head": {"vars": ["a", "b"]},
        "results": {
            "bindings": [
                {"a": {"type": "uri", "value": "urn:x"}, "b": {"type": "literal", "value": "é", "xml:lang": "id"}},
                {"a": {"type": "bnode", "value": "b0"}, "b": {"type": "literal", "value": "1", "datatype": "urn:y"}},
                {"a": {"type": "typed-literal", "value": "1", "datatype": "urn:y"}},
            ]
        },
    }
)
TRUTH = '{"head": {}, "boolean": true}'
TRIPLES = '<urn:s> <urn:p> "o"@id .\n<urn:s> <urn:p> _:b .\n'


def answers() -> st.SearchStrategy[object]:
    pieces = (*JSON, *RDF, '"type"', '"uri"', '"a"', '"xml:lang"', '""', "urn x", "--")
    return st.tuples(st.integers(0, 2), mutated(st.sampled_from((ANSWER, TRUTH, TRIPLES)), pieces))


def answering(value: object) -> None:
    """What a server may send, read as rows, a truth value or triples."""
    assert isinstance(value, tuple)
    kind, text = value
    readers: tuple[Callable[[], object], ...] = (
        lambda: results.table(text, ("a", "b")),
        lambda: results.truth(text),
        lambda: results.triples(text.encode("utf-8", "surrogatepass")),
    )
    readers[kind]()


@cache
def ontology() -> tuple[str, ...]:
    return tuple(path.read_text("utf-8")[:6_000] for path in lexicon_files())


def lexicons() -> st.SearchStrategy[object]:
    whole = [text[: text.rfind(".\n") + 2] for text in ontology()]
    return encoded(mutated(st.sampled_from(whole), (*RDF, "1", "true", '"x"@en', "kg:form", "kg:rank", "<urn:x>")))


def own_lexicon(value: object) -> None:
    assert isinstance(value, bytes)
    build([("sendiri.ttl", value)], owned=0)


def own_files() -> st.SearchStrategy[object]:
    lines = st.lists(
        joined(("same", "different", "\t", "\n", "id/person/1", "verdict\tone\tother", "\0", "{}"), 8)
    ).map("\n".join)
    gold = mutated(st.just('{"id": "a", "directives": [{"trigger": [0, 3]}], "statements": []}\n'), (*JSON, *MARKS))
    return st.one_of(encoded(lines), encoded(gold), encoded(texts()))


def reading_own_files(value: object) -> None:
    assert isinstance(value, bytes)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(value)
        for reader in (read_judgements, read_gold):
            _refused(reader, path)


def _refused(reader: Callable[[Path], object], path: Path) -> None:
    from kg.errors import PerintahError

    try:
        reader(path)
    except PerintahError:
        return


FUZZERS = (
    Fuzzer("parameters", lambda: st.tuples(st.sampled_from(KINDS), typed()), binding),
    Fuzzer("questions", asked, asking),
    Fuzzer("sparql", queries, querying),
    Fuzzer("rdf files", files, opening),
    Fuzzer("store folders", folders, opening_folders, 20),
    Fuzzer("server answers", answers, answering),
    Fuzzer("lexicon", lexicons, own_lexicon, 20),
    Fuzzer("verdicts and gold", own_files, reading_own_files),
)
