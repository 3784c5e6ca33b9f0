"""The style of a parse: which treebank's conventions its tags and trees follow.

The Indonesian treebanks annotate differently (commas, prepositional phrases, `tidak`, `bisa`, ...). Parser and tagger
are told at training which treebank a sentence is from, so that the differences are learnt and not averaged ("treebank
embeddings": Stymne et al. 2018, Parser Training with Heterogeneous Treebanks), and at use whose conventions are wanted.
The parser takes the style as every word's XPOS, the tagger as a word before the sentence; both are Stanza's models
unchanged. Neither is ever part of what is returned.

Articles are news and parsed in the style of CSUI, the treebank of news. For a file that is to be compared with a
treebank, `AUTO` parses in every style that the weights know and keeps the one whose analyses the models hold most
likely (as Wagner et al. 2020, Treebank Embedding Vectors for Out-of-domain Dependency Parsing, choose by the sentence;
here once a file). It reads the text and no annotation.
"""

from __future__ import annotations

CSUI, GSD, PUD = "csui", "gsd", "pud"
STYLES = (CSUI, GSD, PUD)
NEWS = CSUI
AUTO = "auto"


def mark(style: str) -> str:
    """The word that tells the tagger a style."""
    return f"<{style}>"
