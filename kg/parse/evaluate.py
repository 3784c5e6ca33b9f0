"""CoNLL 2018 scores of the parser on a treebank, from raw text (https://universaldependencies.org/conll18/evaluation.html)."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.parse import conllu
from kg.parse.parser import Parser
from kg.parse.raw import as_it_stands

METRICS = ("Tokens", "Sentences", "Words", "UPOS", "Lemmas", "UAS", "LAS")


@dataclass(frozen=True, slots=True)
class Scores:
    """F1 in percent of each metric of the evaluation, in the order of METRICS."""

    name: str
    values: tuple[float, ...]

    def __str__(self) -> str:
        return f"{self.name:<28}" + " ".join(f"{value:>9.2f}" for value in self.values)


def header() -> str:
    """The names of the columns of a printed `Scores`."""
    return f"{'treebank':<28}" + " ".join(f"{metric:>9}" for metric in METRICS)


def raw_text(treebank: str, *, running: bool = True) -> str:
    """The text of a CoNLL-U file: each `# text`, a blank line before a `# newpar` or `# newdoc`.

    If the text is not `running`, as that of a list of examples is not, every sentence is a paragraph.
    """
    parts: list[str] = []
    gap = ""
    for line in treebank.splitlines():
        if line.startswith(("# newpar", "# newdoc")):
            gap = "\n\n" if parts else ""
        elif line.startswith("# text = "):
            gap = gap or ((" " if running else "\n\n") if parts else "")
            parts.append(gap + line[len("# text = ") :].strip())
            gap = ""
    return "".join(parts)


def score(gold: str, system: str, name: str, *, compound_is_nmod: bool = False) -> Scores:
    """Scores of one CoNLL-U text against another of the same characters; raises InputError if they are not.

    With `compound_is_nmod` the relation `compound` counts as `nmod`, as in the treebanks this parser learnt from.
    """
    from udtools import udeval  # type: ignore[import-untyped]

    if compound_is_nmod:
        gold, system = (text.replace("\tcompound\t", "\tnmod\t") for text in (gold, system))
    try:
        gold_ud, system_ud = (udeval.load_conllu(io.StringIO(text), name, {}) for text in (gold, system))
        found = udeval.evaluate(gold_ud, system_ud)
    except udeval.UDError as error:
        raise InputError(name, f"cannot be scored: {error}") from error
    return Scores(name, tuple(100 * found[metric].f1 for metric in METRICS))


def evaluate(
    parser: Parser, treebanks: Sequence[Path], *, compound_is_nmod: bool = False, running: bool = True
) -> list[Scores]:
    """Scores of the parser on each CoNLL-U file, parsed from its raw text (`raw_text`)."""
    results = []
    for path in treebanks:
        gold = path.read_text(encoding="utf-8")
        document = next(iter(parser.parse([as_it_stands(raw_text(gold, running=running), path.stem)])))
        results.append(score(gold, conllu.write(document), path.name, compound_is_nmod=compound_is_nmod))
    return results
