"""`clean`: an article's own text, with the way back to the original."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from kg.article.dates import find_dates, find_publication
from kg.article.furniture import furniture, separators
from kg.article.gluing import glued_stops, parted
from kg.article.header import (
    STAMP,
    beside_title,
    find_dateline,
    header_cuts,
    repeated_titles,
    with_dateline_on_one_line,
)
from kg.article.marks import with_paired_marks, with_single_kinds
from kg.article.markup import without_markup
from kg.article.page import Cut, Page
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

    Nothing is lost silently: `removed` lists every stretch left out with its rule, `offsets` leads every character
    back. Captions stay as paragraphs (they say who holds which post) and are listed in `captions`; their credits go.
    """
    work = _Work(without_markup(Traced.of(article.text)))
    title = article.title_span
    if title is not None:
        work.cut(beside_title(Page(work.text.text), work.text.position(title.start), work.text.position(title.end)))
        work.text = _with_line_after(work.text, title)
        work.cut(repeated_titles(work.text.text, _first_line(work.text.text)))
    body = _body_start(work.text, title)
    work.text = with_dateline_on_one_line(work.text, body)
    work.text = with_joined_lines(work.text, body, by_letter_only=True)  # a link in a sentence broke its line
    body = _body_start(work.text, title)
    page = Page(work.text.text)
    work.cut((*header_cuts(page, rules), *furniture(page, rules), *related_links(page, rules)), body)
    work.cut(tags(Page(work.text.text), rules), body)
    signed = ""
    for _ in range(3):
        found = initials(work.text.text)
        if found:
            signed = signed or found[1]
            work.cut([found[0]], body)
        headlines = list(bare_headlines(work.text.text, rules))
        work.cut(headlines, body)
        if not found and not headlines:
            break
    page = Page(work.text.text)
    work.cut((*own_line_initials(page), *separators(page)), body)
    captions = work.cut_credits(rules, body)
    work.text = with_single_kinds(work.text)
    place, outlet = work.cut_dateline(rules, _body_start(work.text, title))
    work.text = with_joined_lines(work.text, _body_start(work.text, title))
    joint = "\n" if len(glued_stops(work.text.text, rules)) >= _MANY_GLUED else " "
    work.text = parted(with_paired_marks(work.text, joint), rules, joint)
    text = with_blank_lines(work.text)
    offsets = text.offsets()
    published = article.published or _stamped(article.text, work.removed, rules)
    dates = find_dates(text.text, published, rules.dates)
    return CleanText(
        article=article,
        text=text.text,
        offsets=offsets,
        title=_title_span(text, title),
        dateline_place=place,
        dateline_outlet=outlet,
        published=published,
        author_initials=signed,
        dates=tuple(replace(one, span=offsets.span(one.span.start, one.span.end)) for one in dates),
        captions=captions,
        removed=tuple(sorted(work.removed)),
    )


@dataclass(slots=True)
class _Work:
    """A text on its way to being clean and what was removed so far, in offsets of the original."""

    text: Traced
    removed: list[tuple[Span, str]] = field(default_factory=list)

    def cut(self, cuts: Iterable[Cut], start: int = 0) -> None:
        """Leave out `cuts` that begin at `start` or later, overlapping ones as one."""
        content = self.text.text
        edits: list[Edit] = []
        for cut in _merged(cuts):
            if cut.start < start:
                continue
            before = content[: cut.start].rstrip(" ")[-1:]
            joint = "\n" if before in tuple('.!?"”:)\n…') else " " if before else ""
            edits += (Edit(cut.start, cut.end), Edit(cut.end, cut.end, joint))
            if content[cut.start : cut.end].strip():
                self.removed += ((span, cut.rule) for span in self.text.origins(cut.start, cut.end))
        self.text = self.text.edited(edits)

    def cut_credits(self, rules: CleanRules, start: int) -> tuple[Span, ...]:
        """Leave out the credits of photos; the captions they stood behind, in offsets of the original."""
        page = Page(self.text.text)
        captions: list[Span] = []
        cuts: list[Cut] = []
        for cut, is_caption in photo_credits(page, rules):
            if cut.start < start:
                continue
            cuts.append(cut)
            line_start, line_end = page.line_start(cut.start), page.line_end(cut.start)
            for begin, end in ((line_start, cut.start), (cut.end, line_end)):
                if is_caption and page.text[begin:end].strip():
                    captions.append(self.text.origin(begin, end))
        self.cut(cuts, start)
        return tuple(sorted(set(captions)))

    def cut_dateline(self, rules: CleanRules, start: int) -> tuple[str, str]:
        """Leave out the dateline of one of the first paragraphs; the place and the outlet that it names."""
        content = self.text.text
        at = start
        for _ in range(_PARAGRAPHS_WITH_DATELINE):
            found = find_dateline(content, at, rules)
            if found and found.outlet and not found.place:  # "jpnn.com - JAKARTA - ..."
                second = find_dateline(content, _behind_blanks(content, found.end), rules)
                if second and not second.outlet:
                    found = replace(found, end=second.end, place=second.place)
            if found:
                self.removed.append((self.text.origin(found.start, found.end), "dateline"))
                self.text = self.text.edited([Edit(found.start, _behind_blanks(content, found.end))])
                return found.place, found.outlet
            at = content.find("\n", at)
            if at < 0:
                break
            at += len(content[at:]) - len(content[at:].lstrip())
        return "", ""


def _stamped(text: str, removed: Iterable[tuple[Span, str]], rules: CleanRules) -> date | None:
    """The day that the first time of publication in the text states, if it stands in its first third."""
    stamps = [span for span, rule in removed if rule == STAMP and span.start < 400 + len(text) // 3]
    return find_publication(min(stamps).of(text), rules.dates) if stamps else None


def _merged(cuts: Iterable[Cut]) -> Iterator[Cut]:
    """The cuts in order, those that overlap joined under the name of the first."""
    last: Cut | None = None
    for cut in sorted(cut for cut in cuts if cut.end > cut.start):
        if last is not None and cut.start < last.end:
            last = Cut(last.start, max(last.end, cut.end), last.rule)
            continue
        if last is not None:
            yield last
        last = cut
    if last is not None:
        yield last


def _behind_blanks(text: str, start: int) -> int:
    while text[start : start + 1] == " ":
        start += 1
    return start


def _first_line(text: str) -> str:
    return text.lstrip().partition("\n")[0]


def _body_start(text: Traced, title: Span | None) -> int:
    """Where in `text` the body begins: behind the title and the blanks that follow it."""
    at = 0 if title is None else text.position(title.end)
    while at < len(text.text) and text.text[at].isspace():
        at += 1
    return at


def _with_line_after(text: Traced, title: Span) -> Traced:
    """The text with a line break behind its title where there is none."""
    at = text.position(title.end)
    if at < len(text.text) and text.text[at] != "\n":
        return text.edited([Edit(at, at, "\n")])
    return text


def _title_span(text: Traced, title: Span | None) -> Span | None:
    """Where the title stands in the cleaned text."""
    if title is None:
        return None
    start, end = text.position(title.start), text.position(title.end)
    content = text.text[start:end].rstrip()
    return Span(start, start + len(content)) if content else None
