"""Sentence and token boundaries of news, put right where the tokenizer's are known to fail.

The tokenizer learnt from treebanks, which have no bullets, few titles before names and hardly a quotation of
several sentences. Every step here takes the sentences of one text and gives them back with boundaries moved; no
character is lost.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from kg.parse.tokens import Token, TokenSentence

LONGEST_SENTENCE = 250  # tokens; scores of all pairs of words are kept in memory
LONGEST_QUOTATION = 5  # sentences
OPENING, CLOSING, STRAIGHT = frozenset("“‘«"), frozenset("”’»"), frozenset("\"'")
FINAL = frozenset(".?!…")
BULLET = re.compile(r"[-–•*▪●]|\(?(?:\d{1,2}|[A-Za-z])[.)]?")
INITIAL = re.compile(r"[A-Z]")
DATE = re.compile(r"(?<![\d/.-])\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})(?![\d/.-]\d|\d)|(?<=\()\d{1,2}/\d{1,2}(?=\))")
DOUBLED = re.compile(r"(?<![\w-])([^\W\d_]{3,})-\1(?![\w-])", re.IGNORECASE)
DOMAIN = re.compile(r"(?<![\w.@-])[A-Z][\w-]*(?:\.[A-Z][\w-]*)*\.(?:com|net|org|id|tv)(?![\w-])", re.IGNORECASE)
LONGEST_DOMAIN = 40  # characters
GLUED = re.compile(r"(?<=[a-z]{3})[.?!][)\"”’']?(?=[A-Z][a-z]{3})|(?<=[!?]{2})\s+(?=[\"“(]?[A-Z])")


def mend(
    text: str, sentences: Sequence[TokenSentence], abbreviations: Collection[str], *, whole_quotations: bool = False
) -> list[TokenSentence]:
    """The sentences with their boundaries put right, none longer than LONGEST_SENTENCE tokens.

    `abbreviations` are words, in lower case and without full stop, that something always follows. With
    `whole_quotations` no sentence ends within quotation marks that are closed in the same paragraph, as in the
    treebanks; without, a quotation of several sentences is several sentences.
    """
    whole = [join_doubled(text, join_dates(text, sentence)) for sentence in sentences]
    whole = give_marks_back(text, whole)
    whole = _merge(text, whole, abbreviations)
    whole = [join_domains(text, sentence) for sentence in whole]
    whole = [part for sentence in whole for part in part_glued(text, sentence)]
    if whole_quotations:
        whole = merge_quotations(text, whole)
    return [part for sentence in whole for part in _cut(sentence)]


def join_dates(text: str, sentence: TokenSentence) -> TokenSentence:
    """One token for a date in figures: `24/11/2024`, and `24/11` alone in brackets."""
    return _join(text, sentence, DATE)


def join_doubled(text: str, sentence: TokenSentence) -> TokenSentence:
    """One token for a reduplication: `syarat-syarat`, as in all of today's treebanks."""
    return _join(text, sentence, DOUBLED)


def join_domains(text: str, sentence: TokenSentence) -> TokenSentence:
    """One token for the address of an outlet: `Kompas.com`, `SURYA.CO.ID`."""
    return _join(text, sentence, DOMAIN)


def _join(text: str, sentence: TokenSentence, one_token: re.Pattern[str]) -> TokenSentence:
    if not sentence:
        return sentence
    tokens: list[Token] = []
    at = 0
    for found in one_token.finditer(text, sentence[0].start, sentence[-1].end):
        while at < len(sentence) and sentence[at].start < found.start():
            tokens.append(sentence[at])
            at += 1
        upto = at
        while upto < len(sentence) and sentence[upto].end <= found.end():
            upto += 1
        inside = sentence[at:upto]
        if len(inside) > 1 and inside[0].start == found.start() and inside[-1].end == found.end():
            tokens.append(Token(found[0], found.start(), found.end()))
            at = upto
    return (*tokens, *sentence[at:])


def part_glued(text: str, sentence: TokenSentence) -> list[TokenSentence]:
    """The sentence, parted behind `!!`, and where the space after a full stop is missing: `... tertib.Sementara`."""
    glued = list(GLUED.finditer(text, sentence[0].start, sentence[-1].end))
    cuts = [at for found in glued for at in found.span()]
    ends = {found.end() for found in glued}
    parts: list[list[Token]] = [[]]
    for token in sentence:
        inside = cuts[bisect_right(cuts, token.start) : bisect_left(cuts, token.end)]
        places = [token.start, *inside, token.end]
        for start, end in pairwise(places):
            if start in ends and parts[-1]:
                parts.append([])
            whole = len(places) == 2
            parts[-1].append(token if whole else Token(text[start:end], start, end, token.multi and end == token.end))
    return [tuple(part) for part in parts]


def give_marks_back(text: str, sentences: Sequence[TokenSentence]) -> list[TokenSentence]:
    """Quotation marks at a boundary go to the sentence that they are written against."""
    result: list[list[Token]] = []
    for sentence in sentences:
        right = list(sentence)
        if result and not _parted(text, result[-1], sentence):
            left = result[-1]
            closing = next((n for n, token in enumerate(right) if not _closes(text, token)), len(right))
            left += right[:closing]
            last = len(left)
            while last > 1 and _opens(text, left[last - 1]):
                last -= 1
            right = left[last:] + right[closing:]
            del left[last:]
        if right:
            result.append(right)
    return [tuple(sentence) for sentence in result]


def _opens(text: str, token: Token) -> bool:
    return token.text in OPENING or (
        token.text in STRAIGHT and _spaced(text, token.start - 1) and not _spaced(text, token.end)
    )


def _closes(text: str, token: Token) -> bool:
    return token.text in CLOSING or (
        token.text in STRAIGHT and not _spaced(text, token.start - 1) and _spaced(text, token.end)
    )


def _spaced(text: str, at: int) -> bool:
    return not 0 <= at < len(text) or text[at].isspace()


def _parted(text: str, left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Whether a blank line stands between two sentences."""
    return text.count("\n", left[-1].end, right[0].start) > 1


def _merge(text: str, sentences: Iterable[TokenSentence], abbreviations: Collection[str]) -> list[TokenSentence]:
    result: list[list[Token]] = []
    for sentence in sentences:
        if result and not _parted(text, result[-1], sentence) and _belong(text, result[-1], sentence, abbreviations):
            result[-1] += sentence
        else:
            result.append(list(sentence))
    return [tuple(sentence) for sentence in result]


def _belong(text: str, left: Sequence[Token], right: Sequence[Token], abbreviations: Collection[str]) -> bool:
    """Whether the boundary between two sentences of one paragraph is none."""
    if _in_domain(text, left[-1].end, right[0].start):
        return True
    if _is_bullet(left) or not any(character.isalnum() for token in right for character in token.text):
        return True
    word, stop = _last_word(left)
    if stop and word is not None:
        if word.text.rstrip(".").lower() in abbreviations and word.text[0].isupper():
            return True
        if INITIAL.fullmatch(word.text.rstrip(".")) and _names(left, word) and right[0].text[0].isupper():
            return True
    # "..., Indonesia!" kata Helmy: the cue goes on in lower case
    return left[-1].text in CLOSING | STRAIGHT and right[0].text[0].islower()


def _in_domain(text: str, end: int, start: int) -> bool:
    """Whether a boundary parts the address of an outlet (`kepada Kompas.` `com mengatakan`)."""
    if end != start or text[end - 1 : end] != ".":
        return False
    near = DOMAIN.finditer(text, max(0, end - LONGEST_DOMAIN), end + LONGEST_DOMAIN)
    return any(found.start() < end < found.end() for found in near)


def _is_bullet(sentence: Sequence[Token]) -> bool:
    return len(sentence) <= 2 and BULLET.fullmatch("".join(token.text for token in sentence)) is not None


def _last_word(sentence: Sequence[Token]) -> tuple[Token | None, bool]:
    """The word that a sentence's final full stop abbreviates, if it ends in one."""
    last = sentence[-1]
    if last.text == "." and len(sentence) > 1 and sentence[-2].end == last.start:
        return sentence[-2], True
    return last, last.text.endswith(".") and len(last.text) > 1


def _names(sentence: Sequence[Token], word: Token) -> bool:
    """Whether a capitalised word stands before `word`, so that it may be the initial of a name."""
    at = len(sentence) - (1 if sentence[-1] == word else 2)
    return at > 0 and len(sentence[at - 1].text) > 1 and sentence[at - 1].text[0].isupper()


def merge_quotations(text: str, sentences: Sequence[TokenSentence]) -> list[TokenSentence]:
    """Sentences joined where the boundary lies within a quotation that is closed before the paragraph ends."""
    result: list[TokenSentence] = []
    paragraph: list[TokenSentence] = []
    for sentence in sentences:
        if paragraph and _parted(text, paragraph[-1], sentence):
            result += _join_open(paragraph)
            paragraph = []
        paragraph.append(sentence)
    return result + _join_open(paragraph)


def _join_open(paragraph: Sequence[TokenSentence]) -> list[TokenSentence]:
    result: list[TokenSentence] = []
    start = 0
    while start < len(paragraph):
        # a mark that is never closed must not swallow the rest of the paragraph
        ends = range(start + 1, min(start + LONGEST_QUOTATION, len(paragraph)) + 1)
        joined = (tuple(token for sentence in paragraph[start:end] for token in sentence) for end in ends)
        end, tokens = next(
            ((end, tokens) for end, tokens in zip(ends, joined, strict=True) if _balanced(tokens)),
            (start + 1, paragraph[start]),
        )
        result.append(tokens)
        start = end
    return result


def _balanced(tokens: Iterable[Token]) -> bool:
    marks = [token.text for token in tokens if token.text in {'"', "“", "”"}]
    straight = marks.count('"')
    return straight % 2 == 0 and marks.count("“") == marks.count("”")


def _cut(sentence: Sequence[Token]) -> list[TokenSentence]:
    """A sentence longer than any real one, in parts."""
    parts = []
    rest = tuple(sentence)
    while len(rest) > LONGEST_SENTENCE:
        ends = [
            index + 1 for index, token in enumerate(rest[:LONGEST_SENTENCE]) if token.text in {",", ";", ":", *FINAL}
        ]
        at = ends[-1] if ends and ends[-1] >= LONGEST_SENTENCE // 2 else LONGEST_SENTENCE
        parts.append(rest[:at])
        rest = rest[at:]
    if rest:
        parts.append(rest)
    return parts
