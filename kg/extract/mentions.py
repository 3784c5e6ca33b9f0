"""Finds who and what an article speaks of: persons, offices, units, groups, places, operations, elections, laws,
pronouns.

The finders read words, capitals and the lexicon; of the parse they only use word classes, and those with care.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import compress, count
from operator import or_

from kg.extract.mentions_bearers import STROKE, of_code, where_from
from kg.extract.mentions_called import is_given_name, with_bodies
from kg.extract.mentions_clauses import follows_clause
from kg.extract.mentions_coined import find_coined
from kg.extract.mentions_evidence import Evidence, gather
from kg.extract.mentions_groups import find_association, find_expert, find_group, find_pronoun
from kg.extract.mentions_handover import HandoverWords, predecessor_of_before
from kg.extract.mentions_holders import ALIAS, with_holders
from kg.extract.mentions_holding import HoldingWords
from kg.extract.mentions_initials import initials_of_person
from kg.extract.mentions_joined import joined_name
from kg.extract.mentions_line import Line, standing_end
from kg.extract.mentions_memberships import member_words, with_memberships
from kg.extract.mentions_names import is_given_name as begins_with_place
from kg.extract.mentions_persons import find_bare, find_named, find_ranked, find_short
from kg.extract.mentions_posts import find_post
from kg.extract.mentions_served import past_constituency
from kg.extract.mentions_spelled import name_in_brackets
from kg.extract.mentions_tags import OFFICES, Tag
from kg.extract.mentions_terms import with_period, with_term, written_on
from kg.extract.mentions_told import as_told
from kg.extract.mentions_units import ends_abbreviated, find_event, find_law, find_place, find_unit
from kg.extract.mentions_words import MentionWords
from kg.lexicon.load import Lexicon
from kg.model import Document, Mention
from kg.model.making import replace
from kg.model.members import GROUP, PERSON, PLACE, POST, UNIT

BESIDE = 5  # words: "periode 2023 - 2024 ,"
BEGINNING = 3  # letters that a short name has in common with the name
BODIES = (UNIT, GROUP)
Finder = Callable[[Line, int, Evidence], Mention | None]

KNOWN_TAGS = 1024  # combinations of tags, the last used


def find_mentions(document: Document, lexicon: Lexicon) -> tuple[Mention, ...]:
    """The mentions of an article in the order of the text, none overlapping another.

    An office and the name of its holder beside it are two mentions. Raises `LexiconError` if a word class is missing.
    """
    words = mention_words(lexicon)
    article = document.article
    lines = [Line.of(sentence, article, words) for sentence in document.sentences]
    evidence = gather(lines)
    found = [_scan(line, evidence) for line in lines]
    known = frozenset(
        piece
        for line, mentions in zip(lines, found, strict=True)
        for mention in mentions
        if mention.kind is PERSON
        for piece, tags in zip(
            line.pieces[mention.first : mention.last], line.tags[mention.first : mention.last], strict=True
        )
        if len(piece) > 1 and piece[:1].isalpha() and (not tags & Tag.RANK or piece in line.words.person_names)
    )
    holding, members = holding_words(lexicon), member_words(lexicon)
    result: list[Mention] = []
    before = 0  # where the mentions of the sentence before start
    for line, mentions in zip(lines, found, strict=True):
        mentions = [_as_person(line, one, known, evidence) if one.kind is PLACE else one for one in mentions]
        whole = with_bodies(line, _with_short_names(line, mentions, known, evidence))
        whole = with_memberships(line, whole, members)
        timed = line.hyphened and any(one.kind is POST for one in whole)
        if timed or not words.past_ordinals.isdisjoint(line.pieces):
            whole = _with_terms(line, whole, document)
        _follow(result, before, predecessor_of_before(line, whole, holding[1]))
        before = len(result)
        result += with_holders(line, whole, len(result), *holding)
    return tuple(result)


def _as_person(line: Line, place: Mention, known: frozenset[str], evidence: Evidence) -> Mention:
    """The person whose given name was taken for a place: "Bima mengatakan"."""
    alone = place.last == place.first + 1 and is_given_name(line, place.first, known, evidence.called)
    return line.mention(PERSON, place.first, place.last, "person/short", name=place.text) if alone else place


def _with_terms(line: Line, mentions: Sequence[Mention], document: Document) -> Sequence[Mention]:
    """The mentions of a sentence with those posts former whose term was over when the article was written."""
    written = written_on(document.clean, document.article.text)
    day = f"{written:%Y%m%d}" if written else ""
    return [_with_terms_of(line, one, day) if one.kind is POST else one for one in mentions]


def _with_terms_of(line: Line, post: Mention, day: str) -> Mention:
    """A post, or that of whose kin somebody is, former if its term was over on a day."""
    if post.relative is not None:
        other, person = post.relative
        post = replace(post, relative=(with_period(line, with_term(line, other, day), day), person))
    return with_period(line, with_term(line, post, day), day)


def _follow(result: list[Mention], before: int, left: int | None) -> None:
    """Notes who left the post that the sentence before ends with: its holder followed him by this sentence."""
    if left is None:
        return
    held = [
        at
        for at in range(before, len(result))
        if result[at].kind is POST and result[at].holder is not None and not result[at].former
    ]
    at = next((at for at in held if result[at].rule.endswith("+verb")), held[-1] if held else None)
    if at is not None and result[at].predecessor is None:
        result[at] = replace(result[at], predecessor=len(result) + left)


@lru_cache(maxsize=2)
def mention_words(lexicon: Lexicon) -> MentionWords:
    """The words of `lexicon`, compiled once."""
    return MentionWords.of(lexicon)


@lru_cache(maxsize=2)
def holding_words(lexicon: Lexicon) -> tuple[HoldingWords, HandoverWords]:
    """The words between holders and posts of `lexicon`, compiled once."""
    return HoldingWords.of(lexicon), HandoverWords.of(lexicon)


def _scan(line: Line, evidence: Evidence) -> list[Mention]:
    """The mentions of one sentence, found from left to right, but for short names."""
    behind = 0  # the last one found
    found: list[Mention] = []
    for index in compress(range(line.length), map(or_, line.tags, line.proper)):  # a form starts there, or a name may
        if index < behind or (line.texts[index - 1] == STROKE and of_code(line, index)):
            continue
        one = _at(line, index, evidence, found)
        if one is not None:
            found.append(one)
            behind = one.last
    return found


def _at(line: Line, index: int, evidence: Evidence, before: list[Mention]) -> Mention | None:
    """The mention that starts at `index`; `before` are those found so far."""
    if before and _follows(line, index, before[-1].last):
        held = _beside(line, index, evidence, before)
        if held is not None:
            return held
    if line.texts[index - 1] == "," and follows_clause(line, index, before):
        return find_ranked(line, index, evidence) or find_named(line, index, evidence)
    if before and before[-1].kind is PERSON and index <= before[-1].last + 2:
        joined = joined_name(line, index, evidence, before)
        if joined is not None:
            return joined
    tags = line.tags[index]
    called = tags & Tag.PLACE and line.pieces[index] in evidence.called and line.proper[index + 2]
    if called and begins_with_place(line, index, evidence):
        return find_named(line, index, evidence)  # "menunjuk Bandung Prasojo Wibowo"
    if not tags and not line.acronym[index] and line.pieces[index] not in line.words.bare_units:
        return find_coined(line, index, evidence) or find_bare(line, index, evidence)  # no other asks for it
    if line.pieces[index] in line.words.member_organisations:
        association = find_association(line, index, evidence)
        if association is not None:
            return association
    for finder in _finders(tags):
        found = finder(line, index, evidence)
        if found is not None:
            if found.kind in BODIES and ends_abbreviated(line, index, found.last):
                return None
            return as_told(line, found, evidence, before) if found.kind is POST else found
    return None


def _follows(line: Line, index: int, end: int) -> bool:
    """Whether a word at most, and what may stand between an office and its holder, is between `end` and `index`."""
    return index <= end + 1 or (index <= end + BESIDE and index <= standing_end(line, end) + 1)


def _beside(line: Line, index: int, evidence: Evidence, before: list[Mention]) -> Mention | None:
    """The person at `index` whom the office or name before him tells to be one."""
    if _behind_office(line, index, before) or (before[-1].kind is POST and name_in_brackets(line, index, evidence)):
        if line.headline and line.pieces[index] not in line.words.person_names and not line.tags[index] & Tag.RANK:
            return None
        held = find_ranked(line, index, evidence)
        if held is None and find_post(line, index, evidence) is None:
            held = find_named(line, index, evidence)
        return held
    if initials_of_person(line, index) and before[-1].kind is PERSON and before[-1].last == index - 1:
        return line.mention(PERSON, index, index + 1, ALIAS, name=line.texts[index])
    if _in_brackets_behind_name(line, index, before):
        alias = find_ranked(line, index, evidence) or find_named(line, index, evidence)
        return alias and replace(alias, rule=ALIAS)
    return None


def _in_brackets_behind_name(line: Line, index: int, before: list[Mention]) -> bool:
    """Whether a lone word in brackets behind a person may be what he is called: "Joko Widodo (Jokowi)"."""
    if before[-1].kind is not PERSON or before[-1].last != index - 1 or line.headline:
        return False
    before_it = line.pieces[index - 1]
    if line.tags[index] & (Tag.ADDRESS | Tag.TITLE) and before_it in line.words.alternatives:  # "atau Gus Ipul"
        return line.proper[index + 1] and line.pieces[index] not in line.words.plain_addresses
    if before_it in line.words.alternatives and not line.proper[index + 1]:  # "Joko Widodo atau Jokowi"
        return not line.tags[index] and line.pieces[index][:BEGINNING] == line.pieces[before[-1].first][:BEGINNING]
    if line.tags[index] & (Tag.ADDRESS | Tag.TITLE) and line.proper[index + 1]:  # "(Cak Imin)", "alias Haji Imin"
        bracket = line.texts[index - 1] == "(" and line.tags[index] & Tag.ADDRESS
        return bool(bracket) or before_it in line.words.aliases
    if before_it in line.words.aliases:  # "Ahmad Santosa alias Awing"
        return line.proper[index] and not line.tags[index]
    return line.texts[index - 1] == "(" and line.texts[index + 1] == ")" and not line.tags[index]


def _behind_office(line: Line, index: int, before: list[Mention]) -> bool:
    """Whether the name of a holder may start at `index`: a post stands before it, or a post, a comma and its place."""
    last = before[-1]
    post = before[-2] if len(before) > 1 and last.kind is PLACE else last
    if post.kind is POST and not post.quantifier and line.pieces[post.last] in line.words.origins:
        district = past_constituency(line, post.last)
        if district > post.last and index - district == (line.texts[district] == ","):
            return True
    gap = index - standing_end(line, last.last)
    if gap < 0 or gap > 1 or (gap == 1 and line.texts[index - 1] not in (",", ")")):
        return False
    if last.kind is PLACE and len(before) > 1:
        there = line.pieces[last.first - 1] in line.words.locatives and gap == 1  # "Duta Besar X di Y, Z"
        at = len(before) - 1
        while at > 1 and before[at - 1].kind is PLACE and _listed(line, before[at - 1], before[at]):
            at -= 1  # "Kepala Desa Y, Kecamatan Z, Kabupaten W, X"
        if there or _listed(line, before[at - 1], before[at]):
            post = before[at - 1]
            one = post.kind is GROUP and line.tags[post.first] & Tag.SINGLE
            return bool(one or (post.kind is POST and not post.quantifier)) and post.last == before[at].first - 1
    if last.kind is GROUP:
        return bool(line.tags[last.first] & Tag.SINGLE) and not (gap == 0 and where_from(line, index))
    if last.kind is UNIT and len(before) > 1:
        post = before[-2]  # "anggota DPR dari Fraksi X, Y"
        origin = post.last == last.first - 1 and line.pieces[post.last] in line.words.origins
        return origin and gap == 1 and post.kind is POST and not post.quantifier
    return last.kind is POST and not last.quantifier


def _listed(line: Line, one: Mention, other: Mention) -> bool:
    """Whether nothing but a comma stands between two mentions."""
    return one.last == other.first - 1 and line.texts[one.last] == ","


_FINDERS: tuple[tuple[int, Finder], ...] = (  # in order of precedence; no mask: whatever starts there
    (Tag.LAW_HEAD, find_law),
    (Tag.PRONOUN, find_pronoun),
    (Tag.OPERATION_HEAD | Tag.ELECTION, find_event),
    (Tag.QUANTIFIER | Tag.COLLECTIVE, find_group),
    (OFFICES | Tag.FORMER | Tag.ACTING | Tag.ADDRESS | Tag.CANDIDATE | Tag.DEPUTY, find_post),
    (Tag.RANK | Tag.TITLE | Tag.ADDRESS, find_ranked),
    (Tag.PLACE_HEAD | Tag.PLACE, find_place),
    (0, find_unit),
    (Tag.GROUP, find_group),
    (0, find_bare),
)


@lru_cache(KNOWN_TAGS)  # few of the ways in which tags meet ever do
def _finders(tags: int) -> tuple[Finder, ...]:
    """The finders of what can start at a word with `tags`, in order of precedence."""
    return tuple(finder for mask, finder in _FINDERS if tags & mask or not mask)


def _with_short_names(
    line: Line, mentions: list[Mention], known: frozenset[str], evidence: Evidence
) -> Sequence[Mention]:
    """The mentions of a sentence with the short names between them."""
    if not line.headline and known.isdisjoint(line.pieces):
        return mentions
    whole: list[Mention] = []
    left = [*reversed(mentions)]
    behind = 0  # the last one kept
    may_be = range(line.length) if line.headline else compress(count(), map(known.__contains__, line.pieces))
    for index in may_be:
        while left and left[-1].first <= index:
            whole.append(left.pop())
            if whole[-1].last > behind:
                behind = whole[-1].last
        found = find_expert(line, index) or find_short(line, index, known, evidence) if index >= behind else None
        if found is not None and found.last <= (left[-1].first if left else line.length):
            whole.append(found)
            behind = found.last
    return [*whole, *reversed(left)]
