"""The rules by which `kg eval` compares names, read from `ontology/evaluation-id.ttl`."""

from __future__ import annotations

from types import MappingProxyType

from kg.evaluate import NameRules
from kg.lexicon.load import Lexicon
from kg.lexicon.names import FORM, KG


def name_rules(lexicon: Lexicon) -> NameRules:
    """The rules of a lexicon; raises `LexiconError` where an abbreviation lacks a form or a spelling."""
    spelt = {entry.text(FORM): entry.text(KG + "spelledOut") for entry in lexicon.entries_of(KG + "Abbreviation")}
    return NameRules(
        MappingProxyType(spelt), lexicon.words("evaluation/quantifier"), lexicon.words("evaluation/collective")
    )
