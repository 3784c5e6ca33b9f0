"""No stage takes much more than twice as long for twice the text: parses are frozen, the clock is the processor's."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable
from functools import cache

import pytest

from kg import pipeline
from kg.article import clean
from kg.collector import paused
from kg.extract.calls import before_imperative
from kg.extract.passage import passages
from kg.graph.complete import assemble
from kg.graph.facts import quads
from kg.model import Article, Document
from kg.parse.boundaries import mend
from kg.parse.raw import as_it_stands
from kg.parse.rows import Row, document
from kg.parse.tokens import Token
from kg.resolve.identity import identify
from kg.view import render

WORST = 3.2
"""How many times longer twice the text may take: 2 is linear, 4 quadratic."""
SLACK = 0.25
"""Seconds of processor time that may come from elsewhere."""

SENTENCES = {
    "orders": (
        "Kapolres/NOUN/4/nsubj Tegal/PROPN/0/nmod Surya/PROPN/0/flat:name Daniswara/PROPN/2/flat:name "
        "memerintahkan/VERB/-1/root Kapolsek/NOUN/4/obj Slawi/PROPN/5/nmod menjaga/VERB/4/xcomp gudang/NOUN/7/obj "
        "./PUNCT/4/punct"
    ),
    "bare offices": (
        "Kapolsek/NOUN/2/nsubj juga/ADV/2/advmod meminta/VERB/-1/root camat/NOUN/2/obj melapor/VERB/2/xcomp "
        "./PUNCT/2/punct"
    ),
    "quotations": (
        '"/PUNCT/1/punct Jaga/VERB/4/ccomp diri/NOUN/1/obj "/PUNCT/1/punct kata/VERB/-1/root Surya/PROPN/4/nsubj '
        "./PUNCT/4/punct"
    ),
    "open marks": "“/PUNCT/3/punct “/PUNCT/3/punct dia/PRON/3/nsubj pergi/VERB/-1/root",
    "points of a list": "-/PUNCT/1/punct Jaga/VERB/-1/root diri/NOUN/1/obj",
    "announced points": "1/NUM/2/dep ./PUNCT/2/punct Jaga/VERB/-1/root pesan/NOUN/2/obj :/PUNCT/2/punct",
    "kinds of people": (
        "Politisi/NOUN/3/nsubj Surya/PROPN/0/flat:name itu/DET/0/det meminta/VERB/-1/root camat/NOUN/3/obj "
        "pulang/VERB/3/xcomp ./PUNCT/3/punct"
    ),
    "agents of passives": (
        "Sopir/NOUN/1/nsubj:pass diminta/VERB/-1/root bosnya/NOUN/1/obl pulang/VERB/1/xcomp ,/PUNCT/1/punct"
    ),
    "pronouns": "Ia/PRON/1/nsubj memintanya/VERB/-1/root pulang/VERB/1/xcomp ./PUNCT/1/punct",
}
"""Sentences as word, tag, head and relation."""

RUNS = {
    "offices": "Staf/PROPN Khusus/PROPN",
    "aides": "Ajudan/PROPN",
    "deputies": "Wakil/PROPN Ketua/PROPN",
    "prohibitions": "jangan/ADV lari/VERB",
    "prohibitions with commas": "jangan/ADV lari/VERB ,/PUNCT",
    "orders": "warga/NOUN harus/ADV melapor/VERB",
}
"""Words, with their tags, that one sentence has over and over."""


def repeated(kind: str, times: int) -> Document:
    """A text of one sentence over and over, five to a paragraph."""
    text = ""
    parsed: list[tuple[Row, ...]] = []
    for number in range(times):
        text += "" if not number else "\n\n" if number % 5 == 0 else " "
        rows: list[Row] = []
        for word, upos, head, relation in (one.split("/") for one in SENTENCES[kind].split()):
            text += " " if rows else ""
            rows.append(Row(word, word.lower(), upos, "", int(head), relation, len(text), len(text) + len(word)))
            text += word
        parsed.append(tuple(rows))
    return document(as_it_stands(text), tuple(parsed))


def run(kind: str, times: int) -> Document:
    """One sentence in quotation marks of the same words over and over."""
    return of_words(['"/PUNCT', *RUNS[kind].split() * times, '"/PUNCT', "./PUNCT"])


def of_words(words: Iterable[str]) -> Document:
    """One sentence of words with their tags."""
    text = ""
    rows: list[Row] = []
    for word, upos in (one.rsplit("/", 1) for one in words):
        text += " " if rows else ""
        head = len(rows) - 1
        rows.append(
            Row(word, word.lower(), upos, "", head, "dep" if rows else "root", len(text), len(text) + len(word))
        )
        text += word
    return document(as_it_stands(text), (tuple(rows),))


@cache
def stages() -> pipeline.Stages:
    return pipeline.prepare()


def seconds(work: Callable[[], object]) -> float:
    """Processor time, without the collector's: that looks at all that other tests have left in memory."""
    with paused():
        started = time.process_time()
        work()
        return time.process_time() - started


def excess(work: Callable[[int], Callable[[], object]], size: int) -> float:
    """Seconds that twice the text takes above what is allowed; the least of five, since other processes disturb."""
    least = float("inf")
    for _ in range(5):
        short, long = seconds(work(size)), seconds(work(2 * size))
        least = min(least, long - WORST * short - SLACK)
        if least <= 0:
            break
    return least


@pytest.mark.parametrize("kind", SENTENCES)
def test_extraction(kind: str) -> None:
    def work(size: int) -> Callable[[], object]:
        parsed = repeated(kind, size)
        return lambda: list(quads(identify(pipeline.extract(parsed, stages()), stages().lexicon)))

    work(3)()
    assert excess(work, 250) <= 0


@pytest.mark.parametrize("kind", RUNS)
def test_extraction_of_a_long_sentence(kind: str) -> None:
    """The shorter ones come first: where every repeat doubles the time, the longest would never end."""

    def work(size: int) -> Callable[[], object]:
        parsed = run(kind, size)
        return lambda: pipeline.extract(parsed, stages())

    work(3)()
    for size in (9, 15, 30, 60):
        assert excess(work, size) <= 0


def test_where_a_prohibition_ends() -> None:
    def work(size: int) -> Callable[[], object]:
        (passage,) = passages(of_words(["jangan/ADV", *["batu/NOUN"] * size]), (), (), stages().grammar)
        return lambda: before_imperative(passage, stages().grammar, 1, len(passage))

    assert excess(work, 6_000) <= 0


@pytest.mark.parametrize("length", [1, 400, 100_000])
@pytest.mark.parametrize("piece", ['" Jaga diri . ', "1 / 2 / 2024 ", "- ", ", ", "” ", "“ ", "A . ", "kata.Kata "])
def test_boundaries(piece: str, length: int) -> None:
    def work(size: int) -> Callable[[], object]:
        text = piece * (size // len(piece))
        tokens = [Token(found[0], found.start(), found.end()) for found in re.finditer(r"\S+", text)]
        sentences = [tuple(tokens[at : at + length]) for at in range(0, len(tokens), length)]
        return lambda: mend(text, sentences, {"drs"}, whole_quotations=True)

    assert excess(work, 40_000) <= 0


@pytest.mark.parametrize(
    "piece", ["“Jaga diri,” kata Surya. ", "“", "k\u200ba\u202et ", "1/2/2024 ", "Baca juga: Harga\n"]
)
def test_cleaning(piece: str) -> None:
    def work(size: int) -> Callable[[], object]:
        article = Article("a", piece * (size // len(piece)))
        return lambda: clean(article, stages().clean_rules)

    assert excess(work, 20_000) <= 0


def test_the_page() -> None:
    def work(size: int) -> Callable[[], object]:
        parsed = repeated("orders", size)
        found = identify(pipeline.extract(parsed, stages()), stages().lexicon)
        dataset = assemble([quads(found)])
        return lambda: render(dataset)

    work(3)()
    assert excess(work, 60) <= 0
