"""HTML pages: the article that trafilatura finds in them and its metadata."""

from __future__ import annotations

import re
from collections import Counter

from kg.article.decoding import MAX_CHARACTERS
from kg.article.isodates import date_in_url, parse_published
from kg.article.records import safe_id
from kg.article.titles import titled
from kg.errors import InputError
from kg.model import Article

MAX_MARKUP = 4_000_000
"""Pages with more characters of markup are refused: no news page has them, a decompression bomb does."""
MAX_ELEMENTS = 20_000
"""Pages with more elements are refused: the extraction takes three seconds for so many."""
MAX_ATTRIBUTES = 500
"""Pages with a tag of more attributes are refused: libxml2 compares each with all before it."""
_DEEPEST = 2_000
_FEWEST_WORDS = 12
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-12-31"}
"""Only a day that the page states as its own, whatever the clock says; none guessed from the years in its text."""


def html_article(markup: str, identifier: str, source: str) -> Article:
    """The article of a page: its text is title, blank line, body as extracted (tables left out).

    Raises `InputError` where the page is too large, nested too deeply, or no article is found in it.
    """
    if len(markup) > MAX_MARKUP:
        raise InputError(source, f"a page of {len(markup):,} characters: save the article alone")
    elements, depth = _shape(markup)
    if elements > MAX_ELEMENTS:
        raise InputError(source, f"a page of {elements:,} elements: save the article alone")
    if depth > _DEEPEST:
        raise InputError(source, "markup nested too deeply: save the article as text")
    if _most_attributes(markup) > MAX_ATTRIBUTES:
        raise InputError(source, "an element with too many attributes: save the article as text")
    import trafilatura  # half a second: loaded only where there is a page to read
    from trafilatura.settings import Document

    page = trafilatura.bare_extraction(
        markup, include_tables=False, include_comments=False, with_metadata=True, date_extraction_params=_DATES
    )
    if not isinstance(page, Document) or not (page.text or "").strip():
        raise InputError(source, "no article found in the page: save its text as .txt")
    body = page.text or ""
    if len(body.split()) < _FEWEST_WORDS:
        raise InputError(source, f"no article found in the page, only {len(body.split())} words: save its text as .txt")
    if len(body) > MAX_CHARACTERS:
        raise InputError(source, f"longer than {MAX_CHARACTERS:,} characters: is it really one article?")
    title = re.sub(r"\s+", " ", page.title or "").strip()
    text, span = titled(title, body)
    return Article(
        id=safe_id(identifier, text),
        text=text,
        title=title,
        title_span=span,
        published=parse_published(page.date or "") or date_in_url(page.url or ""),
        url=page.url or "",
        outlet=page.sitename or "",
        source=source,
    )


_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*+)([^<>]*+)")
_NO_END_TAG = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
) | {"p", "li", "dt", "dd", "option", "optgroup", "colgroup", "thead", "tbody", "tfoot", "tr", "td", "th", "rt", "rp"}


def _shape(markup: str) -> tuple[int, int]:
    """How many elements there are and how deep they nest, those that need no end tag left out (HTML, 13.1.2).

    An end tag ends an element only if one of its name is open. Every character is looked at once.
    """
    elements = depth = deepest = 0
    unended: Counter[str] = Counter()
    for match in _TAG.finditer(markup):
        name = match[2].lower()
        elements += not match[1]
        if name in _NO_END_TAG or match[3].endswith("/"):
            continue
        if not match[1]:
            unended[name] += 1
            depth += 1
            deepest = max(deepest, depth)
        elif unended[name]:
            unended[name] -= 1
            depth -= 1
    return elements, deepest


_VALUE = r"""=\s*+(?:"[^"]*"|'[^']*')"""
_QUOTED = re.compile(_VALUE)
_LONG_TAG = re.compile(rf"<[a-zA-Z]((?:[^>=]++|{_VALUE}|=)*+)")


def _most_attributes(markup: str) -> int:
    """How many attributes the tag with the most of them has at most (HTML, 13.2.5.32 to 40: a slash parts them too)."""
    most = 0
    for match in _LONG_TAG.finditer(markup):
        if len(match[1]) > 2 * MAX_ATTRIBUTES:
            bare, quoted = _QUOTED.subn("=v ", match[1])
            most = max(most, quoted, len(bare.replace("/", " ").split()))
    return most
