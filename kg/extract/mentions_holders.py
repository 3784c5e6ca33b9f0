"""Finds which person a post mentioned beside him belongs to: apposition, verbs of holding, of appointment and of removal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace

from kg.extract.mentions_handover import HandoverWords, handovers
from kg.extract.mentions_line import Line
from kg.extract.mentions_words import OFFICES, Tag
from kg.lexicon.forms import squeeze
from kg.lexicon.load import Lexicon
from kg.model import Mention, MentionKind

FOLDER = "mentions/"
YEAR_LENGTH = 4
LONGEST_GAP = 8  # words between a holder and his post
BRACKETS = ("(", ")")


@dataclass(frozen=True, slots=True)
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
    unreal_holding: frozenset[str]
    demonstrative: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> HoldingWords:
        """The classes of `lexicon`; raises `LexiconError` if one is missing."""
        return cls(
            **{
                entry.name: frozenset(squeeze(form) for form in lexicon.words(FOLDER + entry.name.replace("_", "-")))
                for entry in fields(cls)
            }
        )


@dataclass(slots=True)
class _Sentence:
    """The posts and persons of a sentence while their pairs are sought; `held` maps a post's position to its holder's."""

    line: Line
    mentions: list[Mention]
    held: dict[int, tuple[int, str]]
    former: set[int]

    def gap(self, left: int, right: int) -> list[str]:
        """The squeezed words between two mentions, punctuation as it is."""
        first, last = self.mentions[left].last, self.mentions[right].first
        return [self.line.pieces[at] or self.line.texts[at] for at in range(first, last)]

    def is_post(self, at: int) -> bool:
        mention = self.mentions[at]
        return mention.kind is MentionKind.POST and not mention.quantifier

    def is_person(self, at: int) -> bool:
        return self.mentions[at].kind is MentionKind.PERSON

    def holder_known(self, person: int) -> bool:
        """Whether a post has been given to the person at this position already."""
        return any(holder == person for holder, _ in self.held.values())


def with_holders(
    line: Line, mentions: Sequence[Mention], offset: int, words: HoldingWords, handing: HandoverWords
) -> Iterator[Mention]:
    """The mentions of one sentence, posts with their holder; `offset` is the article-wide index of the first of them."""
    left: dict[int, int] = {}
    sentence = _Sentence(line, list(mentions), {}, set())
    if any(map(sentence.is_post, range(len(mentions)))) and any(map(sentence.is_person, range(len(mentions)))):
        _beside(sentence)
        _behind(sentence)
        _joint(sentence, words)
        _linked(sentence, words)
        _removed(sentence, words)
        holders = {post: holder for post, (holder, _) in sentence.held.items()}
        for handover in handovers(line, mentions, holders, handing):
            sentence.held[handover.post] = (handover.new, "handover")
            sentence.former.discard(handover.post)
            left[handover.post] = handover.old
    for at, mention in enumerate(sentence.mentions):
        if at in sentence.held:
            holder, rule = sentence.held[at]
            former = mention.former or at in sentence.former
            yield replace(
                mention,
                holder=offset + holder,
                predecessor=offset + left[at] if at in left else None,
                former=former,
                rule=f"{mention.rule}+{rule}",
            )
        elif mention.kind is MentionKind.POST and _points_back(line, mention, words):
            before = [line.pieces[index] for index in range(max(0, mention.first - 4), mention.first)]
            yield replace(mention, anaphoric=True, former=mention.former or _is_past(before, words))
        else:
            yield mention


def _points_back(line: Line, mention: Mention, words: HoldingWords) -> bool:
    """Whether a post without a name has its holder in the text before: "mantan Kapolda X ini", "sejak ia menjabat X"."""
    if mention.quantifier or not (mention.former or mention.unit or " " in mention.office):
        return False
    if line.pieces[mention.last] in words.demonstrative:
        before_it = line.pieces[mention.first - 1]
        return not before_it[:1].isalnum() or before_it in line.words.speech
    before = [line.pieces[index] for index in range(max(0, mention.first - 3), mention.first)]
    while before and before[-1] in words.appointed_to and before[-1] not in words.holding_verb:
        before.pop()
    held = any(word in words.holding_verb for word in before[-2:])
    return held and any(line.tags[index] & Tag.PRONOUN for index in range(max(0, mention.first - 4), mention.first))


def _beside(sentence: _Sentence) -> None:
    """A post right before a name: "Kapolda Lampung Irjen Pol X", "Kapolres Kaur, AKBP X", "Bupati Kaur, Bengkulu, X"."""
    for at in range(len(sentence.mentions) - 1):
        if not sentence.is_post(at):
            continue
        right = at + 1
        gap = sentence.gap(at, right)
        stripped = gap
        while stripped and stripped[0] in sentence.line.words.other_markers:
            stripped = stripped[1:]
        if sentence.is_person(right) and (gap in ([], [","], ["("]) or stripped == [","]):
            if not gap or _may_precede(sentence, at, right):
                sentence.held[at] = (right, "before")
        elif sentence.mentions[right].kind is MentionKind.PLACE and gap == [","] and right + 1 < len(sentence.mentions):
            if sentence.is_person(right + 1) and sentence.gap(right, right + 1) in ([], [","]):
                sentence.held[at] = (right + 1, "before place")
        elif sentence.is_post(right) and gap == ["("] and right + 1 < len(sentence.mentions):
            if sentence.is_person(right + 1) and sentence.gap(right, right + 1) in ([")"], [")", ","]):
                sentence.held[at] = sentence.held[right] = (right + 1, "abbreviated")


def _may_precede(sentence: _Sentence, at: int, right: int) -> bool:
    """Whether a post may belong to the person behind a comma: no lone "Ketua", no "menjabat presiden, ...", no headline."""
    line = sentence.line
    if not sentence.mentions[at].unit and _generic(sentence, at):
        return False
    if line.headline and not sentence.mentions[right].rank:
        return False
    return line.pieces[sentence.mentions[at].first - 1] not in line.words.holding_verbs


def _generic(sentence: _Sentence, at: int) -> bool:
    """Whether a post is a lone "Ketua": with a comma behind it, it calls somebody or stands in a list."""
    mention = sentence.mentions[at]
    tags = sentence.line.tags[mention.last - 1]
    return " " not in mention.office and tags & OFFICES & ~Tag.ROLE == Tag.OFFICE and not mention.former


def _behind(sentence: _Sentence) -> None:
    """A post behind a name and a comma or bracket: "X, Kasat Reskrim Polres Y, mengatakan"."""
    for at in range(1, len(sentence.mentions)):
        left = at - 1
        if not sentence.is_post(at) or at in sentence.held or not sentence.is_person(left):
            continue
        gap = sentence.gap(left, at)
        if gap not in ([], [","], ["("]) or sentence.holder_known(left) or _enumerated(sentence, at):
            continue
        if not gap or _closed(sentence, left, at):
            sentence.held[at] = (left, "behind")


def _closed(sentence: _Sentence, left: int, at: int) -> bool:
    """Whether the apposition ends behind the post, or the sentence begins with the name, whose verb follows then.

    Otherwise the post begins the main clause: "Menurut X, Kapolda Y meminta ...".
    """
    line = sentence.line
    behind = sentence.mentions[at].last
    before = line.pieces[sentence.mentions[left].first - 1]
    if before in line.words.speech_prepositions:
        return line.texts[behind] == ","
    if not (sentence.mentions[at].unit or " " in sentence.mentions[at].office or line.capital[sentence.mentions[at].first]):
        return False
    if before in line.words.speech and line.pieces[behind][:1].isalnum():
        return line.pieces[behind] in line.words.attribution_tails
    if behind >= len(line) or not line.pieces[behind][:1].isalnum():
        return True
    if line.sentence.words[behind].upos in ("VERB", "AUX", "ADV"):
        return sentence.mentions[left].first == 0
    return True


def _enumerated(sentence: _Sentence, at: int) -> bool:
    """Whether the post is one of a list: another post or person follows it behind a comma or conjunction."""
    if at + 1 >= len(sentence.mentions) or not (sentence.is_post(at + 1) or sentence.is_person(at + 1)):
        return False
    gap = sentence.gap(at, at + 1)
    return len(gap) <= 2 and bool(gap) and gap[-1] in sentence.line.words.connectors | {","}


def _joint(sentence: _Sentence, words: HoldingWords) -> None:
    """Two posts of one holder: "Penasihat X sekaligus Guru Besar Y, Z"."""
    for at in range(len(sentence.mentions) - 2, -1, -1):
        right = at + 1
        if not (sentence.is_post(at) and sentence.is_post(right)) or at in sentence.held or right not in sentence.held:
            continue
        gap = [word for word in sentence.gap(at, right) if word != ","]
        kind = sentence.line.tags[sentence.mentions[at].first] & (Tag.OFFICE | Tag.PLACE_OFFICE | Tag.NATIONAL_OFFICE)
        lone = kind == Tag.OFFICE and not sentence.mentions[at].unit and bool(sentence.mentions[right].unit)
        joined = lone and sentence.held[right][1] == "before" and len(gap) == 1 and gap[0] in sentence.line.words.connectors
        if gap and (joined or all(word in words.joint_office for word in gap)):
            sentence.held[at] = (sentence.held[right][0], "joint")


def _linked(sentence: _Sentence, words: HoldingWords) -> None:
    """A holder and a post with a verb between them: "X yang menjabat Y", "Y dijabat X", "X dilantik menjadi Y"."""
    for at in range(len(sentence.mentions)):
        if not sentence.is_post(at) or at in sentence.held:
            continue
        left = _nearest_person(sentence, at, -1)
        if left is not None:
            gap = sentence.gap(left, at)
            if _holds(gap, words):
                sentence.held[at] = (left, "verb")
                if _is_past(gap, words) or _in_year(sentence.line, sentence.mentions[at].last):
                    sentence.former.add(at)
                continue
        right = _nearest_person(sentence, at, +1)
        if right is not None:
            gap = [word for word in sentence.gap(at, right) if word not in ("(", ")")]
            named = [word for word in gap if word != ","]
            if named and any(word in words.held_by for word in named) and _filled(named, words.held_by, words):
                sentence.held[at] = (right, "held by")
            elif gap == [","] or (gap[:1] == [","] and all(word in words.holding_filler for word in gap[1:])):
                _subject_control(sentence, at, right, words)


def _subject_control(sentence: _Sentence, at: int, right: int, words: HoldingWords) -> None:
    """A clause without its subject before the main clause: "Selain menjabat Y, X juga ..."."""
    first = sentence.mentions[at].first
    before = [sentence.line.pieces[index] for index in range(max(0, first - 3), first)]
    if any(word in words.holding_verb for word in before) and first <= LONGEST_GAP:
        sentence.held[at] = (right, "control")
        if _is_past(before, words):
            sentence.former.add(at)


def _nearest_person(sentence: _Sentence, at: int, step: int) -> int | None:
    """The nearest person before or behind the post, with no other post in between but those of the same person."""
    position = at + step
    while 0 <= position < len(sentence.mentions):
        if sentence.is_person(position):
            if step < 0 and _appoints(sentence, position):
                position += step
                continue
            return position
        if sentence.is_post(position) and position not in sentence.held:
            return None
        position += step
    return None


def _appoints(sentence: _Sentence, person: int) -> bool:
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
    if not words_only or len(gap) > LONGEST_GAP or any(word in words.unreal_holding for word in words_only):
        return False
    if any(word in words.appointing_verb for word in words_only):
        return _filled(words_only, words.appointing_verb | words.appointed_to, words)
    if any(word in words.holding_verb for word in words_only):
        return _filled(words_only, words.holding_verb, words)
    return len(words_only) > 1 and all(word in words.joint_office for word in words_only)


def _filled(gap: list[str], links: frozenset[str], words: HoldingWords) -> bool:
    return all(word in links or word in words.holding_filler for word in gap)


def _is_past(gap: list[str], words: HoldingWords) -> bool:
    """Whether a word puts the holding into the past; "saat ini" and "selama ini" do not."""
    return any(
        word in words.past_holding and not (gap[index + 1 : index + 2] and gap[index + 1] in words.present_marker)
        for index, word in enumerate(gap)
    )


def _in_year(line: Line, behind: int) -> bool:
    """Whether only a year follows the post: "menjabat sebagai Karo SDM Polda X pada 2012" tells of a career."""
    at = behind + 1 if line.pieces[behind] in line.words.locatives_of_time else behind
    at = at + 1 if line.pieces[at] in line.words.law_parts else at
    year = line.texts[at]
    return at > behind and year.isdigit() and len(year) == YEAR_LENGTH


def _removed(sentence: _Sentence, words: HoldingWords) -> None:
    """A person removed from a post: "mencopot X dari jabatan Y", "Kapolsek Y AKP X dimutasi"."""
    line = sentence.line
    for at in range(len(sentence.mentions)):
        if not sentence.is_post(at):
            continue
        mention = sentence.mentions[at]
        if at in sentence.held:
            person = sentence.mentions[sentence.held[at][0]]
            behind = line.pieces[max(mention.last, person.last)]
            if behind in words.removal_verb and behind.startswith("di"):
                sentence.former.add(at)
            continue
        left = _nearest_person(sentence, at, -1)
        if left is None:
            continue
        gap = sentence.gap(left, at)
        before = line.pieces[max(0, sentence.mentions[left].first - 4) : sentence.mentions[left].first]
        removed = any(word in words.removal_verb for word in [*gap, *before])
        if removed and gap[-1:] and gap[0:] and "dari" in gap and _all_from(gap, words):
            sentence.held[at] = (left, "removed")
            sentence.former.add(at)


def _all_from(gap: list[str], words: HoldingWords) -> bool:
    return all(word in words.from_office or word in words.removal_verb or word in words.holding_filler for word in gap)
