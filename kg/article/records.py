"""Records with the field names that scrapers of Indonesian news write become articles."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from kg.article.decoding import MAX_CHARACTERS
from kg.article.isodates import date_in_url, parse_published
from kg.article.titles import title_line, titled
from kg.errors import InputError
from kg.model import Article

FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "judul", "headline", "judul_berita", "news_title"),
    "text": (
        *("content", "body", "isi", "text", "teks", "isi_berita", "article", "artikel"),
        *("full_text", "fulltext", "berita", "konten", "maintext"),
    ),
    "published": (
        *("date", "tanggal", "publish_date", "published", "published_at", "publishdate", "date_publish", "pubdate"),
        *("tanggal_terbit", "waktu", "timestamp", "datetime", "tgl"),
    ),
    "url": ("url", "link", "href", "tautan", "source_url"),
    "outlet": ("source", "media", "outlet", "sumber", "publisher", "portal", "sitename", "site", "domain"),
    "id": ("id", "_id", "article_id", "id_berita", "guid", "docid", "no"),
}
"""What each field of a record may be called, first choice first; case, blanks and hyphens do not count."""

_LOST_BYTES = re.compile("[\udc80-\udcff]")
_LONE = re.compile("[\ud800-\udfff]")
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
    if _LOST_BYTES.search(title + body):
        raise InputError(source, "not valid UTF-8: save it again as UTF-8")
    if len(body) > MAX_CHARACTERS:
        raise InputError(source, f"longer than {MAX_CHARACTERS:,} characters: is it really one article?")
    text, span = titled(_LONE.sub("\ufffd", title), _LONE.sub("\ufffd", body))
    if not title:
        span = title_line(text)
    url = _field(fields, "url").strip()
    return Article(
        id=safe_id(_field(fields, "id"), url or text),
        text=text,
        title=span.of(text) if span else "",
        title_span=span,
        published=parse_published(_field(fields, "published")) or date_in_url(url),
        url=url if re.match(r"https?://\S+$", url) else "",
        outlet=_field(fields, "outlet").strip().rstrip("?"),
        source=source,
    )


def safe_id(given: str, identifying: str) -> str:
    """`given` without anything that could lead out of a folder or break a name; a hash of `identifying` where
    nothing is left.
    """
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
