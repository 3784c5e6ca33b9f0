"""Fuzzers of articles: files as bytes, the cleaner, boundaries."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path

from hypothesis import strategies as st

from kg import pipeline
from kg.article import CleanRules, read_sources
from kg.article.decoding import MAX_CHARACTERS
from kg.errors import InputError
from kg.model import Span
from kg.parse.boundaries import mend
from kg.parse.tokens import Token
from tests.article.test_hostile import checked
from tests.fuzz.harness import Fuzzer
from tests.fuzz.shapes import CELLS, JSON, MARKS, MARKUP, WORDS, encoded, joined, mutated, samples, texts

PAGE = (
    "<!DOCTYPE html><html><head><title>{title}</title><meta property='og:site_name' content='Kabar'></head>"
    "<body><nav><a href='/'>Beranda</a></nav><article><h1>{title}</h1>{body}</article></body></html>"
)


@cache
def rules() -> CleanRules:
    return pipeline.prepare().clean_rules


def pages() -> st.SearchStrategy[str]:
    """News pages, whole and broken, with elements nested up to thousands deep."""
    whole = [
        PAGE.format(title=text.split("\n")[0], body="".join(f"<p>{part}</p>" for part in text.split("\n\n")))
        for text in samples()
    ]
    broken = mutated(st.sampled_from(whole), (*MARKUP, *MARKS))
    deep = st.builds(
        lambda tag, times, page: page.replace("<h1>", f"<{tag}>" * times + "<h1>"),
        st.sampled_from(("div", "b", "table", "ul><li", "p", "svg", "font", "x:y", "blockquote")),
        st.sampled_from((10, 300, 1_000, 1_999, 3_000)),
        broken,
    )
    return st.one_of(broken, broken, deep, joined((*MARKUP, *MARKS, *WORDS), 60))


def tables() -> st.SearchStrategy[str]:
    """CSV tables, whole and broken."""
    cell = st.one_of(texts(), joined(CELLS, 6)).map(lambda text: '"' + text.replace('"', '""') + '"')
    row = st.lists(st.one_of(cell, joined(CELLS, 4)), min_size=1, max_size=4)
    header = st.sampled_from(("judul,isi,tanggal", "isi", "title;text;url;id", "isi\tid", "\ufeffisi|sumber", "a,b"))
    whole = st.builds(
        lambda head, rows: "\r\n".join([head, *(max(",;\t|", key=head.count).join(cells) for cells in rows)]),
        header,
        st.lists(row, max_size=5),
    )
    return st.one_of(whole, mutated(whole, (*CELLS, *MARKS)))


def records() -> st.SearchStrategy[str]:
    """JSON of records, whole and broken, deep ones among them."""
    value = st.recursive(
        st.one_of(texts(), st.none(), st.booleans(), st.integers(), st.floats(), st.sampled_from(("../../x", "\0"))),
        lambda of: st.one_of(st.lists(of, max_size=3), st.dictionaries(st.sampled_from(("isi", "a")), of, max_size=2)),
        max_leaves=5,
    )
    keys = st.sampled_from(
        ("isi", "Content", "judul", "title", "tanggal", "date", "url", "id", " ID ", "source", "x", "")
    )
    record = st.dictionaries(keys, value, max_size=6).map(json.dumps)
    lines = st.lists(st.one_of(record, mutated(record, (*JSON, *MARKS))), max_size=4).map("\n".join)
    listed = st.lists(record, max_size=3).map(lambda parts: "[" + ",".join(parts) + "]")
    deep = st.builds(lambda of, times: of * times, st.sampled_from(("[", '{"isi":', "[{")), st.integers(1, 3_000))
    return st.one_of(lines, listed, mutated(listed, JSON), deep)


def reading(suffix: str) -> Callable[[object], None]:
    """Reads bytes as a file of a kind: articles that are sound or errors that say why, and nothing raised at all."""

    def attempt(data: object) -> None:
        assert isinstance(data, bytes)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"berita{suffix}"
            path.write_bytes(data)
            found = list(read_sources([str(path)]))
        assert found, "a file is articles or errors"
        for one in found:
            if isinstance(one, InputError):
                assert "\n" not in one.source
                continue
            assert one.text.strip("\0\ufeff \t\r\n")
            assert len(one.text) <= 2 * MAX_CHARACTERS
            assert re.fullmatch(r"[\w.~@+=-]{1,120}", one.id)
            assert not one.id.startswith((".", "-"))
            assert one.title_span is None or 0 <= one.title_span.start <= one.title_span.end <= len(one.text)
            assert one.url == "" or one.url.startswith(("http://", "https://"))

    return attempt


def cleaning(value: object) -> None:
    assert isinstance(value, str)
    title = Span(0, len(value.partition("\n")[0])) if len(value) % 2 else None
    checked(value, rules(), title)


def bounding(value: object) -> None:
    """Boundaries moved over tokens that a tokenizer may give: none is lost, none is new, order stays."""
    assert isinstance(value, tuple)
    text, cuts, whole = value
    tokens = [Token(match[0], match.start(), match.end()) for match in re.finditer(r"\w+|[^\w\s]", text)]
    at = sorted({cut % (len(tokens) + 1) for cut in cuts} | {0, len(tokens)})
    parted = [tuple(tokens[one:two]) for one, two in pairwise(at) if two > one]
    mended = mend(text, parted, {"drs", "h", "no"}, whole_quotations=whole)
    assert all(mended)
    assert "".join(token.text for sentence in mended for token in sentence).replace(" ", "") == "".join(
        token.text for token in tokens
    ).replace(" ", "")


def _bytes(of: Callable[[], st.SearchStrategy[str]]) -> Callable[[], st.SearchStrategy[object]]:
    return lambda: st.one_of(encoded(of()), st.binary(max_size=60))


def _boundaries() -> st.SearchStrategy[object]:
    return st.tuples(texts(), st.lists(st.integers(0, 200), max_size=12), st.booleans())


FUZZERS = (
    Fuzzer("txt", _bytes(texts), reading(".txt")),
    Fuzzer("html", _bytes(pages), reading(".html"), 20),
    Fuzzer("jsonl", _bytes(records), reading(".jsonl")),
    Fuzzer("json", _bytes(records), reading(".json")),
    Fuzzer("csv", _bytes(tables), reading(".csv")),
    Fuzzer("cleaner", texts, cleaning),
    Fuzzer("boundaries", _boundaries, bounding),
)
