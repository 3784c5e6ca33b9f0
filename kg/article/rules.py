"""The word tables of cleaning, compiled from the lexicon's word classes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import MappingProxyType

from kg.article.dates import DateRules

Words = Callable[[str], Iterable[str]]

CLASSES = (
    "outlet-name",
    "related-link-cue",
    "video-cue",
    "furniture-line",
    "page-cue",
    "reader-call",
    "repost-cue",
    "credit-cue",
    "byline-cue",
    "photo-cue",
    "page-label",
    "stamp-cue",
    "time-zone",
    "headline-function-word",
    "never-before-boundary",
    "sentence-opener",
    "headline-opener",
    "coordinator",
    "subject-head",
    "abbreviation",
    "camel-word",
    "lower-brand",
)


def alternatives(forms: Iterable[str]) -> str:
    """A regular expression for any of `forms`, longest first, with any run of blanks between their words."""
    ordered = sorted({form for form in forms if form}, key=lambda form: (-len(form), form))
    return "|".join(r"[ \t]+".join(map(re.escape, form.split())) for form in ordered) or r"(?!)"


@dataclass(frozen=True, eq=False)
class CleanRules:
    """The closed word classes that `clean` reads, by name (`ontology/article-id.ttl`), and those of dates."""

    words: Mapping[str, frozenset[str]]
    dates: DateRules

    @classmethod
    def from_words(cls, words: Words) -> CleanRules:
        """The rules from a look-up of word classes, such as `Lexicon.words`."""
        return cls(MappingProxyType({name: frozenset(words(f"page/{name}")) for name in CLASSES}), DateRules.from_words(words))

    @cached_property
    def lowered(self) -> Mapping[str, frozenset[str]]:
        """The classes with their forms in lower case."""
        return MappingProxyType({name: frozenset(map(str.lower, forms)) for name, forms in self.words.items()})

    @cached_property
    def folded(self) -> Mapping[str, tuple[str, ...]]:
        """The first words of each class's forms in lower case: what a text must hold for any form to occur in it."""
        return MappingProxyType(
            {name: tuple(sorted({f.split()[0] for f in forms if f.split()})) for name, forms in self.lowered.items()}
        )

    def may_occur(self, name: str, lowered_text: str) -> bool:
        """Whether a form of the class `name` may occur in a text, given in lower case: a quick look before a regular expression."""
        return any(word in lowered_text for word in self.folded[name])

    def regex(self, template: str, flags: int = 0) -> re.Pattern[str]:
        """`template` compiled, each `<class-name>` in it standing for any form of that class."""
        return _regex(self, template, flags)


@lru_cache(maxsize=512)
def _regex(rules: CleanRules, template: str, flags: int) -> re.Pattern[str]:
    filled = re.sub(r"<([a-z]+(?:-[a-z]+)+)>", lambda m: f"(?:{alternatives(rules.words[m.group(1)])})", template)
    return re.compile(filled, flags)
