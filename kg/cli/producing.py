"""Where and with what the commands that build do it: what their options say, as the builders read it."""

from __future__ import annotations

from argparse import Namespace

from kg.build.articles import ArticleBuilder, BuildOptions
from kg.build.engines import Engine
from kg.build.limits import Limits
from kg.build.worker import Make
from kg.errors import InputError


def chosen(options: Namespace) -> BuildOptions:
    """What decides the facts of an article besides its text."""
    return BuildOptions(
        models=options.models,
        lexicon=tuple(options.lexicon),
        cache=options.cache,
        threads=options.threads,
        base=options.base,
        min_confidence=options.min_confidence,
        limits=Limits(characters=options.max_characters, seconds=options.max_seconds, memory=options.max_memory << 20),
    )


def engine(options: Namespace) -> Engine:
    """This process, several, or a cluster; raises `InputError` for a number of workers below 0."""
    if options.workers < 0:
        raise InputError("--workers", "a number of processes, 0 for none but this one")
    return Engine(options.workers, options.cluster, options.shards)


def maker(where: Engine, builder: ArticleBuilder) -> Make:
    """What makes the builder: in this process it is there already, elsewhere another one is made."""
    return ArticleBuilder if where.workers or where.cluster else lambda _: builder
