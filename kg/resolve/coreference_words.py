"""The closed word classes that tell what a pronoun, a description or a quotation's cue can point to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon.load import Lexicon

NAMES = "mentions/person-name"
IN_BODIES = (
    "mentions/organisation-head",
    "mentions/organisation-tail",
    "mentions/organisation-name",
    "reporting/body-word",
)


@dataclass(frozen=True, slots=True)
class TellingWords:
    """Closed word classes that tell whose words a quotation may be.

    `participant` are nouns for those who only take part in what is told, `own` the pronouns of one who speaks for
    himself, `first` all of the first person, `as_post` the prepositions between a pronoun and the post that it holds.
    """

    participant: frozenset[str]
    own: frozenset[str]
    first: frozenset[str]
    sufferer: frozenset[str]
    called: frozenset[str]
    avowing: frozenset[str]
    apology: frozenset[str]
    as_post: frozenset[str]


@dataclass(frozen=True, slots=True, repr=False, eq=False)  # one of a lexicon
class PointingWords:
    """Closed word classes of `ontology/reporting-id.ttl` that tell what an expression can point to."""

    plural: frozenset[str]
    demonstrative: frozenset[str]
    relative: frozenset[str]
    document: frozenset[str]
    individual: frozenset[str]
    one_alone: frozenset[str]
    determiner: frozenset[str]
    side: frozenset[str]
    people: frozenset[str]
    individual_marker: frozenset[str]
    doing_more: frozenset[str]
    belonging: frozenset[str]
    attending: frozenset[str]
    undergoing: frozenset[str]
    presiding: frozenset[str]
    anybody: frozenset[str]
    country: frozenset[str]
    undisclosed: frozenset[str]
    hailing: frozenset[str]
    account: frozenset[str]
    own_words: frozenset[str]
    joint_text: frozenset[str]
    containing: frozenset[str]
    recipient: frozenset[str]
    telling: TellingWords
    signing: frozenset[str]
    definite: frozenset[str]
    officer: frozenset[str]
    in_bodies: frozenset[str]
    beside_in_bodies: frozenset[str]
    ordinary: frozenset[str]
    names: frozenset[str]
    titles: frozenset[str]
    kinds: tuple[tuple[frozenset[str], frozenset[str]], ...]  # nouns of a kind, words of the offices of those

    @classmethod
    def of(cls, lexicon: Lexicon) -> PointingWords:
        """The word classes of a lexicon; raises `LexiconError` if one is missing."""
        return cls(
            lexicon.words("reporting/pronoun-plural"),
            lexicon.words("reporting/demonstrative"),
            lexicon.words("reporting/relative"),
            lexicon.words("reporting/document-noun"),
            lexicon.words("reporting/individual-noun"),
            lexicon.words("reporting/one-alone"),
            lexicon.words("reporting/determiner"),
            lexicon.words("reporting/side-noun"),
            lexicon.words("reporting/people-noun"),
            lexicon.words("mentions/single-quantifier"),
            lexicon.words("reporting/doing-more"),
            lexicon.words("reporting/belonging") | lexicon.words("reporting/belonging-before"),
            lexicon.words("reporting/attended-by"),
            lexicon.words("reporting/undergoing"),
            lexicon.words("reporting/presiding"),
            lexicon.words("reporting/anybody"),
            lexicon.words("mentions/country") | lexicon.words("mentions/national-level"),
            lexicon.words("reporting/undisclosed"),
            lexicon.words("reporting/hailing"),
            lexicon.words("reporting/account"),
            lexicon.words("reporting/own-words"),
            lexicon.words("reporting/joint-text"),
            lexicon.words("reporting/containing"),
            lexicon.words("reporting/recipient"),
            TellingWords(
                lexicon.words("reporting/taking-part"),
                lexicon.words("reporting/pronoun-own"),
                lexicon.words("reporting/pronoun-first"),
                lexicon.words("reporting/sufferer"),
                lexicon.words("reporting/called"),
                lexicon.words("reporting/avowing"),
                lexicon.words("reporting/apology"),
                lexicon.words("reporting/as-post"),
            ),
            lexicon.words("directives/signing"),
            lexicon.words("reporting/definite"),
            lexicon.words("reporting/described-officer"),
            frozenset(word for name in IN_BODIES for word in lexicon.words(name)) - lexicon.words(NAMES),
            lexicon.words("mentions/organisation-word") - lexicon.words(NAMES),
            (lexicon.words("mentions/ordinary-word") | lexicon.words("reporting/no-bearer")) - lexicon.words(NAMES),
            lexicon.words(NAMES),
            lexicon.words("mentions/small-title") | lexicon.words("mentions/name-title"),
            tuple(
                (lexicon.words(f"reporting/described-{kind}"), lexicon.words(f"reporting/sign-{kind}"))
                for kind in ("politician", "scholar", "counsel", "doctor")
            ),
        )


def is_plural(pronoun: str, words: PointingWords) -> bool:
    """Whether a pronoun means several, whatever particle goes with it (`mereka pun`)."""
    return pronoun.casefold().partition(" ")[0] in words.plural


@lru_cache(maxsize=2)
def pointing_words(lexicon: Lexicon) -> PointingWords:
    """The words of `lexicon`, gathered once; raises `LexiconError` if a word class is missing."""
    return PointingWords.of(lexicon)
