"""Finds posts that end with another office whose holder is the one named behind them: "juru bicara Presiden X, Y"."""

from __future__ import annotations

from kg.extract.mentions_holding import HolderSearch
from kg.extract.mentions_tags import OFFICES, Tag
from kg.lexicon.forms import squeeze
from kg.model import Mention
from kg.model.making import replace

PAIR = 2  # words: an office and another that it serves


def of_another(sentence: HolderSearch, at: int) -> bool:
    """Whether a post that somebody else holds ends with the post of the person named behind it: "X menjabat sebagai
    Sekretaris Militer Presiden Y".
    """
    line, mention = sentence.line, sentence.mentions[at]
    introduced = line.pieces[mention.first - 1] in line.words.holding_verbs
    if line.tags[mention.first] & Tag.OFFICE_OF_PERSON:  # "seorang asisten Presiden X"
        introduced = introduced or bool(line.tags[mention.first - 1] & Tag.SINGLE)
    if mention.last - mention.first < PAIR or not introduced:
        return False
    inner = line.tags[mention.last - 1] & (Tag.NATIONAL_OFFICE | Tag.PLACE_OFFICE)
    return bool(inner) and not line.tags[mention.last - PAIR] & Tag.DEPUTY


def of_team(sentence: HolderSearch, at: int) -> bool:
    """Whether a post is a team that serves the person named right behind it: "tim pengacara X"."""
    line, first = sentence.line, sentence.mentions[at].first
    return line.pieces[first] in line.words.teams and bool(line.tags[first + 1] & Tag.OFFICE_OF_PERSON)


def of_kin(sentence: HolderSearch, at: int) -> bool:
    """Whether a post says whose kin somebody is who has no name or is named later: "istri X", "adik Bupati X"; not "ibu
    X" or "ibu negara X", nor "sang istri X".
    """
    line, mention = sentence.line, sentence.mentions[at]
    relatives = line.words.relatives
    kin = line.pieces[mention.first] in relatives or squeeze(mention.post) in relatives
    kin = kin and not line.tags[mention.last - 1] & Tag.PRONOUN
    address = line.pieces[mention.first] in line.words.plain_addresses
    return kin and not address and not line.tags[mention.first - 1] & Tag.SINGLE


def with_relative(sentence: HolderSearch, at: int) -> Mention | None:
    """A post of kin without a holder, called with the name right behind it ("ayahanda X"), `None` for any other."""
    mention, behind = sentence.mentions[at], at + 1
    if behind >= len(sentence.mentions) or not sentence.is_person(behind) or sentence.gap(at, behind):
        return None
    if not of_kin(sentence, at):
        return None
    return replace(mention, office=f"{mention.office} {sentence.mentions[behind].text}")


def served(sentence: HolderSearch, at: int) -> int | None:
    """Who holds a post beside another office whose own holder is named behind it, his name behind a comma ("juru bicara
    Presiden X, Y"): the second, if no third name follows and no "dan"; else `None`.
    """
    line, mention = sentence.line, sentence.mentions[at]
    second = at + 2
    if second >= len(sentence.mentions) or not (sentence.is_person(at + 1) and sentence.is_person(second)):
        return None
    if not line.tags[mention.first] & Tag.OFFICE_OF_PERSON or sentence.gap(at + 1, second) != [","]:
        return None
    if not any(line.tags[k] & OFFICES & ~Tag.ROLE for k in range(mention.first + 1, mention.last)):
        return None
    behind = sentence.mentions[second].last
    listed = line.pieces[behind] in line.words.connectors or (
        second + 1 < len(sentence.mentions)
        and sentence.is_person(second + 1)
        and sentence.gap(second, second + 1)[:1] == [","]
    )
    return None if listed else second
