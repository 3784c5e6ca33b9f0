"""Finds who an article says holds or held which post, with the rank it gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kg.extract.mentions_terms import written_on
from kg.extract.tenures_shared import shared_posts
from kg.lexicon.forms import squeeze
from kg.lexicon.load import Lexicon
from kg.lexicon.offices import Office, OfficeReader, office_reader
from kg.model import Document, Entity, Mention, Tenure
from kg.model.making import replace
from kg.model.members import PERSON, POST

ROLE = "role"
AT_BODY = "role/body"  # the rule of a role that names the body where somebody has it: "dosen Universitas X"
CAREER = 3  # sentences
YEAR_LENGTH = 4
DAY = 8  # digits of a date
ENCLITIC = "nya"


@dataclass(frozen=True, slots=True)
class TenureWords:
    """Closed word classes of `ontology/mentions-id.ttl`, squeezed: offices of nothing, and words that tell a career."""

    incomplete: frozenset[str]
    mandates: frozenset[str]
    professions: frozenset[str]
    observers: frozenset[str]
    markers: frozenset[str]
    eras: frozenset[str]
    rule_nouns: frozenset[str]
    shared: frozenset[str]
    conjunctions: frozenset[str]
    national: frozenset[str]
    over: Mapping[str, str]  # squeezed office and name of its holder, to the day on which it was over


@lru_cache(maxsize=2)
def tenure_words(lexicon: Lexicon) -> TenureWords:
    """The words of `lexicon`, gathered once; raises `LexiconError` if a word class is missing."""
    return TenureWords(
        frozenset(map(squeeze, lexicon.words("mentions/office-incomplete"))),
        frozenset(map(squeeze, lexicon.words("mentions/mandate"))),
        frozenset(map(squeeze, lexicon.words("mentions/profession"))),
        frozenset(map(squeeze, lexicon.words("mentions/observer"))),
        frozenset(map(squeeze, lexicon.words("mentions/career-marker"))),
        lexicon.words("mentions/era"),
        lexicon.words("mentions/term-of-rule"),
        lexicon.words("mentions/shared-office"),
        lexicon.words("mentions/name-conjunction"),
        frozenset(map(squeeze, lexicon.words("mentions/national-level"))),
        {form[:-DAY]: form[-DAY:] for form in map(squeeze, lexicon.words("mentions/holder-over"))},
    )


def find_tenures(
    document: Document, mentions: Sequence[Mention], entities: Sequence[Entity], lexicon: Lexicon
) -> tuple[Tenure, ...]:
    """The tenures of an article, each (person, post) once, in the order of its first evidence.

    Roles that nobody is put into ("saksi"), but for professions at a body ("dosen Universitas X"), offices of nothing
    ("anggota", "kuasa hukumnya") and those that only date what is told ("di era Presiden X") are left out. A tenure is
    former if the article ever says that the post was left.
    """
    reader = office_reader(lexicon)
    words = tenure_words(lexicon)
    handed = [mention for mention in mentions if mention.predecessor is not None and not mention.rule.startswith(ROLE)]
    person_of = {at: entity for entity in entities if entity.kind is PERSON for at in entity.mentions}
    shared = shared_posts(document, mentions, words.shared, words.conjunctions)
    found: list[Tenure] = []
    written = written_on(document.clean, document.article.text)
    kin, strangers = _relatives(document, mentions, entities)
    for entity in entities:
        if entity.kind is not PERSON:
            continue
        known: list[tuple[Office, Tenure]] = []
        for at in entity.mentions:
            mention = mentions[at]
            if not _is_office(mention, entity, words) or _dates(document, mention, words):
                continue
            _add(known, reader, document, mentions, mention, entity)
        for mention in handed:
            if mention.predecessor is not None and person_of.get(mention.predecessor) is entity:
                left = replace(mention, holder=mention.predecessor, former=True)
                _add(known, reader, document, mentions, left, entity)
        for at in entity.mentions if shared and not known else ():
            if at in shared:
                _add(known, reader, document, mentions, replace(mentions[shared[at]], holder=at), entity)
        for post in kin.get(entity.index, ()):
            _add(known, reader, document, mentions, post, entity)
        if known:
            known = _career(known, document, mentions, entity, words.markers)
            found += [one for _, one in known if not (_is_incomplete(one.office, words) or _of_himself(one))]
    found += strangers
    return tuple(sorted((_once_over(tenure, words, written) for tenure in found), key=_place))


def _relatives(
    document: Document, mentions: Sequence[Mention], entities: Sequence[Entity]
) -> tuple[Mapping[int, Sequence[Mention]], Sequence[Tenure]]:
    """The posts of those whose kin somebody is ("putra Presiden X, Y"): by entity, and of persons who are none else."""
    persons = {entity.index: entity.person.split() for entity in entities if entity.kind is PERSON and entity.person}
    kin: dict[int, list[Mention]] = {}
    strangers: dict[tuple[str, str], Tenure] = {}
    for post, person in (mention.relative for mention in mentions if mention.relative is not None):
        name = person.name.split()
        same = [at for at, known in persons.items() if known == name[: len(known)] or name == known[: len(name)]]
        if len(same) == 1:
            kin.setdefault(same[0], []).append(post)
        elif not same:
            office = f"{post.acting} {post.office}".strip()
            tenure = Tenure(
                person.name,
                office,
                person.rank,
                acting=post.acting,
                former=post.former,
                evidence=post.span,
                cited=document.clean.published,
                rule=f"{post.rule}+kin",
            )
            strangers.setdefault((person.name, office), tenure)
    return kin, tuple(strangers.values())


def _once_over(tenure: Tenure, words: TenureWords, written: date | None) -> Tenure:
    """A tenure that was over when the article was written, by the dates of the lexicon; in an article without a date
    all are but the last of them."""
    head, *rest = tenure.office.split()
    if tenure.former or any(squeeze(word) not in words.national for word in rest):
        return tenure
    day = words.over.get(squeeze(head + tenure.person))
    now = f"{written:%Y%m%d}" if written else max(words.over.values())
    return tenure if day is None or day >= now else replace(tenure, former=True)


def _is_incomplete(office: str, words: TenureWords) -> bool:
    """Whether an office says of nothing what it is of; an enclitic does not tell whose counsel somebody is."""
    name = squeeze(office)
    return name in words.incomplete or (name.endswith(ENCLITIC) and name.removesuffix(ENCLITIC) in words.mandates)


def _of_himself(tenure: Tenure) -> bool:
    """Whether an office would be that of its own holder: "kuasa hukum X" held by X was another's."""
    return tenure.office.lower().endswith(f" {tenure.person.lower()}")


def _dates(document: Document, mention: Mention, words: TenureWords) -> bool:
    """Whether a post only says when something was ("di era Presiden X", "zaman pemerintahan Presiden X")."""
    if mention.former:
        return False
    before = document.sentences[mention.sentence].lowers[max(0, mention.first - 2) : mention.first]
    if before and before[-1] in words.rule_nouns:
        before = before[:-1]
    return bool(before) and before[-1] in words.eras


def _add(
    known: list[tuple[Office, Tenure]],
    reader: OfficeReader,
    document: Document,
    mentions: Sequence[Mention],
    mention: Mention,
    entity: Entity,
) -> None:
    """Adds the tenure that a mention of a post says, or joins it with what is known of the same post."""
    tenure = _tenure(document, mentions, mention, entity)
    office = reader.office(mention, _full(mention, entity))
    for same, (other, one) in enumerate(known):
        # "mantan Ketua Bawaslu Jambi" says nothing of a "Ketua Bawaslu" without a place
        apart = tenure.former is not one.former and office.bare is not other.bare
        if not apart and reader.matches(office, other):
            known[same] = _merged(known[same], (office, tenure))
            return
    known.append((office, tenure))


def _career(
    known: list[tuple[Office, Tenure]],
    document: Document,
    mentions: Sequence[Mention],
    entity: Entity,
    markers: frozenset[str],
) -> list[tuple[Office, Tenure]]:
    """The posts of a person with those former that a career tells one after another, all but the last of them.

    A career is three sentences or more that put the person into a post by a verb, most with a year or "kemudian".
    """
    if len(entity.mentions) < CAREER:
        return known
    told = [mentions[at] for at in entity.mentions if mentions[at].rule.endswith("+verb") or mentions[at].anaphoric]
    sentences = sorted({mention.sentence for mention in told})
    if len(sentences) < CAREER:
        return known
    marked = [at for at in sentences if any(_tells_when(word.lower, markers) for word in document.sentences[at].words)]
    if len(marked) * 2 < len(sentences) or len(marked) < CAREER:
        return known
    last = [mention.office for mention in told if mention.sentence == sentences[-1]]
    earlier = {mention.span for mention in told if mention.office not in last}
    return [
        (office, replace(tenure, former=True, rank="") if tenure.evidence in earlier else tenure)
        for office, tenure in known
    ]


def _tells_when(word: str, markers: frozenset[str]) -> bool:
    """Whether a word is a year or puts an event behind another."""
    return squeeze(word) in markers or (len(word) == YEAR_LENGTH and word.isdigit())


def _is_office(mention: Mention, entity: Entity, words: TenureWords) -> bool:
    """Whether a mention says which post the person holds, and not only calls him by it."""
    held = mention.kind is POST and mention.holder is not None
    if held and squeeze(mention.post) in words.mandates:
        return not mention.quantifier and mention.rule.startswith(ROLE)
    if held and mention.unit and mention.rule.startswith(ROLE) and squeeze(mention.post) in words.observers:
        return not mention.quantifier  # "pakar hukum tata negara X"
    if held and mention.rule.startswith(AT_BODY):
        return not mention.quantifier and squeeze(mention.post) in words.professions
    if mention.kind is not POST or mention.rule.startswith(ROLE):
        return False
    named = mention.unit or mention.former or not mention.office[1:].islower()  # "wali kota itu" is one of nothing
    return mention.holder is not None or bool((mention.anaphoric and named) or (mention.unit and entity.kind is PERSON))


def _tenure(document: Document, mentions: Sequence[Mention], mention: Mention, entity: Entity) -> Tenure:
    beside = mentions[mention.holder].rank if mention.holder is not None else ""
    return Tenure(
        person=entity.person,
        office=f"{mention.acting} {_full(mention, entity)}".strip(),
        rank=beside if mention.former else max(beside, entity.rank, key=len),
        acting=mention.acting,
        former=mention.former,
        evidence=mention.span,
        cited=document.clean.published,
        entity=entity.index,
        rule=mention.rule,
        reasons=entity.reasons,
    )


def _full(mention: Mention, entity: Entity) -> str:
    """The office in its fullest form: a bare title is the entity's office if that begins with it."""
    if mention.unit or mention.former:
        return mention.office
    head = squeeze(mention.office)
    return next((office for office in entity.offices if squeeze(office).startswith(head)), mention.office)


def _merged(one: tuple[Office, Tenure], other: tuple[Office, Tenure]) -> tuple[Office, Tenure]:
    """Two reports of the same tenure as one: the fuller name, the first evidence; left if either says so."""
    shouted = one[1].office.isupper() and not other[1].office.isupper()
    fuller = len(one[1].office) >= len(other[1].office) or not other[0].rest
    office = one[0] if fuller and not shouted else other[0]
    name = one[1].office if office is one[0] else other[1].office
    first = one[1]
    return office, replace(
        first,
        office=name,
        former=first.former or other[1].former,
        acting=first.acting or other[1].acting,
        rank=max(first.rank, other[1].rank, key=len),
    )


def _place(tenure: Tenure) -> tuple[int, int]:
    return tenure.evidence.start, tenure.evidence.end
