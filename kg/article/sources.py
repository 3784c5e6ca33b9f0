"""Read sources (files, folders, globs, standard input); what cannot be read is an error and not the end."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator, Sequence
from glob import has_magic
from pathlib import Path

from kg.article.decoding import MAX_BYTES, decode
from kg.article.plaintext import text_article
from kg.article.tables import csv_rows, json_document, json_lines, text_lines
from kg.article.webpage import html_article
from kg.errors import InputError
from kg.model import Article

TEXT = frozenset({".txt"})
HTML = frozenset({".html", ".htm", ".xhtml"})
JSON_LINES = frozenset({".jsonl", ".ndjson"})
CSV = frozenset({".csv", ".tsv"})
JSON = frozenset({".json"})
SUFFIXES = TEXT | HTML | JSON_LINES | CSV | JSON
STDIN = "-"
MOST_ERRORS = 1_000
"""So many records of one file that cannot be read are named one by one, the others counted."""


def read_sources(sources: Sequence[str]) -> Iterator[Article | InputError]:
    """Every article of `sources` in order, and an `InputError` for everything that is none.

    A source is a file, a folder (its files of known suffixes, at any depth, sorted by path), a glob or `-` (standard
    input). Of two articles with one id the second is an error. Raises nothing.
    """
    seen: dict[str, str] = {}
    for path in _expanded(sources):
        for article in [path] if isinstance(path, InputError) else read_file(path):
            if isinstance(article, InputError):
                yield article
            elif article.id in seen:
                yield InputError(article.source, f"its id {article.id!r} is that of {seen[article.id]}: rename one")
            else:
                seen[article.id] = article.source
                yield article


def read_file(path: Path) -> Iterator[Article | InputError]:
    """The articles of one file (`-`: standard input) by its suffix, or the reason why there are none."""
    found = errors = 0
    for one in _read(path, str(path)):
        found += 1
        errors += isinstance(one, InputError)
        if errors <= MOST_ERRORS or isinstance(one, Article):
            yield one
    if not found:
        yield InputError(str(path), "holds no records: there is nothing to read; remove it or fill it")
    if errors > MOST_ERRORS:
        yield InputError(str(path), f"{errors - MOST_ERRORS:,} more of its records cannot be read")


def _read(path: Path, source: str) -> Iterator[Article | InputError]:
    try:
        if source == STDIN:
            yield from _standard_input()
        elif path.is_file():
            yield from _articles(path, source)
        else:
            yield InputError(source, "is no file" if path.exists() else "does not exist")
    except InputError as error:
        yield error
    except (OSError, ValueError) as error:
        yield InputError(source, f"cannot be read: {_reason(error)}")


def _articles(path: Path, source: str) -> Iterator[Article | InputError]:
    kind = path.suffix.lower()
    with path.open("rb") as file:
        if kind in JSON_LINES:
            yield from json_lines(text_lines(file, source), source)
        elif kind in CSV:
            yield from csv_rows(text_lines(file, source), source)
        else:
            yield from _whole(decode(file.read(MAX_BYTES + 1), source), kind, path.stem, source)


def _whole(text: str, kind: str, identifier: str, source: str) -> Iterator[Article | InputError]:
    if kind in JSON:
        yield from json_document(text, source)
    elif kind in HTML:
        yield html_article(text, identifier, source)
    else:
        yield text_article(text, identifier, source)


def _standard_input() -> Iterator[Article | InputError]:
    """What standard input holds is told by how it begins: records, a page or an article."""
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    text = decode(data, STDIN)
    start = text.lstrip("\ufeff \t\r\n")[:200].lower()
    if start.startswith("{"):
        yield from json_lines(io.StringIO(text), STDIN)
    elif start.startswith("["):
        yield from json_document(text.strip(), STDIN)
    else:
        html = start.startswith(("<!doctype html", "<html", "<?xml"))
        yield from _whole(text, ".html" if html else ".txt", "stdin", STDIN)


def _expanded(sources: Iterable[str]) -> Iterator[Path | InputError]:
    """The files that `sources` name, each once."""
    known: set[Path] = set()
    for source in sources:
        for path in _files(source):
            if isinstance(path, InputError):
                yield path
            elif path not in known:
                known.add(path)
                yield path


def _files(source: str) -> Iterator[Path | InputError]:
    if source == STDIN:
        yield Path(STDIN)
        return
    try:
        yield from _paths(source)
    except (OSError, ValueError) as error:
        yield InputError(source, f"cannot be read: {_reason(error)}")


def _paths(source: str) -> Iterator[Path | InputError]:
    path = Path(source)
    if path.is_dir():
        files = sorted(
            p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file() and _is_shown(p, path)
        )
        if not files:
            yield InputError(
                source, f"no articles in this folder: it needs files that end in {', '.join(sorted(SUFFIXES))}"
            )
        yield from files
    elif path.exists() or not has_magic(source):
        yield path
    else:
        found = sorted(_matching(source))
        if not found:
            yield InputError(source, "no file matches this pattern")
        for match in found:
            if match.is_dir():
                yield from _paths(str(match))
            else:
                yield match


def _matching(pattern: str) -> Iterator[Path]:
    """What a pattern names, hidden files left out; `**` does not follow links, which may lead in circles."""
    parts = Path(pattern).parts
    fixed = next(at for at, part in enumerate(parts) if has_magic(part))
    folder = Path(*parts[:fixed])
    rest = "/".join(parts[fixed:])
    for path in folder.glob(rest):
        if _is_shown(path, folder) or any(part.startswith(".") for part in parts[fixed:]):
            yield path


def _is_shown(path: Path, folder: Path) -> bool:
    return not any(part.startswith(".") for part in path.relative_to(folder).parts)


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
