"""Weights that would run a program, and parses on disk that no parser wrote."""

from __future__ import annotations

import io
import json
import pickle
import re
import zipfile
from collections.abc import Callable
from dataclasses import astuple
from pathlib import Path

import pytest

import kg
from kg.errors import InputError, ModelError
from kg.parse import Parser, conllu
from kg.parse.cache import ParseCache
from kg.parse.raw import as_it_stands
from kg.parse.rows import Row
from kg.parse.weights import STAGES, VECTORS
from tests.conftest import Run

TEXT = "Kapolsek meminta warga pergi"
ROWS = [
    Row("Kapolsek", "kapolsek", "NOUN", "", 1, "nsubj", 0, 8),
    Row("meminta", "minta", "VERB", "", -1, "root", 9, 16),
    Row("warga", "warga", "NOUN", "", 1, "obj", 17, 22),
    Row("pergi", "pergi", "VERB", "", 1, "xcomp", 23, 28),
]


class Payload:
    """Unpickled, it makes a file."""

    def __init__(self, made: Path) -> None:
        self.made = made

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return Path.touch, (self.made,)


def plain(made: Path) -> bytes:
    return pickle.dumps({"config": Payload(made), "model": {}, "vocab": {}, "emb": Payload(made)}, protocol=2)


def zipped(made: Path) -> bytes:
    """The payload where torch's own format keeps its pickle."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("archive/data.pkl", plain(made))
        archive.writestr("archive/version", "3\n")
        archive.writestr("archive/byteorder", "little")
    return out.getvalue()


def test_the_payload_does_run_where_it_is_unpickled(tmp_path: Path) -> None:
    pickle.loads(plain(tmp_path / "made"))  # noqa: S301 - our own bytes: what the tests below must not see
    assert (tmp_path / "made").exists()


@pytest.mark.model
@pytest.mark.parametrize("form", [plain, zipped])
@pytest.mark.parametrize("poisoned", [VECTORS, *STAGES])
def test_no_weights_run_a_program(tmp_path: Path, form: Callable[[Path], bytes], poisoned: str) -> None:
    from kg.parse.weights import EMBEDDED, Weights, load

    made = tmp_path / "made"
    for path in EMBEDDED.iterdir():
        (tmp_path / path.name).symlink_to(path)
    (tmp_path / f"{poisoned}.pt").unlink()
    (tmp_path / f"{poisoned}.pt").write_bytes(form(made))
    with pytest.raises(ModelError) as refused:
        load(Weights(tmp_path), 1)
    assert "weights" in str(refused.value.__cause__).lower().replace(str(tmp_path).lower(), "")
    assert re.search(r"[Ww]eights only|Unpickling", str(refused.value.__cause__))
    assert not made.exists()


@pytest.mark.model
def test_a_command_with_poisoned_weights_fails_in_one_line(tmp_path: Path, kg: Run) -> None:
    folder = tmp_path / "weights"
    folder.mkdir()
    for name in (VECTORS, *STAGES):
        (folder / f"{name}.pt").write_bytes(plain(tmp_path / "made"))
    (tmp_path / "a.txt").write_text("Kapolres meminta warga waspada.", "utf-8")
    ran = kg("extract", tmp_path / "a.txt", "--models", folder)
    assert ran.code == 2
    assert re.fullmatch(r"kg: cannot load the weights in [^\n]+\n", ran.messages)
    assert not (tmp_path / "made").exists()


@pytest.mark.model
def test_no_checkpoint_of_the_training_runs_a_program(tmp_path: Path) -> None:
    from kg.parse.train.half import halve

    source = tmp_path / "checkpoint.pt"
    source.write_bytes(zipped(tmp_path / "made"))
    with pytest.raises(pickle.UnpicklingError):
        halve(source, tmp_path / "half.pt")
    assert not (tmp_path / "made").exists()


def test_every_reader_of_weights_reads_weights_only() -> None:
    calls = {}
    for path in Path(kg.__file__).parent.rglob("*.py"):
        text = path.read_text("utf-8")
        calls.update({(path.name, match.start()): match[0] for match in re.finditer(r"torch\.load\([^\n]*", text)})
        assert not re.search(r"^\s*(?:import|from) (?:pickle|shelve|marshal|dill|joblib)\b", text, re.MULTILINE), path
        assert "allow_pickle=True" not in text
    assert len(calls) >= 4
    assert all("weights_only=True" in call for call in calls.values())


BROKEN: dict[str, object] = {
    "no list": {"a": 1},
    "a row too short": [[["Kapolsek"]]],
    "an empty sentence": [[]],
    "no rows": [["Kapolsek", "meminta"]],
    "a head that is not there": [[(*astuple(ROWS[0])[:4], 99, *astuple(ROWS[0])[5:]), astuple(ROWS[1])]],
    "a circle": [
        [astuple(ROWS[1]), *([word, word, "X", "", head, "dep", 17, 22, False] for word, head in (("a", 2), ("b", 1)))]
    ],
    "its own head": [[astuple(ROWS[1]), ["a", "a", "X", "", 1, "dep", 17, 22, False]]],
    "two roots": [[astuple(ROWS[1]), astuple(ROWS[1])]],
    "no root": [[astuple(ROWS[0])]],
    "behind the text": [[["a", "a", "X", "", -1, "root", 5, 2_000, False]]],
    "before the text": [[["a", "a", "X", "", -1, "root", -5, 2, False]]],
    "backwards": [[["a", "a", "X", "", -1, "root", 8, 2, False]]],
    "out of order": [[["a", "a", "X", "", -1, "root", 9, 16, False], ["b", "b", "X", "", 0, "dep", 0, 8, False]]],
    "a number as word": [[[1, "a", "X", "", -1, "root", 0, 8, False]]],
    "text as number": [[["a", "a", "X", "", -1, "root", "0", 8, False]]],
    "a truth value as head": [[["a", "a", "X", "", True, "root", 0, 8, False]]],
}


def test_a_sound_parse_is_taken_from_the_cache(tmp_path: Path) -> None:
    cache = ParseCache(tmp_path, "model")
    cache.put(TEXT, (tuple(ROWS),))
    assert cache.get(TEXT) == (tuple(ROWS),)


@pytest.mark.parametrize("kind", [*BROKEN, "nested"])
def test_a_parse_that_cannot_be_one_counts_as_absent(tmp_path: Path, kind: str) -> None:
    cache = ParseCache(tmp_path, "model")
    cache.put(TEXT, ())
    [file] = tmp_path.rglob("*.json")
    file.write_text("[" * 100_000 if kind == "nested" else json.dumps(BROKEN[kind]), "utf-8")
    assert cache.get(TEXT) is None


@pytest.mark.parametrize("model", ["../../model", "\0", "a" * 5_000, "/"])
def test_a_cache_stays_in_its_folder(tmp_path: Path, model: str) -> None:
    folder = tmp_path / "cache"
    cache = ParseCache(folder, model)
    for text in (TEXT, "../../x", "\0", "\ud800", "a" * 100_000):
        cache.put(text, ())
        assert cache.get(text) == ()
    assert list(tmp_path.iterdir()) == [folder]
    assert len(list(folder.rglob("*.json"))) == 5


def row(number: str, head: str, start: int, end: int) -> str:
    return f"{number}\ta\ta\tX\t_\t_\t{head}\tdep\t_\tstart_char={start}|end_char={end}\n"


TABLES = {
    "a circle": row("1", "0", 0, 1) + row("2", "3", 2, 3) + row("3", "2", 4, 5),
    "a head that is not there": row("1", "0", 0, 1) + row("2", "9", 2, 3),
    "two roots": row("1", "0", 0, 1) + row("2", "0", 2, 3),
    "numbers left out": row("1", "0", 0, 1) + row("3", "1", 2, 3),
    "offsets behind the text": row("1", "0", 0, 900),
    "offsets before the text": row("1", "0", -3, 1),
    "no words": "",
}


@pytest.mark.parametrize("kind", TABLES)
def test_conllu_that_is_no_tree_over_the_text_is_refused(kind: str) -> None:
    head = "# span = 0 8\n# paragraph = 0\n"
    assert conllu.read(head + row("1", "0", 0, 1) + row("2", "1", 2, 3) + "\n", as_it_stands(TEXT)).sentences
    with pytest.raises(InputError, match="sentence 1"):
        conllu.read(head + TABLES[kind] + "\n", as_it_stands(TEXT))


def test_weights_that_are_no_folder_are_missing(tmp_path: Path) -> None:
    for name in ("a\0b", "x" * 5_000, str(tmp_path / "none")):
        with pytest.raises(ModelError):
            Parser(name)
