"""Options that several commands share, and the types of their values."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from kg.build.limits import Limits
from kg.parse.styles import AUTO, STYLES

BASE = "https://w3id.org/perintah/"
LIMITS = Limits()


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


def sources(parser: argparse.ArgumentParser, default: str = "the embedded sample articles") -> None:
    """What is read."""
    parser.add_argument(
        "sources",
        nargs="*",
        metavar="SOURCE",
        help=f"files, folders, globs or - (.txt, .html, .jsonl, .json, .csv); {default} if none is given",
    )


def reading(parser: argparse.ArgumentParser) -> None:
    """With what articles are read."""
    parser.add_argument(
        "--lexicon", action="append", default=[], type=Path, metavar="FILE.ttl", help="entries to add or replace"
    )
    parser.add_argument(
        "--models", default="embedded", help="embedded, official, or a folder of weights (default: embedded)"
    )
    parser.add_argument("--cache", type=Path, metavar="DIR", help="keep parses here and use them again")
    parser.add_argument("--threads", type=int, metavar="N", help="processor threads of the parser (default: all)")
    parser.add_argument("--keep-going", action="store_true", help="exit 0 even if some articles were rejected")


def graph(parser: argparse.ArgumentParser) -> None:
    """The graph that is asked."""
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


def distribution(parser: argparse.ArgumentParser) -> None:
    """Where articles are built."""
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


def limits(parser: argparse.ArgumentParser) -> None:
    """What one article may take."""
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


def style(parser: argparse.ArgumentParser, default: str) -> None:
    """Whose conventions the trees follow."""
    parser.add_argument(
        "--style",
        choices=(AUTO, *STYLES),
        help=f"whose conventions the trees follow; auto: those that the models are surest of (default: {default})",
    )
