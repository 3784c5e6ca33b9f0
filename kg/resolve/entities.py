"""Who is who within one article: persons with their posts, bare titles with their one holder, units with their short
forms.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from kg.lexicon.forms import squeeze
from kg.lexicon.load import Lexicon
from kg.lexicon.offices import Office, OfficeReader, office_reader
from kg.model import Document, Entity, Mention, MentionKind
from kg.model.members import PERSON, POST, PRONOUN, UNIT
from kg.resolve.coreference_words import PointingWords, pointing_words
from kg.resolve.entities_described import described
from kg.resolve.entities_drafts import Draft, full_names
from kg.resolve.entities_joining import join_beginnings, join_short_forms
from kg.resolve.entities_kinds import of_kind
from kg.resolve.entities_namesakes import Namesakes
from kg.resolve.entities_nicknames import CallingWords, bearer, nicknames
from kg.resolve.entities_persons import persons
from kg.resolve.entities_salience import TellingWords, affiliation, introduced_by, pointed_at

ALIAS = "person/alias"


def link_entities(document: Document, mentions: Sequence[Mention], lexicon: Lexicon) -> tuple[Entity, ...]:
    """The entities of an article in the order of their first mention.

    A person has the posts that the text puts beside him; a bare title ("Kapolda") is its one holder's. Where more
    than one candidate remains a mention is an entity of its own.
    """
    reader = office_reader(lexicon)
    offices = _offices(mentions, reader)
    people, person_of = _persons(document, mentions, calling_words(lexicon), offices, reader)
    free = _held_posts(mentions, person_of)
    join_short_forms(mentions, people, offices, reader)
    join_beginnings(document, mentions, people)
    drafts = _with_free_posts(mentions, people, offices, [at for at in free if not mentions[at].anaphoric], reader)
    drafts = _with_introductions(document, mentions, drafts)
    pointing = [at for at in free if mentions[at].anaphoric]
    kinds, telling = pointing_words(lexicon), TellingWords.of(lexicon)
    free = _pointing_posts(document, mentions, drafts, pointing, offices, reader, telling, kinds)
    drafts = _with_free_posts(mentions, drafts, offices, free, reader)
    _affiliate(document, mentions, person_of, lexicon.words("mentions/origin"))
    joint = lexicon.words("mentions/joint-office")
    told = described(document, mentions, lexicon.words("mentions/single-quantifier"), joint)
    for at, other in told.items():
        person_of[other].mentions.append(at)
    drafts += _others([(at, mention) for at, mention in enumerate(mentions) if at not in told], reader)
    drafts.sort(key=Draft.first)
    full = full_names(offices, mentions, reader)
    return tuple(draft.entity(index, mentions, full) for index, draft in enumerate(drafts))


def _offices(mentions: Sequence[Mention], reader: OfficeReader) -> dict[int, Office]:
    """The office of each mention of a post; equal offices are one object."""
    distinct: dict[Office, Office] = {}
    found = ((at, reader.office(mention)) for at, mention in enumerate(mentions) if mention.kind is POST)
    return {at: distinct.setdefault(office, office) for at, office in found}


@lru_cache(maxsize=2)
def calling_words(lexicon: Lexicon) -> CallingWords:
    """The words of `lexicon` that say what somebody is called, compiled once."""
    return CallingWords.of(lexicon)


def _persons(
    document: Document,
    mentions: Sequence[Mention],
    words: CallingWords,
    offices: Mapping[int, Office],
    reader: OfficeReader,
) -> tuple[list[Draft], dict[int, Draft]]:
    """A draft for each person, and the draft of each mention of a person."""
    positions = [at for at, mention in enumerate(mentions) if mention.kind is PERSON]
    number_of = {at: index for index, at in enumerate(positions)}
    names = [mentions[at].name for at in positions]
    called = nicknames(document, mentions, words)
    aliases = {index: index - 1 for index, at in enumerate(positions) if index and mentions[at].rule == ALIAS}
    aliases |= {number_of[at]: number_of[other] for at, other in called.known.items()}
    wives = frozenset(
        number_of[mention.holder]
        for mention in mentions
        if mention.holder is not None and not words.wed.isdisjoint(map(squeeze, mention.office.split()))
    )
    differ = Namesakes.of(names, mentions, number_of, offices, reader, words.kin).differ
    numbers = persons(names, aliases, wives, differ)
    if called.pointing:
        whose = dict(zip(positions, numbers, strict=True))
        found = {at: bearer(document, mentions, at, whose, told=at in called.told) for at in sorted(called.pointing)}
        aliases |= {number_of[at]: number_of[other] for at, other in found.items() if other is not None}
        numbers = persons(names, aliases, wives, differ)
    drafts = [Draft(PERSON) for _ in range(max(numbers, default=-1) + 1)]
    for at, number in zip(positions, numbers, strict=True):
        drafts[number].mentions.append(at)
    return drafts, {at: drafts[number] for at, number in zip(positions, numbers, strict=True)}


def _held_posts(mentions: Sequence[Mention], person_of: Mapping[int, Draft]) -> list[int]:
    """Gives the posts beside a name to its person; returns the others."""
    free: list[int] = []
    for at, mention in enumerate(mentions):
        if mention.kind is not POST:
            continue
        if mention.holder is None:
            free.append(at)
            continue
        draft = person_of[mention.holder]
        draft.mentions.append(at)
        draft.posts.append(at)
        draft.reasons.append(f"{mention.office}: {mention.rule}")
    return free


def _pointing_posts(
    document: Document,
    mentions: Sequence[Mention],
    drafts: Sequence[Draft],
    pointing: Sequence[int],
    offices: Mapping[int, Office],
    reader: OfficeReader,
    telling: TellingWords,
    words: PointingWords,
) -> list[int]:
    """Gives "Mantan Kapolda X ini" to the person spoken of just before; returns the posts that are still free.

    A post that somebody is said to hold elsewhere in the article is his, whoever was spoken of.
    """
    free: list[int] = []
    for at in pointing:
        whose = {other: number for number, draft in enumerate(drafts) for other in draft.mentions if _is_person(draft)}
        held = any(_is_person(draft) for draft in _fitting(at, mentions, drafts, offices, reader))
        number = None if held else pointed_at(document, mentions, at, whose, telling)
        number = of_kind(document, mentions, at, drafts, number, words) if not held else None
        if number is None or _named_before(mentions, at):
            free.append(at)
            continue
        drafts[number].mentions.append(at)
        drafts[number].posts.append(at)
        drafts[number].reasons.append(f"{mentions[at].office}: points back")
    return free


def _named_before(mentions: Sequence[Mention], at: int) -> bool:
    """Whether a post without a name stands in the sentence or the one before that a pointing post repeats (`memanggil
    Kepala Dinas PUPR. Kepala dinas itu ...`), by their first words."""
    post = mentions[at]
    for one in reversed(mentions[:at]):
        if one.sentence < post.sentence - 1:
            break
        nameless = one.kind is POST and one.holder is None and not (one.quantifier or one.former or post.former)
        if nameless and one.text.casefold().split()[:1] == post.text.casefold().split()[:1]:
            return True
    return False


def _is_person(draft: Draft) -> bool:
    return draft.kind is PERSON


def _with_free_posts(
    mentions: Sequence[Mention],
    people: Sequence[Draft],
    offices: Mapping[int, Office],
    free: Sequence[int],
    reader: OfficeReader,
) -> list[Draft]:
    """Joins posts without a name to the one person or post that they can mean; the others become drafts of their
    own.
    """
    drafts = list(people)
    for at in sorted(free, key=lambda at: (offices[at].bare, at)):
        mention = mentions[at]
        fitting = [] if mention.quantifier else _fitting(at, mentions, drafts, offices, reader)
        if len(fitting) > 1:  # who is introduced only later cannot be meant
            fitting = [draft for draft in fitting if draft.first() < at]
        if len(fitting) != 1:
            drafts.append(Draft(POST, [at], [at]))
            continue
        fitting[0].mentions.append(at)
        if fitting[0].kind is POST:
            fitting[0].posts.append(at)
        fitting[0].reasons.append(f"{mention.text}: the only such post here")
    return drafts


def _fitting(
    at: int,
    mentions: Sequence[Mention],
    drafts: Sequence[Draft],
    offices: Mapping[int, Office],
    reader: OfficeReader,
) -> list[Draft]:
    """The drafts whose post the post at `at` can be; a person who holds it stands for the nameless mentions of the
    same post.
    """
    known: dict[int, bool] = {}  # an office named a thousand times is compared once
    former = mentions[at].former
    found: list[Draft] = []
    for draft in drafts:
        for other in _telling(draft, offices) if draft.posts else ():
            mention = mentions[other]
            if mention.quantifier or mention.former != former:
                continue
            key = id(offices[other])
            if key not in known:
                known[key] = reader.matches(offices[at], offices[other])
            if known[key]:
                found.append(draft)
                break
    if len(found) < 2:
        return found
    held = [draft for draft in found if draft.kind is PERSON]
    if len(held) != 1:
        return found
    same = all(
        any(reader.matches(offices[one], offices[two]) for one in draft.posts for two in held[0].posts)
        for draft in found
    )
    return held if same else found


def _telling(draft: Draft, offices: Mapping[int, Office]) -> list[int]:
    """The posts that tell which office a draft holds: bare titles only where there is nothing fuller."""
    if len(draft.posts) == 1:
        return draft.posts
    return [at for at in draft.posts if not offices[at].bare] or draft.posts


def _with_introductions(document: Document, mentions: Sequence[Mention], drafts: Sequence[Draft]) -> list[Draft]:
    """Joins a person whom the text never introduces to the nameless post of the sentence before."""
    kept = list(drafts)
    for draft in drafts:
        if draft.kind is not PERSON or draft.posts:
            continue
        post = introduced_by(document, mentions, draft.mentions)
        owner = next((other for other in kept if other.kind is POST and post in other.mentions), None)
        if post is None or owner is None:
            continue
        draft.mentions += owner.mentions
        draft.posts += owner.posts
        draft.reasons.append(f"{mentions[post].office}: the only office in the sentence before the first mention")
        kept.remove(owner)
    return kept


def _affiliate(
    document: Document, mentions: Sequence[Mention], person_of: Mapping[int, Draft], origins: frozenset[str]
) -> None:
    """Notes the unit of a person without a post: "Rusmadi dari BPJN"."""
    for at, draft in person_of.items():
        unit = "" if draft.posts else affiliation(document, mentions, at, origins)
        if unit and not draft.unit:
            draft.unit = unit
            draft.reasons.append(f"{unit}: named beside the person")


def _others(mentions: Sequence[tuple[int, Mention]], reader: OfficeReader) -> list[Draft]:
    """Units, groups, places, operations, elections and laws by name; a bare kind of unit is the one unit of that
    kind.
    """
    drafts: dict[tuple[MentionKind, str], Draft] = {}
    bare: list[tuple[int, str]] = []
    texts = {at: mention.text for at, mention in mentions}
    for at, mention in mentions:
        if mention.kind in (PERSON, POST, PRONOUN):
            continue
        if mention.kind is UNIT and mention.rule == "unit/bare":
            bare.append((at, mention.text))
            continue
        key = mention.kind, reader.unit_key(mention)
        if key not in drafts:
            drafts[key] = Draft(mention.kind)
        drafts[key].mentions.append(at)
    named = [draft for (kind, _), draft in drafts.items() if kind is UNIT]
    for at, text in bare:
        word = reader.head_key(text)
        fitting = [draft for draft in named if reader.head_key(texts[draft.mentions[0]]) == word]
        if len(fitting) == 1:
            fitting[0].mentions.append(at)
            fitting[0].reasons.append(f"{text}: the only such unit here")
        else:
            drafts.setdefault((UNIT, word), Draft(UNIT)).mentions.append(at)
    return list(drafts.values())
