"""JSON Lines, JSON and CSV: records with the field names that scrapers of Indonesian news write."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterator, Mapping

from kg.article.decoding import MAX_CHARACTERS
from kg.article.isodates import date_in_url, parse_published
from kg.errors import InputError
from kg.model import Article, Span

FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "judul", "headline", "judul_berita", "news_title", "titel"),
    "text": ("content", "body", "isi", "text", "teks", "isi_berita", "article", "artikel", "full_text", "fulltext", "berita", "konten", "maintext"),
    "published": ("date", "tanggal", "publish_date", "published", "published_at", "publishdate", "date_publish", "pubdate", "tanggal_terbit",
                  "waktu", "timestamp", "datetime", "tgl"),
    "url": ("url", "link", "href", "tautan", "source_url"),
    "outlet": ("source", "media", "outlet", "sumber", "publisher", "portal", "sitename", "site", "domain"),
    "id": ("id", "_id", "article_id", "id_berita", "guid", "docid", "no"),
}  # fmt: skip
"""What each field of a record may be called, first choice first; case, blanks and hyphens do not count."""

_PATHLIKE = re.compile(r"[^\w.~@+=-]+")


def article_of(record: Mapping[str, object], source: str) -> Article:
    """The article of one record; its text is title, blank line, body (the body alone if it begins with the title).

    Raises `InputError` where the record has no text or too much of it.
    """
    fields = {
        re.sub(r"[\s-]+", "_", str(key).strip().lower()): value for key, value in record.items() if key is not None
    }
    title = re.sub(r"\s+", " ", _field(fields, "title")).strip()
    body = _field(fields, "text")
    if not body.strip("\0 \t\r\n"):
        names = ", ".join(FIELDS["text"][:4])
        raise InputError(source, f"no text: the record needs a field {names} that is not empty")
    if len(body) > MAX_CHARACTERS:
        raise InputError(source, f"longer than {MAX_CHARACTERS:,} characters: is it really one article?")
    text, span = titled(title, body)
    url = _field(fields, "url").strip()
    return Article(
        id=safe_id(_field(fields, "id"), url or text),
        text=text,
        title=title,
        title_span=span,
        published=parse_published(_field(fields, "published")) or date_in_url(url),
        url=url if re.match(r"https?://\S+$", url) else "",
        outlet=_field(fields, "outlet").strip().rstrip("?"),
        source=source,
    )


def titled(title: str, body: str) -> tuple[str, Span | None]:
    """`body` under its `title`, and where the title stands; `body` as it is where it begins with the title or there is none."""
    if not title:
        return body, None
    lead = len(body) - len(body.lstrip())
    if body[lead : lead + len(title)] == title and (
        body[lead + len(title) : lead + len(title) + 1] in ("", "\n", "\r")
    ):
        return body, Span(lead, lead + len(title))
    return f"{title}\n\n{body}", Span(0, len(title))


def safe_id(given: str, identifying: str) -> str:
    """`given` without anything that could lead out of a folder or break a name; a hash of `identifying` where nothing is left."""
    cleaned = _PATHLIKE.sub("-", given.strip()).strip("-.")
    if cleaned and len(cleaned) <= 120:
        return cleaned
    return hashlib.sha256((cleaned or identifying).encode("utf-8", "replace")).hexdigest()[:16]


def _field(fields: Mapping[str, object], name: str) -> str:
    for key in FIELDS[name]:
        value = fields.get(key)
        if isinstance(value, bool) or value is None:
            continue
        if isinstance(value, int | float | str) and str(value).strip():
            return str(value)
        if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
            return "\n".join(value)
    return ""


def json_articles(text: str, source: str) -> Iterator[Article | InputError]:
    """The articles of JSON Lines, of a JSON list of records or of one record; a broken line is an error, the others are read."""
    stripped = text.lstrip("\ufeff \t\r\n")
    if stripped.startswith("[") or (stripped.startswith("{") and not _is_json_lines(stripped)):
        yield from _json_document(stripped, source)
        return
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        if line.strip("\ufeff\0 \t"):
            yield from _json_document(line.strip("\ufeff\0 \t"), f"{source}, line {number}")


def _is_json_lines(text: str) -> bool:
    first, _, rest = text.partition("\n")
    if not rest.strip():
        return True
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return re.match(r'\s*\{\s*"', rest) is not None and first.rstrip().endswith("}")
    return True


def _json_document(text: str, source: str) -> Iterator[Article | InputError]:
    try:
        value = json.loads(text)
    except RecursionError:
        yield InputError(source, "not JSON that can be read: nested too deeply")
        return
    except ValueError as error:
        yield InputError(source, f"not JSON: {error}; every line must be one whole record")
        return
    records = value if isinstance(value, list) else [value]
    for number, record in enumerate(records, 1):
        name = f"{source}, record {number}" if isinstance(value, list) else source
        if not isinstance(record, dict):
            yield InputError(name, f"a record must be an object with title and text, not {type(record).__name__}")
            continue
        yield _tried(record, name)


def csv_articles(text: str, source: str) -> Iterator[Article | InputError]:
    """The articles of a CSV table with a header; delimiter `,`, `;`, tab or `|`. A broken row is an error, the others are read.

    A row is broken where it has more or fewer cells than the header.
    """
    content = text.lstrip("\ufeff").replace("\0", "")
    header_line = content.split("\n", 1)[0]
    delimiter = max(",;\t|", key=header_line.count)
    rows = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter)
    limit = csv.field_size_limit(2 * MAX_CHARACTERS)
    try:
        yield from _rows(rows, source)
    finally:
        csv.field_size_limit(limit)


def _rows(rows: Iterator[list[str]], source: str) -> Iterator[Article | InputError]:
    header: list[str] = []
    number = 0
    while True:
        number += 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield InputError(f"{source}, row {number}", f"not CSV: {error}")
            continue
        if not header:
            header = [re.sub(r"[\s-]+", "_", cell.strip().lower()) for cell in row]
            if not set(header) & set(FIELDS["text"]):
                yield InputError(
                    source, f"no column with the text: the header needs one of {', '.join(FIELDS['text'][:4])}"
                )
                return
            continue
        if not any(cell.strip() for cell in row):
            continue
        name = f"{source}, row {number}"
        if len(row) != len(header):
            yield InputError(name, f"{len(row)} cells where the header has {len(header)}: is a quotation mark missing?")
            continue
        yield _tried(dict(zip(header, row, strict=True)), name)


def _tried(record: Mapping[str, object], source: str) -> Article | InputError:
    try:
        return article_of(record, source)
    except InputError as error:
        return error
