"""Files of many records, read as a stream: JSON Lines and CSV, also a JSON list; a broken line or row does not end
them.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from kg.article.decoding import MAX_BYTES, MAX_CHARACTERS, SAMPLE, decode, encoding_of
from kg.article.records import FIELDS, article_of
from kg.errors import InputError
from kg.model import Article

MAX_LINE = 8_000_000
"""Lines with more characters are refused unread."""
_MAX_ROW_LINES = 5_000
"""A quoted cell that has not ended after so many lines was never closed."""


def text_lines(file: BinaryIO, source: str) -> Iterator[str]:
    """The lines of a file with their ends, one at a time; bytes that are no UTF-8 are lone surrogates (PEP 383).

    A line longer than `MAX_LINE` comes cut, without an end. Raises `InputError` where the file is not text.
    """
    sample = file.read(SAMPLE)
    if not sample.strip(b"\0 \t\r\n"):
        raise InputError(source, "empty: there is nothing to read; remove it or fill it")
    encoding = encoding_of(sample, source)
    rest = _Joined(sample, file)
    if not encoding and not _is_utf8(sample):
        yield from io.StringIO(decode(rest.read(MAX_BYTES + 1), source), newline="")
        return
    text = io.TextIOWrapper(io.BufferedReader(rest), encoding=encoding or "utf-8", errors="surrogateescape", newline="")
    try:
        while line := text.readline(MAX_LINE):
            yield line
            while len(line) == MAX_LINE and not line.endswith(("\n", "\r")):
                line = text.readline(MAX_LINE)
    except UnicodeError as error:
        raise InputError(source, f"not {encoding.upper()} as it seems to be: {error}") from None


class _Joined(io.RawIOBase):
    """The bytes of `first` and then those of `file`."""

    def __init__(self, first: bytes, file: BinaryIO) -> None:
        self._first = first
        self._file = file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._first[: len(buffer)] or self._file.read(len(buffer))
        self._first = self._first[len(data) :]
        buffer[: len(data)] = data
        return len(data)


def _is_utf8(sample: bytes) -> bool:
    """Whether bytes are UTF-8, a character cut at their end left out."""
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data" and error.start > len(sample) - 4
    return True


def json_lines(lines: Iterable[str], source: str) -> Iterator[Article | InputError]:
    """The articles of JSON Lines; a line that is no record is an error."""
    for number, line in enumerate(lines, 1):
        if line.strip("\ufeff \t\r\n"):
            yield from json_document(line.strip("\ufeff \t\r\n"), f"{source}, line {number}")


def json_document(text: str, source: str) -> Iterator[Article | InputError]:
    """The articles of one JSON text: a record or a list of records."""
    if len(text) >= MAX_LINE:
        yield InputError(source, f"longer than {MAX_LINE:,} characters: is it really one article?")
        return
    try:
        value = json.loads(text)
    except RecursionError:
        yield InputError(source, "not JSON that can be read: nested too deeply")
        return
    except ValueError as error:
        yield InputError(source, f"not JSON: {error}")
        return
    records = value if isinstance(value, list) else [value]
    for number, record in enumerate(records, 1):
        name = f"{source}, record {number}" if isinstance(value, list) else source
        if isinstance(record, dict):
            yield _tried(record, name)
        else:
            yield InputError(name, f"a record must be an object with title and text, not {type(record).__name__}")


def csv_rows(lines: Iterable[str], source: str) -> Iterator[Article | InputError]:
    """The articles of a CSV table with a header; delimiter `,`, `;`, tab or `|` (RFC 4180, quoted cells may hold
    line ends).

    A row is broken, and an error, where its cells are not as many as the header's or a quoted cell never ends; reading
    goes on with the line behind the broken one.
    """
    pending = _Lines(lines)
    header: list[str] = []
    delimiter = ","
    while (first := pending.next()) is not None:
        number = pending.number
        if not header:
            delimiter = max(",;\t|", key=first.lstrip("\ufeff").count)
        row = _row(first, delimiter, pending)
        name = f"{source}, line {number}"
        if row is None:
            yield InputError(name, "a quoted cell in this row never ends: close its quotation mark")
        elif not header:
            header = [re.sub(r"[\s-]+", "_", cell.strip("\ufeff \t\r\n").lower()) for cell in row]
            if not set(header) & set(FIELDS["text"]):
                names = ", ".join(FIELDS["text"][:4])
                yield InputError(source, f"no column with the text: the header needs one of {names}")
                return
        elif len(row) == len(header):
            yield _tried(dict(zip(header, row, strict=True)), name)
        elif any(cell.strip() for cell in row):
            yield InputError(name, f"{len(row)} cells where the header has {len(header)}: is a quotation mark missing?")


class _Lines:
    """Lines that can be given back."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._back: list[str] = []
        self.number = 0

    def next(self) -> str | None:
        """The next line, `None` at the end."""
        line = self._back.pop() if self._back else next(self._lines, None)
        self.number += line is not None
        return line

    def give_back(self, lines: list[str]) -> None:
        """Make `lines` the next ones again."""
        self._back += reversed(lines)
        self.number -= len(lines)


def _row(first: str, delimiter: str, pending: _Lines) -> list[str] | None:
    """The row that begins with the line `first`; `None`, and only that line is used up, where a quoted cell never
    ends.
    """
    text, marks = first, first.count('"')
    taken: list[str] = []
    while True:
        row = _cells(text, delimiter) if marks % 2 == 0 or not taken else None
        if row is not None:
            return row
        line = pending.next() if len(taken) < _MAX_ROW_LINES and len(text) < 2 * MAX_CHARACTERS else None
        if line is None:
            pending.give_back(taken)
            return None
        taken.append(line)
        text += line
        marks += line.count('"')


def _cells(text: str, delimiter: str) -> list[str] | None:
    """The cells of one row; `None` where a quoted cell has not ended yet."""
    limit = csv.field_size_limit(len(text) + 1)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
        ended = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        try:
            list(ended)
        except csv.Error as error:
            if "unexpected end" in str(error):
                return None
    except csv.Error:
        return None
    finally:
        csv.field_size_limit(limit)
    return rows[0] if len(rows) == 1 else [cell for row in rows for cell in row]


def _tried(record: Mapping[str, object], source: str) -> Article | InputError:
    try:
        return article_of(record, source)
    except InputError as error:
        return error
