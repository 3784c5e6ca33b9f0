"""Repairs names that slips or the tokenizer wrote in one with other words; nicknames inside and degrees behind them."""

from __future__ import annotations

from kg.extract.mentions_evidence import Evidence
from kg.extract.mentions_line import Line
from kg.extract.mentions_shapes import APOSTROPHES
from kg.extract.mentions_tags import Tag

SHORTEST_PART = 4  # letters, of a name or a word that a slip wrote in one
SHORTEST_VERB = 6
SURE_PREFIX = 3  # letters: no name ends in a word that begins with "meng", but "di" is short
PAIR = 2  # quotation marks around a nickname
QUOTES = frozenset("'\"“”‘’")


def written_name(line: Line, name: int, end: int, evidence: Evidence) -> str:
    """The name in `[name, end)` without the nickname in it and without what is written in one with it."""
    whole = line.joined(name, end)
    if end > name + PAIR:
        quotes = [at for at in range(name, end) if line.texts[at] in QUOTES]
        if len(quotes) == PAIR:
            whole = f"{line.joined(name, quotes[0])} {line.joined(quotes[1] + 1, end)}"
    first_word = line.texts[name].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    glued = len(line.texts[name]) - len(first_word) - 1  # capitals before the name: "RIPrabowo"
    if glued >= PAIR and line.pieces[name][glued:] in line.words.person_names:
        whole = whole[glued:]
    return _unglued(line, whole.rstrip(".,(-–"), end, evidence)


def _unglued(line: Line, written: str, end: int, evidence: Evidence) -> str:
    """A name without the word in small letters that a slip wrote in one with it: "Prabowojika" is "Prabowo".

    A verb with "di-" is only taken off where the article has the rest as a name.
    """
    piece = line.pieces[end - 1]
    if piece in line.words.person_names or not piece.isalpha():
        return written
    for at in range(SHORTEST_PART, len(piece) - SHORTEST_PART + 1):
        name, tail = piece[:at], piece[at:]
        if name not in line.words.person_names:
            continue
        verbal = [prefix for prefix in line.words.verbal_prefixes if tail.startswith(prefix)]
        long = len(tail) >= SHORTEST_VERB and any(len(prefix) >= SURE_PREFIX for prefix in verbal)
        plain = long or (len(tail) >= SHORTEST_VERB and verbal and name in evidence.names)
        if tail in line.words.glued_tails or plain:
            return written[: -len(tail)]
    return written


def nickname_end(line: Line, index: int) -> int:
    """The word behind what stands in quotation marks at `index` inside a name: "Rama 'Ucok' Wijaya"."""
    if line.texts[index] not in QUOTES:
        return index
    stop = next((at for at in range(index + 2, index + 4) if line.texts[at] in QUOTES), index)
    inside = all(line.proper[at] for at in range(index + 1, stop))
    return stop + 1 if stop > index and inside and line.proper[stop + 1] else index


def cut_off(line: Line, index: int) -> bool:
    """Whether the word at `index` is the end of a name that the tokenizer took for an enclitic or cut at its glottal
    stop: "Hidayatul" "lah", "Ma'" "mun", "Ma" "'" "shum".
    """
    words = line.sentence.words
    glued = words[index - 1].span.end == words[index].span.start
    if glued and line.texts[index] in APOSTROPHES and line.proper[index - 1]:
        joined = index + 1 < line.length and words[index].span.end == words[index + 1].span.start
        return joined and line.texts[index + 1].islower()
    stopped = line.texts[index - 1][-1:] in APOSTROPHES or line.texts[index][:1] in APOSTROPHES
    return glued and (stopped or words[index].upos == "PART") and line.pieces[index].isalpha()


def whole_pieces(line: Line, first: int, last: int) -> tuple[str, ...]:
    """The words of a name in `[first, last)`, those together of which the tokenizer cut the end off."""
    whole = [line.pieces[first]]
    for at in range(first + 1, last):
        if cut_off(line, at):
            whole[-1] += line.pieces[at]
        else:
            whole.append(line.pieces[at])
    return tuple(whole)


def degrees_behind(line: Line, index: int) -> tuple[int, str]:
    """The end of the degrees behind a name, and their text."""
    end = index
    while True:
        at = end + 1 if line.texts[end] == "," else end
        stop = line.end(at, Tag.DEGREE)
        if stop == at or not line.capital[at]:
            break
        end = stop
        if line.texts[end] == "." and line.texts[end + 1] == ",":
            end += 1
    return end, line.joined(index, end).strip(" ,") if end > index else ""


def is_brand(text: str) -> bool:
    """Whether a word has capitals behind its second letter and small letters before, or is the address of an outlet
    (`Kompas.com`, `SURYA.CO.ID`), as brands do and names do not."""
    rest = text[2:]
    head, stop, end = text.rpartition(".")
    if stop and len(head) > 2 and len(end) > 1 and (end.islower() or (text.isupper() and "." in head[3:])):
        return True
    return not (rest.islower() or text.isupper() or "-" in text) and any(map(str.isupper, rest))
