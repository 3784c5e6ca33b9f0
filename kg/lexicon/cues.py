"""Directive cues: the entries of `ontology/lexicon-id.ttl` as a table that the rules of extraction read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kg.errors import LexiconError
from kg.lexicon.entries import Entry
from kg.lexicon.load import Lexicon
from kg.lexicon.names import KG, local_name
from kg.model import Force


class Voice(StrEnum):
    """How a form of a cue distributes the roles over its dependents."""

    ACTIVE = "active"  # the subject is the issuer
    BARE = "bare"  # without meN-: headlines, and after saya, kami, kita
    PASSIVE = "passive"  # the subject is the addressee
    NOUN = "noun"  # the possessor is the issuer
    MODAL = "modal"  # the subject is the addressee, the speaker the issuer
    IMPERATIVE = "imperative"  # a marker before an imperative: the speaker is the issuer


class Complement(StrEnum):
    """What must follow a form for it to be a directive."""

    ANY = "AnyComplement"
    CLAUSE = "ClauseComplement"
    ACTION = "ActionComplement"
    REQUEST = "RequestComplement"
    DEMAND = "DemandComplement"
    ANIMATE = "AnimateComplement"
    PURPOSE = "PurposeComplement"
    BIDDING = "BiddingComplement"


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue: its force, what it needs, the objects that make it another thing, and example sentences."""

    iri: str
    label: str
    force: Force
    complement: Complement
    not_object: frozenset[str]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CueForm:
    """One written form of a cue as a tuple of words in lower case."""

    words: tuple[str, ...]
    voice: Voice
    cue: Cue


@dataclass(frozen=True, slots=True)
class CueTable:
    """All cue forms by their first word, longest first."""

    forms: Mapping[str, tuple[CueForm, ...]]
    cues: tuple[Cue, ...]


def read_cues(lexicon: Lexicon) -> CueTable:
    """The cue table of a lexicon; raises `LexiconError` where an entry lacks a force, a complement or a form."""
    cues: list[Cue] = []
    forms: dict[str, set[CueForm]] = {}
    for entry in lexicon.entries_of(KG + "Cue"):
        cue = _cue(entry)
        cues.append(cue)
        found = False
        for voice in Voice:
            for form in entry.texts(KG + voice.value):
                words = tuple(form.lower().split())
                if not words:
                    raise LexiconError(f"{entry.iri}: an empty form")
                forms.setdefault(words[0], set()).add(CueForm(words, voice, cue))
                found = True
        if not found:
            raise LexiconError(f"{entry.iri}: a cue needs a form (kg:active, kg:passive, kg:noun, ...)")
    table = {
        first: tuple(sorted(group, key=lambda form: (-len(form.words), form.words, form.voice, form.cue.iri)))
        for first, group in forms.items()
    }
    return CueTable(table, tuple(cues))


def _cue(entry: Entry) -> Cue:
    force = local_name(entry.iri_of(KG + "force"))
    complement = local_name(entry.iri_of(KG + "complement")) or Complement.ANY.value
    try:
        return Cue(
            iri=entry.iri,
            label=entry.text("http://www.w3.org/2000/01/rdf-schema#label", "id"),
            force=Force(force),
            complement=Complement(complement),
            not_object=frozenset(text.lower() for text in entry.texts(KG + "notObject")),
            examples=entry.texts(KG + "example"),
        )
    except ValueError as error:
        raise LexiconError(f"{entry.iri}: {error}") from error
