"""Finds which person a post mentioned beside him belongs to: apposition, words of holding between them, handovers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.extract.mentions_agents import before_next
from kg.extract.mentions_another import (
    abbreviates,
    body_between,
    comes_from,
    held_then,
    in_list,
    not_his,
    opens_main_clause,
    own_holder,
    parts_holder,
    place_follows,
    second_follows,
    served,
    with_relative,
)
from kg.extract.mentions_clauses import behind_clause
from kg.extract.mentions_handover import HandoverWords, handovers
from kg.extract.mentions_holding import (
    HoldingWords,
    behind_standing,
    is_past,
    link_by_verbs,
    without_age,
)
from kg.extract.mentions_line import Line, origin_end, standing_end
from kg.extract.mentions_memberships import RULE as MEMBER
from kg.extract.mentions_memberships import holder_of
from kg.extract.mentions_pointing import points_back
from kg.extract.mentions_removals import find_removals, lost
from kg.extract.mentions_search import HolderSearch
from kg.extract.mentions_tags import OFFICES, Tag
from kg.extract.mentions_terms import has_period
from kg.model import Mention
from kg.model.making import replace
from kg.model.members import PERSON, PLACE, POST

ALIAS = "person/alias"
ENCLITIC = "nya"
BRACKET = 5  # words
SHORT = 3  # words: initials in brackets


def with_holders(
    line: Line, mentions: Sequence[Mention], offset: int, words: HoldingWords, handing: HandoverWords
) -> Iterable[Mention]:
    """The mentions of one sentence, posts with their holder; `offset` is the article-wide index of the first of
    them.
    """
    posts = [mention.kind is POST for mention in mentions] if mentions else []
    return _linked(line, mentions, offset, words, handing, posts) if True in posts else mentions


def _linked(
    line: Line, mentions: Sequence[Mention], offset: int, words: HoldingWords, handing: HandoverWords, posts: list[bool]
) -> Iterator[Mention]:
    """The mentions of a sentence with a post; `posts` says which are posts."""
    left: dict[int, int] = {}
    persons = False
    for at, mention in enumerate(mentions):
        persons = persons or mention.kind is PERSON
        posts[at] = posts[at] and not mention.quantifier
    sentence = HolderSearch(line, list(mentions), {}, set(), posts)
    if persons and True in posts:
        _beside(sentence)
        _behind(sentence)
        _bracketed(sentence)
        _joint(sentence, words)
        link_by_verbs(sentence, words)
        find_removals(sentence, words)
        holders = {post: holder for post, (holder, _) in sentence.held.items()}
        for handover in handovers(line, mentions, holders, handing):
            sentence.held[handover.post] = (handover.new, "handover")
            sentence.former.discard(handover.post)
            left[handover.post] = handover.old
    for at, mention in enumerate(sentence.mentions):
        if at in sentence.held:
            holder, rule = sentence.held[at]
            former = mention.former or at in sentence.former
            old = offset + left[at] if at in left else None
            rule = f"{mention.rule}+{rule}"
            yield replace(mention, holder=offset + holder, predecessor=old, former=former, rule=rule)
        elif posts[at] and (own := own_holder(sentence, at, words))[1]:
            yield mention if own[0] is None else replace(mention, holder=offset + own[0], rule=f"{mention.rule}+own")
        elif mention.kind is POST and not in_list(line, mention) and _points_back(line, mention, words):
            before = [line.pieces[index] for index in range(max(0, mention.first - 4), mention.first)]
            past = mention.former or is_past(before, words) or lost(line, mention.first, words)
            past = past or before_next(line, mention, words.coming_before)
            yield replace(mention, anaphoric=True, former=past)
        elif posts[at]:
            yield with_relative(sentence, at) or mention
        else:
            yield mention


def _points_back(line: Line, mention: Mention, words: HoldingWords) -> bool:
    """Whether a post without a name has its holder in the text before: "mantan Kapolda X ini", "sejak ia menjabat
    X".
    """
    behind = origin_end(line, mention.last)  # "pengamat dari Universitas X itu"
    if mention.quantifier or not (mention.former or mention.unit or " " in mention.office or behind > mention.last):
        return False
    before_it = line.pieces[mention.first - 1]
    if before_it == ENCLITIC:  # "jelasnya"
        before_it = line.pieces[mention.first - 2]
    said = before_it in line.words.speech
    if line.texts[behind] == "(":
        behind = next((at + 1 for at in range(behind, behind + BRACKET) if line.texts[at] == ")"), behind)
    if line.pieces[behind] in words.demonstrative:
        return said or not before_it[:1].isalnum() or points_back(line, mention.first, behind)
    opens = mention.first == 0 or (mention.first == 1 and not line.pieces[0])
    if mention.former and opens and line.pieces[behind] in line.words.speech_verbs and not line.headline:
        return True  # "Mantan Menteri Pertahanan menyebut ..."
    if said and mention.former and not line.pieces[mention.last][:1].isalnum():  # "kata mantan Kapolda Jawa Barat."
        return True
    before = [line.pieces[index] for index in range(max(0, mention.first - 3), mention.first)]
    while before and before[-1] in words.appointed_to and before[-1] not in words.holding_verb:
        before.pop()
    held = any(word in words.holding_verb for word in before[-2:])
    near = range(max(0, mention.first - 4), mention.first)
    return held and any(_speaks_of_holder(line, index, words) for index in near)


def _speaks_of_holder(line: Line, index: int, words: HoldingWords) -> bool:
    """Whether the pronoun at `index` can be the holder: not several, nor an object ("meminta MK menetapkannya")."""
    if not line.tags[index] & Tag.PRONOUN or line.pieces[index] in words.plural_pronoun:
        return False
    return line.pieces[index] != ENCLITIC or line.sentence.words[index - 1].upos != "VERB"


def _beside(sentence: HolderSearch) -> None:
    """A post right before a name: "Kapolda Lampung Irjen Pol X", "Kapolres Kaur, AKBP X", "Bupati Kaur, Bengkulu,
    X".
    """
    for at in range(len(sentence.mentions) - 1):
        if not sentence.is_post[at]:
            continue
        right = at + 1
        gap = sentence.gap(at, right)
        if sentence.mentions[at].rule == MEMBER:
            sentence.held[at] = (holder_of(sentence.line, sentence.mentions, at) or right, "before")
            continue
        stripped = gap
        while stripped and stripped[0] in sentence.line.words.other_markers:
            stripped = stripped[1:]
        standing = behind_standing(sentence, at) if gap else None
        told = behind_clause(sentence, at) if gap and standing is None else None
        if told is not None:
            sentence.held[at] = (told, "before clause")
            continue
        if gap == [","] and (right, "before clause") in sentence.held.values():
            continue  # "Pengacara yang mendampingi korban, X, mengatakan"
        if standing is not None:
            sentence.held[at] = (standing, "before")
            continue
        if not gap and (serving := served(sentence, at)) is not None:
            sentence.held[at] = (serving, "before whom it serves")
            continue
        if not_his(sentence, at, gap):
            continue
        alone = gap == [")"] and sentence.line.texts[sentence.mentions[at].first - 1] == "("  # "X (Jampidsus) Y"
        if alone and sentence.is_person(right) and (not at or not sentence.is_post[at - 1]):
            sentence.held[at] = (right, "before")
        elif sentence.is_person(right) and (gap in ([], [","], ["("]) or stripped == [","]):
            if not gap or _may_precede(sentence, at, right):
                sentence.held[at] = (right, "before")
        elif sentence.is_person(right) and len(gap) == 1 and gap[0] in sentence.line.words.named_by:
            sentence.held[at] = (right, "named")
        elif sentence.mentions[right].kind is PLACE and gap == [","] and right + 1 < len(sentence.mentions):
            while right + 2 < len(sentence.mentions) and place_follows(sentence, right):
                right += 1  # "Kepala Desa Y, Kecamatan Z, Kabupaten W, X"
            if sentence.is_person(right + 1) and parts_holder(sentence.gap(right, right + 1)):
                sentence.held[at] = (right + 1, "before place")
        elif body_between(sentence, at, gap):
            sentence.held[at] = (right + 1, "before body")
        elif comes_from(sentence, right, gap):
            sentence.held[at] = (right + 1, "before origin")
        elif abbreviates(sentence, right, gap):
            sentence.held[at] = sentence.held[right] = (right + 1, "abbreviated")


def _may_precede(sentence: HolderSearch, at: int, right: int) -> bool:
    """Whether a post may belong to the person behind a comma: no lone "Ketua", no "menjabat presiden", no headline."""
    line = sentence.line
    if not sentence.mentions[at].unit and _generic(sentence, at):
        return False
    if line.headline and not sentence.mentions[right].rank:
        return False
    first = sentence.mentions[at].first  # "Kapolres X yang juga menjabat Ketua Y, Z"
    return line.pieces[first - 1] not in line.words.holding_verbs or line.pieces[first - 2] in line.words.joint_offices


def _generic(sentence: HolderSearch, at: int) -> bool:
    """Whether a post is a lone "Ketua": with a comma behind it, it calls somebody or stands in a list."""
    mention = sentence.mentions[at]
    tags = sentence.line.tags[mention.last - 1]
    return " " not in mention.office and tags & OFFICES & ~Tag.ROLE == Tag.OFFICE and not mention.former


def _behind(sentence: HolderSearch) -> None:
    """A post behind a name and a comma or bracket: "X, Kasat Reskrim Polres Y, mengatakan"."""
    for at in range(1, len(sentence.mentions)):
        left = at - 1
        if not sentence.is_post[at] or at in sentence.held or not sentence.is_person(left):
            continue
        gap = without_age(sentence.gap(left, at))
        if sentence.mentions[left].rule == ALIAS and gap[:1] == [")"]:  # "X (HD), Danki 3 Brimob"
            gap = gap[1:] or [","]
        elif len(gap) >= SHORT and gap[0] == "(" and gap[SHORT - 1] == ")" and _capitals(sentence, left):
            gap = gap[SHORT:] or [","]
        if sentence.line.tags[sentence.mentions[at].first] & Tag.ADDRESS:  # "Pak Dirlantas, Pak Kapolres" calls two
            continue
        if gap not in ([], [","], ["("]) or sentence.holder_known(left) or _enumerated(sentence, at):
            continue
        if not gap or _closed(sentence, left, at):
            sentence.held[at] = (left, "behind")
            if held_then(sentence.line, sentence.mentions[at].last):
                sentence.former.add(at)


def _capitals(sentence: HolderSearch, person: int) -> bool:
    """Whether a word in capitals stands in brackets behind a person: his initials."""
    text = sentence.line.texts[sentence.mentions[person].last + 1]
    return text.isupper() and text.isalpha()


def _bracketed(sentence: HolderSearch) -> None:
    """Several posts in the brackets behind a name: "X (Kasat Y periode 2021-2023, Kasat Z)"; the earlier are over."""
    line = sentence.line
    for left in range(len(sentence.mentions) - 1):
        if not sentence.is_person(left) or not sentence.is_post[left + 1] or sentence.gap(left, left + 1) != ["("]:
            continue
        at = left + 1
        while at < len(sentence.mentions) and sentence.is_post[at]:
            sentence.held[at] = (left, "behind")
            stop = sentence.mentions[at + 1].first if at + 1 < len(sentence.mentions) else line.length
            between = line.texts[sentence.mentions[at].last : stop]
            if ")" in between or "," not in between:
                break
            if has_period(between):
                sentence.former.add(at)
            at += 1


def _closed(sentence: HolderSearch, left: int, at: int) -> bool:
    """Whether the apposition ends behind the post, or the sentence begins with the name, whose verb follows then.

    Otherwise the post begins the main clause: "Menurut X, Kapolda Y meminta ...".
    """
    line = sentence.line
    behind = sentence.mentions[at].last
    before = line.pieces[sentence.mentions[left].first - 1]
    if before in line.words.speech_prepositions:
        return line.texts[standing_end(line, behind)] == ","
    post = sentence.mentions[at]
    if not (post.unit or post.former or " " in post.office or line.capital[post.first]):
        return False
    if before in line.words.speech and line.pieces[behind][:1].isalnum():
        return line.pieces[behind] in line.words.attribution_tails
    if behind >= line.length or not line.pieces[behind][:1].isalnum():
        return True
    if line.sentence.words[behind].upos in ("VERB", "AUX", "ADV"):
        return opens_main_clause(sentence, left)
    return True


def _enumerated(sentence: HolderSearch, at: int) -> bool:
    """Whether the post is one of a list: another post or person follows it behind a comma or conjunction."""
    if at + 1 >= len(sentence.mentions) or not (sentence.is_post[at + 1] or sentence.is_person(at + 1)):
        return False
    gap = sentence.gap(at, at + 1)
    return len(gap) <= 2 and bool(gap) and gap[-1] in sentence.line.words.connectors | {","}


def _joint(sentence: HolderSearch, words: HoldingWords) -> None:
    """Two posts of one holder: "Penasihat X sekaligus Guru Besar Y, Z"."""
    for at in range(len(sentence.mentions) - 2, -1, -1):
        right = at + 1
        if not (sentence.is_post[at] and sentence.is_post[right]) or at in sentence.held or right not in sentence.held:
            continue
        gap = [word for word in sentence.gap(at, right) if word != ","]
        kind = sentence.line.tags[sentence.mentions[at].first] & (Tag.OFFICE | Tag.PLACE_OFFICE | Tag.NATIONAL_OFFICE)
        lone = kind & Tag.OFFICE and not sentence.mentions[at].unit and bool(sentence.mentions[right].unit)
        beside = len(gap) == 1 and gap[0] in sentence.line.words.connectors and sentence.held[right][1] == "before"
        joined = lone and beside and kind == Tag.OFFICE
        if len(gap) > 1 and gap[-1] in words.holding_verb and gap[-2] in words.joint_office:
            gap.pop()  # "yang juga menjabat"
        if gap and (joined or all(word in words.joint_office for word in gap)):
            holder = sentence.held[right][0]
            sentence.held[at] = (holder, "joint")
        if (
            lone and beside and second_follows(sentence, sentence.held[right][0])
        ):  # "Dirreskrimum dan Dirreskrimsus X A dan B"
            sentence.held[right] = (sentence.held[right][0] + 1, "before")
