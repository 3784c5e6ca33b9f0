"""What fuzzers feed on: pieces of Indonesian news, of markup and of tables, and ways of breaking a good text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from hypothesis import strategies as st

from kg.cli.reading import SAMPLES

WORDS = (
    *("Kapolda Lampung", "Kapolres", "AKBP Surya Daniswara", "Irjen. Pol. Drs. H. Wiranto, S.H., M.H.", "Kapolri"),
    *("warga", "jajarannya", "dia", "Ia", "mereka", "para camat", "Gubernur Jawa Tengah", "KPU", "Bawaslu RI", "TNI"),
    *("memerintahkan", "meminta", "mengimbau", "melarang", "dilarang", "diminta", "agar", "untuk", "tidak", "jangan"),
    *("menginstruksikan", "mendesak", "membantah", "belum", "sudah", "harus", "wajib", "menjaga", "membakar lahan"),
    *("kata", "ujarnya", "tegasnya", "menurut", "tutur Budi", "(21/11/2024)", "Senin (5/2)", "1 Januari 2024", "pukul"),
    *("Rp1.000.000", "No. 12", "dll.", "a.n.", "Jl. Sudirman", "S.I.K.", "pasal 28 UU No. 1/2023", "24/11", "ke-2"),
)
MARKS = (
    *(". ", ", ", "! ", "? ", ": ", "; ", "... ", "… ", " - ", "–", "—", "\n", "\n\n", "\r\n", "\r", "\t", " ", ""),
    *('"', "'", "“", "”", "‘", "’", "«", "»", "„", "``", "''", "(", ")", "[", "]", "*", "•", "1. ", "a) "),
    *("\u200b", "\u200d", "\u2060", "\ufeff", "\u202e", "\u2066", "\u2069", "\u00ad", "\u00a0", "\u0301", "\0", "\x85"),
    *("\u2028", "\ufffd", "\x1b[31m", "\ud800", "\udcff", "İ", "ß", "ﬁ", "😀", "👨\u200d👩", "ａｂｃ", "عربي", "漢字"),
)
MARKUP = (
    *("<p>", "</p>", "<div>", "</div>", "<article>", "</article>", "<h1>", "</h1>", "<br>", "<title>", "</title>"),
    *("<html>", "<body>", "<table><tr><td>", "<ul><li>", "<b", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE html>"),
    *("<script>", "</script>", "<style>", "<svg/onload=alert(1)>", "<img src=x onerror=a>", "<a href='javascript:x'>"),
    *("&quot;", "&amp;", "&nbsp;", "&#x202e;", "&#0;", "&#1114112;", "&#xd800;", "&", "&lt;b&gt;", "<?xml?>", "<time>"),
    *('<meta property="article:published_time" content="2024-99-99">', '<meta charset="utf-7">', "<meta name=", ">"),
    *('<meta property="og:title" content="', '<link rel="canonical" href="//x">', '<time datetime="x">', "<x:y z=''>"),
    *('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":[{}],"headline":{}}</script>', "<"),
)
CELLS = (
    "=1+1",
    "@SUM(A1)",
    "+1",
    "-1",
    "\t=1",
    "\r=1",
    '"',
    '""',
    ",",
    ";",
    "|",
    "\t",
    "\n",
    "\r\n",
    "\0",
    "isi",
    "judul",
)
JSON = ("{", "}", "[", "]", ":", ",", '"', "\\u0000", "\\ud800", "null", "NaN", "1e999", "-0", '"isi"', '"id"', "true")


@cache
def samples() -> tuple[str, ...]:
    """The embedded sample articles."""
    return tuple(path.read_text("utf-8") for path in sorted(SAMPLES.glob("*.txt")))


def joined(pieces: Sequence[str], most: int = 30) -> st.SearchStrategy[str]:
    """Pieces one after the other."""
    return st.lists(st.sampled_from(pieces), max_size=most).map("".join)


def sentences() -> st.SearchStrategy[str]:
    """Something like Indonesian news: words and marks in turn."""
    pair = st.tuples(st.sampled_from(WORDS), st.sampled_from((" ", " ", *MARKS)))
    return st.lists(pair, max_size=40).map(lambda pairs: "".join(word + mark for word, mark in pairs))


def texts() -> st.SearchStrategy[str]:
    """News, broken news and no news at all."""
    return st.one_of(
        sentences(),
        mutated(st.sampled_from(samples()), (*MARKS, *WORDS, *MARKUP)),
        joined((*WORDS, *MARKS, *MARKUP)),
        st.text(max_size=80),
    )


@st.composite
def mutated(draw: st.DrawFn, bases: st.SearchStrategy[str], pieces: Sequence[str]) -> str:
    """A good text with up to six stretches cut, repeated, moved or replaced by pieces."""
    text = draw(bases)
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 40)))
        piece = draw(st.sampled_from(pieces))
        text = draw(st.sampled_from(_EDITS))(text, start, end, piece)
    return text


Edit = Callable[[str, int, int, str], str]
_EDITS: tuple[Edit, ...] = (
    lambda text, start, end, _: text[:start] + text[end:],
    lambda text, start, end, piece: text[:start] + piece + text[end:],
    lambda text, start, _, piece: text[:start] + piece + text[start:],
    lambda text, start, end, _: text[:end] + text[start:end] * 3 + text[end:],
    lambda text, start, end, _: text[start:end] + text[:start] + text[end:],
    lambda text, start, _end, _piece: text[:start],
    lambda text, start, end, piece: text[:start] + piece * 60 + text[end:],
)


@st.composite
def encoded(draw: st.DrawFn, of: st.SearchStrategy[str]) -> bytes:
    """A text in some encoding, sometimes with bytes broken, cut or put before it."""
    encoding = draw(st.sampled_from(("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "utf-7")))
    errors = draw(st.sampled_from(("surrogatepass", "replace"))) if encoding.startswith("utf") else "replace"
    data = draw(of).encode(encoding, "replace" if encoding == "utf-7" else errors)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(data)))
        data = data[:at] + draw(st.binary(max_size=4)) + data[at + draw(st.integers(0, 3)) :]
    return data
