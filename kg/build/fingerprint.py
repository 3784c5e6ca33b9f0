"""What an article's quads were made with, in short: a later build sees from it what is stale, and why."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from kg.lexicon.files import ontology_dir
from kg.model import Article

LENGTH = 16
"""Hexadecimal digits kept of a SHA-256."""

_PACKAGE = Path(__file__).resolve().parent.parent
_CODE = (
    *("model", "article", "parse", "lexicon", "extract", "resolve"),
    *("calibration.py", "pipeline.py", "build/articles.py"),
    *(f"graph/{name}.py" for name in ("context", "evidence", "facts", "lines", "literals", "names", "serialise")),
    *(f"graph/{name}.py" for name in ("speech", "tenures", "terms", "things", "vocabulary", "written")),
)
"""The rooms and modules that decide which quads a text gives."""


def made_with(models: str, lexicon: str, min_confidence: float) -> str:
    """The fingerprint of everything but the text: `models` and `lexicon` are the hashes of weights and word lists.

    It reads "models=... lexicon=... code=... confidence=...", so that two of them tell which part differs.
    """
    parts = {"models": models[:LENGTH], "lexicon": lexicon[:LENGTH], "code": code(), "confidence": str(min_confidence)}
    return " ".join(f"{name}={value}" for name, value in parts.items())


def record(article: Article) -> str:
    """The hash of what an article brings besides its text: title, day, address, outlet."""
    parts = (article.id, article.title, article.title_span, article.published, article.url, article.outlet)
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "replace")).hexdigest()[:LENGTH]


def following(lexicon: str, judgements: Mapping[tuple[str, str], str], *, inference: bool) -> str:
    """The fingerprint of what decides the facts that span articles: rules, the code that compares persons, verdicts."""
    rules = digest((ontology_dir() / "rules").glob("*.rq"), ontology_dir()) if inference else "none"
    judged = hashlib.sha256("".join(f"{pair}{verdict}" for pair, verdict in sorted(judgements.items())).encode())
    parts = {"rules": rules, "lexicon": lexicon[:LENGTH], "code": digest(_spanning(), _PACKAGE)}
    return " ".join(f"{name}={value}" for name, value in {**parts, "judged": judged.hexdigest()[:LENGTH]}.items())


def differing(one: str, other: str) -> tuple[str, ...]:
    """The names of the parts in which two fingerprints differ, in their order."""
    left, right = _parts(one), _parts(other)
    return tuple(name for name in {**left, **right} if left.get(name) != right.get(name))


def digest(files: Iterable[Path], root: Path) -> str:
    """One hash over files, by their paths below `root` and their bytes."""
    known = hashlib.sha256()
    for path in sorted(files):
        known.update(f"{path.relative_to(root).as_posix()}\n".encode())
        known.update(hashlib.sha256(path.read_bytes()).digest())
    return known.hexdigest()[:LENGTH]


@lru_cache(maxsize=1)
def code() -> str:
    """The hash of the program's own text as far as it decides which quads an article gives."""
    return digest(_files(), _PACKAGE)


def _spanning() -> Iterator[Path]:
    yield from (_PACKAGE / "resolve").glob("persons*.py")
    yield from (_PACKAGE / "graph" / f"{name}.py" for name in ("inference", "labels", "namesakes", "persons"))


def _files() -> Iterator[Path]:
    for name in _CODE:
        path = _PACKAGE / name
        yield from path.rglob("*.py") if path.is_dir() else (path,)


def _parts(made: str) -> dict[str, str]:
    return {name: value for name, _, value in (part.partition("=") for part in made.split())}
