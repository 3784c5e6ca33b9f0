"""A folder with 20 good articles and 10 that are none: 20 are built, 10 are named, and a killed run harms nothing."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg.graph.dataset import Dataset
from tests.conftest import Built, Ran, Run

pytestmark = pytest.mark.model

FILES = ["directives.csv", "graph.html", "graph.trig", "graph.ttl"]
BODY = (
    "Kapolres {place} AKBP Wiranto Bagaskara meminta warga {place} tidak membakar lahan selama kemarau. "
    '"Segera laporkan titik api," ujarnya, Minggu (24/11/2024).'
)
BROKEN = {
    "kosong.txt": b"",
    "nol.txt": b"Kapolres meminta\0\0\0 warga waspada.",
    "biner.txt": bytes(range(256)) * 40,
    "rusak.txt": "Kapolres meminta “warga” waspada, Jumat — malam.".encode()[:20] + b"\xff" + "… ya".encode(),
    "baris-4mb.txt": b"Kapolres meminta warga waspada. " * 131_072,
    "gambar.html": b"<html><head><title>Foto</title></head><body><img src='x.png'></body></html>",
    "salinan/01-masa-tenang.txt": b"Kapolres meminta warga waspada, artikel lain dengan nama yang sama.",
}
"""Files without an article; a row, a line and a record of the files below are broken as well."""
NAMED = {*BROKEN, "berita.csv", "berita.jsonl", "rekaman.json"}


def fill(folder: Path, samples: list[Path]) -> None:
    """Writes 20 good articles (16 text files in three encodings, a page, a row, two records) and 10 broken ones."""
    encodings = {0: "utf-8-sig", 3: "utf-16", 6: "cp1252"}
    for number, sample in enumerate(samples):
        text = sample.read_text("utf-8")
        (folder / sample.name).write_bytes(text.encode(encodings.get(number, "utf-8"), "replace"))
    page = f"<html><title>Kapolres Tegal Minta Warga Waspada</title><article><p>{BODY}</p><p>{'Api padam. ' * 30}</p>"
    (folder / "halaman.html").write_text(page.format(place="Tegal"), "utf-8")
    table = io.StringIO()
    row = ("Warga Diminta Waspada", BODY.format(place="Batang"), "2024-11-24")
    csv.writer(table).writerows([("judul", "isi", "tanggal"), row])
    (folder / "berita.csv").write_text(table.getvalue() + "satu sel saja\n", "utf-8")
    record = {"id": "r1", "title": "Warga Diminta Waspada", "content": BODY.format(place="Brebes")}
    (folder / "berita.jsonl").write_text(json.dumps(record) + '\n{"id": "r2", "content": \n', "utf-8")
    records = [{"id": "r3", "isi": BODY.format(place="Pemalang")}, {"id": "r4", "judul": "Tanpa Isi"}]
    (folder / "rekaman.json").write_text(json.dumps(records), "utf-8")
    for name, content in BROKEN.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, samples: list[Path]) -> Path:
    path = tmp_path_factory.mktemp("berita")
    fill(path, samples)
    return path


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile")


@pytest.fixture(scope="module")
def ran(folder: Path, output: Path, built: Built, kg: Run) -> Ran:
    return kg("build", folder, "-o", output, "--cache", built.cache, "--threads", "1")


def test_twenty_are_built_and_ten_are_named(ran: Ran, folder: Path, output: Path) -> None:
    assert "read 30 articles: 20 built, 10 rejected" in ran.messages
    assert ran.code == 1
    line = rf"^kg: rejected {re.escape(str(folder))}/(\S+?)(?:, \w+ \d+)?: (\S.*)$"
    rejected = re.findall(line, ran.messages, re.MULTILINE)
    assert {name for name, _ in rejected} == NAMED
    assert len(rejected) == 10
    assert all(reason.strip() for _, reason in rejected)
    assert sorted(path.name for path in output.iterdir()) == FILES
    articles = Dataset.load(output).select("SELECT ?a { ?a a schema:NewsArticle }")
    assert len(articles.rows) == 20


@pytest.mark.parametrize("place", ["Tegal", "Batang", "Brebes", "Pemalang"])
def test_pages_rows_and_records_are_articles(ran: Ran, output: Path, place: str) -> None:
    rows = csv.DictReader(io.StringIO((output / "directives.csv").read_text("utf-8")))
    found = [row for row in rows if row["issuer"].endswith(place)]
    assert "tidak membakar lahan" in " ".join(row["content"] for row in found)


def test_keep_going_exits_with_zero(
    ran: Ran, folder: Path, output: Path, built: Built, kg: Run, tmp_path: Path
) -> None:
    again = kg("build", folder, "-o", tmp_path, "--cache", built.cache, "--keep-going")
    assert (again.code, again.messages) == (0, ran.messages)
    assert [path.read_bytes() for path in sorted(tmp_path.iterdir())] == [
        path.read_bytes() for path in sorted(output.iterdir())
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission(built: Built, kg: Run, tmp_path: Path, samples: list[Path]) -> None:
    (tmp_path / "a.txt").write_text(BODY, "utf-8")
    (tmp_path / "a.txt").chmod(0)
    ran = kg("build", tmp_path / "a.txt", samples[0], "-o", tmp_path / "out", "--cache", built.cache)
    assert ran.code == 1
    assert "a.txt: cannot be read: Permission denied" in ran.messages


DYING = """
import os, resource, signal, sys
from kg.cli import main
event, count, folder = sys.argv[1], int(sys.argv[2]), sys.argv[3]
def watch(name, arguments):
    global count
    if name == event and any(folder in str(argument) for argument in arguments):
        count -= 1
        if count == 0:
            os.kill(os.getpid(), signal.SIGKILL)
if event == "size":
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL if count < 0 else signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (abs(count), abs(count)))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
else:
    sys.addaudithook(watch)
sys.exit(main(sys.argv[4:]))
"""
"""Runs `kg` and dies at the count-th event in a folder, or when a file grows beyond a size (a negative count)."""


@pytest.mark.skipif(sys.platform != "linux", reason="kills by Linux means")
@pytest.mark.parametrize(
    ("event", "count", "place", "signal_number"),
    [
        ("open", 2, "parses", signal.SIGKILL),
        ("os.link", 1, "output", signal.SIGKILL),
        ("os.link", 3, "output", signal.SIGKILL),
        ("os.rename", 1, "output", signal.SIGKILL),
        ("os.rename", 3, "output", signal.SIGKILL),
        ("size", -100_000, "", signal.SIGXFSZ),
    ],
    ids=["reading", "first file", "third file", "first rename", "third rename", "in a write"],
)
def test_a_killed_run_leaves_whole_files(
    built: Built, tmp_path: Path, samples: list[Path], event: str, count: int, place: str, signal_number: int
) -> None:
    output = tmp_path / "output"
    old = {path.name: path.read_bytes() for path in built.folder.iterdir()}
    output.mkdir()
    for name, content in old.items():
        (output / name).write_bytes(content)
    watched = {"parses": str(built.cache), "output": str(output)}.get(place, "")
    command: list[str | Path] = [
        sys.executable,
        "-c",
        DYING,
        event,
        str(count),
        watched,
        "build",
        *samples[:3],
        "-o",
        output,
    ]
    died = subprocess.run([*command, "--cache", built.cache], capture_output=True, check=False)
    assert died.returncode == -signal_number, died.stderr
    new = {"graph.ttl", "graph.trig", "directives.csv", "graph.html"} if event == "os.rename" and count > 1 else set()
    for name, content in old.items():
        now = (output / name).read_bytes()
        assert now == content or (name in new and is_whole(output / name))
    for path in output.iterdir():
        assert path.name in old or is_whole(path), f"half-written: {path.name}"


def is_whole(path: Path) -> bool:
    """Whether a file ends as its kind does; a graph must load too."""
    content = path.read_bytes()
    if ".html" in path.name:
        return content.rstrip().endswith(b"</html>")
    if ".csv" in path.name:
        return content.endswith(b"\n") and len({len(row) for row in csv.reader(io.StringIO(content.decode()))}) == 1
    kind = ".ttl" if ".ttl" in path.name else ".trig"
    copy = path.parent.parent / f"copy{kind}"
    copy.write_bytes(content)
    return len(Dataset.load(copy)) > 100


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="limits of a process are needed")
def test_a_disk_that_fills_up_changes_nothing(built: Built, tmp_path: Path, samples: list[Path]) -> None:
    output = tmp_path / "output"
    output.mkdir()
    (output / "graph.ttl").write_bytes(b"# before\n")
    command: list[str | Path] = [sys.executable, "-c", DYING, "size", "100000", "", "build", *samples[:3], "-o", output]
    ran = subprocess.run([*command, "--cache", built.cache], capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert ran.stderr.splitlines()[-1].startswith("kg: ")
    assert "cannot write: File too large" in ran.stderr
    assert [path.name for path in output.iterdir()] == ["graph.ttl"]
    assert (output / "graph.ttl").read_bytes() == b"# before\n"
