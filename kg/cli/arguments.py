"""What each command takes. Commands import what they need when they run, so that `kg --help` is quick."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from kg import __version__
from kg.build.limits import Limits
from kg.cli import commands
from kg.parse.styles import AUTO, STYLES

FORCES = ("order", "require", "forbid", "request", "urge", "remind", "emphasise", "advise", "permit")
BASE = "https://w3id.org/perintah/"
EXPORTS = ("ttl", "trig", "nt", "nq", "jsonld", "graphml", "gexf", "csv", "neo4j", "ftm", "oa", "nif")
TABLES = ("table", "csv", "json", "md", "ttl")
LIMITS = Limits()
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


def base_iri(given: str) -> str:
    """An absolute IRI that names can be put behind (RFC 3987); raises ArgumentTypeError where it is none."""
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\\ud800-\udfff]*[/#:]", given):
        raise argparse.ArgumentTypeError(f"{given!r} is not an absolute IRI that ends in / or #")
    return given


def positive(given: str) -> int:
    """A whole number above 0; raises ArgumentTypeError where it is none."""
    if not re.fullmatch(r"[0-9]{1,9}", given) or int(given) == 0:
        raise argparse.ArgumentTypeError(f"{given!r} is not a whole number above 0")
    return int(given)


def _sources(parser: argparse.ArgumentParser, default: str = "the embedded sample articles") -> None:
    parser.add_argument(
        "sources",
        nargs="*",
        metavar="SOURCE",
        help=f"files, folders, globs or - (.txt, .html, .jsonl, .json, .csv); {default} if none is given",
    )


def _reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--lexicon", action="append", default=[], type=Path, metavar="FILE.ttl", help="entries to add or replace"
    )
    parser.add_argument(
        "--models", default="embedded", help="embedded, official, or a folder of weights (default: embedded)"
    )
    parser.add_argument("--cache", type=Path, metavar="DIR", help="keep parses here and use them again")
    parser.add_argument("--threads", type=int, metavar="N", help="processor threads of the parser (default: all)")
    parser.add_argument("--keep-going", action="store_true", help="exit 0 even if some articles were rejected")


def _graph(parser: argparse.ArgumentParser) -> None:
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--graph",
        type=Path,
        default=Path("output"),
        metavar="PATH",
        help="an RDF file or an output folder (default: output)",
    )
    where.add_argument(
        "--store", metavar="PATH|URL", help="a store on disk (kg build --store), or the address of a SPARQL server"
    )
    parser.add_argument("--base", default=BASE, type=base_iri, help=argparse.SUPPRESS)


def _build(parsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = parsers.add_parser("build", help="articles to a graph: Turtle, TriG, a web page and a table")
    _sources(parser)
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
    _distribution(parser)
    _limits(parser)
    _reading(parser)
    parser.set_defaults(run=commands.build)


def _distribution(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--workers",
        type=int,
        default=0,
        metavar="N",
        help="build with N processes that hold the models (0: none)",
    )
    parser.add_argument(
        "--cluster",
        default="",
        metavar="ADDRESS",
        help="build on a Ray cluster: auto, HOST:PORT, or local for its own",
    )
    parser.add_argument(
        "--shards", type=Path, metavar="DIR", help="keep what is finished here and go on from it; a cluster needs one"
    )


def _limits(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--max-characters",
        type=positive,
        default=LIMITS.characters,
        metavar="N",
        help="set an article aside that is longer (default: %(default)s characters)",
    )
    parser.add_argument(
        "--max-seconds",
        type=positive,
        default=int(LIMITS.seconds),
        metavar="S",
        help="set an article aside whose extraction takes longer (default: %(default)s)",
    )
    parser.add_argument(
        "--max-memory",
        type=positive,
        default=LIMITS.memory >> 20,
        metavar="MB",
        help="what each of the --workers may take, its models included (default: %(default)s)",
    )


def _extract(parsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = parsers.add_parser("extract", help="articles to JSON Lines, one object an article")
    _sources(parser)
    _reading(parser)
    parser.set_defaults(run=commands.extract)


def _parse(parsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = parsers.add_parser("parse", help="articles to CoNLL-U")
    _sources(parser)
    _reading(parser)
    parser.add_argument("--raw", action="store_true", help="parse a file exactly as it stands, without cleaning")
    _style(parser, "csui, the treebank of news; auto with --raw")
    parser.set_defaults(run=commands.parse)


def _style(parser: argparse.ArgumentParser, default: str) -> None:
    parser.add_argument(
        "--style",
        choices=(AUTO, *STYLES),
        help=f"whose conventions the trees follow; auto: those that the models are surest of (default: {default})",
    )


def _query(parsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = parsers.add_parser("query", help="a named question, a SPARQL file or a SPARQL string")
    parser.add_argument("question", nargs="?", help="a name (kg query --list), a .rq file, or SPARQL")
    _graph(parser)
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
    _graph(parser)
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
    _graph(parser)
    parser.add_argument("--format", choices=EXPORTS, default="ttl")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="default: stdout")
    parser.set_defaults(run=commands.export)


def _eval(parsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = parsers.add_parser("eval", help="score against gold annotations")
    parser.add_argument(
        "gold", nargs="?", type=Path, metavar="GOLD.jsonl", help="default: the gold of the sample articles"
    )
    _sources(parser)
    _reading(parser)
    parser.add_argument("--errors", action="store_true", help="list every error with its sentence and rule")
    parser.add_argument("--json", action="store_true", help="print the scores as JSON")
    parser.add_argument("--calibrate", type=Path, metavar="FILE.ttl", help="write how often each rule was right")
    parser.set_defaults(run=commands.evaluate)


def _explain(parsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = parsers.add_parser("explain", help="why a directive is in the graph: sentence, tree, rule, reasons")
    parser.add_argument("what", metavar="IRI|FILE:OFFSET", help="a directive of the graph, or a place in an article")
    _graph(parser)
    _reading(parser)
    parser.set_defaults(run=commands.explain)


def _check(parsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = parsers.add_parser("check", help="validate a graph against the shapes")
    _graph(parser)
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
    _style(parser, "auto; with --evaluate")
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
        _graph(parser)
        parser.add_argument(
            "--lexicon", action="append", default=[], type=Path, metavar="FILE.ttl", help=argparse.SUPPRESS
        )
        parser.set_defaults(run=run)
