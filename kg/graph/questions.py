"""Named questions: SPARQL files of `ontology/queries` with a title, parameters and an example in their head.

A file is valid SPARQL as it stands and then asks for everything. Its head and slots are comments:

    # title@id: Siapa memerintahkan apa kepada siapa
    # title@en: Who ordered what to whom
    # parameter: issuer party | jabatan, satuan atau orang yang memberi | post, unit or person that issues
    # example: --issuer "Kapolda Lampung"
    # list: addressee
    ...
      #[issuer] VALUES ?issuerGiven { $issuer }

A line that starts with `#[issuer]` joins the query when that parameter is given; `$issuer` is then replaced by terms
that `kg.graph.parameters` has made, never by the text that the user typed. A kind with `!` must be given. `list` names
columns of several values parted by "; ", which are put in order; `narrow` says how a side index can narrow the question
down (`kg.graph.index.narrowing`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode

from kg.errors import QueryError
from kg.graph.answers import Answer, Table, in_order
from kg.graph.index.counting import count
from kg.graph.index.narrowing import SLOT, Narrowing
from kg.graph.parameters import bind
from kg.graph.stores import GraphStore
from kg.lexicon.files import ontology_dir

_HEAD = re.compile(r"#\s*([a-z]+)(?:@([a-z]+))?:\s*(.*)")
_SLOT = re.compile(r"^(\s*)#\[([a-z-]+)\] ?", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a question: its kind says how a value is read; see `kg.graph.parameters`."""

    name: str
    kind: str
    required: bool
    help_id: str
    help_en: str


@dataclass(frozen=True, slots=True)
class Question:
    """A named question and its SPARQL."""

    name: str
    title_id: str
    title_en: str
    parameters: tuple[Parameter, ...]
    example: str
    lists: tuple[str, ...]
    sparql: str
    narrowing: Narrowing | None = None
    counted: str = ""


def questions(directory: Path | None = None) -> tuple[Question, ...]:
    """All named questions by name. Raises QueryError where the head of a file is incomplete."""
    folder = directory or ontology_dir() / "queries"
    return tuple(read(path) for path in sorted(folder.glob("*.rq")))


def question(name: str, directory: Path | None = None) -> Question:
    """The question of that name. Raises QueryError, with the names there are, where there is none."""
    folder = directory or ontology_dir() / "queries"
    names = sorted(path.stem for path in folder.glob("*.rq"))
    if name not in names:
        raise QueryError(f"no question is called {name!r}; there are {', '.join(names)}")
    return read(folder / f"{name}.rq")


def read(path: Path) -> Question:
    """Parses a question file. Raises QueryError where title or example are missing."""
    text = path.read_text("utf-8")
    head: dict[tuple[str, str], str] = {}
    parameters: list[Parameter] = []
    for line in text.splitlines():
        match = _HEAD.fullmatch(line)
        if not line.startswith("#"):
            break
        if match is None:
            continue
        key, language, value = match.group(1), match.group(2) or "", match.group(3)
        if key == "parameter":
            parameters.append(_parameter(value, path))
        else:
            head[key, language] = value
    missing = [
        f"{k}@{g}" if g else k for k, g in (("title", "id"), ("title", "en"), ("example", "")) if (k, g) not in head
    ]
    if missing:
        raise QueryError(f"{path.name}: its head lacks {', '.join(missing)}")
    lists = tuple(head.get(("list", ""), "").split())
    narrowing = Narrowing.read(head["narrow", ""]) if ("narrow", "") in head else None
    return Question(
        name=path.stem,
        title_id=head["title", "id"],
        title_en=head["title", "en"],
        parameters=tuple(parameters),
        example=head["example", ""],
        lists=lists,
        sparql=text,
        narrowing=narrowing,
        counted=head.get(("counted", ""), ""),
    )


def _parameter(declaration: str, path: Path) -> Parameter:
    parts = [part.strip() for part in declaration.split("|")]
    words = parts[0].split()
    if len(parts) != 3 or len(words) != 2:
        raise QueryError(f"{path.name}: not a parameter: {declaration!r}")
    return Parameter(words[0], words[1].rstrip("!"), words[1].endswith("!"), parts[1], parts[2])


def ask(dataset: GraphStore, asked: Question, values: Mapping[str, str] | None = None) -> Answer:
    """The answer to a named question.

    Raises QueryError for a parameter that is unknown or missing, or whose value is not of its kind.
    """
    if asked.counted and dataset.index is not None:
        table = count(asked.counted, dataset.index, bound(dataset, asked, values or {}))
        if table is not None:
            return table
    answer = dataset.query(fill(dataset, asked, values or {}))
    return in_order(answer, asked.lists) if isinstance(answer, Table) else answer


def fill(dataset: GraphStore, asked: Question, values: Mapping[str, str]) -> str:
    """The SPARQL of the question with its parameters bound."""
    terms = bound(dataset, asked, values)
    if asked.narrowing is not None and dataset.index is not None:
        claims = asked.narrowing.candidates(dataset.index, terms, values)
        if claims is not None:
            terms = {name: term for name, term in terms.items() if name not in asked.narrowing.answered}
            terms[SLOT] = " ".join(str(NamedNode(claim)) for claim in claims)

    def open_slot(match: re.Match[str]) -> str:
        return match.group(1) if match.group(2) in terms else match.group(0)

    opened = _SLOT.sub(open_slot, asked.sparql)
    lines = [_replace(line, terms) if not line.lstrip().startswith("#") else line for line in opened.splitlines()]
    return "\n".join(lines) + "\n"


def bound(dataset: GraphStore, asked: Question, values: Mapping[str, str]) -> dict[str, str]:
    """The parameters given as SPARQL terms; raises QueryError as `ask` does."""
    known = {parameter.name: parameter for parameter in asked.parameters}
    unknown = sorted(set(values) - set(known))
    if unknown:
        has = ", ".join(known) or "none"
        raise QueryError(f"{asked.name} has no parameter {', '.join(unknown)}; its parameters: {has}")
    missing = [p.name for p in asked.parameters if p.required and not values.get(p.name)]
    if missing:
        raise QueryError(
            f"{asked.name} needs {', '.join('--' + name for name in missing)}; for example {asked.example}"
        )
    return {name: bind(dataset, known[name].kind, name, value) for name, value in values.items() if value != ""}


def _replace(line: str, terms: Mapping[str, str]) -> str:
    return re.sub(r"\$([a-z]+(?:-[a-z]+)*)", lambda match: terms.get(match.group(1), match.group(0)), line)
