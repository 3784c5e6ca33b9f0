"""Bytes to text: UTF-8, UTF-16 and 32 by their marks, other encodings by detection; binary data is refused."""

from __future__ import annotations

import codecs
import re

from kg.errors import InputError

MAX_BYTES = 64 * 1024 * 1024
"""The largest file taken that is not read line by line."""
MAX_CHARACTERS = 300_000
"""The longest text taken for one article, some 45,000 words: no article of the press comes near it, and every stage
ends within a minute or so on it.
"""
SAMPLE = 65_536
"""How many bytes at the beginning of a file tell what it holds."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = {
    b"%PDF": "a PDF: save its text first",
    b"PK\x03\x04": "a ZIP archive or an office document: unpack it or save it as text",
    b"\x1f\x8b": "compressed with gzip: unpack it first",
    b"\xfd7zXZ": "compressed with xz: unpack it first",
    b"BZh": "compressed with bzip2: unpack it first",
    b"\x28\xb5\x2f\xfd": "compressed with zstd: unpack it first",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"RIFF": "a sound, video or picture file",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"SQLite format 3": "a database",
    b"\xd0\xcf\x11\xe0": "an office document: save it as text",
    b"PAR1": "a Parquet file: export it as JSON Lines",
}
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1b"))
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")


def decode(data: bytes, source: str) -> str:
    """The text of `data`, with its line ends as they are and without a byte order mark.

    Raises `InputError` where `data` is empty, too long, binary, damaged, or in no encoding that can be told.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise InputError(source, "empty: there is nothing to read; remove it or fill it")
    if len(data) > MAX_BYTES:
        raise InputError(source, f"larger than {MAX_BYTES >> 20} MB: split it, or give the articles as JSON Lines")
    encoding = encoding_of(data[:SAMPLE], source)
    try:
        return data.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        if encoding:
            what = f"not {encoding.upper()} as it seems to be, wrong at byte {error.start}: save it as UTF-8"
            raise InputError(source, what) from None
        return _detected(data, source, error)


def encoding_of(sample: bytes, source: str) -> str:
    """The encoding that the first bytes of a file announce, "" if they announce none.

    Raises `InputError` where they are binary data: a known kind of file, NUL bytes, or many control characters.
    """
    for mark, encoding in _BOMS:
        if sample.startswith(mark):
            return encoding
    for magic, what in _MAGIC.items():
        if sample.startswith(magic):
            raise InputError(source, f"not text but {what}")
    encoding = _utf16_without_mark(sample)
    if encoding:
        return encoding
    if b"\0" in sample:
        raise InputError(source, f"not text: a NUL byte stands at {sample.index(0)}; save it again as UTF-8")
    if len(sample) - len(sample.translate(None, _CONTROLS)) > max(3, len(sample) // 200):
        raise InputError(source, "binary data, not text: give the article as text, HTML, JSON Lines or CSV")
    return ""


def _utf16_without_mark(sample: bytes) -> str:
    """UTF-16 without a mark shows as a NUL in nearly every other byte."""
    pairs = len(sample) // 2
    even, odd = sample[: 2 * pairs : 2].count(0), sample[1 : 2 * pairs : 2].count(0)
    if pairs >= 8 and odd > 0.7 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    return "utf-16-be" if pairs >= 8 and even > 0.7 * pairs and odd < 0.05 * pairs else ""


def _detected(data: bytes, source: str, error: UnicodeDecodeError) -> str:
    """The text in the encoding that it is most likely in; Windows-1252 where that explains every byte, as on older
    pages.

    Raises `InputError` for UTF-8 that is damaged in a few places: another encoding would turn its letters into others.
    """
    if _UTF8_SEQUENCE.search(data) and data.decode("utf-8", "replace").count("\ufffd") <= max(2, len(data) // 2000):
        raise InputError(source, f"not valid UTF-8 at byte {error.start}: save it again as UTF-8")
    for encoding in ("cp1252", _best_guess(data)):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    raise InputError(
        source, f"neither UTF-8 nor another encoding that can be told (byte {error.start}): save it as UTF-8"
    )


def _best_guess(data: bytes) -> str:
    from charset_normalizer import from_bytes  # for what is not in Unicode alone

    best = from_bytes(data[:SAMPLE]).best()
    return best.encoding if best else ""
