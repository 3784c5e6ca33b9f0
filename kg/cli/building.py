"""`kg build`, `kg extract` and `kg parse`: articles in, graph, JSON Lines or CoNLL-U out."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING

from kg import pipeline
from kg.article import read_sources
from kg.cli.judging import judgements_file
from kg.cli.reading import Tally, progress, sources
from kg.collector import keep, paused
from kg.errors import InputError, StoreError
from kg.model import Article, CleanText, Extraction, OffsetMap

if TYPE_CHECKING:
    from kg.build.articles import ArticleBuilder, BuildOptions
    from kg.build.engines import Engine
    from kg.build.records import Built
    from kg.graph.dataset import Dataset


def extract(options: Namespace) -> int:
    """Prints one JSON object an article."""
    from kg.interchange import line

    tally = Tally()
    for extraction in extractions(options, tally):
        sys.stdout.write(line(extraction) + "\n")
    return tally.exit_code(options)


def parse(options: Namespace) -> int:
    """Prints CoNLL-U."""
    from kg.parse.conllu import write
    from kg.parse.styles import AUTO, NEWS

    tally = Tally()
    stages = pipeline.prepare(options.lexicon)
    style = options.style or (AUTO if options.raw else NEWS)
    parser = pipeline.parser(stages, options.models, options.cache, options.threads, treebank=options.raw, style=style)
    articles = tally.counted(read_sources(sources(options)))
    texts = _raw(articles, tally) if options.raw else pipeline.cleaned(articles, stages, tally.reject)
    with progress("parse") as step:
        for document in parser.parse(texts, step):
            sys.stdout.write(write(document))
    return tally.exit_code(options)


def _raw(articles: Iterable[Article | InputError], tally: Tally) -> Iterator[CleanText]:
    """Each text exactly as it stands."""
    for article in articles:
        if isinstance(article, InputError):
            tally.reject(article)
            continue
        length = len(article.text)
        yield CleanText(article, article.text, OffsetMap((0,), (0,), (length,), length))


def build(options: Namespace) -> int:
    """Writes the graph, the page and the table, and prints what was read, found and rejected.

    With `--store` the graph goes into a store instead (`kg.cli.storing`).
    """
    if options.store:
        from kg.cli.storing import build as build_into_store

        return build_into_store(options)
    if options.prune:
        raise StoreError("--prune needs --store: without a store everything is built anew")
    from kg.build.articles import ArticleBuilder
    from kg.cli.producing import chosen, engine
    from kg.graph.output import save
    from kg.view import render

    tally = Tally()
    how, where = chosen(options), engine(options)
    with paused():
        builder = ArticleBuilder(how)
        keep()
    builder.parser.when_loaded = keep
    made: Sequence[Built] = list(_made(options, builder, how, where, tally))
    with paused():  # a whole graph is many objects and no garbage
        made, dataset = _whole(options, builder, made, tally)
        page = render(dataset, lang=options.lang)
        written = save(dataset, options.output, {"graph.html": page.encode("utf-8")})
        keep()
    counts = {name: sum(getattr(one, name) for one in made) for name in ("directives", "statements", "tenures")}
    found = ", ".join(f"{number} {name}" for name, number in counts.items())
    built = tally.read - len(tally.rejected)
    sys.stderr.write(f"read {tally.read} articles: {built} built, {len(tally.rejected)} rejected; found {found}\n")
    for path in written:
        sys.stdout.write(f"{path}\n")
    return tally.exit_code(options)


def _made(
    options: Namespace, builder: ArticleBuilder, how: BuildOptions, where: Engine, tally: Tally
) -> Iterator[Built]:
    """The articles of the sources as finished facts; the others go to the tally."""
    from kg.build.engines import build as build_articles
    from kg.build.records import SetAside
    from kg.cli.producing import maker

    articles = tally.counted(read_sources(sources(options)))
    with progress("articles") as step:
        for one in build_articles(articles, how, where, step, maker(where, builder)):
            if isinstance(one, SetAside):
                tally.reject(InputError(one.source, one.reason))
            else:
                yield one


def _whole(
    options: Namespace, builder: ArticleBuilder, made: Sequence[Built], tally: Tally
) -> tuple[Sequence[Built], Dataset]:
    """The articles that agree and the graph that they make; all of them where nothing is to be checked."""
    from kg.build.agreement import agreeing

    def assemble(some: Iterable[Built]) -> Dataset:
        return _assembled(options, builder, some)

    if options.no_check:
        return made, assemble(made)
    return agreeing(made, assemble, options.base, tally.reject, tally.correct)


def _assembled(options: Namespace, builder: ArticleBuilder, made: Iterable[Built]) -> Dataset:
    """The whole graph: what spans articles, the persons that are one, and the record of the run."""
    from kg.graph.complete import assembled
    from kg.graph.runs import Run, record_run
    from kg.resolve.persons_judgements import read_judgements

    lexicon = builder.stages.lexicon
    dataset = assembled((one.quads for one in made), options.base, inference=not options.no_infer)
    pipeline.join_persons(dataset, lexicon, read_judgements(judgements_file(options.output)))
    programs = {name: version(name) for name in ("perintah", "stanza")}
    started = datetime.now(UTC) if options.stamp else None
    hashes = {options.models: builder.parser.model_hash}
    record_run(dataset, Run(programs, hashes, {"lexicon": lexicon.sha256}, started))
    return dataset


def extractions(options: Namespace, tally: Tally, stages: pipeline.Stages | None = None) -> Iterator[Extraction]:
    """The extractions of the sources that the options name; rejected articles go to the tally.

    So do those that a rule breaks on or that take it too long.
    """
    from kg.build.isolation import extracted
    from kg.build.limits import Limits
    from kg.build.records import SetAside

    stages = stages or pipeline.prepare(options.lexicon)
    parser = pipeline.parser(stages, options.models, options.cache, options.threads)
    articles = tally.counted(read_sources(sources(options)))
    seconds = Limits().seconds
    with progress("articles") as step:
        for document in parser.parse(pipeline.cleaned(articles, stages, tally.reject), step):
            one = extracted(document, stages, seconds)
            if isinstance(one, SetAside):
                tally.reject(InputError(one.source, one.reason))
            else:
                yield one
