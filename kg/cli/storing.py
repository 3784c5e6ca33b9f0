"""`kg build --store`: a store that lasts is brought in line with its sources."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from kg.article import read_sources
from kg.build.articles import ArticleBuilder
from kg.build.lock import locked
from kg.build.merge import Merger, Rules
from kg.build.update import update
from kg.cli.judging import JUDGEMENTS
from kg.cli.producing import chosen, engine, maker
from kg.cli.reading import Tally, progress, sources
from kg.collector import keep, paused
from kg.errors import StoreError
from kg.graph.runs import Run
from kg.graph.stores import GraphStore, is_address, open_store
from kg.graph.verdicts import kept_verdicts
from kg.resolve.persons_judgements import read_judgements


def build(options: Namespace) -> int:
    """Builds what the store lacks, and prints what was new, changed, unchanged, stale, removed and rejected."""
    tally = Tally()
    remote = is_address(options.store)
    how, where = chosen(options), engine(options)
    with paused():
        builder = ArticleBuilder(how)  # first: as long as a store is open, RocksDB compacts it in the background
        keep()
    builder.parser.when_loaded = keep
    with opened(options.store, options.base) as store:
        lexicon, made_with = builder.stages.lexicon, builder.made_with
        judged = kept_verdicts(store) if remote else read_judgements(Path(options.store) / JUDGEMENTS)
        programs = {name: version(name) for name in ("perintah", "stanza")}
        models = {options.models: builder.parser.model_hash}
        started = datetime.now(UTC) if options.stamp else None
        run = Run(programs, models, {"lexicon": lexicon.sha256}, started)
        merger = Merger(store, Rules(lexicon, judged, not options.no_infer), run, made_with)
        with progress("articles") as step:
            report = update(
                merger,
                tally.counted(read_sources(sources(options))),
                how,
                prune=options.prune,
                check=not options.no_check,
                engine=where,
                made_with=made_with,
                reject=tally.reject,
                correct=tally.correct,
                progress=step,
                make=maker(where, builder),
            )
    sys.stderr.write(f"{report}\n")
    return tally.exit_code(options)


@contextmanager
def opened(location: str, base: str) -> Iterator[GraphStore]:
    """A store to be written, alone; raises StoreError where it cannot be, or where changes to it would be lost."""
    if is_address(location):
        from kg.graph.lease import leased
        from kg.graph.remote import RemoteStore

        with closing(RemoteStore.at(location, base=base)) as server, leased(server, _say):
            yield server
        return
    path = Path(location)
    if path.is_file():
        raise StoreError(f"{path}: a file is no store: name a folder, or the address of a server")
    with locked(path), closing(open_store(path, base=base)) as store:
        yield store


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
