"""What stands behind a content in one parsed sentence: another sentence, a remark, what has happened or will."""

from __future__ import annotations

from kg.extract.content_sequels import NOMINAL
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, clause_start, is_passive, is_verb
from kg.extract.phrases import starts_animate
from kg.model.members import PERSON

MIN_ACT = 3  # letters
MAX_SUBJECT = 6  # words of a subject before what it has done


def other_sentence(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether a sentence ends at a sign although the parser went on (`... Formula E. Pasalnya ...`): a capital follows
    that is of no name, or the sign closes a quotation inside another sentence."""
    if passage.lower[at] not in grammar.sentence_sign or passage.title_case or at + 1 >= end:
        return False
    behind = at + 1
    while behind < end and passage.is_mark(behind):
        behind += 1
    if behind >= end or passage.sentence.tags[behind] == "PROPN" or passage.mention[behind] >= 0:
        return False
    return passage.sentence.words[behind].text[:1].isupper()


def opens_sentence(passage: Passage, at: int) -> bool:
    """Whether a word that may open a sentence does although no full stop stands before it, as in copied pages."""
    if passage.title_case or not passage.sentence.words[at].text[:1].isupper():
        return False
    return passage.mention[at] < 0 and not passage.is_punctuation(at - 1)


def closes_before(passage: Passage, start: int, at: int) -> bool:
    """Whether the bracket closed at `at` was opened before the content (`warga itu (meminta namanya dirahasiakan)`)."""
    opened = next((k for k in range(at - 1, -1, -1) if passage.lower[k] in ("(", ")")), at)
    return opened < start and passage.lower[opened] == "("


def threatens(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether what the issuer will do himself follows (`jangan coba-coba akan kami tindak`): no part of the demand."""
    own = at + 1 < end and passage.lower[at + 1] in grammar.first_person
    return own and passage.lower[at - 1] not in grammar.relative


def disbelieves(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether nothing but a word of disbelief stands behind a comma (`..., mana mungkin`, `..., tidak mungkin`)."""
    lower = passage.lower[at]
    opens = lower in grammar.disbelief or lower in grammar.negator
    return opens and end - at == 2 and passage.lower[at + 1] in grammar.impossible


def has_happened(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether a clause with its own subject tells behind a comma and a conjunction what has been done (`..., dan kantor
    gubernur telah menyetujuinya`)."""
    if at < 2 or at >= end or passage.lower[at - 2] != "," or passage.sentence.tags[at] not in NOMINAL:
        return False
    if is_verb(passage, grammar, at):
        return False
    for k in range(at + 1, min(end - 1, at + MAX_SUBJECT)):
        lower = passage.lower[k]
        if lower in grammar.already:
            return is_verb(passage, grammar, k + 1)
        if lower in grammar.relative or lower in grammar.demand or passage.is_punctuation(k):
            return False
        if is_verb(passage, grammar, k):
            return False
    return False


def until_now(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether what is the case to this day stands behind a comma (`..., hingga kini pelaku masih buron`)."""
    if at + 3 >= end or passage.lower[at] not in grammar.until:
        return False
    if passage.lower[at + 1] in grammar.now:
        return True
    return passage.lower[at + 1] in grammar.time_clause and passage.lower[at + 2] in grammar.pointing


def states_aside(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether a clause of its own tells behind a comma how things are (`tidak panik, situasi aman`): its subject (UD
    nsubj) is no people, its predicate stands beside that of the sentence (parataxis, root) and is no passive."""
    words = passage.sentence.words
    subject = next((k for k in range(at, min(end, at + MAX_SUBJECT)) if words[k].deprel.startswith("nsubj")), None)
    listed = passage.lower[at] in grammar.list_conjunction or passage.sentence.tags[at] in ("ADJ", "VERB")
    if subject is None or listed or starts_animate(passage, grammar, at):
        return False
    predicate = words[subject].head
    if not subject < predicate < end or words[predicate].deprel not in ("parataxis", "root"):
        return False
    bound = grammar.must | grammar.prohibitive | grammar.demand | grammar.relative
    return not is_passive(passage, grammar, predicate) and bound.isdisjoint(passage.lower[at:predicate])


def asks_back(passage: Passage, grammar: Grammar, at: int, end: int) -> bool:
    """Whether a question without an answer stands behind a comma (`..., siapa lagi kalau bukan kita`, `..., kalau
    banjir siapa yang susah`)."""
    if passage.lower[at] in grammar.question:
        return at + 1 < end and passage.lower[at + 1] in grammar.again
    asked = range(at + 1, end - 1)
    return passage.lower[at] in grammar.conditional and any(
        passage.lower[k] in grammar.question and passage.lower[k + 1] in grammar.relative for k in asked
    )


def fronted(passage: Passage, grammar: Grammar, start: int, comma: int) -> bool:
    """Whether nothing but a prepositional phrase stands before a comma, and nobody behind it who speaks next."""
    if passage.sentence.is_title and (speaker := passage.agent_at(comma + 1)) is not None:
        last = passage.mentions[speaker].last
        if last < len(passage) and passage.lower[last] in grammar.colon:
            return False  # `Dilarang ke Luar Kota, Bupati: ...`
    return passage.lower[start] in grammar.preposition and not any(
        is_verb(passage, grammar, k) for k in range(start, comma)
    )


def others_act(passage: Passage, grammar: Grammar, start: int, at: int, end: int) -> bool:
    """Whether a clause of its own stands behind a comma in which somebody tells of himself (`..., warga mengaku
    lega`), a person does something (`..., Andi menolak`), which the clause of the demand only introduces (`soal
    warga yang meminta lurah mundur, camat enggan berkomentar`), or which says of the act what it is (`jangan panik,
    panik tidak menolong`)."""
    lower = passage.lower[at]
    if len(lower) > MIN_ACT and passage.lower[at - 2].endswith(lower) and at + 1 < end:
        return passage.lower[at + 1] in grammar.negator or passage.lower[at + 1] in grammar.additive
    found = passage.agent_at(at)
    if found is None or passage.mentions[found].last >= end:
        return False
    verb = passage.mentions[found].last
    while verb < end and (passage.lower[verb] in grammar.pre_verb or passage.agent_at(verb) is not None):
        verb += 1
    if verb >= end:
        return False
    if passage.lower[verb] in grammar.own_experience:
        return True
    acts = passage.lower[verb].startswith("me") and is_verb(passage, grammar, verb)
    if acts and passage.mentions[found].kind is PERSON and verb == passage.mentions[found].last:
        return True
    floor = clause_start(passage, start)
    opens = grammar.topic | grammar.time_clause
    first = next((k for k in range(floor, min(floor + 2, start)) if passage.lower[k] in opens), None)
    return first is not None and "," not in passage.lower[first:start]


def new_subject(passage: Passage, at: int, end: int) -> bool:
    """Whether a noun with -nya stands behind the comma of a headline, and more: what is said of it is no act."""
    enclitic = at + 2 < end and passage.split[at] and passage.lower[at + 1] == "nya"
    return enclitic and passage.sentence.words[at].upos == "NOUN"
