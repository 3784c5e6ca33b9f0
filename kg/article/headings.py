"""Where a heading ends to which the text below was glued when line ends were lost (`Tetap NetralSurya berkata`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.article.rules import CleanRules
from kg.article.vocabulary import LETTERS, Vocabulary

_LONGEST_WORD = 80
_LONGEST_HEADING, _MOST_WORDS = 150, 10
_SHORTEST_END, _SHORTEST_NAME = 4, 3
_LONGEST_PARAGRAPH = 700
"""Hardly a paragraph of news is longer than this many characters: a longer line is of several."""
_STOP = re.compile(r"\.(?![a-z])")
_NUMBER = re.compile(r"(?:^|\D)\d{1,2}\Z")
_LAST_WORD = re.compile(r"[A-Za-z]+\Z")
_OPENS = re.compile(r"[A-Za-z]{1,40},? (?:[A-Z][\w.'-]{0,40},? )?[a-z(]")
_GOES_ON = re.compile(r"[A-Za-z]{1,40},? (?:[A-Z][\w.'-]{0,40},? ){0,4}[a-z(]")
_CLAUSE = re.compile(r"(?:[A-Z][\w'.-]{0,40},? ){1,6}([a-z]{1,40})")
_VERB = re.compile(r"(?:me[mnlrwy]|di|ber|ter)[a-z]{3,}")


def opens_clause(text: str, at: int, word: str, rules: CleanRules) -> bool:
    """Whether a clause begins with `word` at `at`: a word that opens sentences or the head of a subject, and more."""
    if word in rules.words["sentence-opener"]:
        return True
    opens = word in rules.words["headline-opener"] or word in rules.words["subject-head"]
    return opens and _GOES_ON.match(text, at) is not None


class Headings:
    """Tells of the places in `text` where words were glued, given in order as `glued`, which end a heading or a line.

    With `links` the page has glued words to the names before them too: then it is links that lost the blanks around
    them and not the page that lost its line ends.
    """

    def __init__(self, text: str, glued: Sequence[int], rules: CleanRules, *, links: bool) -> None:
        self.text = text
        self.rules = rules
        self.known = Vocabulary(text)
        self.lost_lines = not links and not any(self._goes_on(at) for at in glued)
        self.opened = {at for at in glued if self._opens_sentence(at)}

    def ends_at(self, at: int) -> bool:
        """Whether a heading or a line ends at `at`.

        One does behind a number ("2. Nama") and before a word that opens sentences. In a page without line ends also
        wherever another one did, and behind a line with all its words capitalised: before the head of a subject, or a
        name that the article repeats and that a verb follows.
        """
        if at in self.opened:
            return True
        start = self._line_start(at)
        if start is None:
            return False
        words = self.text[start:at].split()
        if _STOP.match(self.text, start - 1) and _NUMBER.search(self.text, max(0, start - 4), start - 1):
            return len(words) <= _MOST_WORDS
        if not self.lost_lines or not self._in_long_line(at) or self._is_brand(at):
            return False
        return bool(self.opened) or (self._is_capitalised(words) and self._begins_clause(at))

    def _line_start(self, at: int) -> int | None:
        """Behind the last sentence before `at`; None if that is too far away for a heading."""
        first = max(0, at - _LONGEST_HEADING)
        start = max(self.text.rfind(mark, first, at) for mark in '.!?\n"')
        return None if start < 0 < first else start + 1

    def _word_at(self, at: int) -> str:
        word = LETTERS.match(self.text, at, at + _LONGEST_WORD)
        return word.group() if word else ""

    def _word_before(self, at: int) -> str:
        word = _LAST_WORD.search(self.text, max(0, at - _LONGEST_WORD), at)
        return word.group() if word else ""

    def _goes_on(self, at: int) -> bool:
        """Whether the word before `at` cannot end a line, such as a preposition."""
        word = self._word_before(at)
        lowered = self.rules.lowered
        return word.islower() and (
            word in lowered["never-before-boundary"] or word in lowered["headline-function-word"]
        )

    def _opens_sentence(self, at: int) -> bool:
        """Whether a sentence opens at `at` by its first word."""
        opener, before = self._word_at(at), self._word_before(at)
        if self._goes_on(at):
            return False
        if opener in self.rules.words["sentence-opener"]:
            start = self._line_start(at)
            return start is not None and 2 <= len(self.text[start:at].split()) <= _MOST_WORDS
        return (
            opener in self.rules.words["headline-opener"]
            and len(before) >= _SHORTEST_END
            and not self._is_brand(at)
            and _OPENS.match(self.text, at) is not None
        )

    def _in_long_line(self, at: int) -> bool:
        first = max(0, at - _LONGEST_PARAGRAPH)
        start = self.text.rfind("\n", first, at) + 1 or first
        last = start + _LONGEST_PARAGRAPH
        return last < len(self.text) and self.text.find("\n", at, last) < 0

    def _is_brand(self, at: int) -> bool:
        """Whether the two words may be one name: the first is short, or the article writes them so again."""
        before = self._word_before(at)
        return len(before) < _SHORTEST_END or self.known.count(before + self._word_at(at)) > 1

    def _is_capitalised(self, words: Sequence[str]) -> bool:
        """Whether a line is written as headings are and is no title before a name (`Ketua Umum`)."""
        heads, function_words = self.rules.words["subject-head"], self.rules.lowered["headline-function-word"]
        return (
            2 <= len(words) <= _MOST_WORDS
            and not words[-1].endswith(",")
            and words[-1].lower() not in self.rules.lowered["never-before-boundary"]
            and not any(word in heads for word in (words[0], words[-1]))
            and all(not word[0].islower() or word in function_words for word in words)
        )

    def _begins_clause(self, at: int) -> bool:
        """Whether a clause begins at `at`: the head of a subject, or a name that stands elsewhere, and its verb."""
        name = self._word_at(at)
        clause = _CLAUSE.match(self.text, at)
        if clause is None or len(name) < _SHORTEST_NAME:
            return False
        if name in self.rules.words["subject-head"]:
            return True
        verb = clause.group(1)
        return self.known.count(name) > 0 and (verb in self.rules.behind_names or _VERB.fullmatch(verb) is not None)
