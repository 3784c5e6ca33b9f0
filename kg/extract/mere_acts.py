"""Bare verbs that only tell an act: what came next in a story, a name or slogan, an item of a list, what is said of the
act that they name."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, clause_end
from kg.extract.phrases import starts_animate
from kg.model.members import PERSON

APPLYING = ("kan", "i")  # suffixes of verbs that are no nouns
SHORTEST_STEM = 3  # letters that the halves of a doubled word share
MAX_NAMED = 4  # words from what bears a name to the colon before it
MAX_SUBJECT = 16  # words of an act before what it is not
SHORTEST_STORY = 4  # words of a clause that tells of the speaker
MAX_STORY = 16  # words of a clause before the comma behind which a story goes on
OPENING = 2  # words of a clause among which its subject stands


def tells_act(passage: Passage, grammar: Grammar, at: int, first: int) -> bool:
    """Whether a verb without prefix at a word, before which whom it is told begins at `first`, tells an act only."""
    return (
        _half(passage, at)
        or _tells_story(passage, grammar, at, first)
        or _is_name(passage, grammar, at)
        or _is_item(passage, grammar, at)
        or _is_judged(passage, grammar, at)
    )


def _half(passage: Passage, at: int) -> bool:
    """Whether a word is half of a doubled one that is written apart (`ganti - ganti`, `melambai - lambaikan`)."""
    lower, word = passage.lower, passage.lower[at]
    if at + 2 < len(passage) and lower[at + 1] == "-" and lower[at + 2].startswith(word):
        return True
    if at < 2 or lower[at - 1] != "-":
        return False
    stems = {word, *(word.removesuffix(suffix) for suffix in APPLYING)}
    return any(len(stem) >= SHORTEST_STEM and lower[at - 2].endswith(stem) for stem in stems)


def _tells_story(passage: Passage, grammar: Grammar, at: int, first: int) -> bool:
    """Whether a verb tells what came to pass: again (`sudah turun, naik lagi`), there (`dari situ buka pintu`), with
    `gitu` at the end, or done by somebody named right before it (`Danu tutup pintu`) or by the speaker (`saya sendiri
    di sana, bantu panitia`)."""
    lower = passage.lower
    end = clause_end(passage, at)
    if lower[at] in grammar.intransitive and lower[at + 1 : at + 2] and lower[at + 1] in grammar.once_more:
        return True
    if at > 1 and lower[at - 1] in grammar.yonder and lower[at - 2] in grammar.preposition:
        return lower[-1] != "!"
    last = end - 1
    while last > at and passage.is_punctuation(last):
        last -= 1
    if last > at and lower[last] in grammar.like_that:
        return True
    found = passage.mention[at - 1] if at else -1
    if first < at and found >= 0 and passage.mentions[found].kind is PERSON and not lower[at].endswith(APPLYING):
        return True
    return at > 1 and lower[at - 1] == "," and _own_story(passage, grammar, at - 1)


def _own_story(passage: Passage, grammar: Grammar, comma: int) -> bool:
    """Whether the clause before a comma says what the speaker alone is or does, no cue of a demand in it."""
    start = comma
    while start > max(0, comma - MAX_STORY) and not passage.is_punctuation(start - 1):
        start -= 1
    clause = passage.lower[start:comma]
    if len(clause) < SHORTEST_STORY or grammar.lone_speaker.isdisjoint(clause[:OPENING]):
        return False
    if not grammar.conditional.isdisjoint(clause):
        return False  # `kalau saya ...`
    bids = grammar.speech | grammar.handing_on | grammar.second_person | grammar.reiterating
    return not any(word in bids or word in grammar.cues.forms for word in clause)


def _is_name(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a verb opens what a theme or programme is called, behind a colon (`tema lomba: Jaga Hutan`), or is a
    preposition before a time (`buat saat ini`)."""
    lower = passage.lower
    if lower[at] in grammar.benefactive and " ".join(lower[at + 1 : at + 3]) in grammar.narrated_time:
        return True
    if at < 2 or lower[at - 1] not in grammar.colon or not passage.sentence.texts[at][:1].isupper():
        return False
    return any(lower[k] in grammar.programme and passage.mention[k] < 0 for k in range(max(0, at - 1 - MAX_NAMED), at))


def _is_item(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a verb is the last of several that a noun before them is of (`kemampuan baca, tulis, hitung`), or opens
    the list of what was done already (`langkah yang sudah diambil, periksa lokasi`)."""
    lower, tags = passage.lower, passage.sentence.tags
    if at < 1 or lower[at - 1] != ",":
        return False
    head = at - 1
    while head > 1 and lower[head] == "," and lower[head - 1] in grammar.verb_form:
        head -= 2
    if head < at - 1 and head >= 0 and tags[head] == "NOUN" and lower[head] not in grammar.time:
        return at - head > 3
    start = at - 1
    while start > max(0, at - MAX_STORY) and not passage.is_punctuation(start - 1):
        start -= 1
    relative = next((k for k in range(start, at - 2) if lower[k] in grammar.relative), None)
    if relative is None or relative == start or lower[relative + 1] not in grammar.already:
        return False
    done = lower[relative + 2].startswith("di")
    return done and tags[relative - 1] == "NOUN" and not starts_animate(passage, grammar, start)


def _is_judged(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether an act is said to be no such thing (`tusuk jari bukanlah obat`) or what it already is (`parkir saja
    mahal`)."""
    lower = passage.lower
    for k in range(at + 2, min(clause_end(passage, at), at + MAX_SUBJECT)):
        following = lower[k + 1] if k + 1 < len(passage) else ""
        if lower[k] in grammar.is_not or (lower[k] + following in grammar.is_not):
            return True
        if lower[k] in grammar.mere and following in grammar.judging:
            return True
    return False


def is_slogan(passage: Passage, at: int) -> bool:
    """Whether a marker stands in a quotation that is a whole sentence, each word with a capital: what something is
    called or says of itself (`"Dinas Kita, Jangan Ragu Lapor!"`)."""
    if passage.quotation[at] < 0 or passage.sentence.is_title or not passage.title_case:
        return False
    return all(passage.quotation[k] >= 0 or passage.is_punctuation(k) for k in range(len(passage)))
