"""Holders behind a clause about them: "Pengacara LBH X yang mendampingi korban, Y, mengatakan"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.mentions_line import Line
from kg.extract.mentions_search import HolderSearch
from kg.model import Mention
from kg.model.members import POST, PRONOUN

LONGEST = 14  # words of a clause
LONGEST_NAME = 5  # words
BEHIND = 3  # mentions: an office and what a clause about its holder names
VERBAL = ("VERB", "AUX", "ADV")  # UD tags


def clause_end(line: Line, first: int, index: int) -> int:
    """The comma behind the relative clause at `index`, with which the office from `first` on opens a sentence or what
    somebody says, where a name follows and then a comma or the predicate; `index` if there is none.
    """
    if line.pieces[index] not in line.words.relative_pronouns or line.headline or index + 1 >= line.length:
        return index
    said = first > 0 and line.pieces[first - 1] in line.words.speech
    if not (first == 0 or said or not line.pieces[first - 1][:1].isalnum()):
        return index
    verb = index + 1
    if line.pieces[verb] in line.words.joint_offices:
        return index  # "Rektor X yang juga Ketua Y, Z"
    if line.sentence.words[verb].upos not in VERBAL and line.pieces[verb] not in line.words.verbs:
        return index
    stop = next((at for at in range(index + 2, index + LONGEST) if not line.pieces[at]), index)
    if line.texts[stop] != "," or not line.proper[stop + 1] or line.pieces[stop + 1] in line.words.calendar:
        return index
    end = stop + 1
    while end <= stop + LONGEST_NAME and line.proper[end] and not line.tags[end]:
        end += 1
    if end == stop + 1 or (end == stop + 2 and line.pieces[stop + 1] not in line.words.person_names):
        return index
    if line.texts[end] == "," or (said and end >= line.length - 1):
        return stop
    return stop if not said and end < line.length and line.sentence.words[end].upos in VERBAL else index


def behind_clause(sentence: HolderSearch, at: int) -> int | None:
    """The person named behind the relative clause of a post; `None` if nobody is."""
    post = sentence.mentions[at]
    stop = clause_end(sentence.line, post.first, post.last)
    if stop == post.last:
        return None
    behind = range(at + 1, len(sentence.mentions))
    return next(
        (other for other in behind if sentence.mentions[other].first == stop + 1 and sentence.is_person(other)), None
    )


def follows_clause(line: Line, index: int, before: Sequence[Mention]) -> bool:
    """Whether the comma of the clause about one of the last posts found stands before `index`."""
    return any(
        one.kind is POST and one.last < index - 1 == clause_end(line, one.first, one.last) for one in before[-BEHIND:]
    )


def of_one_spoken_of(sentence: HolderSearch, person: int, at: int) -> bool:
    """Whether a post is that of somebody spoken of before, by a pronoun behind a comma, and the person only belongs to
    what the sentence opens with: "Di partai besutan X itu, ia menjabat Ketua Y".
    """
    line, mentions = sentence.line, sentence.mentions
    first = mentions[person].first
    if first == 0 or line.sentence.words[0].upos != "ADP" or "," in line.texts[:first]:
        return False
    between = (mentions[other] for other in range(person + 1, at))
    return any(one.kind is PRONOUN and line.texts[one.first - 1] == "," for one in between)
