"""Finds whom a post without a name points to: the person spoken of before, or the one whom the next sentence names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.lexicon.load import Lexicon
from kg.model import Document, Mention
from kg.model.members import GROUP, PERSON, POST, PRONOUN, UNIT

REACH = 20  # sentences
NOBODY: frozenset[str] = frozenset()
ENCLITIC = "nya"
CLOSING = '"”'  # marks behind a quotation


@dataclass(frozen=True, slots=True)
class TellingWords:
    """Closed word classes: by which somebody speaks for another, pronouns of one person, bare verbs of reporting."""

    counsel: frozenset[str] = NOBODY
    third: frozenset[str] = NOBODY
    speech: frozenset[str] = NOBODY

    @classmethod
    def of(cls, lexicon: Lexicon) -> TellingWords:
        """The classes of `lexicon`; raises `LexiconError` if one is missing."""
        speech = lexicon.words("reporting/stem") | lexicon.words("reporting/preposition")
        return cls(lexicon.words("reporting/counsel"), lexicon.words("reporting/pronoun-third"), speech)


NO_WORDS = TellingWords()


def pointed_at(
    document: Document, mentions: Sequence[Mention], at: int, whose: Mapping[int, int], words: TellingWords = NO_WORDS
) -> int | None:
    """The person whom "Mantan Kapolda Banten ini" points back to: the subject of the nearest sentence before that
    names one and is not told by or of somebody named before it ("tambahnya", "ia").

    `whose` numbers the person of each mention that is known to be one's. `None` if two persons could be meant.
    """
    post = mentions[at]
    said = _said_by(document, mentions, at, whose)
    if _shown(document, post) and _opened(document, post):
        return None  # "Kapolres X itu harus dicopot," kata Y: another than Y is meant
    if said is not None:
        return said
    for sentence in range(post.sentence, post.sentence - REACH - 1, -1):
        here = [index for index in range(at) if index in whose and mentions[index].sentence == sentence]
        if not here or _told_by_another(document, mentions, here, at, words):
            continue
        meant = {whose[index] for index in here if is_subject(document, mentions[index])} or {whose[i] for i in here}
        number = meant.pop() if len(meant) == 1 else None
        return None if any(_speaks_for(one, whose, number, words.counsel) for one in mentions[:at]) else number
    return None


def _told_by_another(
    document: Document, mentions: Sequence[Mention], here: Sequence[int], at: int, words: TellingWords
) -> bool:
    """Whether a pronoun says that the sentence of the persons `here` is told by somebody named before it ("tambahnya"),
    or is of him, none of them being its subject ("Ia mendukung usul X").
    """
    sentence = document.sentences[mentions[here[0]].sentence].words
    subject = any(is_subject(document, mentions[index]) for index in here)
    for index in range(at):
        one = mentions[index]
        if one.sentence != mentions[here[0]].sentence or one.kind is not PRONOUN:
            continue
        if one.text.lower() == ENCLITIC and one.first and sentence[one.first - 1].lower in words.speech:
            return True
        if not subject and one.text.lower() in words.third and is_subject(document, one):
            return True
    return False


def _speaks_for(post: Mention, whose: Mapping[int, int], person: int | None, counsel: frozenset[str]) -> bool:
    """Whether a post makes a person somebody else's counsel or spokesman ("kuasa hukum X, Y"): who was in office may be
    X."""
    held = post.holder is not None and whose.get(post.holder) == person
    first, *others = post.office.split() or [""]
    return held and first.lower() in counsel and any(word[:1].isupper() for word in others)


def _said_by(document: Document, mentions: Sequence[Mention], at: int, whose: Mapping[int, int]) -> int | None:
    """The person whom the rest of the sentence names behind the quotation that a post stands in: "Saya sebagai Ketua X
    senang," kata Y.
    """
    for index in range(at + 1, len(mentions)):
        if mentions[index].sentence != mentions[at].sentence:
            break
        if index in whose and mentions[index].kind is PERSON:
            between = document.article.text[mentions[at].span.end : mentions[index].span.start]
            return whose[index] if any(mark in between for mark in CLOSING) else None
    return None


def _shown(document: Document, post: Mention) -> bool:
    """Whether a demonstrative stands right behind a post (UD DET)."""
    words = document.sentences[post.sentence].words
    return post.last < len(words) and words[post.last].upos == "DET"


def _opened(document: Document, post: Mention) -> bool:
    """Whether a quotation is open where a post begins, by the marks of the paragraph before it."""
    text = document.article.text
    before = text[text.rfind("\n", 0, post.span.start) + 1 : post.span.start]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def introduced_by(document: Document, mentions: Sequence[Mention], person: Sequence[int]) -> int | None:
    """The nameless post that a person continues who is never introduced: "Kapolda X menginstruksikan ... Mathius
    meminta ...".

    Excerpts do so. Both must be subjects, the post the only one in its sentence, which is the one before.
    """
    first = min(person)
    mention = mentions[first]
    if any(" " in mentions[at].name or mentions[at].rank or mentions[at].text != mentions[at].name for at in person):
        return None
    if document.sentences[mention.sentence].is_title or not is_subject(document, mention):
        return None
    before = [
        at
        for at in range(first)
        if mentions[at].kind is POST
        and mentions[at].sentence == mention.sentence - 1
        and not document.sentences[mentions[at].sentence].is_title
    ]
    if len(before) != 1:
        return None
    post = mentions[before[0]]
    plain = post.holder is None and not post.quantifier and not post.former and bool(post.unit)
    return before[0] if plain and is_subject(document, post) else None


def introduced(document: Document, mentions: Sequence[Mention], at: int) -> bool:
    """Whether a mention of a person tells who he is: by a rank, what he is before the name, or brackets behind it."""
    mention = mentions[at]
    words = document.sentences[mention.sentence].words
    bracket = mention.last < len(words) and words[mention.last].text == "("
    before = mentions[at - 1] if at else None
    beside = before is not None and before.sentence == mention.sentence and before.last == mention.first
    return bool(mention.rank) or bracket or (beside and before is not None and before.kind in (GROUP, POST))


def affiliation(document: Document, mentions: Sequence[Mention], at: int, origins: frozenset[str]) -> str:
    """The unit that a person is said to come from right behind the name: "Rusmadi dari BPJN".

    `origins` are the prepositions that say so.
    """
    following = mentions[at + 1] if at + 1 < len(mentions) else None
    here = mentions[at]
    if following is None or following.kind is not UNIT or following.sentence != here.sentence:
        return ""
    words = document.sentences[here.sentence].words
    between = [word.lower for word in words[here.last : following.first]]
    return following.unit if len(between) == 1 and between[0] in origins else ""


def is_subject(document: Document, mention: Mention) -> bool:
    """Whether a word of the mention is the subject of a clause in the parse."""
    words = document.sentences[mention.sentence].words[mention.first : mention.last]
    return any(word.deprel.startswith("nsubj") for word in words)
