"""Where the content of a noun of demand that is itself a subject ends: before the main clause's predicate (`permintaan
Kapolres agar warga menahan diri disampaikan dalam rapat`)."""

from __future__ import annotations

from kg.extract.contents import content_end
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, clause_start, is_passive, is_verb
from kg.extract.phrases import phrase_end
from kg.lexicon.cues import Voice

OBJECT_ENDS = ("NOUN", "PROPN", "PRON", "DET", "ADJ", "VERB", "ADV", "NUM")  # UD tags of a phrase's last word
MAX_CHANNEL = 9  # words of by what a message goes


def before_main_predicate(passage: Passage, grammar: Grammar, noun: int, start: int, end: int) -> int:
    """Where the content `[start, end)` ends if the noun at `noun` opens its clause: before a passive, or before a verb
    behind an aspect, that nothing joins to what is to be done."""
    if any(not passage.is_punctuation(k) for k in range(noun)):
        return end
    acted, aspects = False, grammar.aspect | grammar.already
    for at in range(start, end):
        lower = passage.lower[at]
        joined = lower in grammar.relative or lower in grammar.demand or lower in grammar.clause_opener
        if joined or lower == "," or lower in grammar.list_conjunction or lower in grammar.that:
            return end
        aspect = lower in aspects
        verb = at + 1
        while aspect and verb < end and passage.lower[verb] in aspects:
            verb += 1
        told = is_verb(passage, grammar, verb) if aspect and verb < end else lower in grammar.meeting_with
        told = told or is_passive(passage, grammar, at)
        if acted and told and passage.sentence.tags[at - 1] in OBJECT_ENDS:
            return at
        acted = acted or is_verb(passage, grammar, at) or passage.sentence.tags[at] == "ADJ"
    return end


def calls_so(passage: Passage, grammar: Grammar, noun: int) -> bool:
    """Whether a noun that opens a quotation is what its speaker calls his own words (`"Imbauan kepada warga agar
    ...,"`): only whom it is told stands between it and its conjunction, no other predicate behind it."""
    if passage.lower[noun] not in grammar.spoken_noun or passage.quotation[noun] < 0:
        return False
    if not opens_speech(passage, grammar, noun):
        return False
    listed = noun + 2 < len(passage) and passage.lower[noun + 1] in grammar.to
    told, marked = phrase_end(passage, grammar, noun + 2, len(passage)) if listed else (noun + 1, False)
    marker = next((k for k in range(noun + 2, len(passage)) if passage.lower[k] in grammar.verb_object_conjunction), 0)
    marker = told if marked else marker  # `kepada kader, pengurus, dan simpatisan untuk ...`
    if marked_by_colon(passage, grammar, told) and listed:
        return True  # `instruksi kepada jajaran: tingkatkan patroli`
    led = noun + 1 < len(passage) and passage.lower[noun + 1] in grammar.to | grammar.demand
    if not led or not marker or marker + 1 >= len(passage):
        return False
    if any(is_verb(passage, grammar, k) or (passage.lower[k] == "," and k > told) for k in range(noun + 1, marker)):
        return False
    end = content_end(passage, grammar, marker + 1)
    if not grammar.circulating.isdisjoint(passage.lower[marker + 1 : end]):
        return False  # `ajakan untuk warga agar menjauh beredar luas`
    if any(passage.lower[k].startswith("ter") and is_verb(passage, grammar, k) for k in range(marker + 2, end)):
        return False  # `pesan kepada warga agar menjauh terpasang di gerbang`
    return before_main_predicate(passage, grammar, noun, marker + 1, end) == end


def marked_by_colon(passage: Passage, grammar: Grammar, at: int) -> bool:
    return at < len(passage) and passage.lower[at] in grammar.colon


def opens_speech(passage: Passage, grammar: Grammar, noun: int) -> bool:
    """Whether nothing but signs and what leads a sentence stands before a noun in its quotation or sentence."""
    floor = clause_start(passage, noun)
    before = (k for k in range(floor, noun) if not passage.is_punctuation(k))
    leads = grammar.imperative_lead | grammar.list_conjunction
    return all(passage.lower[k] in leads for k in before) or all(passage.is_punctuation(k) for k in range(noun))


def past_kind(passage: Passage, grammar: Grammar, at: int, stop: int) -> int:
    """The word behind of what kind a noun of demand is (`imbauan kamtibmas`, `peringatan keras`) or behind how much
    time it gives (`ultimatum 3x24 jam kepada ...`)."""
    while at < stop and passage.mention[at] < 0 and passage.lower[at] in grammar.kind_of_demand:
        at += 1
    counted = at < stop and (passage.sentence.tags[at] == "NUM" or any(map(str.isdigit, passage.lower[at])))
    if not counted:
        return at
    leads = grammar.to | grammar.demand
    return next((k for k in range(at + 1, min(stop, at + 4)) if passage.lower[k] in leads), at)


def past_channel(passage: Passage, grammar: Grammar, at: int, stop: int) -> int:
    """The word behind by what a message goes, if whom it goes to or the conjunction of its demand stands there
    (`imbauan Polres melalui pengeras suara agar ...`), else `at`."""
    if at >= stop or passage.lower[at] not in grammar.by_way_of:
        return at
    leads = grammar.to_person | grammar.verb_object_conjunction
    for k in range(at + 1, min(stop, at + MAX_CHANNEL)):
        if passage.lower[k] in leads:
            return k
        if passage.is_punctuation(k) or is_verb(passage, grammar, k):
            break
    return at


def goes_by(passage: Passage, grammar: Grammar, noun: int) -> bool:
    """Whether a noun of demand says by what another one goes that stands in the clause before it."""
    if noun < 2 or passage.lower[noun - 1] not in grammar.by_way_of:
        return False
    for k in range(noun - 2, max(-1, noun - MAX_CHANNEL), -1):
        if passage.is_punctuation(k) or is_verb(passage, grammar, k):
            return False
        if any(form.voice is Voice.NOUN for form in grammar.cues.forms.get(passage.lower[k], ())):
            return True
    return False


def told_to_all(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether the public stands right behind a noun of what only others tell it (`ajakan seluruh masyarakat`, `imbauan
    warga`; not `desakan publik`)."""
    if passage.lower[at - 1] not in grammar.told_public:
        return False
    while at < len(passage) and passage.lower[at] in grammar.quantifier:
        at += 1
    return at < len(passage) and passage.lower[at] in grammar.public
