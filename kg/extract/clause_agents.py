"""Who stands in a clause before a verb: the agent outside a prepositional phrase, over adverbs and brackets."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_verb
from kg.model import MentionKind
from kg.model.members import GROUP, PERSON, POST, PRONOUN

NAMES = (PERSON, POST)  # what a comma may part of its apposition
LISTED = ("NOUN", "PROPN", "ADJ", "NUM", "CCONJ", "PRON")  # UD tags of words in a list of persons
LIST_MARKS = frozenset(",()/-")
MAX_COMPANY = 30  # words from a word for company to the last of those who are in it
MAX_ASIDE = 10  # words of a clause of time before whom it names last
MAX_PLACE = 3  # common nouns that name a place
MAX_AMOUNT = 8  # words that say how many there are
MAX_ATTRIBUTION = 8  # words between commas that say who says so


def skip_adverbs(passage: Passage, grammar: Grammar, at: int, floor: int) -> int:
    """Leftwards over adverbs, auxiliaries, negations, times, commas and brackets; the index of the first other word."""
    while at >= floor:
        lower = passage.lower[at]
        before = passage.lower[at - 1] if at > floor else ""
        joined = before + lower if passage.sentence.continuing[at] else f"{before} {lower}"
        if before and (joined in grammar.pre_verb or joined in grammar.narrated_time):  # `sebetul-nya`, `waktu itu`
            at -= 2
            continue
        if passage.mention[at] >= 0 and passage.agent_at(at) is not None:
            return at
        if lower == ")":
            while at >= floor and passage.lower[at] != "(":
                at -= 1
            at -= 1
            continue
        skippable = (
            lower in grammar.pre_verb
            or lower in grammar.negator
            or lower in grammar.irrealis
            or lower == ","
            or lower in ("-", "–", "—")
        )
        if not skippable:
            return at
        at -= 1
    return at


def _beside(passage: Passage, at: int, kind: MentionKind) -> bool:
    """Whether an agent at a word may be whom one of a kind behind a comma names again: two posts are two persons."""
    found = passage.agent_at(at)
    return found is not None and not (kind is POST and passage.mentions[found].kind is POST)


def mention_start(passage: Passage, grammar: Grammar, at: int, floor: int) -> int:
    """The first word of the mention over `at`, of posts and persons chained before it, and of its quantifiers."""
    first = passage.mentions[passage.mention[at]].first
    kind = passage.mentions[passage.mention[at]].kind
    if kind is PRONOUN:
        return first
    while first - 1 >= floor:
        before = passage.lower[first - 1]
        if before in grammar.quantifier or (
            before in (",", "(") and kind in NAMES and _beside(passage, first - 2, kind)
        ):
            first -= 1
        elif passage.mention[first - 1] >= 0 and passage.agent_at(first - 1) is not None:
            first = passage.mentions[passage.mention[first - 1]].first
        else:
            break
    return first


def from_whom(passage: Passage, grammar: Grammar, at: int, floor: int) -> bool:
    """Whether `dari` marks the agent at a word as the subject, as in colloquial speech (`kemarin dari Bupati minta
    agar ...`): it opens the clause, but for conjunctions and adverbs."""
    if passage.quotation[at] < 0:
        return False
    before = mention_start(passage, grammar, at, floor) - 1
    if before < floor or passage.lower[before] not in grammar.origin:
        return False
    tag = passage.sentence.tags[before - 1] if before > floor else "PUNCT"
    return tag in ("PUNCT", "SCONJ", "CCONJ", "ADV") or passage.lower[before - 1] in grammar.time


def in_prepositional(passage: Passage, grammar: Grammar, at: int, floor: int) -> bool:
    first = mention_start(passage, grammar, at, floor)
    before = first - 1
    if before > floor and passage.lower[before] in grammar.presence:
        before -= 1  # `di hadapan para Kapolres`
    governed = before >= floor and passage.lower[before] in grammar.preposition
    governed = governed or in_relative(passage, grammar, first, floor) or _of_place(passage, grammar, first, floor)
    governed = governed or counted(passage, grammar, at, floor) is not None
    return governed or in_company(passage, grammar, at, floor) or in_aside(passage, grammar, at, floor)


def _of_place(passage: Passage, grammar: Grammar, first: int, floor: int) -> bool:
    """Whether who begins at a word only says whose place it is that others are at (`para pedagang di depan kantor
    bupati menuntut ...`): a preposition with a common noun or two stands between them (UD nmod)."""
    at = first - 1
    while at > max(floor, first - 1 - MAX_PLACE) and passage.sentence.tags[at] == "NOUN" and passage.mention[at] < 0:
        at -= 1
    lower = passage.lower[at]
    placed = at < first - 1 and (lower in grammar.locative_of_time or lower in grammar.origin)
    return placed and at > floor and passage.agent_at(at - 1) is not None


def counted(passage: Passage, grammar: Grammar, at: int, floor: int) -> int | None:
    """The word of those of whom the people at a word only say how many they are (`massa yang berjumlah sekitar 200
    orang`, `sopir sebanyak 40 orang`); `None` if they stand for themselves."""
    mention = passage.mentions[passage.mention[at]]
    number = mention.first - 1
    if mention.kind is not GROUP or number <= floor or passage.sentence.tags[number] != "NUM":
        return None
    k, amount = number - 1, False
    while k > max(floor, number - MAX_AMOUNT) and passage.agent_at(k) is None:
        amounts = passage.lower[k] in grammar.amounting
        counting = amounts or passage.lower[k] in grammar.relative or passage.lower[k] in grammar.approximate
        if not counting and passage.sentence.tags[k] not in ("NUM", "ADV") and not passage.split[k - 1]:
            return None
        amount = amount or amounts
        k -= 1
    amount = amount or passage.lower[k] in grammar.amounting
    return k if amount and passage.agent_at(k) is not None else None


def opens_side_clause(passage: Passage, grammar: Grammar, at: int, verb: int, floor: int) -> bool:
    """Whether a conjunction of time or reason that may be a preposition too stands before the subject of a verb (`warga
    resah saat polisi meminta ...`; UD nsubj)."""
    mention = passage.mentions[passage.mention[at]]
    before = mention_start(passage, grammar, at, floor) - 1
    if before < floor or passage.lower[before] not in grammar.side_clause:
        return False
    words = passage.sentence.words[mention.first : mention.last]
    return any(word.head == verb and word.deprel == "nsubj" for word in words)


def in_relative(passage: Passage, grammar: Grammar, first: int, floor: int) -> bool:
    """Whether who begins at a word is the object of a relative clause about somebody before it (`Wakapolda yang
    mewakili Kapolda meminta ...`; UD acl:relcl): a verb with me- is all that stands between."""
    verb = first - 1
    if verb <= floor or not passage.lower[verb].startswith("me") or not is_verb(passage, grammar, verb):
        return False
    relative = verb - 1
    while relative > floor and passage.lower[relative] in grammar.pre_verb:
        relative -= 1
    described = relative - 1 - (passage.lower[relative - 1] == ",")
    return (
        passage.lower[relative] in grammar.relative and described >= floor and passage.agent_at(described) is not None
    )


def in_aside(passage: Passage, grammar: Grammar, at: int, floor: int) -> bool:
    """Whether the agent at a word is only met in a clause of time or means behind the subject, without commas (`Bupati
    saat ditemui wartawan meminta ...`, `Bupati dengan menggandeng polisi mengimbau ...`; UD advcl)."""
    first = mention_start(passage, grammar, at, floor)
    if passage.lower[first - 1] in grammar.list_conjunction:
        return False  # `... saat warga datang dan Kapolsek meminta ...`: another clause
    for k in range(first - 1, max(floor, first - MAX_ASIDE), -1):
        if passage.lower[k] == "," or passage.is_mark(k):
            return False
        means = passage.lower[k] in grammar.besides and k + 1 < first and is_verb(passage, grammar, k + 1)
        if means or (passage.lower[k] in grammar.time_clause and passage.lower[k + 1] not in grammar.pointing):
            acts = any(is_verb(passage, grammar, verb) for verb in range(k + 1, first))
            return acts and any(passage.agent_at(before) is not None for before in range(floor, k))
    return False


def in_company(passage: Passage, grammar: Grammar, at: int, floor: int) -> bool:
    """Whether the agent at a word only stands beside the subject, alone or as the last of a list (`Kapolres X
    didampingi Kasat Y dan Kasi Z mengimbau ...`): the word for company has somebody before it."""
    first = mention_start(passage, grammar, at, floor)
    joined = first - 1 > floor and passage.lower[first - 1] in grammar.list_conjunction
    for before in range(first - 1, max(floor, first - MAX_COMPANY), -1):
        lower = passage.lower[before]
        if lower in grammar.company:
            return any(passage.agent_at(k) is not None for k in range(floor, before))
        listed = passage.mention[before] >= 0 or lower in LIST_MARKS or passage.sentence.words[before].upos in LISTED
        if not (joined and listed) and lower not in grammar.by:
            return False
    return False


def speaks_for(passage: Passage, grammar: Grammar, at: int, floor: int) -> bool:
    """Whether the agent at a word is through whom somebody before him speaks (`warga melalui kuasa hukumnya, Danu,
    meminta ...`)."""
    before = mention_start(passage, grammar, at, floor) - 1
    through = before > floor and passage.lower[before] in grammar.channel
    return through and any(passage.agent_at(k) is not None for k in range(floor, before))


def first_agent(passage: Passage, grammar: Grammar, floor: int, stop: int) -> int | None:
    """The first agent of the clause outside a prepositional phrase; a person behind a post counts as that post."""
    at = floor
    while at < stop:
        if passage.agent_at(at) is not None:
            if not in_prepositional(passage, grammar, at, floor):
                return at
            at = passage.mentions[passage.mention[at]].last
            continue
        at += 1
    return None


def before_attribution(passage: Passage, grammar: Grammar, comma: int, floor: int) -> int:
    """The word before an attribution that ends at a comma (`KPU, kata Rahmat, harus ...`, `polisi, menurutnya, wajib
    ...`); the comma itself if none does: a verb of speech, who speaks and nothing else between two commas."""
    if comma <= floor or passage.lower[comma] != ",":
        return comma
    for first in range(comma - 1, max(floor, comma - MAX_ATTRIBUTION), -1):
        if passage.lower[first - 1] == "," and passage.lower[first] in grammar.speech:
            return first - 2 if first - 2 >= floor else comma
        if not _names_speaker(passage, grammar, first):
            break
    return comma


def _names_speaker(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a word may stand in an attribution: of a name, a pronoun, an enclitic, an adverb or a verb of speech."""
    known = passage.agent_at(at) is not None or passage.sentence.words[at].continues
    lower = passage.lower[at]
    listed = lower in grammar.third_person or lower in grammar.speech or lower in grammar.pre_verb
    return known or listed or passage.sentence.words[at].upos == "PROPN"
