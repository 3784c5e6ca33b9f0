"""The tokens of SPARQL, as far as a query must be taken apart: brackets and words outside of comments and strings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

_TOKEN = re.compile(
    r"""
      (?P<skip> \#[^\n\r]* | \s+ )
    | (?P<iri> <[^<>"{}|^`\\\x00-\x20]*> )
    | (?P<string> \"\"\" (?: \"{0,2} (?: [^"\\] | \\. ) )* \"\"\" | ''' (?: '{0,2} (?: [^'\\] | \\. ) )* '''
        | " (?: [^"\\\n\r] | \\. )* " | ' (?: [^'\\\n\r] | \\. )* ' )
    | (?P<variable> [?$]\w+ )
    | (?P<word> \w[\w.-]*:?(?:[\w.:%-]|\\.)* )
    | (?P<other> . )
    """,
    re.VERBOSE | re.DOTALL,
)
"""The terminals of SPARQL 1.1, 19.8, IRIREF, STRING_LITERAL*, VAR1 and VAR2; names and keywords are one kind here."""


def tokens(sparql: str) -> Iterator[tuple[str, str, int, int]]:
    """Kind (iri, string, variable, word, other), text, start and end of each token; not comments and blanks."""
    for match in _TOKEN.finditer(sparql):
        kind = str(match.lastgroup)
        if kind != "skip":
            yield kind, match.group(), match.start(), match.end()


def describes(sparql: str) -> bool:
    """Whether a query is a DESCRIBE."""
    forms = (text.upper() for kind, text, _, _ in tokens(sparql) if kind == "word")
    return next((word for word in forms if word in ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")), "") == "DESCRIBE"


def with_prefixes(sparql: str, known: Mapping[str, str]) -> str:
    """The query with declarations of those known prefixes that it uses and does not declare."""
    words = [text for kind, text, _, _ in tokens(sparql) if kind == "word"]
    declared = {name for before, name in pairwise(words) if before.upper() == "PREFIX"}
    used = {text.partition(":")[0] + ":" for text in words if ":" in text} - declared
    return "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in sorted(known.items()) if f"{name}:" in used) + sparql
