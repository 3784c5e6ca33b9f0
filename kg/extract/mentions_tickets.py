"""Names of two candidates with a hyphen between them, which are a ticket and no person: "Rama Wijaya-Sinta Dewi"."""

from __future__ import annotations

from kg.extract.mentions_line import HYPHENS, LONGEST_NAME, Line

PAIR_LENGTH = 4  # letters: "Al-Habsyi" is one name


def pair_end(line: Line, index: int) -> int:
    """The end of two names with a hyphen that start at `index`, written in one word or in several: "Prabowo-Gibran" is
    a ticket, no person; `index` if there are none.
    """
    if not line.hyphened or ("-" not in line.texts[index] and line.texts[index + 1][:1] != "-"):
        return index
    first, hyphen, second = line.texts[index].partition("-")
    if len(first) < PAIR_LENGTH or not first[:1].isupper():
        return index
    if hyphen:
        if second:
            return index + 1 if second[:1].isupper() else index
        return index + 2 if line.proper[index + 1] and glued(line, index) else index
    behind = line.texts[index + 1]
    if behind[:1] == "-" and len(behind) > 1 and behind[1].isupper() and glued(line, index):  # "Widodo" "-KH"
        return index + 2
    if behind == "-" and line.proper[index + 2] and glued(line, index) and glued(line, index + 1):
        return index + 3
    return index


def glued(line: Line, index: int) -> bool:
    """Whether nothing stands between a word and the next."""
    words = line.sentence.words
    return index + 1 < line.length and words[index].span.end == words[index + 1].span.start


def ticket_end(line: Line, index: int) -> int:
    """The end of the names of two candidates that start at `index`: "Rama Wijaya-Sinta Dewi", "Rama - Sinta"; `index`
    if none do.

    The second has as many words as the first, or one more where no other name can follow it: "Rama-Sinta Budi Wijaya".
    """
    if not line.hyphened:
        return index
    if line.texts[index + 1] in HYPHENS and line.proper[index] and line.proper[index + 2]:
        return index + 3
    for at in range(index, index + LONGEST_NAME):
        end = last = pair_end(line, at)
        if end > at:
            while last <= at + 2 + LONGEST_NAME and line.proper[last] and not line.tags[last]:
                last += 1
            equal = end + at - index
            return last if last <= equal or (at > index and last == equal + 1) else equal
        if not line.proper[at]:
            break
    return index


def in_ticket(line: Line, first: int, last: int) -> bool:
    """Whether the name in `[first, last)` is one of two with a hyphen between them."""
    if not line.hyphened:
        return False
    if any(pair_end(line, at) > at for at in range(first, last + 1)):
        return True
    return any(
        pair_end(line, at) >= first and _ticket_around(line, at) > first for at in range(max(0, first - 3), first)
    )


def _ticket_around(line: Line, index: int) -> int:
    """The end of the names of two candidates of which the hyphen is at `index`."""
    start = index
    while start > index - LONGEST_NAME and line.proper[start - 1] and not line.tags[start - 1]:
        if line.pieces[start - 1] in line.words.organisation_words:
            break
        start -= 1
    return ticket_end(line, start)
