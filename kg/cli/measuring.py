"""`kg eval`, `kg explain` and `kg train`."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path

from kg.cli.building import extractions
from kg.cli.graphs import opened
from kg.cli.reading import SAMPLES, Tally
from kg.errors import InputError, PerintahError

SURE = 0.9


def evaluate(options: Namespace) -> int:
    """Prints scores against gold; with `--errors` every error first, with its sentence and rule."""
    from kg import pipeline
    from kg.calibration import count, reliability, turtle
    from kg.evaluate import describe, read_gold, report, score
    from kg.graph.files import write_atomically
    from kg.interchange import record
    from kg.naming import name_rules

    tally = Tally()
    stages = pipeline.prepare(options.lexicon)
    annotated = options.gold or SAMPLES / "gold.jsonl"
    gold = read_gold(annotated)
    predicted, texts = {}, {}
    for extraction in extractions(options, tally, stages):
        article = extraction.article
        if article.id in gold:
            predicted[article.id] = record(extraction)
            texts[article.id] = article.text
    missing = sorted(set(gold) - set(predicted))
    if missing:
        raise InputError(str(annotated), f"no source has the articles {', '.join(missing[:5])}; name their folder")
    rules = name_rules(stages.lexicon)
    scores = score(gold, predicted, rules)
    if options.calibrate:
        write_atomically(options.calibrate, turtle(count(gold, predicted, rules)).encode("utf-8"))
    if options.errors:
        for mistake in scores.mistakes:
            sys.stdout.write(describe(mistake, texts[mistake.article]) + "\n")
    if options.json:
        rates = {
            name: {
                "p": rate.precision,
                "r": rate.recall,
                "f1": rate.f1,
                "right": rate.right,
                "predicted": rate.predicted,
                "gold": rate.gold,
            }
            for name, rate in scores.rates().items()
        }
        sys.stdout.write(json.dumps({"articles": scores.articles, **rates, "slots": dict(scores.slots)}) + "\n")
    else:
        sys.stdout.write(report(scores) + "\n")
        right, seen = reliability(gold, predicted, rules, SURE)
        sys.stdout.write(f"confidence   of {seen} directives given at least {SURE}, {right} are right\n")
    return tally.exit_code(options)


def explain(options: Namespace) -> int:
    """Prints why a directive is there: its sentence, tree, rule and reasons."""
    from kg import pipeline
    from kg.explain import of_graph, of_sentence, sentence_at

    path, _, offset = options.what.rpartition(":")
    if offset.isdigit() and Path(path).is_file():
        options.sources = [path]
        tally = Tally()
        stages = pipeline.prepare(options.lexicon)
        for extraction in extractions(options, tally, stages):
            place = sentence_at(extraction, int(offset))
            sys.stdout.write(of_sentence(extraction, place, pipeline.cues_seen(extraction, stages, place)))
        return tally.exit_code(options)
    with opened(options) as graph:
        text, sentence = of_graph(graph, options.what)
    sys.stdout.write(text)
    if sentence:
        sys.stdout.write("\n" + "\n".join(_trees(sentence, options)) + "\n")
    return 0


def _trees(sentence: str, options: Namespace) -> list[str]:
    """The tree of a sentence that the graph quotes, parsed again by itself."""
    from kg import pipeline
    from kg.explain import tree
    from kg.model import Article, CleanText, OffsetMap

    length = len(sentence)
    clean = CleanText(Article("sentence", sentence), sentence, OffsetMap((0,), (0,), (length,), length))
    stages = pipeline.prepare(options.lexicon)
    parser = pipeline.parser(stages, options.models, options.cache, options.threads)
    return [line for document in parser.parse([clean]) for one in document.sentences for line in tree(one)]


def train(options: Namespace) -> int:
    """Trains the embedded models, or prints CoNLL 2018 scores on a treebank."""
    from kg import pipeline

    stages = pipeline.prepare()
    if options.evaluate:
        from kg.parse.evaluate import evaluate as measure
        from kg.parse.evaluate import header
        from kg.parse.styles import AUTO

        if not options.evaluate.is_file():
            raise InputError(str(options.evaluate), "no such treebank")
        parser = pipeline.parser(stages, options.models, treebank=True, style=options.style or AUTO)
        scores = measure(
            parser, [options.evaluate], compound_is_nmod=options.compound_as_nmod, running=not options.paragraphs
        )
        sys.stdout.write("\n".join([header(), *map(str, scores)]) + "\n")
        return 0
    if not (options.treebanks and options.text and options.orders and options.encoder and options.output):
        raise PerintahError(
            "kg train needs --treebanks DIR --text DIR --orders DIR --encoder FILE -o DIR, or --evaluate FILE.conllu"
        )
    from kg.parse.train.recipe import Sources
    from kg.parse.train.recipe import train as run

    sources = Sources(
        options.treebanks,
        options.text,
        (options.orders / "orders-train.conllu", options.orders / "orders-test.conllu"),
        options.encoder,
        vectors=options.vectors,
        start=options.start,
        focus=stages.lexicon.words("training-focus"),
        abbreviations=frozenset(word.lower() for word in stages.lexicon.words("leading-abbreviation")),
    )
    run(sources, options.output)
    return 0
