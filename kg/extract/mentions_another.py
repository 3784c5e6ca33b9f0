"""Finds posts that end with another office whose holder is the one named behind them: "juru bicara Presiden X, Y"."""

from __future__ import annotations

from kg.extract.mentions_holding import HoldingWords
from kg.extract.mentions_line import Line
from kg.extract.mentions_search import HolderSearch
from kg.extract.mentions_tags import OFFICES, Tag
from kg.lexicon.forms import squeeze
from kg.model import Mention
from kg.model.making import replace
from kg.model.members import PLACE, PRONOUN, UNIT

BRACKET = 3  # mentions or words: a name and what else its brackets tell, "( NTT )"
LONGEST_OWN = 5  # words: "dalam kedudukannya sebagai"
ENCLITIC = "nya"
VERBAL = ("VERB", "AUX", "ADV")  # UD tags of what a predicate begins with
PAIR = 2  # words: an office and another that it serves


def not_his(sentence: HolderSearch, at: int, gap: list[str]) -> bool:
    """Whether a post is not that of who is named behind it, `gap` being what stands between."""
    if gap == [","]:
        return of_servant(sentence, at) or of_stand_in(sentence, at) or of_spoken_to(sentence, at)
    others = (of_another, of_apposed, of_hearer, of_team, of_kin, of_body)
    return not gap and any(other(sentence, at) for other in others)


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


def of_apposed(sentence: HolderSearch, at: int) -> bool:
    """Whether a post that stands in apposition to an officer without another ends with the post of the officer named
    behind it: "Brigjen X, Waasops Kapolri Jenderal Y".
    """
    line, mention, left = sentence.line, sentence.mentions[at], at - 1
    if at == 0 or not sentence.is_person(left) or not sentence.is_person(at + 1) or sentence.gap(left, at) != [","]:
        return False
    ranked = sentence.mentions[left].rank and sentence.mentions[at + 1].rank
    if not ranked or sentence.holder_known(left) or mention.last - mention.first < PAIR or _listed(sentence, at + 1):
        return False
    return any(
        line.tags[k] & (Tag.NATIONAL_OFFICE | Tag.PLACE_OFFICE) and not line.tags[k - 1] & Tag.DEPUTY
        for k in range(mention.first + 1, mention.last)
    )


def _listed(sentence: HolderSearch, person: int) -> bool:
    """Whether another post or person follows one behind a comma or a conjunction: "X, Y, dan Z"."""
    if person + 1 >= len(sentence.mentions):
        return False
    gap = sentence.gap(person, person + 1)
    joined = all(word == "," or word in sentence.line.words.connectors for word in gap)
    return bool(gap) and joined and (sentence.is_post[person + 1] or sentence.is_person(person + 1))


def of_hearer(sentence: HolderSearch, at: int) -> bool:
    """Whether a lone post is that of who hears the person named behind it, whose verb follows: "Kepada penyidik X
    mengaku"."""
    line, mention = sentence.line, sentence.mentions[at]
    first, behind = mention.first, sentence.mentions[at + 1].last
    if mention.unit or line.capital[first] or line.pieces[first - 1] not in line.words.recipients:
        return False
    opens = first <= PAIR or line.texts[first - PAIR] == ","
    verbal = behind < line.length and line.sentence.words[behind].upos == "VERB" and not line.capital[behind]
    return opens and sentence.is_person(at + 1) and verbal


def of_spoken_to(sentence: HolderSearch, at: int) -> bool:
    """Whether a post that opens a clause behind a preposition of whom one speaks to is not that of the person behind
    its comma, whose verb follows right behind the name: "Kepada Kapolri, X meminta ...", "Di hadapan Bupati Y, X ..."
    """
    line, first = sentence.line, sentence.mentions[at].first
    behind = sentence.mentions[at + 1].last
    if not first or line.pieces[first - 1] not in line.words.recipients or not sentence.is_person(at + 1):
        return False
    return behind < line.length and line.sentence.words[behind].upos in VERBAL and not line.proper[behind]


def of_team(sentence: HolderSearch, at: int) -> bool:
    """Whether a post is a team that serves the person named right behind it: "tim pengacara X"."""
    line, first = sentence.line, sentence.mentions[at].first
    return line.pieces[first] in line.words.teams and bool(line.tags[first + 1] & Tag.OFFICE_OF_PERSON)


def of_kin(sentence: HolderSearch, at: int) -> bool:
    """Whether a post says whose kin somebody is who has no name or is named later: "istri X", "adik Bupati X"; not "Ibu
    X" or "ibu negara X", nor "sang istri X".
    """
    line, mention = sentence.line, sentence.mentions[at]
    relatives = line.words.relatives
    kin = line.pieces[mention.first] in relatives or squeeze(mention.post) in relatives
    kin = kin and not line.tags[mention.last - 1] & Tag.PRONOUN
    longer = mention.last > mention.first + 1  # "ibu negara X", but "ibu X"
    address = line.pieces[mention.first] in line.words.plain_addresses and (line.capital[mention.first] or longer)
    return kin and not address and not line.tags[mention.first - 1] & Tag.SINGLE


def of_servant(sentence: HolderSearch, at: int) -> bool:
    """Whether a post is that of whom somebody serves who is named behind a comma: "sopir Bupati X, Y", "Tim Ahli Bupati
    X, Y", "keluarga Bupati X, Y".
    """
    line, first = sentence.line, sentence.mentions[at].first
    before = line.pieces[first - 2 if line.tags[first - 1] & Tag.SINGLE else first - 1]  # "kakak sang artis, X"
    if before in line.words.servants or (before in line.words.relatives and before not in line.words.plain_addresses):
        return True
    team = first > 1 and line.pieces[first - PAIR] in line.words.teams and line.proper[first - 1]
    return before in line.words.teams or bool(team)


def of_body(sentence: HolderSearch, at: int) -> bool:
    """Whether the name right behind a post ends the brackets behind another name: "X (dosen, mantan Rektor Y)"; it is
    that of a body."""
    mentions = sentence.mentions
    ends = sentence.is_person(at + 1) and sentence.line.texts[mentions[at + 1].last] == ")"
    opening = mentions[at].first - 1
    while ends and opening >= 0 and sentence.line.texts[opening] not in ("(", ")"):
        opening -= 1
    before = range(max(0, at - BRACKET), at)
    opened = ends and opening >= 0 and sentence.line.texts[opening] == "("
    return opened and any(sentence.is_person(k) and mentions[k].last == opening for k in before)


def of_stand_in(sentence: HolderSearch, at: int) -> bool:
    """Whether a post is that of somebody for whom another stands in who is named behind a comma: "mewakili Kapolda X,
    Y".
    """
    line, first = sentence.line, sentence.mentions[at].first
    words = line.words.stand_ins
    if at and sentence.is_person(at - 1) and len(sentence.gap(at - 1, at)) <= PAIR:
        return False  # "Kompol Y mewakili Kapolres X, AKBP Z": the one who serves is named before
    return line.pieces[first - 1] in words or (first > 1 and "".join(line.pieces[first - 2 : first]) in words)


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


def in_list(line: Line, mention: Mention) -> bool:
    """Whether a post is the last of several that nobody is said to hold: "jabatan gubernur, bupati, wali kota itu"."""
    before = line.texts[mention.first - 1] == "," and line.tags[mention.first - 2] & OFFICES
    return mention.first > 1 and bool(before) and not mention.former


def own_holder(sentence: HolderSearch, at: int, words: HoldingWords) -> tuple[int | None, bool]:
    """The person right before words for his own post ("X dalam kedudukannya sebagai hakim MK"), `None` where that is
    nobody or another may be meant, and whether such words stand before the post.
    """
    before = at - PAIR  # behind him stands the enclitic
    if before < 0 or not sentence.is_person(before) or sentence.mentions[at - 1].kind is not PRONOUN:
        return None, False
    line, person = sentence.line, sentence.mentions[before]
    said = line.pieces[person.last : sentence.mentions[at].first]
    if not BRACKET < len(said) <= LONGEST_OWN or not all(piece.isalpha() for piece in said):
        return None, False
    if said[-2] != ENCLITIC or said[-3] not in words.office_noun or said[-1] not in words.appointed_to:
        return None, False
    opens = person.first == 0 or line.sentence.words[person.first - 1].upos in ("SCONJ", "PUNCT")
    return (before if opens else None), True


def place_follows(sentence: HolderSearch, at: int) -> bool:
    """Whether another place follows behind a comma."""
    return sentence.mentions[at + 1].kind is PLACE and sentence.gap(at, at + 1) == [","]


def parts_holder(gap: list[str]) -> bool:
    """Whether nothing, a comma, or what abbreviates the place and a comma stand before the name of a holder."""
    return gap in ([], [","]) or (len(gap) == BRACKET + 1 and gap[0] == "(" and gap[-1] == ",")


def second_follows(sentence: HolderSearch, person: int) -> bool:
    """Whether another person follows behind a conjunction."""
    if person + 1 >= len(sentence.mentions) or not sentence.is_person(person + 1):
        return False
    gap = sentence.gap(person, person + 1)
    return len(gap) == 1 and gap[0] in sentence.line.words.connectors


def body_between(sentence: HolderSearch, at: int, gap: list[str]) -> bool:
    """Whether the body of a post of some field, between commas, its holder and then a verb follow: "Deputi Bidang X,
    Kementerian Y, Z mengatakan"."""
    line, mentions = sentence.line, sentence.mentions
    if gap != [","] or at + 2 >= len(mentions) or mentions[at + 1].kind is not UNIT or line.headline:
        return False
    if not sentence.is_person(at + 2) or sentence.gap(at + 1, at + 2) != [","] or not mentions[at].unit:
        return False
    head, behind = line.tags[mentions[at].first], mentions[at + 2].last
    if not head & Tag.OFFICE or head & (Tag.PLACE_OFFICE | Tag.NATIONAL_OFFICE | Tag.ROLE) or line.proper[behind]:
        return False
    return behind < line.length and line.sentence.words[behind].upos in VERBAL


def opens_main_clause(sentence: HolderSearch, person: int) -> bool:
    """Whether a name begins the sentence, or its main clause behind the comma of an adverbial without a verb or
    somebody spoken to: "Sementara itu, X, Kapolres Y mengatakan", "Pada Rabu (18/4), X, Kepala Y dimintai keterangan".
    """
    first = sentence.mentions[person].first
    line = sentence.line
    if first == 0:
        return True
    if line.texts[first - 1] != "," or line.headline:
        return False
    told = line.sentence.words[: first - 1]
    hearing = line.words.recipients | line.words.speech_prepositions
    if any(word.lower in hearing for word in told[:2]):
        return False  # "Kepada pejabat baru, X, Kapolres meminta": X is the new one
    named = any(sentence.is_person(other) or sentence.is_post[other] for other in range(person))
    return not named and all(word.upos not in ("VERB", "AUX") for word in told)


def held_then(line: Line, behind: int) -> bool:
    """Whether "saat itu" and a mark stand behind an office that somebody held: "X, Menteri Y saat itu, mengatakan"."""
    then = line.words.standing_then
    end = next((end for end in (behind + 1, behind + 2) if "".join(line.pieces[behind:end]) in then), 0)
    return bool(end) and not line.pieces[end][:1].isalnum()


def comes_from(sentence: HolderSearch, at: int, gap: list[str]) -> bool:
    """Whether the mention at `at` is the body that the person behind it comes from: "anggota DPR dari Fraksi X Y"."""
    origin = len(gap) == 1 and gap[0] in sentence.line.words.origins
    named = at > 1 and sentence.is_person(at - 2) and not sentence.gap(at - 2, at - 1)  # "X kuasa hukum dari LBH Y"
    if named or not origin or sentence.mentions[at].kind is not UNIT or at + 1 >= len(sentence.mentions):
        return False
    return sentence.is_person(at + 1) and sentence.gap(at, at + 1) in ([], [","])


def abbreviates(sentence: HolderSearch, at: int, gap: list[str]) -> bool:
    """Whether the post at `at` stands in brackets behind another, with its holder's name behind it."""
    if not sentence.is_post[at] or gap != ["("] or at + 1 >= len(sentence.mentions) or not sentence.is_person(at + 1):
        return False
    return sentence.gap(at, at + 1) in ([")"], [")", ","])
