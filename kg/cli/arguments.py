"""What each command takes. Commands import what they need when they run, so that `kg --help` is quick."""

from __future__ import annotations

import argparse
from pathlib import Path

from kg import __version__
from kg.cli import commands
from kg.cli.options import BASE, base_iri, distribution, graph, limits, reading, sources, style

FORCES = ("order", "require", "forbid", "request", "urge", "remind", "emphasise", "advise", "permit")
EXPORTS = ("ttl", "trig", "nt", "nq", "jsonld", "graphml", "gexf", "csv", "neo4j", "ftm", "oa", "nif")
TABLES = ("table", "csv", "json", "md", "ttl")
LONG_NAMES = {"markdown": "md", "turtle": "ttl"}


def arguments() -> argparse.ArgumentParser:
    """The parser of the command line."""
    parser = argparse.ArgumentParser(
        prog="kg",
        description="Who ordered what, to whom, when, where, in which sentence: a graph from Indonesian news.",
    )
    parser.add_argument("--version", action="version", version=f"kg {__version__}")
    parsers = parser.add_subparsers(title="commands", dest="command", required=True, metavar="COMMAND")
    _build(parsers)
    _extract(parsers)
    _parse(parsers)
    _query(parsers)
    _view(parsers)
    _export(parsers)
    _eval(parsers)
    _explain(parsers)
    _check(parsers)
    _judgements(parsers)
    _train(parsers)
    return parser


def _build(parsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = parsers.add_parser("build", help="articles to a graph: Turtle, TriG, a web page and a table")
    sources(parser)
    parser.add_argument(
        "-o", "--output", type=Path, default=Path("output"), metavar="DIR", help="where to write (default: output)"
    )
    parser.add_argument(
        "--store",
        metavar="PATH|URL",
        help="keep the graph in a store on disk or on a SPARQL server, and build only what is new or has changed",
    )
    parser.add_argument("--prune", action="store_true", help="remove from the store what the sources no longer hold")
    parser.add_argument("--base", default=BASE, type=base_iri, help="base IRI of everything the graph names")
    parser.add_argument(
        "--min-confidence",
        type=float,
        default=0.0,
        metavar="P",
        help="leave out directives below this confidence (0 to 1)",
    )
    parser.add_argument("--stamp", action="store_true", help="record when the graph was built (bytes then differ)")
    parser.add_argument("--no-check", action="store_true", help="write the graph without validating it (large graphs)")
    parser.add_argument("--no-infer", action="store_true", help="leave out what rules derive")
    parser.add_argument("--lang", choices=("id", "en"), default="id", help="language the page opens in")
    distribution(parser)
    limits(parser)
    reading(parser)
    parser.set_defaults(run=commands.build)


def _extract(parsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = parsers.add_parser("extract", help="articles to JSON Lines, one object an article")
    sources(parser)
    reading(parser)
    parser.set_defaults(run=commands.extract)


def _parse(parsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = parsers.add_parser("parse", help="articles to CoNLL-U")
    sources(parser)
    reading(parser)
    parser.add_argument("--raw", action="store_true", help="parse a file exactly as it stands, without cleaning")
    style(parser, "csui, the treebank of news; auto with --raw")
    parser.set_defaults(run=commands.parse)


def _query(parsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = parsers.add_parser("query", help="a named question, a SPARQL file or a SPARQL string")
    parser.add_argument("question", nargs="?", help="a name (kg query --list), a .rq file, or SPARQL")
    graph(parser)
    parser.add_argument("--list", action="store_true", help="list the named questions")
    parser.add_argument(
        "--format",
        choices=TABLES,
        default="table",
        type=lambda name: LONG_NAMES.get(name, name),
        help="how to print the answer (default: table); md is Markdown, ttl the Turtle of a CONSTRUCT",
    )
    parser.epilog = (
        "Parameters of a named question follow as --NAME VALUE, for example: "
        'kg query who-ordered-what --issuer "Kapolda Lampung" --since 2024-11-01'
    )
    parser.set_defaults(run=commands.query)


def _view(parsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = parsers.add_parser("view", help="one self-contained web page of a graph")
    graph(parser)
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        default=Path("output/graph.html"),
        metavar="FILE",
        help="default: output/graph.html",
    )
    parser.add_argument("--lang", choices=("id", "en"), default="id")
    parser.add_argument("--title", default="")
    parser.add_argument("--focus", metavar="NAME", help="only what is around this post, unit or person")
    parser.add_argument("--hops", type=int, default=2, metavar="N", help="how far around the focus (default: 2)")
    parser.add_argument("--since", metavar="YYYY-MM-DD")
    parser.add_argument("--until", metavar="YYYY-MM-DD")
    parser.add_argument("--force", action="append", choices=FORCES)
    parser.add_argument(
        "--query", type=Path, metavar="FILE.rq", help="only the directives that this SPARQL query selects"
    )
    parser.add_argument("--svg", type=Path, metavar="FILE", help="also a picture for a report, as SVG")
    parser.add_argument("--png", type=Path, metavar="FILE", help="also a picture, as PNG")
    parser.add_argument(
        "--picture", choices=("network", "chain", "timeline"), default="network", help="what the picture shows"
    )
    parser.set_defaults(run=commands.view)


def _export(parsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = parsers.add_parser("export", help="the graph in another format")
    graph(parser)
    parser.add_argument("--format", choices=EXPORTS, default="ttl")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="default: stdout")
    parser.set_defaults(run=commands.export)


def _eval(parsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = parsers.add_parser("eval", help="score against gold annotations")
    parser.add_argument(
        "gold", nargs="?", type=Path, metavar="GOLD.jsonl", help="default: the gold of the sample articles"
    )
    sources(parser)
    reading(parser)
    parser.add_argument("--errors", action="store_true", help="list every error with its sentence and rule")
    parser.add_argument("--json", action="store_true", help="print the scores as JSON")
    parser.add_argument("--calibrate", type=Path, metavar="FILE.ttl", help="write how often each rule was right")
    parser.set_defaults(run=commands.evaluate)


def _explain(parsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = parsers.add_parser("explain", help="why a directive is in the graph: sentence, tree, rule, reasons")
    parser.add_argument("what", metavar="IRI|FILE:OFFSET", help="a directive of the graph, or a place in an article")
    graph(parser)
    reading(parser)
    parser.set_defaults(run=commands.explain)


def _check(parsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = parsers.add_parser("check", help="validate a graph against the shapes")
    graph(parser)
    parser.set_defaults(run=commands.check)


def _train(parsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = parsers.add_parser("train", help="train the embedded models, or score them on a treebank")
    parser.add_argument("--treebanks", type=Path, metavar="DIR")
    parser.add_argument("--text", type=Path, metavar="DIR", help="raw news, .txt or .txt.xz")
    parser.add_argument("--orders", type=Path, metavar="DIR", help="the treebank of orders (tests/treebank)")
    parser.add_argument("--encoder", type=Path, metavar="FILE", help="the encoder that the teacher starts from")
    parser.add_argument(
        "--vectors", type=Path, metavar="FILE.pt", help="word vectors to use; else trained from the text"
    )
    parser.add_argument("--start", type=Path, metavar="DIR", help="weights that tagger and parser carry on from")
    parser.add_argument("-o", "--output", type=Path, metavar="DIR", help="where the weights are written")
    parser.add_argument("--evaluate", type=Path, metavar="FILE.conllu", help="print CoNLL 2018 scores on this treebank")
    parser.add_argument("--paragraphs", action="store_true", help="its sentences are unrelated: each a paragraph")
    parser.add_argument("--compound-as-nmod", action="store_true", help="count compound as nmod, as GSD is scored")
    parser.add_argument("--models", default="embedded", help="weights to score (with --evaluate)")
    style(parser, "auto; with --evaluate")
    parser.set_defaults(run=commands.train)


def _judgements(parsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    for name, run, says in (
        ("same", commands.same, "two persons of the graph are one"),
        ("different", commands.different, "two persons of the graph are not one"),
    ):
        parser = parsers.add_parser(name, help=f"judge that {says}; kept over rebuilds")
        parser.add_argument("one", metavar="PERSON", help="an IRI, or a name that only one person has")
        parser.add_argument("other", metavar="PERSON")
        parser.add_argument("--undo", action="store_true", help="take the verdict back")
        graph(parser)
        parser.add_argument(
            "--lexicon", action="append", default=[], type=Path, metavar="FILE.ttl", help=argparse.SUPPRESS
        )
        parser.set_defaults(run=run)
