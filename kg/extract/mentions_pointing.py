"""Tells which offices point back to somebody named before: "Namun anggota DPR itu menyoroti"."""

from __future__ import annotations

from kg.extract.mentions_line import LONGEST_OPENING, Line

OPENINGS = frozenset({"ADV", "ADJ", "CCONJ", "PUNCT"})


def opens_clause(line: Line, index: int) -> bool:
    """Whether nothing but adverbs, conjunctions and "selain itu" stands before a subject at `index`."""
    words, pointing = line.sentence.words, line.words.demonstratives
    return index <= LONGEST_OPENING and all(
        words[at].upos in OPENINGS
        or line.pieces[at] in pointing
        or (words[at].upos == "ADP" and line.pieces[at + 1] in pointing)
        for at in range(index)
    )


def points_back(line: Line, first: int, behind: int) -> bool:
    """Whether an office from `first` on opens its clause, and a demonstrative and its verb stand `behind` it: "Namun
    anggota DPR itu menyoroti".
    """
    if line.headline or line.pieces[behind] not in line.words.demonstratives or not opens_clause(line, first):
        return False
    return behind + 1 < line.length and line.sentence.words[behind + 1].upos in ("VERB", "AUX", "ADV")
