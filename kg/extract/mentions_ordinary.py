"""Words of a headline that are no name in spite of their capital: verbs, function words, acts that it tells."""

from __future__ import annotations

from kg.extract.mentions_evidence import Evidence
from kg.extract.mentions_line import Line
from kg.extract.mentions_tags import Tag

VERB_LENGTH = 6  # letters: a shorter word with "di-" or "ber-" may be a name


def is_ordinary_in_headline(line: Line, index: int, evidence: Evidence) -> bool:
    """Whether a word of a headline is no name in spite of its capital: a verb, a function word."""
    piece = line.pieces[index]
    if piece in line.words.verbs or (piece in evidence.ordinary and piece not in line.words.organisation_words):
        return True
    if _is_act(line, index):
        return True
    upos = line.sentence.words[index].upos
    if piece in line.words.organisation_words or piece in line.words.person_names or line.tags[index] & Tag.PLACE:
        return False
    if len(piece) >= VERB_LENGTH and any(piece.startswith(prefix) for prefix in line.words.verbal_prefixes):
        return piece not in evidence.names
    if len(piece) >= VERB_LENGTH and any(piece.endswith(suffix) for suffix in line.words.verbal_suffixes):
        return piece not in evidence.names
    return upos in ("VERB", "AUX", "ADV", "SCONJ", "ADP", "PART", "PRON", "DET", "CCONJ")


def _is_act(line: Line, index: int) -> bool:
    """Whether a noun of an act or a state is a headline's predicate: "Larang Kepala Dinas Cuti", "Minta Kepala BPBD
    Evakuasi Warga", "Satgas Waspada", but "Tim Siaga", "Kepala Bidang Audit", "Ketua Satgas Mudik".
    """
    piece, before = line.pieces[index], line.pieces[index - 1]
    if piece in line.words.act_nouns:
        return line.acronym[index - 1]
    joined = before in line.words.participants and line.sentence.words[index].upos in ("NOUN", "PROPN")
    if piece not in line.words.name_enders or before in line.words.teams or joined:
        return False
    return piece not in line.words.organisation_words or before in line.words.place_heads
