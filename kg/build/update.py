"""`kg build --store`: a store is brought in line with its sources, and no more is built than has changed."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from dataclasses import dataclass, field

from kg.build.articles import ArticleBuilder, BuildOptions
from kg.build.engines import Engine, build
from kg.build.fingerprint import differing
from kg.build.intake import UNKNOWN, Intake
from kg.build.merge import ARTICLES, BYTES, Merger
from kg.build.records import Built, SetAside
from kg.build.worker import Make
from kg.errors import InputError
from kg.graph.runs import made_otherwise
from kg.graph.validation import first_breach
from kg.model import Article
from kg.pipeline import Progress


@dataclass(slots=True)
class Report:
    """How many articles were read, and what became of them; `stale` by what they had been made with another one of.

    `rejected` could not be read or built; what the store had of such an article stays. `removed` is `None` where
    nothing was asked to be removed; `outdated` counts what the store holds besides the sources that was made with
    something else, as `stale` does.
    """

    read: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    stale: dict[tuple[str, ...], int] = field(default_factory=dict)
    outdated: dict[tuple[str, ...], int] = field(default_factory=dict)
    removed: int | None = None
    rejected: int = 0
    directives: int = 0
    statements: int = 0
    tenures: int = 0

    def __str__(self) -> str:
        """The articles in one line, then what was made with something else, then what was found in those built."""
        removed = "" if self.removed is None else f", {self.removed} removed"
        lines = [
            f"read {self.read} articles: {self.new} new, {self.changed} changed, {self.unchanged} unchanged, "
            f"{sum(self.stale.values())} stale{removed}, {self.rejected} rejected"
        ]
        lines += [f"{_articles(number)} made with {_another(parts)}" for parts, number in sorted(self.stale.items())]
        lines += [
            f"{_articles(number)} made with {_another(parts)} and stay so: the sources do not hold them"
            for parts, number in sorted(self.outdated.items())
        ]
        lines.append(f"found {self.directives} directives, {self.statements} statements, {self.tenures} tenures")
        return "\n".join(lines)


def update(
    merger: Merger,
    articles: Iterable[Article | InputError],
    options: BuildOptions,
    *,
    prune: bool = False,
    check: bool = True,
    engine: Engine | None = None,
    made_with: str = "",
    reject: Callable[[InputError], None] = lambda _: None,
    correct: Callable[[InputError], None] = lambda _: None,
    progress: Progress | None = None,
    make: Make = ArticleBuilder,
    at_once: int = ARTICLES,
) -> Report:
    """Builds what the store lacks and merges it; with `prune`, what the sources no longer hold is removed.

    An article whose graph breaks a shape is rejected (unless `check` is off), and so is one that cannot be built; what
    contradicts the store or another article is left out, and `correct` is told.
    One transaction holds `at_once` articles at most. Nothing is removed where a source could not be read, or where no
    article was given: the rest is done all the same.
    Raises what building and storing raise; what was stored until then stays, and the next call finishes the rest.
    """
    made_with = made_with or make(options).made_with
    report, intake = Report(), Intake(merger.store, made_with)

    def put(texts: Iterable[Article | InputError]) -> None:
        with closing(_batches(build(texts, options, engine, progress, make), at_once)) as batches:
            for outcomes in batches:
                batch = [_checked(one, merger.store.base) for one in outcomes] if check else outcomes
                done = [one for one in batch if isinstance(one, Built)]
                repeats = merger.put(done, correct if check else None)
                for one in batch:
                    if isinstance(one, SetAside):
                        refuse(InputError(one.source, one.reason))
                    elif one in repeats:
                        refuse(InputError(one.source, "its text is that of another article, which the graph has"))
                    else:
                        report.directives += one.directives
                        report.statements += one.statements
                        report.tenures += one.tenures

    def refuse(error: InputError) -> None:
        report.rejected += 1
        reject(error)

    put(intake.wanted(articles))
    if prune:
        report.removed = 0
        if intake.unreadable or intake.read == 0:
            reject(InputError("--prune", "nothing is removed: not every source could be read"))
        else:
            gone = intake.gone()
            merger.remove([entry.graph for entry in gone])
            report.removed = len(gone)
    put(intake.waited())
    merger.finish()
    report.read, report.new, report.changed = intake.read, intake.new, intake.changed
    report.unchanged, report.stale = intake.unchanged, dict(intake.stale)
    for made, number in made_otherwise(merger.store, merger.run).items():
        parts = differing(made, made_with)
        report.outdated[parts] = report.outdated.get(parts, 0) + number
    return report


def _batches(outcomes: Iterable[Built | SetAside], most: int) -> Generator[list[Built | SetAside], None, None]:
    """Outcomes as many as one transaction holds, in their order."""
    batch: list[Built | SetAside] = []
    size = 0
    for outcome in outcomes:
        batch.append(outcome)
        size += len(outcome.quads) if isinstance(outcome, Built) else 0
        if len(batch) >= most or size >= BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _checked(outcome: Built | SetAside, base: str) -> Built | SetAside:
    """The article, or why its graph is not valid."""
    if isinstance(outcome, SetAside):
        return outcome
    breach = first_breach(outcome.quads, base)
    return SetAside(outcome.source, f"its graph breaks a shape: {breach}") if breach else outcome


def _articles(number: int) -> str:
    return f"{number} article was" if number == 1 else f"{number} articles were"


def _another(parts: tuple[str, ...]) -> str:
    """What was another one: "another lexicon", "other models and another lexicon"."""
    names = {"models": "other models", "code": "another version of kg", "confidence": "another --min-confidence"}
    return " and ".join(names.get(part, f"another {part}") for part in parts or (UNKNOWN,))
