"""From articles to finished facts in one process: clean, parse, extract, identify, write as quads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from kg import pipeline
from kg.build.fingerprint import made_with, record
from kg.build.limits import Limits, admitted, bounded, legible
from kg.build.records import Built, SetAside
from kg.errors import InputError
from kg.graph.facts import document
from kg.graph.names import Names
from kg.graph.vocabulary import BASE
from kg.model import Article, Document, Extraction
from kg.resolve.identity import identify


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What decides the facts of an article besides its text, and how much of the machine to use for them.

    `models` is "embedded", "official" or a folder of weights, `lexicon` the user's own files, `cache` a folder of
    parses, `threads` of the parser (`None`: all), `min_confidence` what a directive needs to be kept (0 to 1), `limits`
    what one article may take.
    """

    models: str = "embedded"
    lexicon: tuple[Path, ...] = ()
    cache: Path | None = None
    threads: int | None = None
    base: str = BASE
    min_confidence: float = 0.0
    limits: Limits = field(default_factory=Limits)


class ArticleBuilder:
    """The stages and the parser, prepared once for any number of articles; the models load with the first parse.

    Raises `LexiconError` and `ModelError`.
    """

    def __init__(self, options: BuildOptions) -> None:
        self.options = options
        self.stages = pipeline.prepare(options.lexicon)
        self.parser = pipeline.parser(self.stages, options.models, options.cache, options.threads)
        self.made_with = made_with(self.parser.model_hash, self.stages.lexicon.sha256, options.min_confidence)

    def warm(self) -> None:
        """Loads the models and compiles the words of the rules now, so that no article is charged with it."""
        self.parser.parse_texts(["Siap."])
        pipeline.warm(self.stages)

    def build(
        self, texts: Iterable[Article | InputError], progress: pipeline.Progress | None = None
    ) -> Iterator[Built | SetAside]:
        """One `Built` for each article in their order, a `SetAside` as it is met for each that cannot be."""
        aside: list[SetAside] = []

        def reject(error: InputError) -> None:
            aside.append(SetAside(error.source, error.reason))

        limits = self.options.limits
        cleaned = pipeline.cleaned(admitted(texts, limits), self.stages, reject)
        for parsed in self.parser.parse(legible(cleaned, limits, reject), progress):
            yield from aside
            aside.clear()
            yield self.extracted(parsed)
        yield from aside

    def extracted(self, document: Document) -> Built | SetAside:
        """The facts of one parsed article, or why it is set aside: too slow, or too much for a rule."""
        return bounded(
            document.article,
            self.options.limits.seconds,
            lambda: self.built(pipeline.extract(document, self.stages)),
        )

    def built(self, extraction: Extraction) -> Built:
        """The facts of one article as quads."""
        kept = confident(extraction, self.options.min_confidence)
        article, base = kept.article, self.options.base
        return Built(
            graph=Names(base).graph(article),
            source=article.source or article.id,
            sha256=article.sha256,
            made_with=self.made_with,
            quads=document(identify(kept, self.stages.lexicon), base),
            directives=len(kept.directives),
            statements=len(kept.statements),
            tenures=len(kept.tenures),
            article=article.id,
            record=record(article),
        )


def build_articles(
    texts: Iterable[Article | InputError], options: BuildOptions, progress: pipeline.Progress | None = None
) -> Iterator[Built | SetAside]:
    """`ArticleBuilder.build` for who builds once. Raises `LexiconError` and `ModelError`."""
    yield from ArticleBuilder(options).build(texts, progress)


def confident(extraction: Extraction, least: float) -> Extraction:
    """The extraction without the directives whose confidence is below `least`."""
    return replace(
        extraction, directives=tuple(one for one in extraction.directives if one.confidence.directive >= least)
    )
