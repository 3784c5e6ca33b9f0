"""`kg build`, `kg extract` and `kg parse`: articles in, graph, JSON Lines or CoNLL-U out."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING

from kg import pipeline
from kg.article import read_sources
from kg.build.articles import confident
from kg.cli.judging import judgements_file
from kg.cli.reading import Tally, progress, sources
from kg.errors import InputError
from kg.model import Article, CleanText, Extraction, OffsetMap

if TYPE_CHECKING:
    from kg.parse import Parser


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

    tally = Tally()
    stages = pipeline.prepare(options.lexicon)
    parser = pipeline.parser(stages, options.models, options.cache, options.threads, treebank=options.raw)
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
    """Writes the graph, the page and the table, and prints what was read, found and rejected."""
    from kg.graph.complete import assemble
    from kg.graph.facts import quads
    from kg.graph.output import save
    from kg.graph.runs import Run, record_run
    from kg.graph.validation import require_valid
    from kg.resolve.identity import identify
    from kg.resolve.persons_judgements import read_judgements
    from kg.view import render

    tally = Tally()
    counts = dict.fromkeys(("directives", "statements", "tenures"), 0)
    stages = pipeline.prepare(options.lexicon)
    parser = pipeline.parser(stages, options.models, options.cache, options.threads)

    def parts() -> Iterator[Iterable[object]]:
        for extraction in extractions(options, tally, stages, parser):
            kept = confident(extraction, options.min_confidence)
            counts["directives"] += len(kept.directives)
            counts["statements"] += len(kept.statements)
            counts["tenures"] += len(kept.tenures)
            yield quads(identify(kept, stages.lexicon), options.base)

    dataset = assemble(parts(), options.base, inference=not options.no_infer)  # type: ignore[arg-type]
    judged = read_judgements(judgements_file(options.output))
    pipeline.join_persons(dataset, stages.lexicon, judged)
    programs = {name: version(name) for name in ("perintah", "stanza")}
    started = datetime.now(UTC) if options.stamp else None
    hashes = {options.models: parser.model_hash}
    record_run(dataset, Run(programs, hashes, {"lexicon": stages.lexicon.sha256}, started))
    if not options.no_check:
        require_valid(dataset)
    page = render(dataset.store, lang=options.lang)
    written = save(dataset, options.output, {"graph.html": page.encode("utf-8")})
    found = ", ".join(f"{number} {name}" for name, number in counts.items())
    built = tally.read - len(tally.rejected)
    sys.stderr.write(f"read {tally.read} articles: {built} built, {len(tally.rejected)} rejected; found {found}\n")
    for path in written:
        sys.stdout.write(f"{path}\n")
    return tally.exit_code(options)


def extractions(
    options: Namespace, tally: Tally, stages: pipeline.Stages | None = None, parser: Parser | None = None
) -> Iterator[Extraction]:
    """The extractions of the sources that the options name; rejected articles go to the tally."""
    stages = stages or pipeline.prepare(options.lexicon)
    parser = parser or pipeline.parser(stages, options.models, options.cache, options.threads)
    articles = tally.counted(read_sources(sources(options)))
    with progress("articles") as step:
        yield from pipeline.run(articles, stages, parser, tally.reject, step)
