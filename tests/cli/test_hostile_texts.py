"""Texts that are hostile as a whole, through every stage with the embedded weights: bounded in time and memory."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from kg.article.decoding import MAX_CHARACTERS
from tests.conftest import Run

pytestmark = pytest.mark.model

ORDER = "Kapolres Tegal AKBP Wiranto Bagaskara meminta warga tidak membakar lahan dan "
SECONDS = 60
"""Of processor time; measured: a third of it."""
MEGABYTES = 2_500
"""Of address space beyond what the program has after its imports."""

LIMITED = """
import resource, sys
from kg.cli import main
import kg.parse.analyse, kg.parse.tokenizer, kg.pipeline
now = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmSize")) << 10
limit = now + (int(sys.argv[1]) << 20)
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[2]), int(sys.argv[2])))
sys.exit(main(sys.argv[3:]))
"""


def limited(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Runs `kg` with no more memory and processor time than one article may take."""
    command = [sys.executable, "-c", LIMITED, str(MEGABYTES), str(SECONDS), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


TEXTS = {
    "one sentence": ORDER * 1_500 + "pergi.",
    "nested quotation marks": "“" * 50_000 + "Jaga diri" + "”" * 50_000 + " kata Surya.",
    "straight marks": '" ' * 50_000 + "kata Surya.",
    "one word": "k" * 100_000,
}


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the size of a process is read from Linux")
@pytest.mark.parametrize("kind", TEXTS)
def test_no_text_takes_more_than_an_article_may(tmp_path: Path, kind: str) -> None:
    article = "Kapolsek Slawi melarang warga menutup jalan.\n\n"
    (tmp_path / "a.txt").write_text(article + TEXTS[kind], "utf-8")
    ran = limited("extract", tmp_path / "a.txt", "--threads", "1")
    assert ran.returncode == 0, ran.stderr[-500:]
    found: dict[str, Any] = json.loads(ran.stdout)
    assert found["directives"][0]["issuer"]["office"] == "Kapolsek Slawi"


def test_a_sentence_of_ten_megabytes_is_refused_at_once(tmp_path: Path, kg: Run) -> None:
    (tmp_path / "a.txt").write_text(ORDER * (10_000_000 // len(ORDER)), "utf-8")
    line = json.dumps({"id": "b", "isi": ORDER * (7_000_000 // len(ORDER))})
    (tmp_path / "b.jsonl").write_text(line + "\n", "utf-8")
    (tmp_path / "c.csv").write_text('isi\n"' + ORDER * (1_900_000 // len(ORDER)) + '"\n', "utf-8")
    (tmp_path / "d.html").write_text(f"<html><body><article><p>{ORDER * 40_000}</p></article></body></html>", "utf-8")
    started, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    ran = kg("extract", tmp_path)
    assert time.process_time() - started < 15
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 600 << 10
    assert (ran.code, ran.text) == (1, "")
    reasons = ran.messages.splitlines()
    assert len(reasons) == 4
    assert all(f"longer than {MAX_CHARACTERS:,} characters" in reason for reason in reasons)


INVISIBLE = ("\u200b", "\u200d", "\u2060", "\ufeff", "\u202e", "\u202c", "\u2066", "\u2069", "\u00ad", "\u200f")


def test_invisible_characters_hide_nothing(tmp_path: Path, kg: Run) -> None:
    plain = (
        "Kapolres Tegal AKBP Wiranto Bagaskara memerintahkan Kapolsek Slawi menjaga gudang logistik. "
        'Ia melarang warga membakar lahan. "Segera laporkan titik api," ujarnya, Minggu (24/11/2024).'
    )
    hidden, inside = "", False
    for number, character in enumerate(plain):
        inside = character.isalpha() and number > 0 and plain[number - 1].isalpha()
        hidden += (INVISIBLE[number % len(INVISIBLE)] if inside else "") + character
    (tmp_path / "a.txt").write_text(plain, "utf-8")
    (tmp_path / "b.txt").write_text(hidden, "utf-8")
    ran = kg("extract", tmp_path)
    assert ran.code == 0
    first, second = (json.loads(line) for line in ran.lines)
    facts = [
        [
            (one["force"], one["polarity"], one["issuer"] and one["issuer"]["office"], one["addressees"], one["action"])
            for one in record["directives"]
        ]
        for record in (first, second)
    ]
    assert len(facts[0]) >= 2
    assert facts[0] == facts[1]
    named = [(one["issuer"], one["addressees"], one["action"], one["object"]) for one in second["directives"]]
    shown = json.dumps(named, ensure_ascii=False)
    assert not any(character in shown for character in INVISIBLE)
    start, end = second["directives"][0]["trigger"]
    assert "".join(c for c in hidden[start:end] if c not in INVISIBLE) == "memerintahkan"
