"""Fuzzers of parses and what is read from them: CoNLL-U, cached parses, weights, and the extraction of facts."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from dataclasses import astuple, replace
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from kg import pipeline
from kg.graph.complete import assemble
from kg.graph.exports import FORMS, export
from kg.graph.facts import quads
from kg.interchange import line
from kg.model import CleanText, Document
from kg.parse import conllu
from kg.parse.cache import ParseCache
from kg.parse.raw import as_it_stands
from kg.parse.rows import ParsedText, Row, document
from kg.parse.weights import EMBEDDED, Weights, load
from kg.resolve.identity import identify
from kg.view import render
from tests.extract.parses import FROZEN
from tests.fuzz.harness import Fuzzer
from tests.fuzz.shapes import MARKS, WORDS, mutated

UPOS = [
    "NOUN",
    "PROPN",
    "VERB",
    "PRON",
    "ADJ",
    "ADV",
    "ADP",
    "AUX",
    "CCONJ",
    "SCONJ",
    "DET",
    "NUM",
    "PART",
    "PUNCT",
    "SYM",
    "X",
    "INTJ",
]
DEPREL = [
    "acl",
    "acl:relcl",
    "advcl",
    "advmod",
    "amod",
    "appos",
    "aux",
    "aux:pass",
    "case",
    "cc",
    "ccomp",
    "clf",
    "compound",
    "compound:plur",
    "conj",
    "cop",
    "csubj",
    "dep",
    "det",
    "discourse",
    "fixed",
    "flat",
    "flat:name",
    "iobj",
    "mark",
    "nmod",
    "nmod:poss",
    "nmod:tmod",
    "nsubj",
    "nsubj:pass",
    "nummod",
    "obj",
    "obl",
    "obl:agent",
    "obl:tmod",
    "orphan",
    "parataxis",
    "punct",
    "root",
    "vocative",
    "xcomp",
]
FEATS = ("", "Voice=Act", "Voice=Pass", "Polarity=Neg", "Mood=Imp", "Number=Sing|Person=3", "Typo=Yes", "PronType=Rel")


@cache
def stages() -> pipeline.Stages:
    return pipeline.prepare()


@cache
def frozen() -> tuple[tuple[Row, ...], ...]:
    """The sentences of the frozen parses, each with offsets from 0 on."""
    found = []
    for block in FROZEN.read_text("utf-8").split("# newdoc id = ")[1:]:
        for sentence in conllu.read("# newdoc id = " + block, as_it_stands(" " * len(block))).sentences:
            rows: list[Row] = []
            at = 0
            for word in sentence.words:
                gap = 0 if word.continues or not rows else 1
                start = at + gap
                at = start + len(word.text)
                rows.append(
                    Row(word.text, word.lemma, word.upos, word.feats, word.head, word.deprel, start, at, word.continues)
                )
            found.append(tuple(rows))
    return tuple(found)


@st.composite
def parses(draw: st.DrawFn) -> tuple[str, ParsedText]:
    """A text and trees for it: real ones with words, tags, relations and heads exchanged, some of them cut short."""
    text, parsed = "", []
    for number in range(draw(st.integers(1, 6))):
        text += draw(st.sampled_from(("\n\n", " ", " "))) if number else ""
        rows = list(draw(st.sampled_from(frozen())))
        for _ in range(draw(st.integers(0, 6))):
            _change(draw, rows)
        if draw(st.booleans()):
            rows = _cut(rows, draw(st.integers(1, len(rows))))
        words: list[Row] = []
        at = len(text)
        for row in rows:
            start = at + (1 if words and not row.continues else 0)
            at = start + len(row.text)
            words.append(replace(row, start=start, end=at))
        for one, two in zip([None, *words], words, strict=False):
            text += ("" if one is None or two.continues else " ") + two.text
        parsed.append(tuple(words))
    return text, tuple(parsed)


def _change(draw: st.DrawFn, rows: list[Row]) -> None:
    at = draw(st.integers(0, len(rows) - 1))
    row = rows[at]
    match draw(st.integers(0, 6)):
        case 0:
            rows[at] = replace(row, upos=draw(st.sampled_from(UPOS)))
        case 1 if row.head >= 0:
            rows[at] = replace(row, deprel=draw(st.sampled_from(DEPREL)))
        case 2:
            rows[at] = replace(row, feats=draw(st.sampled_from(FEATS)))
        case 3:
            text = draw(st.sampled_from([word for words in WORDS for word in words.split()]))
            rows[at] = replace(row, text=text, lemma=text.lower())
        case 4:
            mark = draw(st.sampled_from([mark.strip() for mark in MARKS if mark.strip() and mark.isprintable()]))
            rows[at] = replace(row, text=mark, lemma=mark, upos="PUNCT")
        case 5 if row.head >= 0:
            free = [other for other in range(len(rows)) if at not in _path(rows, other)]
            if free:
                rows[at] = replace(row, head=draw(st.sampled_from(free)))
        case _:
            other = draw(st.integers(0, len(rows) - 1))
            word = rows[other]
            rows[at] = replace(row, text=word.text, lemma=word.lemma, upos=word.upos, feats=word.feats)


def _cut(rows: Sequence[Row], length: int) -> list[Row]:
    """The first words of a sentence; what hung from a word behind them hangs from their root, or is it."""
    kept = list(rows[:length])
    root = next((at for at, row in enumerate(kept) if row.head < 0), None)
    if root is None:
        root = next(at for at, row in enumerate(kept) if row.head >= length)
        kept[root] = replace(kept[root], head=-1, deprel="root")
    return [replace(row, head=root) if row.head >= length else row for row in kept]


def _path(rows: Sequence[Row], at: int) -> set[int]:
    """A word and all that it hangs from."""
    found = set()
    while at >= 0 and at not in found:
        found.add(at)
        at = rows[at].head
    return found


def _document(value: object) -> Document:
    assert isinstance(value, tuple)
    text, parsed = value
    return document(as_it_stands(text), parsed)


def extracting(value: object) -> None:
    """Facts from any tree: all spans within the text, and the whole road to N-Quads and JSON."""
    parsed = _document(value)
    found = pipeline.extract(parsed, stages())
    length = len(parsed.article.text)
    for directive in found.directives:
        for span in (directive.trigger, directive.sentence, directive.content, directive.condition, directive.purpose):
            assert span is None or 0 <= span.start < span.end <= length
    assert line(found)
    assert list(quads(identify(found, stages().lexicon), "https://w3id.org/perintah/"))


def exporting(value: object) -> None:
    """Every export and the page of what was found."""
    found = pipeline.extract(_document(value), stages())
    dataset = assemble([quads(identify(found, stages().lexicon))])
    for form in FORMS:
        export(dataset, form)
    assert "</html>" in render(dataset)


def round_trip(value: object) -> None:
    """CoNLL-U that was written is read back as it was."""
    parsed = _document(value)
    again = conllu.read(conllu.write(parsed), parsed.clean)
    assert [[word.span for word in one.words] for one in again.sentences] == [
        [word.span for word in one.words] for one in parsed.sentences
    ]
    assert [[(word.head, word.deprel, word.upos) for word in one.words] for one in again.sentences] == [
        [(word.head, word.deprel, word.upos) for word in one.words] for one in parsed.sentences
    ]


COLUMNS = (
    "\t",
    "\n",
    "\n\n",
    "_",
    "0",
    "-1",
    "1-2",
    "9-1",
    "1.1",
    "99999999999",
    "=",
    "|",
    "# ",
    "start_char=9",
    "²",
    "a",
)


def conllu_texts() -> st.SearchStrategy[object]:
    whole = [conllu.write(document(as_it_stands(" ".join(row.text for row in one)), (one,))) for one in frozen()[:20]]
    return st.one_of(mutated(st.sampled_from(whole), COLUMNS), st.lists(st.sampled_from(COLUMNS)).map("".join))


def reading(value: object) -> None:
    """What is read is sound enough for every stage behind, or an error."""
    assert isinstance(value, str)
    clean: CleanText = as_it_stands("Kapolda meminta warga waspada. " * 40)
    parsed = conllu.read(value, clean)
    conllu.write(parsed)
    pipeline.extract(parsed, stages())


JSON = (
    "[",
    "]",
    "[]",
    "[[]]",
    ",",
    '"',
    "null",
    "-1",
    "0",
    "99",
    "true",
    "1.5",
    "NaN",
    '"a"',
    "{}",
    "\\ud800",
    "1e400",
)


def cached() -> st.SearchStrategy[object]:
    whole = [json.dumps([[astuple(row) for row in one]]) for one in frozen()[:20]]
    return mutated(st.sampled_from(whole), JSON)


def caching(value: object) -> None:
    """A parse from the cache is sound for its text, or counts as absent."""
    assert isinstance(value, str)
    text = "Kapolda meminta warga waspada. " * 20
    with tempfile.TemporaryDirectory() as folder:
        cache = ParseCache(Path(folder), "model")
        cache.put(text, ())
        [path] = Path(folder).rglob("*.json")
        path.write_text(value, "utf-8", "surrogatepass")
        parsed = cache.get(text)
    if parsed is not None:
        pipeline.extract(document(as_it_stands(text), parsed), stages())


@st.composite
def weights(draw: st.DrawFn) -> bytes:
    """The tokenizer's weights with some bytes broken: in the pickle at their beginning, or anywhere."""
    data = bytearray((EMBEDDED / "tokenize.pt").read_bytes())
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.one_of(st.integers(0, 3_000), st.integers(0, len(data) - 1)))
        data[at : at + draw(st.integers(0, 4))] = draw(st.binary(max_size=4))
    return bytes(data[: draw(st.one_of(st.just(len(data)), st.integers(0, len(data))))])


def loading(value: object) -> None:
    assert isinstance(value, bytes)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "tokenize.pt").write_bytes(value)
        for name in ("mwt.pt", "resources.json"):
            (Path(folder) / name).symlink_to(EMBEDDED / name)
        load(Weights(Path(folder)), 1, ("tokenize", "mwt"))  # Stanza loads no tokenizer alone


FUZZERS = (
    Fuzzer("extraction", parses, extracting),
    Fuzzer("exports", parses, exporting, 10),
    Fuzzer("conllu", conllu_texts, reading),
    Fuzzer("conllu there and back", parses, round_trip),
    Fuzzer("cached parses", cached, caching),
    Fuzzer("weights", weights, loading, 5),
)
