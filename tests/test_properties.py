"""What holds of every article: offsets lead back to the text, Turtle round-trips, the order of articles is nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import BlankNode, RdfFormat, parse
from rdflib.compare import isomorphic

from kg import pipeline
from kg.article import read_sources
from kg.graph.dataset import Dataset
from kg.model import Agent, Extraction, Span
from tests.conftest import Built, Run

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def extractions(built: Built, samples: list[Path]) -> list[Extraction]:
    stages = pipeline.prepare()
    parser = pipeline.parser(stages, cache=built.cache)
    rejected: list[Exception] = []
    found = list(pipeline.run(read_sources([str(path) for path in samples]), stages, parser, rejected.append))
    assert not rejected
    return found


def flat(text: str) -> str:
    return "".join(text.split())


def test_every_mention_reproduces_its_text(extractions: list[Extraction]) -> None:
    count = 0
    for one in extractions:
        for mention in one.mentions:
            assert flat(mention.span.of(one.article.text)) == flat(mention.text), (one.article.id, mention)
            words = one.document.sentences[mention.sentence].words[mention.first : mention.last]
            assert mention.span == Span(words[0].span.start, words[-1].span.end)
            count += 1
    assert count > 400


def test_every_word_reproduces_its_text(extractions: list[Extraction]) -> None:
    marks = str.maketrans("“”„«»", '"' * 5)
    for one in extractions:
        for sentence in one.document.sentences:
            for word in sentence.words:
                text = flat(word.span.of(one.article.text)).translate(marks)
                assert text == word.text or not word.text.isalnum(), (one.article.id, word)


def spans(one: Extraction) -> Iterator[tuple[Span | None, Span]]:
    """Each span of a claim with the sentence it belongs to."""
    for directive in one.directives:
        for span in (directive.trigger, directive.content, directive.condition, directive.purpose, directive.period):
            yield span, directive.sentence
    for statement in one.statements:
        yield statement.cue, statement.sentence


def test_every_claim_stands_in_its_sentence(extractions: list[Extraction]) -> None:
    for one in extractions:
        whole = {sentence.span for sentence in one.document.sentences}
        length = len(one.article.text)
        for span, sentence in spans(one):
            assert sentence in whole
            assert span is None or 0 <= span.start < span.end <= length
        assert all(sentence.covers(d.trigger) for d in one.directives for sentence in [d.sentence])


def agents(one: Extraction) -> Iterator[Agent]:
    for directive in one.directives:
        yield from (agent for agent in (directive.issuer, directive.source, *directive.addressees) if agent)
    yield from (statement.speaker for statement in one.statements if statement.speaker)


def test_whoever_acts_is_named_in_the_article(extractions: list[Extraction]) -> None:
    for one in extractions:
        text = flat(one.article.text).lower()
        for agent in agents(one):
            assert agent.label, "unknown is None and not an agent without a name"
            assert flat(agent.person).lower() in text
            if agent.mention:
                assert agent.mention.of(one.article.text).strip()


def test_turtle_round_trips(built: Built) -> None:
    content = (built.folder / "graph.ttl").read_bytes()
    read = rdflib.Graph().parse(data=content, format="turtle")
    again = rdflib.Graph().parse(data=read.serialize(format="turtle"), format="turtle")
    assert len(read) == len({quad.triple for quad in Dataset.load(built.folder / "graph.trig")}) > 5000
    assert isomorphic(read, again)
    assert not any(BlankNode in (type(t.subject), type(t.object)) for t in parse(content, format=RdfFormat.TURTLE))


@pytest.mark.parametrize("step", [-1, 5])
def test_the_order_of_articles_does_not_matter(
    built: Built, kg: Run, tmp_path: Path, samples: list[Path], step: int
) -> None:
    other = samples[::-1] if step < 0 else [samples[number * step % len(samples)] for number in range(len(samples))]
    assert sorted(other) == samples
    assert other != samples
    kg("build", *other, "-o", tmp_path, "--cache", built.cache)
    for name in ("graph.ttl", "graph.trig", "directives.csv"):
        assert (tmp_path / name).read_bytes() == (built.folder / name).read_bytes()
