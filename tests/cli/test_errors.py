"""What is wrong is said in one line on stderr, the exit code is not zero, and what was there stays as it was."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from kg import pipeline
from kg.model import CleanText, Document, Extraction
from tests.conftest import Run

GRAPH = Path(__file__).parents[1] / "graph" / "example.trig"
ANY = "SELECT * { ?a kg:instructs ?b }"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["query", "SELECT ?a {\n ?a ?b }"], "line 2, column"),
        (["query", "SELECT * {\n\n ?a nope:b ?c }"], "a prefix is not declared"),
        (["query", "missing.rq"], "missing.rq: cannot be read"),
        (["query", "no-such-question"], "there are articles, chain-of-command"),
        (["query"], "kg query --list"),
        (["query", "edges", "--color", "red"], "has no parameter color; its parameters: party"),
        (["query", "edges", "--party"], "--party needs a value"),
        (["query", "edges", "Kapolri"], "not a parameter: 'Kapolri'"),
        (["query", "chain-of-command"], "needs --of"),
        (["query", "who-ordered-what", "--since", "kemarin"], "is not a date; write 2024-11-24"),
        (["query", "who-ordered-what", "--force", "beg"], "the forces are order, require"),
        (["query", ANY, "--issuer", "x"], "goes with a named question"),
        (["query", ANY, "--format", "turtle"], "CONSTRUCT"),
        (["view", "--focus", "Kapolda Atlantis", "-o", "page.html"], "Kapolda Atlantis"),
        (["view", "--since", "2024-13-01", "-o", "page.html"], "is not a day"),
        (["view", "--query", "missing.rq", "-o", "page.html"], "missing.rq: cannot be read"),
        (["view", "-o", "file/page.html"], "file/page.html: cannot write"),
        (["view", "-o", "folder"], "folder: cannot write"),
        (["export", "-o", "file/graph.ttl"], "cannot write"),
        (["explain", "directive:0000"], "no directive, statement or tenure of that IRI"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else "",
)
def test_mistakes_in_asking(
    kg: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("x", "utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "page.html").write_text("before", "utf-8")
    ran = kg(*arguments, "--graph", GRAPH)
    assert ran.code == 2
    assert ran.data == b""
    assert ran.messages.startswith("kg: ")
    assert ran.messages.count("\n") == 1
    assert said in ran.messages
    assert (tmp_path / "page.html").read_text("utf-8") == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder", "page.html"]


@pytest.mark.parametrize(
    "command", [["query", "edges"], ["view", "-o", "p.html"], ["export"], ["check"], ["explain", "x"]]
)
@pytest.mark.parametrize(
    ("graph", "content", "said"),
    [
        ("nowhere", None, "nowhere: no such file or folder"),
        ("broken.ttl", "<urn:a> <urn:b> .\n", "line 1"),
        ("table.xlsx", "x", "unknown suffix"),
    ],
)
def test_graphs_that_cannot_be_read(
    kg: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: list[str],
    graph: str,
    content: str | None,
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    if content is not None:
        (tmp_path / graph).write_text(content, "utf-8")
    ran = kg(*command, "--graph", graph)
    assert ran.code == 2
    assert ran.messages.count("\n") == 1
    assert said in ran.messages


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["build", "--models", "nowhere"], "lacks the weights"),
        (["build", "--lexicon", "nowhere.ttl"], "nowhere.ttl"),
        (["eval", "nowhere.jsonl"], "nowhere.jsonl"),
        (["train"], "needs --treebanks"),
        (["train", "--evaluate", "nowhere.conllu"], "nowhere.conllu: no such treebank"),
    ],
)
def test_mistakes_in_reading(
    kg: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = kg(*arguments)
    assert ran.code == 2
    assert ran.messages.count("\n") == 1
    assert said in ran.messages
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["build", "--colour"], ["export", "--format", "docx"]])
def test_mistakes_in_arguments(kg: Run, arguments: list[str]) -> None:
    ran = kg(*arguments)
    assert ran.code == 2
    assert "usage: kg" in ran.messages
    assert "Traceback" not in ran.messages


@pytest.mark.parametrize("command", ["build", "extract", "parse"])
def test_sources_that_are_not_there(kg: Run, tmp_path: Path, command: str) -> None:
    options = ["-o", str(tmp_path / "out")] if command == "build" else []
    ran = kg(command, tmp_path / "nowhere.txt", *options)
    assert ran.code == 1
    assert "nowhere.txt: does not exist" in ran.messages
    assert kg(command, tmp_path / "nowhere.txt", "--keep-going", *options).code == 0


def shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"KG": f"{sys.executable} -m kg", "GRAPH": str(GRAPH)}
    return subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_a_reader_that_leaves_early(tmp_path: Path) -> None:
    ran = shell("set -o pipefail; $KG export --format nt --graph $GRAPH | head -n 1", tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is full is needed")
def test_a_full_disk_behind_standard_output(tmp_path: Path) -> None:
    ran = shell("$KG query edges --graph $GRAPH > /dev/full", tmp_path)
    assert ran.returncode == 2
    assert ran.stderr.count("\n") == 1
    assert "No space left" in ran.stderr


def test_answers_are_utf8_whatever_the_locale(tmp_path: Path) -> None:
    ran = shell("PYTHONIOENCODING=ascii $KG export --format csv --graph $GRAPH", tmp_path)
    assert ran.returncode == 0, ran.stderr
    ran = shell("PYTHONIOENCODING=ascii $KG query who-ordered-what --graph $GRAPH", tmp_path)
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize(
    "base", ["", "x> . <y", "http://x/ y/", "/relative/", "http://x/<s>/", "http://x", "urn:\ud800/"]
)
def test_a_base_that_is_no_iri_is_refused(kg: Run, base: str) -> None:
    ran = kg("export", f"--base={base}")
    assert ran.code == 2
    assert "is not an absolute IRI" in ran.messages


@pytest.mark.parametrize(
    "name", ["a\nkg: read 1 articles.txt", "\x1b[2J\x1b[31m.txt", "\u202etxt.a", "a\r.txt", "\x9b0m.txt"]
)
def test_a_name_of_a_file_forges_no_line(kg: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    ran = kg("extract", tmp_path / name)
    assert ran.messages.startswith("kg: rejected ")
    assert ran.messages.count("\n") == 1
    assert ran.messages[:-1].isprintable()


class Unparsed:
    """Stands for the parser: articles without sentences."""

    def parse(self, texts: Iterable[CleanText], _: pipeline.Progress) -> Iterator[Document]:
        return (Document(text, ()) for text in texts)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (IndexError("tuple index out of range"), "IndexError: tuple index out of range"),
        (RecursionError(), "is nested too deeply for a rule"),
        (TimeoutError("takes longer than 120 s"), "takes longer than 120 s"),
        (MemoryError(), "needs more memory than a process may take"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_an_article_that_breaks_a_rule_is_named_and_the_others_are_extracted(
    kg: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"Isi berita {name}.", "utf-8")
    extract = pipeline.extract

    def breaks(document: Document, stages: pipeline.Stages) -> Extraction:
        if document.article.id == "b":
            raise error
        return extract(document, stages)

    monkeypatch.setattr(pipeline, "parser", lambda *_: Unparsed())
    monkeypatch.setattr(pipeline, "extract", breaks)
    ran = kg("extract", tmp_path)
    assert ran.code == 1
    assert [line[:9] for line in ran.lines] == ['{"id":"a"', '{"id":"c"']
    assert ran.messages == f"kg: rejected {tmp_path / 'b.txt'}: {said}\n"
