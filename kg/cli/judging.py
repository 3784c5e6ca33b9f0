"""`kg same` and `kg different`: the user's own verdict on two persons, kept over rebuilds."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from kg import pipeline
from kg.errors import QueryError
from kg.model import Verdict

if TYPE_CHECKING:
    from kg.graph.stores import GraphStore

JUDGEMENTS = "persons.tsv"
"""The file of an output folder that keeps the verdicts."""


def same(options: Namespace) -> int:
    """The two are one person."""
    return _judge(options, Verdict.UNSURE if options.undo else Verdict.SAME)


def different(options: Namespace) -> int:
    """The two are not one person."""
    return _judge(options, Verdict.UNSURE if options.undo else Verdict.DIFFERENT)


def judgements_file(graph: Path) -> Path:
    """Where the verdicts on a graph are kept: in the output folder, or beside an RDF file."""
    return (graph if graph.is_dir() or not graph.suffix else graph.parent) / JUDGEMENTS


def _judge(options: Namespace, verdict: Verdict) -> int:
    from kg.cli.storing import opened
    from kg.graph.stores import is_store, open_store

    if options.store or is_store(options.graph):
        with opened(options.store or str(options.graph), options.base) as store:
            return _told(store, options, verdict)
    return _told(open_store(options.graph, base=options.base), options, verdict)


def _told(graph: GraphStore, options: Namespace, verdict: Verdict) -> int:
    """Keeps the verdict, compares the persons of the graph anew, and says what was judged."""
    from kg.graph.output import save
    from kg.graph.persons import person_path
    from kg.graph.stores import is_address, is_store
    from kg.graph.verdicts import keep_verdict
    from kg.lexicon.load import load
    from kg.resolve.persons_judgements import judge
    from kg.view import render

    paths = []
    for name in (options.one, options.other):
        path = person_path(graph, name)
        if not path:
            raise QueryError(f"{name}: no person of the graph, or several; give the IRI (kg query posts-of shows it)")
        paths.append(path)
    one, other = paths
    if one == other:
        raise QueryError(f"{options.one} and {options.other} are one IRI: a person cannot be judged against itself")
    if options.store and is_address(options.store):
        judged = keep_verdict(graph, one, other, verdict)
    else:
        judged = judge(judgements_file(Path(options.store or options.graph)), one, other, verdict)
    joined = pipeline.join_persons(graph, load(options.lexicon), judged)
    if not options.store and options.graph.is_dir() and not is_store(options.graph):
        save(graph, options.graph, {"graph.html": render(graph).encode("utf-8")})
    sys.stdout.write(f"{verdict}\t{one}\t{other}\n")
    sys.stderr.write(f"{joined} persons are one with another\n")
    return 0
