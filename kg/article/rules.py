"""The word tables of cleaning, compiled from the lexicon's word classes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import MappingProxyType

from kg.article.datewords import DateRules

Words = Callable[[str], Iterable[str]]

CLASSES = (
    "outlet-name",
    "related-link-cue",
    "video-cue",
    "furniture-line",
    "inline-furniture",
    "page-cue",
    "reader-call",
    "repost-cue",
    "credit-cue",
    "copyright-cue",
    "byline-cue",
    "report-word",
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
    "rank-word",
    "abbreviation",
    "camel-word",
    "lower-brand",
    "behind-link",
    "link-preposition",
    "embed-label",
    "page-verb",
    "page-number",
    "title-cue",
    "channel-name",
    "tag-cue",
    "clock-unit",
    "ago-cue",
)


REPORTING = ("reporting/active", "reporting/passive", "reporting/demand-or-claim", "reporting/of-fact")
"""The word classes of `ontology/reporting-id.ttl` whose verbs follow or precede a speaker."""

PLACES = ("mentions/country", "mentions/town", "mentions/foreign-place", "mentions/place-head", "page/relative-place")


def alternatives(forms: Iterable[str]) -> str:
    """A regular expression for any of `forms`, longest first, with any run of blanks between their words."""
    ordered = sorted({form for form in forms if form}, key=lambda form: (-len(form), form))
    return "|".join(r"[ \t]+".join(map(re.escape, form.split())) for form in ordered) or r"(?!)"


@dataclass(frozen=True, eq=False)
class CleanRules:
    """The closed word classes that `clean` reads, by name (`ontology/article-id.ttl`), and those of dates."""

    words: Mapping[str, frozenset[str]]
    dates: DateRules
    verbs: frozenset[str] = frozenset()
    """Reporting verbs, in lower case."""
    names: frozenset[str] = frozenset()
    """Words that names of persons are made of, in lower case."""
    places: frozenset[str] = frozenset()
    """Countries, towns and kinds of place, in lower case."""

    @classmethod
    def from_words(cls, words: Words) -> CleanRules:
        """The rules from a look-up of word classes, such as `Lexicon.words`."""
        return cls(
            MappingProxyType({name: frozenset(words(f"page/{name}")) for name in CLASSES}),
            DateRules.from_words(words),
            frozenset(form for name in REPORTING for form in words(name)),
            frozenset(words("mentions/person-name")),
            frozenset(form for name in PLACES for form in words(name)),
        )

    @cached_property
    def lowered(self) -> Mapping[str, frozenset[str]]:
        """The classes with their forms in lower case."""
        return MappingProxyType({name: frozenset(map(str.lower, forms)) for name, forms in self.words.items()})

    @cached_property
    def by_first_word(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """The classes with their forms in lower case by the first letters of each, the longest first."""
        return MappingProxyType({name: _by_first_word(forms) for name, forms in self.lowered.items()})

    @cached_property
    def behind_names(self) -> frozenset[str]:
        """What may be glued to a name where a link ended: function words and reporting verbs."""
        return self.words["behind-link"] | self.verbs

    @cached_property
    def tails(self) -> frozenset[str]:
        """The last three letters of `behind_names`, or both of the prepositions of place."""
        glued = (form.split()[0] for form in self.behind_names | self.words["link-preposition"])
        return frozenset(form[-3:] for form in glued)

    @cached_property
    def place_ends(self) -> frozenset[str]:
        """The last words of places: "serikat"."""
        return frozenset(place.rsplit(" ", 1)[-1] for place in self.places)

    @cached_property
    def place_starts(self) -> frozenset[str]:
        """The first words of places, and of what is told of one: "jalan", "tengah"."""
        return frozenset(place.split(" ", 1)[0] for place in self.places)

    @cached_property
    def shouted(self) -> tuple[str, ...]:
        """The furniture in capitals that is told by them also inside running text."""
        return tuple(sorted(form for form in self.words["furniture-line"] if form.isupper() and len(form) > 9))

    def regex(self, template: str, flags: int = 0) -> re.Pattern[str]:
        """`template` compiled, each `<class-name>` in it standing for any form of that class."""
        return _regex(self, template, flags)


def _by_first_word(forms: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for form in forms:
        first = re.match("[a-z]+", form)
        if first:
            groups.setdefault(first.group(), []).append(form)
    return MappingProxyType(
        {first: tuple(sorted(group, key=lambda f: (-len(f), f))) for first, group in groups.items()}
    )


@lru_cache(maxsize=512)
def _regex(rules: CleanRules, template: str, flags: int) -> re.Pattern[str]:
    filled = re.sub(r"<([a-z]+(?:-[a-z]+)+)>", lambda m: f"(?:{alternatives(rules.words[m.group(1)])})", template)
    return re.compile(filled, flags)
