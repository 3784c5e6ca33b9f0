"""Speech told inside a quotation: who is said to have bidden something (`ia bilang ke saya tolong jaga ibu`)."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.issuers import nothing, speaker_reference, subject_of
from kg.extract.passage import Passage, clause_start
from kg.extract.phrases import reference_to
from kg.model import Reference, ReferenceKind
from kg.model.members import FIRST_PERSON

INNER = frozenset("'‘’`")  # marks of a quotation inside another
ENCLITIC = "nya"
MAX_BEHIND = 5  # words behind such a quotation that may say whose it is


def telling_before(passage: Passage, grammar: Grammar, at: int, floor: int) -> int | None:
    """The verb of telling (UD parataxis, ccomp) whose speech an imperative at `at` begins, nothing but whom it is told
    and a conjunction between them; `None` outside quotation marks or if there is none."""
    if passage.quotation[at] < 0:
        return None
    verb = at - 1
    skipped = grammar.claim_opener | grammar.form_of_address  # the last: `anak saya bilang, Pak, jangan ...`
    while verb > floor and (passage.lower[verb] in skipped or passage.is_punctuation(verb)):
        verb -= 1
    whom = verb
    while whom > floor and (passage.agent_at(whom) is not None or passage.lower[whom] in grammar.first_person):
        whom = passage.mentions[passage.mention[whom]].first - 1 if passage.mention[whom] >= 0 else whom - 1
    if whom < verb and passage.lower[whom] in grammar.to:
        verb = whom - 1
    return verb if verb > floor and passage.lower[verb] in grammar.bidding else None


def inner_opening(passage: Passage, at: int) -> int | None:
    """The single mark that opens the words of another around a word of a quotation (`Ketua bilang, 'pulanglah'`)."""
    quoted = passage.quotation[at]
    if quoted < 0:
        return None
    starts, ends = passage.sentence.starts, passage.sentence.ends
    for k in range(at - 1, 0, -1):
        if passage.quotation[k] != quoted:
            return None
        if passage.lower[k] in INNER:
            apart = passage.quotation[k - 1] != quoted or ends[k - 1] < starts[k]
            return k if ends[k] == starts[k + 1] and apart else None
    return None


def _behind_inner(passage: Passage, grammar: Grammar, at: int) -> bool | None:
    """Whether the speaker says behind the mark that closes the words around `at` that they are his own (`'pulanglah,
    Pak' saya bilang`); `None` if no mark closes them within a quotation that goes on."""
    quoted, starts, ends = passage.quotation[at], passage.sentence.starts, passage.sentence.ends
    for k in range(at + 1, len(passage) - 1):
        if passage.quotation[k] != quoted:
            return None
        closes = passage.lower[k] in INNER and starts[k] == ends[k - 1]
        if closes and (ends[k] < starts[k + 1] or passage.is_punctuation(k + 1)):
            behind = range(k + 1, min(k + MAX_BEHIND, len(passage)))
            after = [passage.lower[n] for n in behind if passage.quotation[n] == quoted]
            if not any(word.isalpha() for word in after):
                last = len(passage) - 1  # the quotation goes on behind the sentence, or is one within two marks
                return False if passage.quotation[last] == quoted and not passage.is_mark(last) else None
            says = any(word in grammar.speech or word in grammar.bidding for word in after)
            return says and not grammar.first_person.isdisjoint(after)
    return None


def _verb_before(passage: Passage, grammar: Grammar, opening: int) -> int | None:
    """The verb of saying or demanding right before a mark, but for a comma or colon."""
    verb = opening - 1
    while verb > 0 and passage.is_punctuation(verb) and passage.quotation[verb] == passage.quotation[opening]:
        verb -= 1
    if passage.quotation[verb] != passage.quotation[opening]:
        return None
    lower = passage.lower[verb]
    says = lower in grammar.speech or lower in grammar.telling or lower in grammar.cues.forms
    return verb if says else None


def _source_before(passage: Passage, grammar: Grammar, at: int) -> Reference | None:
    """Whom a quotation names as the source of what begins at a word (`"Kata Pak Camat, jangan ..."`)."""
    named = at - 1
    while named > 0 and passage.lower[named] == ",":
        named -= 1
    if named == at - 1 or passage.quotation[at] < 0 or passage.agent_at(named) is None:
        return None
    first = named
    while first > 0 and passage.mention[first - 1] == passage.mention[named]:
        first -= 1
    while first > 0 and passage.lower[first - 1] in grammar.form_of_address:
        first -= 1
    says = first > 0 and passage.quotation[first - 1] == passage.quotation[at]
    return reference_to(passage, grammar, named) if says and passage.lower[first - 1] in grammar.source_verb else None


def said_by(passage: Passage, grammar: Grammar, at: int, first: int | None = None) -> Reference:
    """Who bids what an imperative at `at` says, or a modal whose clause begins at `first`: the subject of the verb that
    tells it, else whoever is quoted or reported there."""
    opening = inner_opening(passage, at)
    start = (at if first is None else first) if opening is None else opening
    source = _source_before(passage, grammar, at) or _source_before(passage, grammar, start)
    if source is not None:
        return source
    telling = telling_before(passage, grammar, start, clause_start(passage, start))
    if opening is not None and telling is None:
        telling = _verb_before(passage, grammar, opening)
        if telling is None:
            begins = passage.quotation[opening - 1] != passage.quotation[opening]
            own = _behind_inner(passage, grammar, at)
            if own or (begins and own is None):
                return speaker_reference(passage, grammar, at)
            return nothing(passage)  # `slogan kami 'jaga jarak'`
    if telling is not None and (passage.split[telling] or passage.lower[telling].endswith(ENCLITIC)):
        return nothing(passage)  # `katanya, 'tolong cek'`
    issuer = None if telling is None else subject_of(passage, grammar, telling)
    if issuer is None or issuer.kind is FIRST_PERSON:
        pronoun = 0 if issuer is None or issuer.span is None else passage.sentence.word_from(issuer.span.start)
        of_kin = pronoun > 0 and passage.lower[pronoun - 1] in grammar.kin  # `anak saya bilang, jangan ...`
        return nothing(passage) if of_kin else speaker_reference(passage, grammar, at)
    # `ia bilang`: who that is, is not plain
    return nothing(passage) if issuer.kind is ReferenceKind.PRONOUN else issuer
