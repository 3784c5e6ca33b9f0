"""The side index: the same answers with it and without it, after any sequence of writes and after a crash."""

from __future__ import annotations

import shlex
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import StoreError
from kg.graph.answers import Table
from kg.graph.dataset import Dataset
from kg.graph.index.dataset import FILE, IndexedDataset
from kg.graph.index.rows import rows as rows_of
from kg.graph.index.side import Filter, SideIndex
from kg.graph.questions import Question, ask, question, questions
from kg.graph.vocabulary import KG, LABEL, TYPE
from tests.bench.million import quads


def archive(directives: int, seed: int = 1) -> Iterator[Quad]:
    """A made-up archive among 21 units."""
    return quads(directives, seed, units=(4, 4, 1))


HELPED = [asked for asked in questions() if asked.narrowing is not None or asked.counted]
VALUES: dict[str, tuple[str, ...]] = {
    "issuer": ("Kapolri", "kapolda daerah 1", "Kapolda", "Pejabat Kapolri 671", "Nobody At All"),
    "addressee": ("Kapolres Kota 2 3", "Polres"),
    "speaker": ("Kapolri",),
    "force": ("order,forbid",),
    "since": ("2016-03", "2018-02-10", "2024-12-31"),
    "until": ("2017", "2018-02-20", "2024-02-29"),
    "text": ("hoaks", "okS", "gudang logistik di", "di", "100% \"' ] ) *", "ı"),
    "topic": ("kampanye", "kapolda daerah 3", "zz"),
}


@pytest.fixture(scope="module")
def plain() -> Dataset:
    return Dataset.of(archive(300, seed=3))


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dataset]:
    dataset = IndexedDataset.open(tmp_path_factory.mktemp("indexed") / "store")
    dataset.extend(archive(300, seed=3))
    yield dataset
    dataset.close()


def cases() -> Iterator[tuple[Question, dict[str, str]]]:
    """Each parameter by itself (beside those that must be given), then all of them at once."""
    for asked in HELPED:
        needed = {parameter.name: VALUES[parameter.name][0] for parameter in asked.parameters if parameter.required}
        yield asked, needed
        for parameter in asked.parameters:
            for value in VALUES[parameter.name]:
                yield asked, needed | {parameter.name: value}
        for at in (0, -1):
            yield asked, {parameter.name: VALUES[parameter.name][at] for parameter in asked.parameters}


def rows(table: object) -> list[tuple[str, ...]]:
    assert isinstance(table, Table)
    return sorted(table.strings())


@pytest.mark.parametrize(
    ("asked", "values"),
    [case for case in cases() if all(case[1].get(p.name) for p in case[0].parameters if p.required)],
)
def test_same_answers(plain: Dataset, indexed: Dataset, asked: Question, values: dict[str, str]) -> None:
    assert indexed.index is not None
    assert plain.index is None
    assert rows(ask(indexed, asked, values)) == rows(ask(plain, asked, values))


def test_the_archive_answers(plain: Dataset) -> None:
    """The cases above compare more than empty tables."""
    found = [asked.name for asked, values in cases() if values and rows(ask(plain, asked, values))]
    assert set(found) == {
        "who-ordered-what",
        "orders-on-topic",
        "issuers-by-month",
        "forces-by-issuer",
        "denied-orders",
    }


@pytest.mark.parametrize("asked", questions(), ids=lambda asked: asked.name)
def test_named_questions_with_their_examples(graph: Dataset, tmp_path: Path, asked: Question) -> None:
    dataset = IndexedDataset.open(tmp_path / "store")
    dataset.extend(graph)
    words = iter(shlex.split(asked.example))
    values = {name.removeprefix("--"): value for name, value in zip(words, words, strict=True)}
    assert ask(dataset, asked, values) == ask(graph, asked, values)
    dataset.close()


WRITES = st.lists(
    st.tuples(st.sampled_from(["replace", "clear", "extend", "change", "kill"]), st.integers(0, 3), st.integers(0, 5)),
    max_size=8,
)


@settings(max_examples=25, deadline=None)
@given(writes=WRITES)
def test_follows_every_write(tmp_path_factory: pytest.TempPathFactory, writes: list[tuple[str, int, int]]) -> None:
    """Whatever is written, and even if the process dies before the index is told, the index is that of the store."""
    folder = tmp_path_factory.mktemp("writes") / "store"
    dataset = IndexedDataset.open(folder)
    other = Dataset()
    for deed, number, seed in writes:
        graph = f"https://w3id.org/perintah/id/graph/{number:08x}"
        new = [quad for quad in archive(12, seed=seed) if quad.graph_name == NamedNode(graph)]
        new.append(Quad(NamedNode("urn:unit"), LABEL, Literal(f"Polsek Baru {seed}"), NamedNode("urn:gazetteer")))
        if deed == "extend":
            dataset.extend(new)
            other.extend(new)
            continue
        if deed == "change":
            names = (NamedNode(graph), NamedNode("urn:gazetteer"))
            gone = [quad for quad in dataset.quads() if quad.graph_name in names][::2]
            dataset.change(gone, new)
            other.change(gone, new)
            continue
        if deed == "kill":  # the index is marked, the store written, and then nothing more
            assert dataset.index is not None
            dataset.index.mark([graph, "urn:gazetteer"])
            Dataset(dataset.store).replace_many({graph: new})
            assert dataset.index is None
            dataset.close()
            dataset = IndexedDataset.open(folder)
        else:
            dataset.replace(graph, new if deed == "replace" else ())
        other.replace(graph, new if deed != "clear" else ())
    for name, values in (
        ("issuers-by-month", {}), ("who-ordered-what", {"issuer": "Kapolda"}),
        ("who-ordered-what", {"text": "hoaks"}),
        ("issuers-by-month", {"since": "2018-01-15", "until": "2021-01-14"}),
        ("orders-on-topic", {"topic": "kapolres"}),
    ):  # fmt: skip
        assert rows(ask(dataset, question(name), values)) == rows(ask(other, question(name), values))
    assert dataset.index is not None
    assert set(dataset.index.things("Polsek Baru")) == ({"urn:unit"} if "urn:gazetteer" in other.graphs() else set())
    assert set(dataset.graphs()) == dataset.index.graphs() - {""}
    dataset.close()


def test_a_reader_beside_a_writer(tmp_path: Path) -> None:
    dataset = IndexedDataset.open(tmp_path / "store")
    dataset.extend(archive(9))
    dataset.close()
    reader = IndexedDataset.open(tmp_path / "store", read_only=True)
    assert reader.index is not None
    writer = SideIndex(tmp_path / "store" / FILE)
    writer.mark(["urn:graph"])
    assert reader.index is None  # it does not know what is being written
    assert rows(ask(reader, question("who-ordered-what"), {"issuer": "Kapolda"})) != []
    writer.close()


@pytest.mark.parametrize("damage", ["missing", "garbage", "version"])
def test_an_index_that_cannot_be_used_is_made_anew(tmp_path: Path, damage: str) -> None:
    store = tmp_path / "store"
    dataset = IndexedDataset.open(store)
    dataset.extend(archive(9))
    expected = rows(ask(dataset, question("issuers-by-month"), {}))
    dataset.close()
    if damage == "missing":
        (store / FILE).unlink()
    elif damage == "garbage":
        (store / FILE).write_bytes(b"not a database" * 100)
    else:
        with sqlite3.connect(store / FILE) as connection:
            connection.execute("PRAGMA user_version = 99")
        connection.close()
    reader = IndexedDataset.open(store, read_only=True)
    assert reader.index is None
    assert rows(ask(reader, question("issuers-by-month"), {})) == expected
    reader.close()
    dataset = IndexedDataset.open(store)
    assert dataset.index is not None
    assert rows(ask(dataset, question("issuers-by-month"), {})) == expected
    dataset.close()


def test_too_many_claims_are_not_narrowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dataset = IndexedDataset.open(tmp_path / "store")
    dataset.extend(archive(30))
    assert dataset.index is not None
    everything = Filter(since="2000-01-01")
    assert len(dataset.index.claims("directive", everything) or ()) == 30
    monkeypatch.setattr("kg.graph.index.side.MOST", 29)
    assert dataset.index.claims("directive", everything) is None
    dataset.close()


def test_an_index_elsewhere_is_an_error_not_a_crash(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(StoreError, match="cannot open the index"):
        SideIndex(tmp_path / "folder")
    shutil.rmtree(tmp_path / "folder")


def test_rows_of_several_values() -> None:
    """A claim of several days or contents is found by each of them."""
    node, graph = NamedNode("urn:d"), NamedNode("urn:g")
    quads = [Quad(node, KG["content"], Literal(text), graph) for text in ("PATROLI", "jaga")]
    quads += [Quad(node, KG["saidOn"], Literal(day), graph) for day in ("2024-01-01", "2024-02-01")]
    claim = rows_of([*quads, Quad(node, TYPE, KG["Directive"], graph)]).claims["urn:d"]
    assert claim.days == {"2024-01-01", "2024-02-01"}
    assert set(claim.content.split("\n")) == {"patroli", "jaga"}


def test_a_reader_beside_an_index_that_is_being_made_reads_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also after the process that made it was killed: what the index has by then is not taken for the whole."""
    folder = tmp_path / "store"
    loaded = Dataset.open(folder)
    loaded.extend(archive(60))
    loaded.close()
    monkeypatch.setattr("kg.graph.index.dataset.GRAPHS", 5)
    once = iter([True])
    refresh_all = SideIndex.refresh_all

    def killed(index: SideIndex, graphs: Iterable[tuple[str, Iterable[Quad]]]) -> None:
        if not next(once, False):
            raise KeyboardInterrupt
        refresh_all(index, graphs)

    monkeypatch.setattr(SideIndex, "refresh_all", killed)
    with pytest.raises(KeyboardInterrupt):
        IndexedDataset.open(folder)
    reader = IndexedDataset.open(folder, read_only=True)
    assert reader.index is None
    reader.close()
    monkeypatch.setattr(SideIndex, "refresh_all", refresh_all)
    mended = IndexedDataset.open(folder)
    assert mended.index is not None
    assert rows(ask(mended, question("issuers-by-month"))) == rows(
        ask(Dataset.of(archive(60)), question("issuers-by-month"))
    )
    mended.close()
