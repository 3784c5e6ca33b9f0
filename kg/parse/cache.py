"""Parses on disk, so that an article is parsed once."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import fields
from operator import attrgetter
from pathlib import Path

from kg.parse.rows import ParsedText, Row
from kg.parse.soundness import is_ordered, is_tree


class ParseCache:
    """A folder of parses named by text and model; without a folder it holds nothing.

    A file appears whole or not at all (it is renamed into place), and one that cannot be read, or whose parse cannot be
    one of its text, counts as absent.
    """

    def __init__(self, folder: Path | None, model_hash: str) -> None:
        self._folder = folder
        self._model_hash = model_hash

    def _path(self, folder: Path, text: str) -> Path:
        key = hashlib.sha256(f"{self._model_hash}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()
        return folder / key[:2] / f"{key[2:]}.json"

    def get(self, text: str) -> ParsedText | None:
        if self._folder is None:
            return None
        try:
            raw = self._path(self._folder, text).read_bytes()
        except FileNotFoundError:
            return None
        try:
            parsed = tuple(tuple(Row(*row) for row in sentence) for sentence in json.loads(raw))
        except (ValueError, TypeError, RecursionError):
            return None  # cut short by a full disk or a crash: parsed again and replaced
        return parsed if _is_sound(parsed, text) else None

    def put(self, text: str, parsed: ParsedText) -> None:
        if self._folder is None:
            return
        path = self._path(self._folder, text)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.{os.getpid()}.part")
        part.write_text(json.dumps([list(map(_columns, sentence)) for sentence in parsed]), encoding="ascii")
        part.replace(path)


_columns = attrgetter(*(column.name for column in fields(Row)))  # `astuple` copies deeply, which took most of a look-up
_TYPES = (str, str, str, str, int, str, int, int, bool)


def _is_sound(parsed: ParsedText, text: str) -> bool:
    """Whether rows have the types that they declare, and sentences are trees over stretches of the text."""
    rows = [row for sentence in parsed for row in sentence]
    return (
        all(parsed)
        and all(tuple(map(type, _columns(row))) == _TYPES for row in rows)
        and is_ordered([(row.start, row.end) for row in rows], len(text))
        and all(is_tree([row.head for row in sentence]) for sentence in parsed)
    )
