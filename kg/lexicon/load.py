"""The lexicon as the program uses it, built from the Turtle files of the ontology and of the user."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from kg.errors import LexiconError
from kg.lexicon.entries import Entry, digest, parse_entries, read_bytes
from kg.lexicon.files import lexicon_files
from kg.lexicon.forms import FormIndex, index_forms
from kg.lexicon.gazetteer import Gazetteer, build_gazetteer
from kg.lexicon.names import FORM, RDF_TYPE, WORD_CLASS, local_name
from kg.lexicon.records import Place, PostKind, Rank, Title, Unit, UnitKind
from kg.lexicon.tables import places, post_kinds, ranks, titles, unit_kinds, units


@dataclass(frozen=True, slots=True, eq=False)  # told apart by identity: tables are compiled once for each
class Lexicon:
    """All that is known of Indonesian words, offices and places, frozen; `sha256` names the files it came from.

    `entries` are the subjects of all files by IRI; `by_type` lists the IRIs of each class. The indices find records by
    any of their written forms.
    """

    sha256: str
    entries: Mapping[str, Entry]
    by_type: Mapping[str, tuple[str, ...]]
    word_classes: Mapping[str, frozenset[str]]
    ranks: FormIndex[Rank]
    titles: FormIndex[Title]
    post_kinds: FormIndex[PostKind]
    unit_kinds: FormIndex[UnitKind]
    units: FormIndex[Unit]
    places: FormIndex[Place]
    rank_of: Mapping[str, Rank]
    post_kind_of: Mapping[str, PostKind]
    unit_kind_of: Mapping[str, UnitKind]
    unit_of: Mapping[str, Unit]
    place_of: Mapping[str, Place]
    gazetteer: Gazetteer

    def entries_of(self, *types: str) -> tuple[Entry, ...]:
        """The entries of any of the classes `types` (absolute IRIs), sorted by IRI, blank nodes left out."""
        found = {iri for kind in types for iri in self.by_type.get(kind, ())}
        return tuple(self.entries[iri] for iri in sorted(found))

    def words(self, name: str) -> frozenset[str]:
        """The forms of the word class `name`, as the files give them.

        `name` is the last part of the class's IRI, or the last two ("words/corps") where two classes share it; raises
        `LexiconError` if no class or more than one is called so.
        """
        try:
            return self.word_classes[name]
        except KeyError:
            longer = sorted(full for full in self.word_classes if full.endswith(f"/{name}"))
            hint = f"; say which: {', '.join(longer)}" if longer else ""
            raise LexiconError(f"no one word class is called {name!r}{hint}") from None

    def word_lists(self) -> Mapping[str, frozenset[str]]:
        """Every word class by name."""
        return self.word_classes


def load(extra: Sequence[Path] = ()) -> Lexicon:
    """The lexicon of the ontology's files and of the user's `extra` Turtle files.

    A subject in an extra file adds an entry, or replaces the whole entry of that IRI. Raises `LexiconError` with file
    and line where a file cannot be read or an entry lacks what its class needs.
    """
    sources = [(path.name, read_bytes(path)) for path in lexicon_files()]
    sources += [(path.name, read_bytes(path)) for path in extra]
    return build(sources, owned=len(sources) - len(extra))


def build(sources: Sequence[tuple[str, bytes]], owned: int) -> Lexicon:
    """The lexicon of Turtle texts (name, bytes); the first `owned` are the ontology's and may share subjects.

    Raises `LexiconError` as `load` does.
    """
    entries: dict[str, Entry] = {}
    for position, (name, turtle) in enumerate(sources):
        parsed = parse_entries(turtle, name)
        if position < owned:
            for iri in entries.keys() & parsed.keys():
                parsed[iri] = _joined(entries[iri], parsed[iri])
        entries.update(parsed)
    by_type = _by_type(entries.values())

    def of(kind: str) -> tuple[Entry, ...]:
        return tuple(entries[iri] for iri in by_type.get(kind, ()))

    tables = ranks(of), titles(of), post_kinds(of), unit_kinds(of), units(of), places(of)
    rank_table, title_table, post_table, unit_kind_table, unit_table, place_table = tables
    place_of = MappingProxyType({record.iri: record for record in place_table})
    return Lexicon(
        sha256=digest(sources),
        entries=MappingProxyType(entries),
        by_type=by_type,
        word_classes=_word_classes(of(WORD_CLASS)),
        ranks=index_forms(rank_table),
        titles=index_forms(title_table),
        post_kinds=index_forms(post_table),
        unit_kinds=index_forms(unit_kind_table),
        units=index_forms(unit_table),
        places=index_forms(place_table),
        rank_of=MappingProxyType({record.iri: record for record in rank_table}),
        post_kind_of=MappingProxyType({record.iri: record for record in post_table}),
        unit_kind_of=MappingProxyType({record.iri: record for record in unit_kind_table}),
        unit_of=MappingProxyType({record.iri: record for record in unit_table}),
        place_of=place_of,
        gazetteer=build_gazetteer(post_table, unit_kind_table, unit_table, place_of),
    )


def _joined(one: Entry, other: Entry) -> Entry:
    """What two files of the ontology say of the same subject, together."""
    return Entry(
        one.iri,
        MappingProxyType(
            {
                key: tuple(sorted({*one.nodes.get(key, ()), *other.nodes.get(key, ())}))
                for key in {**one.nodes, **other.nodes}
            }
        ),
        MappingProxyType(
            {
                key: tuple(
                    sorted(
                        {*one.literals.get(key, ()), *other.literals.get(key, ())},
                        key=lambda text: (text.value, text.language),
                    )
                )
                for key in {**one.literals, **other.literals}
            }
        ),
    )


def _by_type(entries: Iterable[Entry]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for entry in entries:
        if not entry.iri.startswith("_:"):
            for kind in entry.nodes.get(RDF_TYPE, ()):
                found.setdefault(kind, []).append(entry.iri)
    return MappingProxyType({kind: tuple(sorted(iris)) for kind, iris in found.items()})


def _word_classes(entries: Sequence[Entry]) -> Mapping[str, frozenset[str]]:
    """The forms of each word class by the last two parts of its IRI, and by the last alone where that is enough."""
    found: dict[str, frozenset[str]] = {}
    for entry in entries:
        forms = entry.texts(FORM)
        if not forms:
            raise LexiconError(f"{entry.iri}: a word class needs kg:form")
        found["/".join(entry.iri.rsplit("/", 2)[-2:])] = frozenset(forms)
    short = Counter(local_name(name) for name in found)
    alone = {local_name(name): forms for name, forms in found.items() if short[local_name(name)] == 1}
    return MappingProxyType({**alone, **found})
