"""Who says so between two commas right behind a cue (`warga diminta, kata Kapolres, tidak ...`)."""

from __future__ import annotations

from kg.extract.content_telling import attributes
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage

MAX_SAID = 16  # words between the two commas


def past_speaker(passage: Passage, grammar: Grammar, comma: int, stop: int) -> int:
    """The word behind the second comma of an attribution or of what holds in any case (`wajib, apa pun alasannya, ...`)
    that begins at a comma; the comma itself if neither does."""
    if comma + 3 >= stop or passage.lower[comma] != ",":
        return comma
    at = comma + 1
    says = passage.lower[at] in grammar.speech or attributes(passage, grammar, at)
    conceded = passage.lower[at] in grammar.question and passage.lower[at + 1] in grammar.concessive
    if not says and not conceded:
        return comma
    ends = (k for k in range(at + 1, min(stop - 1, at + MAX_SAID)) if passage.lower[k] == ",")
    end = next((k for k in ends if passage.mention[k] < 0 and passage.sentence.tags[k + 1] != "PROPN"), None)
    return comma if end is None else end + 1
