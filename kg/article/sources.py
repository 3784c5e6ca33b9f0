"""Read sources (files, folders, globs, standard input) into articles; what cannot be read is an error and not the end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from glob import glob, has_magic
from pathlib import Path

from kg.article.decoding import MAX_BYTES, decode
from kg.article.plaintext import text_article
from kg.article.records import csv_articles, json_articles
from kg.article.webpage import html_article
from kg.errors import InputError
from kg.model import Article

SUFFIXES = frozenset({".txt", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson", ".json", ".csv", ".tsv"})
STDIN = "-"


def read_sources(sources: Sequence[str]) -> Iterator[Article | InputError]:
    """Every article of `sources` in order, and an `InputError` for everything that is none.

    A source is a file, a folder (its files of known suffixes, at any depth, sorted by path), a glob or `-` (standard input).
    Of two articles with one id the second is an error. Raises nothing.
    """
    seen: dict[str, str] = {}
    for path in _expanded(sources):
        for article in [path] if isinstance(path, InputError) else read_file(path):
            if isinstance(article, Article):
                if article.id in seen:
                    article = InputError(
                        article.source, f"its id {article.id!r} is that of {seen[article.id]}: rename one"
                    )
                else:
                    seen[article.id] = article.source
            yield article


def _expanded(sources: Iterable[str]) -> Iterator[Path | InputError]:
    """The files that `sources` name, each once."""
    known: set[Path] = set()
    for source in sources:
        for path in _files(source):
            if isinstance(path, Path):
                if path in known:
                    continue
                known.add(path)
            yield path


def _files(source: str) -> Iterator[Path | InputError]:
    if source == STDIN:
        yield Path(STDIN)
        return
    path = Path(source)
    try:
        if path.is_dir():
            files = sorted(
                p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file() and not _hidden(p, path)
            )
            if not files:
                yield InputError(
                    source, f"no articles in this folder: it needs files that end in {', '.join(sorted(SUFFIXES))}"
                )
            yield from files
        elif path.exists() or not has_magic(source):
            yield path
        else:
            found = sorted(Path(name) for name in glob(source, recursive=True))
            if not found:
                yield InputError(source, "no file matches this pattern")
            for match in found:
                if match.is_dir():
                    yield from _files(str(match))
                else:
                    yield match
    except (OSError, ValueError) as error:
        yield InputError(source, f"cannot be read: {_reason(error)}")


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def read_file(path: Path) -> Iterator[Article | InputError]:
    """The articles of one file (`-`: standard input) by its suffix, or the reason why there are none."""
    source = str(path)
    try:
        data = _bytes(path)
        text = decode(data, source)
    except InputError as error:
        yield error
        return
    except (OSError, ValueError) as error:
        yield InputError(source, f"cannot be read: {_reason(error)}")
        return
    kind = path.suffix.lower() if source != STDIN else _guessed(text)
    if kind in (".jsonl", ".ndjson", ".json"):
        yield from json_articles(text, source)
    elif kind in (".csv", ".tsv"):
        yield from csv_articles(text, source)
    else:
        identifier = "stdin" if source == STDIN else path.stem
        make: Callable[[str, str, str], Article] = html_article if kind in (".html", ".htm", ".xhtml") else text_article
        try:
            yield make(text, identifier, source)
        except InputError as error:
            yield error


def _bytes(path: Path) -> bytes:
    if str(path) == STDIN:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    if not path.is_file():
        raise InputError(str(path), "is no file" if path.exists() else "does not exist")
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _guessed(text: str) -> str:
    """What standard input holds, by its first character or tag."""
    start = text.lstrip("\ufeff \t\r\n")[:200].lower()
    if start.startswith(('{"', "[{", '{ "')):
        return ".jsonl"
    return ".html" if start.startswith(("<!doctype html", "<html", "<?xml")) else ".txt"


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
