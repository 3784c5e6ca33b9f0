"""`kg same` and `kg different`: the user's own verdict on two persons, kept over rebuilds."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from kg import pipeline
from kg.errors import QueryError
from kg.model import Verdict

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
    from kg.graph.dataset import Dataset
    from kg.graph.output import save
    from kg.graph.persons import person_path
    from kg.lexicon.load import load
    from kg.resolve.persons_judgements import judge
    from kg.view import render

    dataset = Dataset.load(options.graph, options.base)
    paths = []
    for name in (options.one, options.other):
        path = person_path(dataset, name)
        if not path:
            raise QueryError(f"{name}: no person of the graph, or several; give the IRI (kg query posts-of shows it)")
        paths.append(path)
    judged = judge(judgements_file(options.graph), paths[0], paths[1], verdict)
    joined = pipeline.join_persons(dataset, load(options.lexicon), judged)
    if options.graph.is_dir():
        save(dataset, options.graph, {"graph.html": render(dataset.store).encode("utf-8")})
    sys.stdout.write(f"{verdict}\t{paths[0]}\t{paths[1]}\n")
    sys.stderr.write(f"{joined} persons are one with another\n")
    return 0
