"""Where in the ontology each word class of the grammar of directives stands, and the grammar read from there."""

from __future__ import annotations

from dataclasses import fields

from kg.extract.grammar import Grammar
from kg.lexicon.cues import read_cues
from kg.lexicon.load import Lexicon

FOLDERS = {
    "bare_verb": "lexicon",
    "bare_verb_or_noun": "lexicon",
    "person_noun": "reporting",
    "public_figure": "reporting",
    "member_office": "mentions",
    "seated_body": "mentions",
    "country": "mentions",
    "origin": "reporting",
    "company": "reporting",
    "relaying": "reporting",
    "belonging": "reporting",
    "belonging_further": "reporting",
    "belonging_before": "reporting",
    "pronoun_plural": "reporting",
}


def build_grammar(lexicon: Lexicon) -> Grammar:
    """The grammar of a lexicon; raises `LexiconError` if a word class is missing."""
    classes = {
        entry.name: lexicon.words(f"{FOLDERS.get(entry.name, 'directives')}/{entry.name.replace('_', '-')}")
        for entry in fields(Grammar)
        if entry.init and entry.name != "cues"
    }
    return Grammar(cues=read_cues(lexicon), **classes)
