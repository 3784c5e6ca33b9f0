"""One way to open a graph, wherever it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import StoreError
from kg.graph.dataset import Dataset
from kg.graph.output import save
from kg.graph.serialise import nquads
from kg.graph.stores import GraphStore, open_store

S, P, G, H = (NamedNode(f"urn:perintah:{name}") for name in "spgh")


def quad(value: str, graph: NamedNode = G) -> Quad:
    return Quad(S, P, Literal(value), graph)


def test_a_new_path_is_a_store_on_disk(graph: Dataset, tmp_path: Path) -> None:
    store = open_store(tmp_path / "new" / "store")
    assert isinstance(store, GraphStore)
    store.extend(graph)
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.graphs()
    again = open_store(str(tmp_path / "new" / "store"), read_only=True)
    assert again.quads() == graph.quads()
    with pytest.raises(StoreError, match="cannot be written"):
        again.extend([quad("a")])
    again.close()
    open_store(tmp_path / "new" / "store").close()


def test_files_and_output_folders_are_read_into_memory(graph: Dataset, tmp_path: Path) -> None:
    save(graph, tmp_path / "out")
    (tmp_path / "g.nq").write_bytes(nquads(graph))
    for location in (tmp_path / "out", tmp_path / "g.nq", str(tmp_path / "g.nq")):
        store = open_store(location)
        assert store.quads() == graph.quads()
        store.clear(store.graphs()[0])
        assert store.quads() != graph.quads()
        assert open_store(location).quads() == graph.quads()


@pytest.mark.parametrize(
    ("name", "read_only", "message"),
    [
        ("nowhere", True, "no such file or folder"),
        ("empty", True, "no graph is there"),
        ("other", False, "holds other things"),
        ("nowhere.ttl", False, "no such file"),
        ("other/notes.txt", False, "unknown suffix"),
    ],
)
def test_what_is_no_graph_is_left_alone(tmp_path: Path, name: str, read_only: bool, message: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "notes.txt").write_text("x", "utf-8")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(StoreError, match=message):
        open_store(tmp_path / name, read_only=read_only)
    assert sorted(tmp_path.rglob("*")) == before


def test_replace_many_is_one_change(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    store.extend([quad("a"), quad("a", H), quad("b"), quad("b", H), quad("c")])
    store.replace_many({G.value: [quad("d")], H.value: [quad("a", H)], "urn:perintah:none": []})
    assert store.quads() == [quad("d"), quad("a", H)]
    assert store.select("SELECT ?o { ?s ?p ?o } ORDER BY ?o").strings() == [("a",), ("d",)]
    store.replace_many({G.value: [], H.value: []})
    assert store.quads() == []
    assert store.graphs() == []
    assert store.query("ASK { ?s ?p ?o }") == store.query("ASK { FILTER(false) }")


def test_a_replacement_that_fails_changes_nothing(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    store.extend([quad("a"), quad("b", H)])

    def failing() -> object:
        yield quad("c", H)
        raise ValueError("the article's quads cannot be made")

    with pytest.raises(ValueError, match="cannot be made"):
        store.replace_many({G.value: [], H.value: failing()})  # type: ignore[dict-item]
    assert store.quads() == [quad("a"), quad("b", H)]


def test_quads_are_changed_at_once_and_the_union_follows() -> None:
    dataset = Dataset.of([quad("a"), quad("a", H), quad("b"), quad("c")])
    dataset.change([quad("a"), quad("b"), quad("c"), quad("missing")], [quad("c"), quad("d", H)])
    assert set(dataset) == {quad("a", H), quad("c"), quad("d", H)}
    union = dataset.select("SELECT ?o { ?s ?p ?o }").rows
    assert sorted(str(row[0]) for row in union) == ['"a"', '"c"', '"d"']
    dataset.change([quad("c")], [])
    assert dataset.graphs() == [H.value], "a graph without quads is no graph"
