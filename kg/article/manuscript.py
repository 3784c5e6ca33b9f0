"""A text on its way to being clean: what is left of it, where its body begins, and what was left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.article.page import Cut, Page
from kg.article.traced import Edit, Traced
from kg.model import Span

_ENDS_A_PARAGRAPH = tuple('.!?"”:)\n…')


@dataclass(slots=True)
class Manuscript:
    """The text so far; where its title stands and what was removed by which rule, in offsets of the original."""

    text: Traced
    title: Span | None = None
    removed: list[tuple[Span, str]] = field(default_factory=list)

    @property
    def page(self) -> Page:
        """The text as the finders look at it."""
        return Page(self.text.text)

    @property
    def body(self) -> int:
        """Where the body begins: behind the title and the blanks that follow it."""
        at = 0 if self.title is None else self.text.position(self.title.end)
        content = self.text.text
        while at < len(content) and content[at].isspace():
            at += 1
        return at

    def cut(self, cuts: Iterable[Cut], start: int = 0) -> None:
        """Leave out `cuts` that begin at `start` or later, those that overlap as one; a line end or a blank stays."""
        content = self.text.text
        edits: list[Edit] = []
        for cut in _merged(cuts):
            if cut.start < start:
                continue
            before = content[: cut.start].rstrip(" ")[-1:]
            joint = "\n" if before in _ENDS_A_PARAGRAPH else " " if before else ""
            edits += (Edit(cut.start, cut.end), Edit(cut.end, cut.end, joint))
            if content[cut.start : cut.end].strip():
                self.removed += ((span, cut.rule) for span in self.text.origins(cut.start, cut.end))
        self.text = self.text.edited(edits)

    def cut_body(self, cuts: Iterable[Cut]) -> None:
        """Leave out those of `cuts` that begin in the body."""
        self.cut(cuts, self.body)

    def part_title(self) -> None:
        """Put a line break behind the title where there is none."""
        if self.title is not None:
            at = self.text.position(self.title.end)
            if at < len(self.text.text) and self.text.text[at] != "\n":
                self.text = self.text.edited([Edit(at, at, "\n")])

    def title_span(self) -> Span | None:
        """Where the title stands in the text so far."""
        if self.title is None:
            return None
        start, end = self.text.position(self.title.start), self.text.position(self.title.end)
        content = self.text.text[start:end].rstrip()
        return Span(start, start + len(content)) if content else None


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
