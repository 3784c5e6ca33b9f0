"""Bytes to text: UTF-8, UTF-16 and 32 by their marks, other encodings by detection; binary data is refused."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from kg.errors import InputError

MAX_BYTES = 64 * 1024 * 1024
MAX_CHARACTERS = 1_000_000
"""The longest text taken for one article; no article of the press comes near it."""

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
_SAMPLE = 65_536


def decode(data: bytes, source: str) -> str:
    """The text of `data`, with its line ends as they are and without a byte order mark.

    Raises `InputError` where `data` is empty, too long, binary, or in no encoding that can be told.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise InputError(source, "empty: there is nothing to read; remove it or fill it")
    if len(data) > MAX_BYTES:
        raise InputError(
            source, f"larger than {MAX_BYTES >> 20} MB: split it into one article a file or into smaller files"
        )
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise InputError(source, f"not text but {what}")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(data, encoding, source)
    encoding = _utf16_without_mark(data[:_SAMPLE])
    if encoding:
        return _strictly(data, encoding, source)
    sample = data[:_SAMPLE]
    if len(sample) - len(sample.translate(None, _CONTROLS)) > max(3, len(sample) // 200):
        raise InputError(source, "binary data, not text: give the article as text, HTML, JSON Lines or CSV")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _detected(data, source, error)


def _utf16_without_mark(sample: bytes) -> str:
    """UTF-16 without a mark shows as a NUL in every other byte."""
    if len(sample) < 8 or sample.count(0) < len(sample) // 3:
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 9 * even and odd > len(sample) // 3:
        return "utf-16-le"
    return "utf-16-be" if even > 9 * odd and even > len(sample) // 3 else ""


def _strictly(data: bytes, encoding: str, source: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            source, f"not {encoding.upper()} as its first bytes say, wrong at byte {error.start}: save it as UTF-8"
        ) from None


def _detected(data: bytes, source: str, error: UnicodeDecodeError) -> str:
    """The text in the encoding that it is most likely in; Windows-1252 where that explains every byte, as on Indonesian pages."""
    wrong = data.decode("utf-8", "replace").count("\ufffd")
    if wrong <= max(2, len(data) // 2000) and error.start > 0 and _mostly_multibyte(data):
        raise InputError(source, f"not valid UTF-8 at byte {error.start}: save it again as UTF-8") from None
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        best = from_bytes(data[:_SAMPLE]).best()
        if best is None:
            raise InputError(source, "in no encoding that can be told: save it as UTF-8") from None
        try:
            return data.decode(best.encoding)
        except UnicodeDecodeError:
            raise InputError(source, f"neither UTF-8 nor {best.encoding}: save it as UTF-8") from None
    return text


def _mostly_multibyte(data: bytes) -> bool:
    """Whether there are well-formed UTF-8 sequences beside the broken ones."""
    return any(
        0xC2 <= byte <= 0xF4 and 0x80 <= following <= 0xBF for byte, following in zip(data, data[1:], strict=False)
    )
