"""What a speaker calls a request of his own, and the clause that says it (`harapan kami, polisi segera bertindak`)."""

from __future__ import annotations

from kg.extract.complements import frame_behind
from kg.extract.cues import CueHit
from kg.extract.frames import Frame
from kg.extract.grammar import Grammar
from kg.extract.needs import satisfies
from kg.extract.passage import Passage
from kg.lexicon.cues import Complement
from kg.model import Reference
from kg.model.members import FIRST_PERSON, PASSAGE_SPEAKER, QUOTE_SPEAKER


def own_words(
    passage: Passage, grammar: Grammar, hit: CueHit, issuer: Reference | None, at: int, stop: int
) -> Frame | None:
    """The clause behind what the speaker calls a request of his own (`harapan kami, polisi segera bertindak`) or
    behind a copula (`permintaan warga adalah jalan diperbaiki`)."""
    spoken = issuer is not None and issuer.kind in (QUOTE_SPEAKER, PASSAGE_SPEAKER)
    spoken = spoken and passage.split[hit.last - 1]
    own = issuer is not None and issuer.kind is FIRST_PERSON and passage.quotation[hit.first] >= 0
    own = own or spoken  # `harapannya, polisi segera bertindak`
    linked = issuer is not None and at < stop and passage.lower[at] in grammar.copula
    if not (own or linked) or at + 1 >= stop or hit.form.cue.complement is Complement.PURPOSE:
        return None
    frame = frame_behind(passage, grammar, at + 1 if linked else at)
    bids = own and _bids(passage, grammar, at)
    if frame is None or not frame.clausal or not (frame.addressees or frame.passive or bids):
        return None
    if passage.lower[at - 1] != "," and not linked and not bids and frame.kind == "verb":
        return None  # `permintaan kami ditolak`: what became of it
    comes = passage.lower[frame.start] in grammar.possibility or passage.lower[frame.start] in grammar.having
    if hit.form.cue.complement is Complement.ANIMATE and comes:
        return None  # `harapan kami warga dapat merayakan ...`: what is hoped for them
    demands = hit.form.cue.complement is Complement.DEMAND
    return frame if demands or satisfies(passage, grammar, hit.form.cue, frame) else None


def _bids(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether an imperative stands at a word: behind a comma, or, as no comma tells it from what is done to the message
    (`pesan saya kirim lewat surat`), before its object (`pesan saya jaga kekompakan`)."""
    parted = passage.lower[at - 1] == ","
    if passage.lower[at] in grammar.prohibitive:
        return not parted  # `pesan saya, jangan lengah`: the marker's own prohibition
    return (parted or passage.sentence.tags[at + 1] in ("NOUN", "PROPN")) and passage.lower[at] in grammar.bare_verb
