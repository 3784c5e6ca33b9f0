"""Part sentences and words that lost the blank between them when a page's markup was taken out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from kg.article.headings import Headings, opens_clause
from kg.article.linkends import link_ends
from kg.article.rules import CleanRules
from kg.article.traced import Edit, Traced
from kg.article.vocabulary import LETTERS, Vocabulary

_STOP = re.compile(r"[.!?…][\"”]?(?=[\"“]?(?:[A-Z][a-z]|[A-Z]{2,}[ ,]|[A-Z] [a-z]|\d{1,2}\. [A-Z]|\d+ [A-Za-z]{3}))")
_WORD_BEFORE = re.compile(r"[\w%)\]'-]+\Z")
# These begin with the mark itself: the search for it is then one for a character.
_COMMA = re.compile(r",(?<=[A-Za-z)],)(?=[A-Za-z]{2})|[:;](?<=[a-z)].)(?=[A-Z][a-z])")
_BRACKET = re.compile(r"\((?<=[a-z]{3}\()(?=[A-Za-z])|\)(?<=[a-z]\))(?=[A-Za-z]{2})")
_INNER_CAPITAL = re.compile(r"[A-Z](?:(?<=[a-z].)(?=[A-Za-z])|(?<=[A-Z][A-Z].)(?=[a-z]{2}))")
_ADDRESS = re.compile(r"[@/#_\\]|\w\.(?:com|co|id|net|tv|org)\b", re.IGNORECASE)
_BEFORE_DOMAIN = re.compile(r"(?<!\w)[a-z]{4,}(?=[A-Z][a-z]+\.(?:com|co\.id|id)\b)")
_LEADING_ACRONYM = re.compile(r"[A-Z]{2,20}(?=[A-Z][a-z])")
_NAMED = re.compile(r"[A-Z][a-z]{2,40} [A-Z][a-z]")
_LONGEST_WORD = 80
_DOMAIN = re.compile(r"(?:com|COM|Com|co|CO|Co|id|ID|Id|net|NET|tv|TV|org|ORG|go|ac|news|info)\b")


def glued_stops(text: str, rules: CleanRules) -> list[int]:
    """Where in `text` a sentence begins right behind the full stop of the one before."""
    found = []
    for match in _STOP.finditer(text):
        word = _WORD_BEFORE.search(text, max(0, match.start() - 30), match.start())
        if word is None and text[match.start() - 1 : match.start()] not in (".", "…"):
            continue
        if match.group() == "." and word is not None and _is_abbreviation(word.group(), text, match.end(), rules):
            continue
        found.append(match.end())
    return found


def _is_abbreviation(word: str, text: str, end: int, rules: CleanRules) -> bool:
    """Whether the full stop behind `word` ends no sentence: an initial, an abbreviation, a number, part of a domain
    name.
    """
    core = word.rsplit("(", 1)[-1].rsplit("-", 1)[-1]
    if core[-1:].isdigit() and text[end : end + 1].isdigit():
        return not (len(core) == 4 and re.match(r"\d{1,2}\. [A-Z]", text[end : end + 5]))  # "... 2025.2. Nama"
    return len(core) == 1 or core in rules.words["abbreviation"] or _DOMAIN.match(text, end) is not None


def parted(text: Traced, rules: CleanRules, joint: str) -> Traced:
    """The text with a blank behind every comma and between words that were glued, a line end behind headings and
    `joint` between sentences that were.

    Within a quotation (marks are in pairs) glued sentences get a blank.
    """
    ends = list(link_ends(text.text, rules))
    text = text.edited([Edit(at, at, " ") for at in ends])
    content = text.text
    quoted = _Quoted(content)
    edits = [Edit(at, at, " " if quoted.at(at) else joint) for at in glued_stops(content, rules)]
    edits += [Edit(m.end(), m.end(), " ") for m in _COMMA.finditer(content)]
    for match in _BRACKET.finditer(content):
        at = match.start() if match.group() == "(" else match.end()
        edits.append(Edit(at, at, " "))
    glued = list(_glued_words(content, rules))
    headings = Headings(content, glued, rules, links=bool(ends))
    edits += [Edit(at, at, "\n" if not quoted.at(at) and headings.ends_at(at) else " ") for at in glued]
    return text.edited(edits)


def _glued_words(text: str, rules: CleanRules) -> Iterator[int]:
    """Where a word was glued to the one before it: at a capital inside a word that is no name of that spelling.

    An inner capital is a name's own where the lexicon has the name, in addresses, and where the article writes the
    word so several times without ever writing its parts apart, unless a clause begins with the capital.
    """
    starts = [m.start() for m in _INNER_CAPITAL.finditer(text)]
    for brand in rules.words["lower-brand"]:
        at = text.find(brand)
        while at >= 0:
            if at > 0 and text[at - 1].islower():
                starts.append(at)
            at = text.find(brand, at + 1)
    if not starts:
        return
    before_domain = {m.end() for m in _BEFORE_DOMAIN.finditer(text)}
    camel = tuple(rules.words["camel-word"])
    known = Vocabulary(text)
    for at in sorted(set(starts)):
        word_start, word_end = _bounds(text, at)
        word = text[word_start:word_end]
        if at in before_domain and word_start <= at - 4 and not text.startswith(camel, word_start):
            yield at
            continue
        if any(text.startswith(brand, word_start) and word_start + len(brand) == at for brand in camel):
            if known.glued(word) < 2 and _NAMED.match(text, at):
                yield at  # `OpenAISurya Wijaya`
            continue
        if _ADDRESS.search(word) or any(text.startswith(camel, i) for i in (word_start, _letters_start(text, at))):
            continue
        left = text[_letters_start(text, at) : at]
        right = LETTERS.match(text, at, at + _LONGEST_WORD)
        if right is None:
            continue
        behind = right.group()
        short = _acronym(text, at)
        if known.apart(short) and behind[1:] in rules.words["headline-function-word"]:
            yield at + 1  # `DPRDdi`
            continue
        initials = behind.rstrip("abcdefghijklmnopqrstuvwxyz")
        if known.apart(initials) and behind[len(initials) :] in rules.words["headline-function-word"]:
            behind = initials  # `anggotaDPRDdi`
        acronym = _LEADING_ACRONYM.match(behind)
        if acronym is not None and known.apart(acronym.group()):
            behind = acronym.group()  # `KetuaDPRSurya`
        named = (
            known.glued(word) < 2 and _NAMED.match(text, at) is not None and _precedes_name(left, behind, known, rules)
        )
        if (
            named
            or _are_two_words(left, behind, word, known, rules)
            or (len(left) > 2 and known.glued(word) < 2 and opens_clause(text, at, behind, rules))
        ):
            yield at


def _acronym(text: str, at: int) -> str:
    """The run of capitals that ends with the letter at `at`."""
    start = at
    while start > 0 and at - start < _LONGEST_WORD and text[start - 1].isupper():
        start -= 1
    return text[start : at + 1]


def _are_two_words(left: str, right: str, word: str, known: Vocabulary, rules: CleanRules) -> bool:
    """Whether `left` and `right`, which stand together in `word`, are words of their own.

    Behind a small word (`putusanMahkamah`) they are if the word is no name that the article repeats; of two capitalised
    ones (`PresidenSurya`) the article must know both, or one if it writes them together only once, or the left is a
    title.
    """
    both = known.apart(left) + known.apart(right)
    if left in rules.words["subject-head"] or both == 2:
        return True
    if left[:1].isupper():
        return both == 1 and len(left) > 3 and len(right) > 3 and known.glued(word) < 2
    if len(left) < 3 and left not in rules.words["headline-function-word"]:
        return False
    long_enough = len(left) >= 3 and len(right) >= 3 and right[1:2].islower()
    return (both > 0 and len(right) > 2) or (long_enough and known.glued(word) < 2)


def _precedes_name(left: str, right: str, known: Vocabulary, rules: CleanRules) -> bool:
    """Whether `right` begins a name behind what no name ends with: a place, or initials that the article has alone
    (`Republik IndonesiaSurya Wijaya`, `Menteri ASSurya Wijaya`)."""
    if left.isupper():
        return len(left) > 1 and len(right) > 2 and known.apart(left)
    return len(left) > 3 and right.lower() in rules.names and left[:1].isupper() and left.lower() not in rules.names


def _bounds(text: str, at: int) -> tuple[int, int]:
    """Where the blank-separated word around `at` starts and ends, looked for no farther than a long word reaches."""
    first, last = max(0, at - _LONGEST_WORD), min(len(text), at + _LONGEST_WORD)
    start = max(text.rfind(" ", first, at), text.rfind("\n", first, at), first - 1) + 1
    ends = [end for end in (text.find(" ", at, last), text.find("\n", at, last)) if end >= 0]
    return start, min(ends, default=last)


def _letters_start(text: str, at: int) -> int:
    """Where the run of letters before `at` starts, or its last glued part."""
    start, first = at, max(0, at - _LONGEST_WORD)
    while (
        start > first
        and text[start - 1].isalpha()
        and not (text[start].isupper() and text[start - 1].islower() and start < at)
    ):
        start -= 1
    return start


class _Quoted:
    """Where the quotations of a text with paired marks are."""

    def __init__(self, text: str) -> None:
        marks = [m.start() for m in re.finditer('"', text)]
        self.starts, self.ends = marks[::2], marks[1::2]

    def at(self, offset: int) -> bool:
        """Whether `offset` lies between an opening mark and its closing one."""
        i = bisect_right(self.starts, offset - 1) - 1
        return 0 <= i < len(self.ends) and offset <= self.ends[i]
