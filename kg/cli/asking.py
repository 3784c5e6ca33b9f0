"""`kg query`, `kg view`, `kg export` and `kg check`: a graph in, answers out. Nothing here imports torch or stanza."""

from __future__ import annotations

import shutil
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kg.cli.graphs import opened
from kg.errors import QueryError

NARROWEST = 60


def query(options: Namespace) -> int:
    """Prints the answer to a named question, a SPARQL file or a SPARQL string."""
    from kg.graph.questions import ask, question, questions
    from kg.graph.tables import render

    if options.list:
        for one in questions():
            sys.stdout.write(
                f"{one.name:26} {one.title_en}\n{'':26} kg query {one.name} {one.example}\n".replace(" \n", "\n")
            )
        return 0
    if not options.question:
        raise QueryError("what is the question? kg query --list names them")
    values = parameters(options.rest)
    text = sparql(options.question)
    if text is not None and values:
        raise QueryError(f"--{next(iter(values))} goes with a named question, not with SPARQL")
    asked = question(options.question) if text is None else None
    with opened(options) as graph:
        answer = ask(graph, asked, values) if asked else graph.query(text or "")
    width = max(NARROWEST, shutil.get_terminal_size((120, 24)).columns)
    sys.stdout.write(render(answer, options.format, width=width, base=options.base))
    return 0


def sparql(given: str) -> str | None:
    """The SPARQL of a file or string; `None` if a question is named. Raises QueryError if a file cannot be read."""
    path = Path(given)
    if given.endswith((".rq", ".sparql")):
        try:
            return path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise QueryError(f"{given}: cannot be read: {error}") from error
    return given if any(c in given for c in "{}") or "\n" in given else None


def parameters(rest: Sequence[str]) -> dict[str, str]:
    """`--name value` pairs; raises QueryError for anything else."""
    values: dict[str, str] = {}
    left = list(rest)
    while left:
        name = left.pop(0)
        if not name.startswith("--") or len(name) < 3:
            raise QueryError(f"not a parameter: {name!r} (parameters are --NAME VALUE)")
        key, equals, value = name[2:].partition("=")
        if not equals:
            if not left:
                raise QueryError(f"{name} needs a value")
            value = left.pop(0)
        values[key] = value
    return values


def view(options: Namespace) -> int:
    """Writes one self-contained web page, and pictures if asked for."""
    from kg.graph.files import write_atomically
    from kg.view import render, to_png, to_svg

    chosen: dict[str, Any] = {
        "lang": options.lang,
        "focus": options.focus,
        "hops": options.hops,
        "since": options.since,
        "until": options.until,
        "force": options.force,
        "query": sparql(str(options.query)) if options.query else None,
        "title": options.title,
    }
    with opened(options) as graph:
        files = {options.output: render(graph, **chosen).encode("utf-8")}
        if options.svg:
            files[options.svg] = to_svg(graph, view=options.picture, **chosen).encode("utf-8")
        if options.png:
            files[options.png] = to_png(graph, view=options.picture, **chosen)
    for path, content in files.items():
        write_atomically(path, content)
        sys.stdout.write(f"{path}\n")
    return 0


def export(options: Namespace) -> int:
    """Prints or writes the graph in another format."""
    from kg.graph.exports import export as convert
    from kg.graph.files import write_atomically

    with opened(options) as graph:
        content = convert(graph, options.format)
    if options.output:
        write_atomically(options.output, content)
        sys.stdout.write(f"{options.output}\n")
    else:
        sys.stdout.buffer.write(content)
    return 0


def check(options: Namespace) -> int:
    """Prints what breaks a shape; 1 if anything does."""
    from kg.graph.validation import check as validate

    with opened(options) as graph:
        violations = validate(graph)
    for violation in violations:
        sys.stdout.write(f"{violation}\n")
    sys.stderr.write(f"{len(violations)} violations\n")
    return 1 if violations else 0
