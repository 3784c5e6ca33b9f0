"""Parsing: tokens, sentences, tags, lemmas and dependencies by Stanza. The only room that imports stanza or torch.

Importing this package imports neither; `Parser` does when it is built.
"""

from kg.parse.parser import Parser

__all__ = ["Parser"]
