"""`clean`: an article's own text, with the way back to the original."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from kg.article.dates import find_dates, find_publication
from kg.article.furniture import furniture, separators
from kg.article.gluing import glued_stops, parted
from kg.article.header import (
    STAMP,
    Dateline,
    beside_title,
    find_dateline,
    header_cuts,
    repeated_titles,
    with_dateline_on_one_line,
    with_dateline_on_own_line,
)
from kg.article.manuscript import Manuscript
from kg.article.marks import with_paired_marks, with_single_kinds
from kg.article.markup import without_markup
from kg.article.page import Cut
from kg.article.paragraphs import with_blank_lines, with_joined_lines
from kg.article.related import bare_headlines, related_links
from kg.article.rules import CleanRules
from kg.article.tail import initials, own_line_initials, photo_credits, tags
from kg.article.traced import Edit, Traced
from kg.model import Article, CleanText, Span

_MANY_GLUED = 3
"""From this many glued full stops on an article has lost its paragraphs, and each of them was the end of one."""
_PARAGRAPHS_WITH_DATELINE = 4


def clean(article: Article, rules: CleanRules) -> CleanText:
    """The article's text without what is not its own, quotation marks in pairs, a blank line between paragraphs.

    `removed` lists every stretch left out with its rule (markup, invisible characters and quotation marks without a
    partner apart); `offsets` leads every character back. Captions stay as paragraphs, since they say who holds which
    post, and are listed in `captions`; their credits go. Dates are resolved against `article.published` or the day of
    publication that the text gives.
    """
    work = Manuscript(without_markup(Traced.of(article.text)), article.title_span)
    _tidy_title(work)
    work.text = with_dateline_on_one_line(with_dateline_on_own_line(work.text, work.body), work.body)
    work.text = with_joined_lines(work.text, work.body, by_letter_only=True)  # a link in a sentence broke its line
    page = work.page
    work.cut_body((*header_cuts(page, rules), *furniture(page, rules), *related_links(page, rules)))
    signed = _cut_tail(work, rules)
    captions = _cut_credits(work, rules)
    work.text = with_single_kinds(work.text)
    dateline = _cut_dateline(work, rules)
    work.text = with_joined_lines(work.text, work.body)
    joint = "\n" if len(glued_stops(work.text.text, rules)) >= _MANY_GLUED else " "
    work.text = with_blank_lines(parted(with_paired_marks(work.text, joint), rules, joint))
    text, offsets = work.text.text, work.text.offsets()
    published = article.published or _stamped(article.text, work.removed, rules)
    dates = find_dates(text, published, rules.dates)
    return CleanText(
        article=article,
        text=text,
        offsets=offsets,
        title=work.title_span(),
        dateline_place=dateline.place if dateline else "",
        dateline_outlet=dateline.outlet if dateline else "",
        published=published,
        author_initials=signed,
        dates=tuple(replace(one, span=offsets.span(one.span.start, one.span.end)) for one in dates),
        captions=captions,
        removed=tuple(sorted(work.removed)),
    )


def _tidy_title(work: Manuscript) -> None:
    """Leave out what stands beside the title and further lines that repeat it."""
    if work.title is None:
        return
    work.cut(beside_title(work.page, work.text.position(work.title.start), work.text.position(work.title.end)))
    work.part_title()
    first_line = work.text.text.lstrip().partition("\n")[0]
    work.cut(repeated_titles(work.text.text, first_line))


def _cut_tail(work: Manuscript, rules: CleanRules) -> str:
    """Leave out tags, initials and headlines of other articles at the end, in whatever order; what the initials say."""
    work.cut_body(tags(work.page, rules))
    signed = ""
    while True:
        found = initials(work.text.text)
        if found:
            signed = signed or found[1]
            work.cut_body([found[0]])
        headlines = list(bare_headlines(work.text.text, rules))
        before = len(work.text.text)
        work.cut_body(headlines)
        if not headlines or len(work.text.text) == before:
            break
    page = work.page
    work.cut_body((*own_line_initials(page), *separators(page)))
    return signed


def _cut_credits(work: Manuscript, rules: CleanRules) -> tuple[Span, ...]:
    """Leave out the credits of photos; the captions they stood beside, in offsets of the original."""
    page, body = work.page, work.body
    captions: set[Span] = set()
    cuts: list[Cut] = []
    for cut, is_caption in photo_credits(page, rules):
        if cut.start < body:
            continue
        cuts.append(cut)
        line_start, line_end = page.line_start(cut.start), page.line_end(cut.start)
        for begin, end in ((line_start, cut.start), (cut.end, line_end)):
            if is_caption and page.text[begin:end].strip():
                captions.add(work.text.origin(begin, end))
    work.cut(cuts)
    return tuple(sorted(captions))


def _cut_dateline(work: Manuscript, rules: CleanRules) -> Dateline | None:
    """Leave out the dateline of one of the first paragraphs; what it says."""
    content = work.text.text
    at = work.body
    for _ in range(_PARAGRAPHS_WITH_DATELINE):
        found = find_dateline(content, at, rules)
        if found and found.outlet and not found.place:  # "jpnn.com - JAKARTA - ..."
            second = find_dateline(content, _behind_blanks(content, found.end), rules)
            if second and not second.outlet:
                found = replace(found, end=second.end, place=second.place)
        if found:
            work.removed.append((work.text.origin(found.start, found.end), "dateline"))
            work.text = work.text.edited([Edit(found.start, _behind_blanks(content, found.end))])
            return found
        at = content.find("\n", at)
        if at < 0:
            break
        while at < len(content) and content[at].isspace():
            at += 1
    return None


def _behind_blanks(text: str, start: int) -> int:
    while text[start : start + 1] == " ":
        start += 1
    return start


def _stamped(text: str, removed: Iterable[tuple[Span, str]], rules: CleanRules) -> date | None:
    """The day that the first time of publication in the text states, if it stands in its first third."""
    stamps = [span for span, rule in removed if rule == STAMP and span.start < 400 + len(text) // 3]
    return find_publication(min(stamps).of(text), rules.dates) if stamps else None
