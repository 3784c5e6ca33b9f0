"""Links holders and posts with words between them: verbs of holding and of appointment."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields

from kg.extract.mentions_agents import appoints_to_other, before_next
from kg.extract.mentions_clauses import of_one_spoken_of
from kg.extract.mentions_line import Line, standing_end
from kg.extract.mentions_search import HolderSearch
from kg.extract.mentions_served import past_constituency
from kg.lexicon.forms import squeeze
from kg.lexicon.load import Lexicon
from kg.model.members import GROUP

FOLDER = "mentions/"
PAIR = 2  # words: an office and another that it serves
YEAR_LENGTH = 4
YEARS = re.compile(r"\d{4}([-–]\d{4})?\)")  # behind the bracket that opens
LONGEST_NOTE = 5  # words in such brackets, with both
AGE = 3  # words: "(60)"
LONGEST_GAP = 8  # words between a holder and his post


@dataclass(frozen=True, slots=True, repr=False, eq=False)  # one of a lexicon
class HoldingWords:
    """The closed classes that stand between holders and posts, squeezed; each field is the class of its name."""

    holding_verb: frozenset[str]
    held_by: frozenset[str]
    appointing_verb: frozenset[str]
    appointed_to: frozenset[str]
    holding_filler: frozenset[str]
    joint_office: frozenset[str]
    past_holding: frozenset[str]
    present_marker: frozenset[str]
    removal_verb: frozenset[str]
    from_office: frozenset[str]
    demanded_removal: frozenset[str]
    removal_active: frozenset[str]
    coming_before: frozenset[str]
    unreal_removal: frozenset[str]
    nowadays: frozenset[str]
    unreal_holding: frozenset[str]
    appointing_active: frozenset[str]
    becoming: frozenset[str]
    becoming_marker: frozenset[str]
    formerly: frozenset[str]
    demonstrative: frozenset[str]
    agent_preposition: frozenset[str]
    office_noun: frozenset[str]
    also_office: frozenset[str]
    comitative: frozenset[str]
    as_office: frozenset[str]
    plural_pronoun: frozenset[str]
    then_clause: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> HoldingWords:
        """The classes of `lexicon`; raises `LexiconError` if one is missing."""
        return cls(
            **{
                entry.name: frozenset(squeeze(form) for form in lexicon.words(FOLDER + entry.name.replace("_", "-")))
                for entry in fields(cls)
            }
        )


def link_by_verbs(sentence: HolderSearch, words: HoldingWords) -> None:
    """A holder and a post with a verb between them: "X yang menjabat Y", "Y dijabat X", "X dilantik menjadi Y"."""
    for at in range(len(sentence.mentions)):
        if not sentence.is_post[at] or at in sentence.held:
            continue
        if at and sentence.is_post[at - 1] and not sentence.gap(at - 1, at):
            continue  # "X sebagai asisten logistik Kasad": whom he serves
        left = None if _of_group(sentence, at, words) else nearest_person(sentence, at, -1)
        if left is not None:
            gap = without_age(sentence.gap(left, at))
            if _accompanies(sentence, left, gap, words) or _of_kin(sentence, left, gap, words):
                continue
            if appoints_to_other(sentence.line, sentence.mentions[at]):
                continue
            if of_one_spoken_of(sentence, left, at):
                continue
            if _holds(gap, words) or _becomes(sentence, left, at, gap, words):
                sentence.held[at] = (left, "verb")
                entered = any(word in words.appointing_verb for word in gap)  # the year says when he came
                past = is_past(_since_other(sentence, left, at, gap, words), words)
                past = past or before_next(sentence.line, sentence.mentions[at], words.coming_before)
                past = past or sentence.line.pieces[_first_of(sentence, left) - 1] in words.then_clause
                if past or (not entered and _in_year(sentence.line, sentence.mentions[at].last)):
                    sentence.former.add(at)
                    _moved(sentence, at, left, gap, words)
                continue
            if _formerly(gap, words) or _shared_subject(sentence, at, left, gap, words):
                sentence.held[at] = (left, "verb")
                sentence.former.add(at)
                continue
        right = nearest_person(sentence, at, +1)
        if right is not None:
            gap = [word for word in sentence.gap(at, right) if word not in ("(", ")")]
            named = [word for word in gap if word != ","]
            if named and any(word in words.held_by for word in named) and _filled(named, words.held_by, words):
                sentence.held[at] = (right, "held by")
            elif gap == [","] or (gap[:1] == [","] and all(word in words.holding_filler for word in gap[1:])):
                _subject_control(sentence, at, right, words)


def _accompanies(sentence: HolderSearch, person: int, gap: list[str], words: HoldingWords) -> bool:
    """Whether a person is only beside the subject of a verb of holding: "Bersama X menjabat gubernur, Y berjanji"."""
    first = sentence.mentions[person].first
    beside = sentence.line.pieces[first - 1] in words.comitative and not sentence.holder_known(person)
    return beside and gap[:1] != [","] and words.as_office.isdisjoint(gap[:1]) and words.joint_office.isdisjoint(gap)


def _of_kin(sentence: HolderSearch, person: int, gap: list[str], words: HoldingWords) -> bool:
    """Whether a relative clause may tell of somebody of a person's family: "ayah X yang merupakan kepala desa"."""
    line, first = sentence.line, sentence.mentions[person].first
    return line.pieces[first - 1] in line.words.relatives and not words.joint_office.isdisjoint(gap[:2])


def _of_group(sentence: HolderSearch, at: int, words: HoldingWords) -> bool:
    """Whether a relative clause about somebody without a name says who holds a post: "warga yang menjabat X"."""
    if not at or sentence.mentions[at - 1].kind is not GROUP:
        return False
    apposed = at > 1 and sentence.is_person(at - PAIR) and sentence.gap(at - PAIR, at - 1) == [","]
    if apposed and not sentence.mentions[at - 1].quantifier:
        return False  # "X, politisi yang juga Ketua Y"
    return not words.joint_office.isdisjoint(sentence.gap(at - 1, at)[:1])


def _subject_control(sentence: HolderSearch, at: int, right: int, words: HoldingWords) -> None:
    """A clause without its subject before the main clause: "Selain menjabat Y, X juga ..."."""
    first = sentence.mentions[at].first
    before = [sentence.line.pieces[index] for index in range(max(0, first - 3), first)]
    if any(word in words.holding_verb for word in before) and first <= LONGEST_GAP:
        sentence.held[at] = (right, "control")
        if is_past(before, words):
            sentence.former.add(at)


def nearest_person(sentence: HolderSearch, at: int, step: int) -> int | None:
    """The nearest person before or behind the post, with no other post in between but those of the same person."""
    position = at + step
    while 0 <= position < len(sentence.mentions):
        if sentence.is_person(position):
            if step < 0 and _appoints(sentence, position):
                position += step
                continue
            return position
        if sentence.is_post[position] and position not in sentence.held:
            return None
        position += step
    return None


def _appoints(sentence: HolderSearch, person: int) -> bool:
    """Whether a person is the agent of a passive of appointment: "ditunjuk Kapolri Jenderal X menduduki ..."."""
    first = sentence.mentions[person].first
    for at, (holder, _) in sentence.held.items():
        if holder == person:
            first = min(first, sentence.mentions[at].first)
    before = sentence.line.pieces[max(0, first - 2) : first]
    return any(word in sentence.line.words.appointing_verbs for word in before)


def _holds(gap: list[str], words: HoldingWords) -> bool:
    """Whether the words between a person and a post say that he holds or held it, or was put into it."""
    words_only = [word for word in gap if word not in (",", "(", ")")]
    if len(gap) == 1 and gap[0] in words.also_office:
        return True  # "X sekaligus Ketua Y"
    if words_only and words_only[-1] in words.agent_preposition:  # "dilantik sebagai X oleh Presiden"
        return False
    if not words_only or len(gap) > LONGEST_GAP or any(word in words.unreal_holding for word in words_only):
        return False
    if any(word in words.appointing_verb for word in words_only):
        return _filled(words_only, words.appointing_verb | words.appointed_to, words)
    if any(word in words.holding_verb for word in words_only):
        return _filled(words_only, words.holding_verb, words)
    return len(words_only) > 1 and all(word in words.joint_office for word in words_only)


def without_age(gap: list[str]) -> list[str]:
    """The words behind a name without his age in brackets: "X (60) yang merupakan Y"."""
    aged = len(gap) > AGE and gap[0] == "(" and gap[1].isdigit() and gap[2] == ")"
    return gap[AGE:] if aged else gap


def _becomes(sentence: HolderSearch, person: int, at: int, gap: list[str], words: HoldingWords) -> bool:
    """Whether a person comes into a post: "X kini menjadi Y", "menunjuk X menjadi Y", "X yang semula Z menjadi Y", "X
    yang menjadi Y pada 2015".
    """
    if not gap or gap[-1] not in words.becoming or any(word in words.unreal_holding for word in gap):
        return False
    rest = gap[:-1]
    if not rest and sentence.line.pieces[_first_of(sentence, person) - 1] in words.then_clause:
        return True  # "saat X menjadi wali kota"
    if len(rest) == 1 and rest[0] in words.joint_office and _in_year(sentence.line, sentence.mentions[at].last):
        return True
    if any(word in words.becoming_marker | words.formerly for word in rest):
        known = words.becoming_marker | words.formerly | words.appointing_verb | {","}
        return all(word in known or word in words.holding_filler for word in rest)
    return _appointed(sentence, person, words) and all(word in words.holding_filler for word in rest)


def _appointed(sentence: HolderSearch, person: int, words: HoldingWords) -> bool:
    """Whether a person, with the posts before his name, is the object of a verb of appointing: "menunjuk Komjen X"."""
    return sentence.line.pieces[_first_of(sentence, person) - 1] in words.appointing_active


def _first_of(sentence: HolderSearch, person: int) -> int:
    """The first word of a person with the posts before his name."""
    posts = (sentence.mentions[at].first for at, (holder, _) in sentence.held.items() if holder == person)
    return min(sentence.mentions[person].first, *posts, sentence.mentions[person].first)


def _shared_subject(sentence: HolderSearch, at: int, person: int, gap: list[str], words: HoldingWords) -> bool:
    """Whether the person who opens a sentence, the only one before the post, is said to have held it in a second
    predicate: "X merupakan lulusan Akpol dan sebelumnya menjabat Y".
    """
    conjunctions = [k for k, word in enumerate(gap) if word in sentence.line.words.connectors]
    alone = not any(sentence.is_person(other) for other in range(at) if other != person)
    if not (conjunctions and alone) or sentence.mentions[person].first > 1:
        return False
    last = gap[conjunctions[-1] + 1 :]
    return bool(last) and _holds(last, words) and is_past(last, words)


def _since_other(sentence: HolderSearch, person: int, at: int, gap: list[str], words: HoldingWords) -> list[str]:
    """The words before a post that tell of it alone: those behind another one that the person held before he came into
    it, "yang sebelumnya menjabat Y dimutasi sebagai Z".
    """
    others = [other for other in range(person + 1, at) if sentence.held.get(other, (None,))[0] == person]
    tail = sentence.gap(others[-1], at) if others else gap
    return tail if not words.appointing_verb.union(words.nowadays).isdisjoint(tail) else gap


def _formerly(gap: list[str], words: HoldingWords) -> bool:
    """Whether the words between a person and a post say without a verb that he held it: "X yang semula Y"."""
    said = [word for word in gap if word != ","]
    return any(word in words.formerly for word in said) and _filled(said, words.formerly, words)


def _moved(sentence: HolderSearch, at: int, person: int, gap: list[str], words: HoldingWords) -> None:
    """Takes back that a post is over which the person came into from another: "semula Y menjadi Z"."""
    into = bool(gap) and gap[-1] in words.becoming and any(word in words.formerly for word in gap)
    if into and any(holder == person and other < at for other, (holder, _) in sentence.held.items()):
        sentence.former.discard(at)


def _filled(gap: list[str], links: frozenset[str], words: HoldingWords) -> bool:
    return all(word in links or word in words.holding_filler for word in gap)


def is_past(gap: list[str], words: HoldingWords) -> bool:
    """Whether a word puts the holding into the past; "saat ini" and "selama ini" do not."""
    return any(
        word in words.past_holding and not (gap[index + 1 : index + 2] and gap[index + 1] in words.present_marker)
        for index, word in enumerate(gap)
    )


def _in_year(line: Line, behind: int) -> bool:
    """Whether only a year follows the post: "menjabat sebagai Karo SDM Polda X pada 2012" tells of a career, as does
    "Kapolres X (2012)"."""
    if line.texts[behind] == "(":
        return YEARS.match("".join(line.texts[behind + 1 : behind + LONGEST_NOTE])) is not None
    at = behind + 1 if line.pieces[behind] in line.words.locatives_of_time else behind
    at = at + 1 if line.pieces[at] in line.words.law_parts else at
    year = line.texts[at].replace("–", "-").partition("-")[0]
    return at > behind and year.isdigit() and len(year) == YEAR_LENGTH


def behind_standing(sentence: HolderSearch, at: int) -> int | None:
    """The holder of a post behind words that only say that he holds it there or now, or held it then: "Camat setempat,
    X", "Kapolri saat itu, X".
    """
    line, post = sentence.line, sentence.mentions[at]
    closed = line.texts[post.last] == "(" and ")" in line.pieces[post.last :]  # a slip may leave it open
    bracket = line.pieces.index(")", post.last) + 1 if closed else post.last
    end = standing_end(line, bracket)
    district = past_constituency(line, post.last) if end == post.last else end
    if district == end and (end == bracket or (line.pieces[post.last] in line.words.locatives and not post.unit)):
        return None
    end = district
    name = end + 1 if line.texts[end] == "," else end
    for other in range(at + 1, min(at + 1 + PAIR, len(sentence.mentions))):
        if sentence.is_person(other) and sentence.mentions[other].first == name:
            said = line.pieces[bracket:end] or ("",)
            if said[0] in line.words.ballot_number and line.pieces[post.first - 1] in line.words.connectors:
                return None  # "calon bupati dan wakil bupati nomor urut 1, X dan Y": which of the two is he
            if "".join(said) in line.words.standing_then or said[0] in line.words.eras:
                sentence.former.add(at)
            return other
    return None
