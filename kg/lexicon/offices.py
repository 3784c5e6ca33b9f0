"""Compares the names of offices and units within an article, whatever short form each mention chose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from kg.lexicon.contractions import shortens_title
from kg.lexicon.forms import squeeze
from kg.lexicon.load import Lexicon
from kg.lexicon.records import PostKind
from kg.model import Mention
from kg.model.making import quickly_made

KNOWN_OFFICES = 16384  # offices and units, the last that were read
SHORTEST_CONTRACTION = 3  # letters
FOLDER = "mentions/"


@quickly_made
@dataclass(frozen=True, slots=True)
class Office:
    """An office as compared: `head` is its post, `rest` what tells it apart, both normalised; `text` as written.

    `short` holds other normalised names of the whole, such as the abbreviation that the text gives in brackets; `words`
    are those of the rest, for contractions.
    """

    text: str
    head: str
    rest: str
    short: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    complete: bool = False
    bare: bool = field(init=False, compare=False)  # the holder's unit or place is left out: "Kapolda", not "Kapolri"
    whole: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "bare", not self.rest and not self.complete)
        object.__setattr__(self, "whole", self.head + self.rest)


def contracts(short: str, words: tuple[str, ...]) -> bool:
    """Whether a squeezed word is made of the beginnings of all `words`: "tubaba" of Tulang Bawang Barat, "oki"."""
    if len(words) < 2 or len(short) < SHORTEST_CONTRACTION:
        return False

    def rest_fits(at: int, index: int) -> bool:
        if index == len(words):
            return at == len(short)
        word = words[index]
        length = 0
        while at + length < len(short) and length < len(word) and short[at + length] == word[length]:
            length += 1
            if rest_fits(at + length, index + 1):
                return True
        return False

    return rest_fits(0, 0)


@dataclass(frozen=True, slots=True, eq=False)  # told apart by identity: what it has read is kept for each
class OfficeReader:
    """Normalises and compares the names of offices and units with the lexicon's short forms of places, posts and
    bodies.
    """

    lexicon: Lexicon
    levels: frozenset[str]
    national: frozenset[str]
    suspended: frozenset[str]
    boards: frozenset[str]
    chiefs: frozenset[str]
    commands: frozenset[str]

    def office(self, mention: Mention, called: str = "") -> Office:
        """The office that a mention of a post names; `called` is its fuller name if the article has one."""
        return self._office(called or mention.office, mention.post, mention.unit, mention.place, mention.name)

    @lru_cache(KNOWN_OFFICES)  # noqa: B019 # as many readers as lexicons
    def _office(self, text: str, post: str, unit: str, place: str, name: str) -> Office:
        """The office written as `text`, with the fields of its mention."""
        rest = text[len(post) :].strip() if text.startswith(post) else unit
        whole = self.lexicon.post_kinds.exact(text)
        if rest and len(whole) == 1:  # the kind of post names its body: "Ketua KPU"
            return Office(text, squeeze(whole[0].label), "", frozenset({squeeze(text)}), complete=True)
        kinds = self.lexicon.post_kinds.exact(post)
        head = squeeze(kinds[0].label) if len(kinds) == 1 else squeeze(post)
        if rest and self.complete(post):  # "Kadiv Propam Polri": the rest adds nothing
            rest = ""
        led = self._led(kinds[0], rest, place) if rest and len(kinds) == 1 else ""
        board = squeeze(rest.split()[0]) in self.boards if rest else False  # "Ketua Umum DPP PKB" is that of PKB
        party = head + self.normal(rest.partition(" ")[2], place) if board else ""
        known = head + self.normal(rest, place) if rest and not board else ""
        short = frozenset(filter(None, {squeeze(name), squeeze(text), led, party, known}))
        return Office(
            text,
            head,
            self.normal(rest, place),
            short,
            tuple(squeeze(word) for word in rest.split() if squeeze(word) not in self.suspended),
            complete=not rest and self.complete(post),
        )

    def _led(self, kind: PostKind, rest: str, place: str) -> str:
        """The IRI of the one unit that a post leads, whichever of its names is written: "Kapolda Metro" is "Kapolda
        Metro Jaya"; "" if the lexicon has none.
        """
        kinds = [self.lexicon.unit_kind_of[lead].label for lead in kind.leads if lead in self.lexicon.unit_kind_of]
        longer = [one.label for one in self.lexicon.unit_kind_of.values() if one.label.startswith(tuple(kinds))]
        for heads in (kinds, longer):  # "Kapolres Jaksel" is "Kapolres Metro Jakarta Selatan"
            names = [f"{head} {name}" for head in heads for name in (rest, self.in_full(rest, place))]
            found = {unit.iri for name in names for unit in self.lexicon.units.exact(name)}
            if len(found) == 1:
                return found.pop()
        return ""

    def in_full(self, text: str, place: str) -> str:
        """A complement with its place written in full."""
        places = self.lexicon.places.exact(place) if place and place in text else ()
        return text.replace(place, places[0].label) if places else text

    def complete(self, post: str) -> bool:
        """Whether there is but one such post in the country: "Kapolri", "Ketua MK"."""
        if squeeze(post) in self.national:
            return True
        kinds = self.lexicon.post_kinds.exact(post)
        places = [iri for kind in kinds for iri in (*kind.leads, *kind.within)]
        return bool(places) and all(iri in self.lexicon.unit_of for iri in places)

    @lru_cache(KNOWN_OFFICES)  # noqa: B019 # as many readers as lexicons
    def normal(self, text: str, place: str) -> str:
        """A complement with its place and body written in full, without what only says that it is the national one."""
        units = self.lexicon.units.exact(text)
        if len(units) == 1:
            return units[0].iri
        text = self.in_full(text, place)
        words = [word for word in text.split() if squeeze(word) not in self.suspended]
        while words and squeeze(words[-1]) in self.levels:
            words.pop()
        units = self.lexicon.units.exact(" ".join(words))
        return units[0].iri if len(units) == 1 else squeeze(" ".join(words))

    def matches(self, one: Office, other: Office) -> bool:
        """Whether two offices can be the same: the same post with the same rest, or one of them bare."""
        if one.whole == other.whole or one.short & other.short:
            return True
        if one.bare or other.bare:
            same = one.head == other.head or _kind_of(one, other)
            return same or self._shortened(one, other) or self._contracted(one, other)
        if one.head != other.head:
            return self._contracted(one, other)
        if _numbered(one, other) or _numbered(other, one):
            return True
        return contracts("".join(one.words), other.words) or contracts("".join(other.words), one.words)

    def _shortened(self, one: Office, other: Office) -> bool:
        """Whether a bare title of a part's head is the first word of a fuller one: "Kanit" of "Kanit Reskrim"."""
        short, full = sorted((one.text, other.text), key=len)
        return squeeze(short) in self.chiefs and squeeze(full.partition(" ")[0]) == squeeze(short) != squeeze(full)

    def fuller(self, office: Office, others: Iterable[Office]) -> str:
        """The name of the only full office of the same post, "" if there is none or more than one."""
        found: list[Office] = []
        for other in others:
            same_post = other.head == office.head or _kind_of(office, other) or self._contracted(office, other)
            if not other.bare and same_post and not any(self.matches(other, known) for known in found):
                found.append(other)
        return found[0].text if len(found) == 1 else ""

    def _contracted(self, one: Office, other: Office) -> bool:
        """Whether one is a title that is made of the words of the other: "Dansatgas" of "Komandan Satgas"."""
        short, full = (one, other) if len(one.text) < len(other.text) else (other, one)
        office, title = full.text.lower(), short.text.lower()
        if office.partition(" ")[0] not in self.commands or title.partition(" ")[0] in self.commands:
            return False
        first, _, tail = title.partition(" ")
        kind, own = self.lexicon.post_kinds.longest(full.text.split()), self.lexicon.post_kinds.exact(first)
        if kind is not None and kind.last > 1 and own:  # both kinds are known: "Kepala Penerangan Kodam X", "Kapendam"
            tailed = not tail or office.endswith(f" {tail}")
            return tailed and any(one in own for one in kind.found)
        return shortens_title(title, office)

    def unit_key(self, mention: Mention) -> str:
        """What two mentions of the same unit, group or other thing have in common."""
        if mention.unit and not mention.quantifier:
            return self.normal(mention.unit, mention.place)
        return squeeze(mention.text)

    def head_key(self, text: str) -> str:
        """The kind of unit that a name begins with."""
        words = text.split()
        found = self.lexicon.unit_kinds.longest(words)
        return found.found[0].iri if found is not None else squeeze(words[0])

    def from_unit(self, office: Office, units: Iterable[str]) -> str:
        """The name of a bare office after the only unit of the kind that it leads.

        "Kapolres" is "Kapolres Kaur" where no other Polres than that of Kaur is named.
        """
        kinds = self.lexicon.post_kinds.exact(office.text)
        if len(kinds) != 1:
            return ""
        leads = frozenset(kinds[0].leads)
        places: dict[str, str] = {}
        for unit in units:
            words = unit.split()
            head = self.lexicon.unit_kinds.longest(words)
            if head is not None and head.last < len(words) and any(kind.iri in leads for kind in head.found):
                place = " ".join(words[head.last :])
                places.setdefault(self.normal(place, place), place)
        return f"{office.text} {next(iter(places.values()))}" if len(places) == 1 else ""


def _numbered(one: Office, other: Office) -> bool:
    """Whether only the number of the unit tells two offices apart: "Danramil 09 Sukarame" and "Danramil Sukarame"."""
    return len(one.words) > 1 and one.words[0][:1].isdigit() and one.words[1:] == other.words


def _kind_of(one: Office, other: Office) -> bool:
    """Whether a bare title is short for a fuller one: "Menteri" for "Menteri Pertanian", "Kapolres" for "Kapolresta
    Kaur".
    """
    bare, full = (one, other) if one.bare else (other, one)
    return not full.bare and full.head.startswith(bare.head) and len(bare.head) > len("kepala")


@lru_cache(maxsize=2)
def office_reader(lexicon: Lexicon) -> OfficeReader:
    """The reader of a lexicon; raises `LexiconError` if a word class is missing."""
    return OfficeReader(
        lexicon,
        frozenset(map(squeeze, lexicon.words(FOLDER + "national-level"))),
        frozenset(map(squeeze, lexicon.words(FOLDER + "office-national"))),
        frozenset(squeeze(word) for form in lexicon.words(FOLDER + "suspended-marker") for word in form.split()),
        frozenset(map(squeeze, lexicon.words(FOLDER + "national-board"))),
        frozenset(map(squeeze, lexicon.words(FOLDER + "short-chief"))),
        frozenset(lexicon.words(FOLDER + "contracted-head")),
    )
