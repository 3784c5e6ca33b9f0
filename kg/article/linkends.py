"""Part names from the words that were glued behind them where a link ended (`Surya Daniswaramengatakan`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.article.rules import CleanRules
from kg.article.vocabulary import Vocabulary

# A capitalised word, also one that is itself glued to the word before it, or a short name in capitals with its tail.
_CAPITALISED = re.compile(r"[A-Z][a-z]{7,60}(?![a-z])|[A-Z]{2,20}[a-z]{4,40}(?![A-Za-z])")
_CAPITALS = re.compile(r"[A-Z]{2,}")
_VERB = re.compile(r"(?:me[mnlrwy]|di|ber|ter)[a-z]{3,}")
_PLAIN_ACTIVE = re.compile(r"me[mnlrwy][a-z]{4,}")
_SHORTEST_NAME, _SHORTEST_TAIL, _SHORTEST_VERB, _LONG_VERB = 3, 3, 6, 8
_SHORTEST_KNOWN = 5
"""Letters of a name that the article need not have alone, as the lexicon has it."""
_PREPOSITION = 2
_NEXT = re.compile(r" ([A-Za-z]{1,40})")


def link_ends(text: str, rules: CleanRules) -> Iterator[int]:
    """Where a word in lower case was glued to the name before it.

    There, the article has the name alone elsewhere, or the lexicon has it, and the article never has it in lower case
    and has the two together only once, and what follows is a word that follows names: a function word, a reporting
    verb, another active verb (meN-; no name ends in one), a short or passive one that the article has elsewhere, or a
    preposition before a place. Before a long reporting verb, which ends no other word, the name need not be known.
    """
    known = Vocabulary(text)
    for match in _CAPITALISED.finditer(text):
        word = match.group()
        if (
            word[-_SHORTEST_TAIL:] not in rules.tails
            and word[-_PREPOSITION:] not in rules.tails
            and not _VERB.search(word, 2)
        ):
            continue
        capitals = _CAPITALS.match(word)
        cuts = (capitals.end(),) if capitals else range(_SHORTEST_NAME, len(word) - _PREPOSITION + 1)
        for cut in cuts:
            name = word[:cut]
            if (
                (_follows_names(word[cut:], known, rules) or _goes_on(text, match.start() + cut, match.end(), rules))
                and (_is_name(name, word, known, rules) or _reports(word[cut:], rules))
                and not known.count(name.lower())
                and known.count(word) < 2
            ):
                yield match.start() + cut
                break


def _is_name(name: str, word: str, known: Vocabulary, rules: CleanRules) -> bool:
    if known.count(name):
        return True
    lower = name.lower()
    listed = lower in rules.names or lower in rules.place_ends
    return len(name) >= _SHORTEST_KNOWN and listed and word.lower() not in rules.names


def _reports(word: str, rules: CleanRules) -> bool:
    return len(word) >= _LONG_VERB and word in rules.verbs and _PLAIN_ACTIVE.fullmatch(word) is not None


def _follows_names(word: str, known: Vocabulary, rules: CleanRules) -> bool:
    if word in rules.behind_names or (len(word) > _SHORTEST_VERB and _PLAIN_ACTIVE.fullmatch(word)):
        return True
    return len(word) >= _SHORTEST_VERB and _VERB.fullmatch(word) is not None and known.count(word) > 0


def _goes_on(text: str, at: int, end: int, rules: CleanRules) -> bool:
    """Whether what begins at `at` and was glued up to `end` goes on as it must behind a name: a preposition of place
    with a place, the first word of "hari ini" with the second."""
    behind = _NEXT.match(text, end)
    if behind is None:
        return False
    follows = behind.group(1)
    if text[at:end] in rules.words["link-preposition"]:
        return follows.lower() in rules.place_starts
    return f"{text[at:end]} {follows}" in rules.words["behind-link"]
