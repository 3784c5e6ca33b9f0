"""What a headline looks like in Indonesian news, and where one ends that was pasted into running text."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.article.rules import CleanRules

_TOKEN = re.compile(r"\S+")
_EDGE = "\"“”'‘’()[]{},.:;!?…-–—*|/"
_GLUE = re.compile(
    r"(?<=[a-z0-9?!.)%])(?=[\"“])|(?<=[a-zé]{3})(?=[A-Z][a-z]+)|(?<=[A-Z]{2})(?=[A-Z][a-z]{2,})|(?<=[?!])(?=[A-Z])"
)
_SENTENCE_END = (".", "!", "?", "…", '."', ".”")
_SHORTEST_UNANNOUNCED = 7
MAX_HEADLINE = 260
"""No headline of the press is longer than this many characters."""


class Token(NamedTuple):
    """A blank-separated piece of text with its offsets; `word` is it without punctuation at its edges."""

    start: int
    end: int
    text: str
    word: str


def tokens(text: str) -> list[Token]:
    """The blank-separated pieces of `text`."""
    return [Token(m.start(), m.end(), m.group(), m.group().strip(_EDGE)) for m in _TOKEN.finditer(text)]


def is_headline(text: str, rules: CleanRules) -> bool:
    """Whether `text` is capitalised as headlines are: four words or more, every one but function words, no full
    stop.
    """
    if len(text) > MAX_HEADLINE or text.rstrip().endswith((".", ";", ",", '"', "”")):
        return False
    pieces = tokens(text)
    if len(pieces) < 4:
        return False
    plain = [token for token in pieces[1:] if _is_plain(token, rules)]
    return len(plain) <= len(pieces) // 10


def _is_plain(token: Token, rules: CleanRules) -> bool:
    """Whether a word is in lower case and no function word: what running text is full of and headlines are not."""
    word = token.word
    return (
        bool(word)
        and word[0].islower()
        and word not in rules.lowered["headline-function-word"]
        and word not in rules.words["lower-brand"]
    )


def headline_end(text: str, elsewhere: str, rules: CleanRules, *, announced: bool = True) -> int:
    """Where, in `text` that begins with a headline and goes on with a sentence, the sentence begins; 0 if at once.

    A headline capitalises its words; the sentence shows itself by its first plain word in lower case. Between the
    last word that can only be the headline's and that one the boundary is the best of: a place where two words are
    glued, an opening quotation mark, a word that opens sentences, the head of a subject, names that the article
    (`elsewhere`) repeats. A headline written like a sentence is looked for only if it is `announced` (by a colon).
    The end of `text` if it is a headline throughout.
    """
    pieces = tokens(text[: MAX_HEADLINE + 80])
    if not pieces or pieces[0].text[0] in '"“':
        return 0
    if pieces[0].word in rules.words["sentence-opener"] and any(piece.text[0].islower() for piece in pieces[1:4]):
        return 0
    for body, token in enumerate(pieces):
        glue = _glue(token, rules)
        if glue is not None:
            return token.start + glue
        if token.text[0] in '"“':
            return token.start
        if _is_plain(token, rules):
            if not announced and body < _SHORTEST_UNANNOUNCED:
                return 0
            return _boundary(pieces, body, elsewhere, rules, announced)
    return len(text) if len(text) <= MAX_HEADLINE else 0


def _boundary(pieces: list[Token], body: int, elsewhere: str, rules: CleanRules, announced: bool) -> int:
    """Where the sentence begins whose first plain word is `pieces[body]`."""
    if body >= 3:
        support = [
            _supported(pieces[i].word, elsewhere, rules) or _joined(pieces, i, elsewhere, rules) for i in range(body)
        ]
        joined = [_joined(pieces, i, elsewhere, rules) for i in range(body)]
        score, best = max(
            (_score(pieces, k, body, support[k] and all(joined[k + 1 :]), rules), k) for k in range(1, body)
        )
        if score > -5:
            return pieces[best].start
    return _plain_headline_end(pieces, rules) if announced else 0


def _plain_headline_end(pieces: list[Token], rules: CleanRules) -> int:
    """The end of a headline written like a sentence; 0 unless glued words, a mark or a word that opens sentences
    show it.
    """
    for i, token in enumerate(pieces[4:18], 4):
        glue = _glue(token, rules)
        if glue is not None:
            return token.start + glue
        starts = token.text[0].isupper() and pieces[i - 1].text.endswith(("?", "!", "."))
        if token.text[0] in '"“' or starts or token.word in rules.words["sentence-opener"]:
            return token.start
    return 0


def _glue(token: Token, rules: CleanRules) -> int | None:
    """Where inside a token a sentence was glued to the word before it, if it was."""
    if token.text.startswith(tuple(rules.words["camel-word"])):
        return None
    match = _GLUE.search(token.text)
    return match.start() if match and match.start() > 0 else None


def _joined(pieces: list[Token], i: int, elsewhere: str, rules: CleanRules) -> bool:
    """Whether `pieces[i]` can go on with a subject that `pieces[i - 1]` is in: a title, an apposition, a name of
    several words.
    """
    if i == 0:
        return False
    word, before, heads = pieces[i].word, pieces[i - 1], rules.words["subject-head"]
    if before.text.endswith(_SENTENCE_END):
        return False
    named = any(piece.text in heads for piece in pieces[max(0, i - 3) : i])  # a title and up to three words of a name
    if word in heads or named or word in rules.words["coordinator"] or before.word in rules.words["coordinator"]:
        return True
    return before.text.endswith(",") or f"{before.text} {word}" in elsewhere


def _supported(word: str, elsewhere: str, rules: CleanRules) -> bool:
    """Whether a word is likely the first of a subject: its head, or a name that the article repeats."""
    if word in rules.words["subject-head"]:
        return True
    at = elsewhere.find(f" {word}") if len(word) > 1 else -1
    while at >= 0:
        behind = elsewhere[at + 1 + len(word) : at + 2 + len(word)]
        if not behind.isalnum():
            return True
        at = elsewhere.find(f" {word}", at + 1)
    return False


def _score(pieces: list[Token], k: int, body: int, subject: bool, rules: CleanRules) -> float:
    """How likely it is that the sentence whose first plain word is `pieces[body]` begins at `pieces[k]`.

    `subject` says whether the words between the two can be one subject.
    """
    token, before = pieces[k], pieces[k - 1]
    distance = body - k
    if not (token.text[0].isupper() or token.text[0].isdigit() or token.text[0] in "'‘("):
        return -9.0
    if before.text.endswith((",", ":", "-", "–", "/")):
        return -9.0
    score = 0.0
    if before.text.endswith(_SENTENCE_END):
        score += 3.0
    elif before.word.lower() in rules.lowered["never-before-boundary"]:
        return -8.0
    if token.word in rules.words["sentence-opener"]:
        score += 3.0 - 0.3 * (distance - 1)
    elif token.word in rules.words["headline-opener"]:
        following = pieces[k + 1].text
        score += 3.0 if distance == 1 or following[0].isdigit() or following.endswith(",") else 0.0
    elif token.word in rules.words["subject-head"]:
        score += 1.0
    if before.text in rules.words["subject-head"] and score < 3:
        score -= 2.0
    if subject:
        score += 1.5 + 0.25 * min(distance, 4)
    else:
        score -= 0.3 * (distance - 1)
    if k < 4:
        score -= 4.0 - k
    elif k > 16:
        score -= 2.0
    return score + 0.01 * k
