"""Frozen parses: the sentences of the tests as CoNLL-U, so that most tests need no model.

python -m tests.extract.parses        # parse every text again with the embedded model
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kg import pipeline
from kg.article import clean
from kg.model import Article, CleanText, Document, Span
from kg.parse import conllu
from tests.extract.directive_cases import CASES
from tests.extract.points import tables

FROZEN = Path(__file__).with_name("directives.conllu")


@cache
def stages() -> pipeline.Stages:
    return pipeline.prepare()


def texts() -> dict[str, CleanText]:
    """The cleaned text of every case and of every example of a cue, by a name of its own."""
    named = {f"case: {case.name}": case.text for case in CASES}
    named |= {case.name: case.text for table in tables().values() for case in table}
    for cue in stages().grammar.cues.cues:
        for number, example in enumerate(cue.examples, 1):
            named[f"cue: {cue.label} {number}"] = example
    return {name: _clean(name, text) for name, text in named.items()}


def _clean(name: str, text: str) -> CleanText:
    headline, parted, _ = text.partition("\n\n")
    title = Span(0, len(headline)) if parted else None
    return clean(Article(name, text, headline if title else "", title), stages().clean_rules)


@cache
def documents() -> dict[str, Document]:
    """The parsed documents by name."""
    blocks = FROZEN.read_text("utf-8").split("# newdoc id = ")[1:]
    by_name = {block.split("\n", 1)[0]: "# newdoc id = " + block for block in blocks}
    return {name: conllu.read(by_name[name], text) for name, text in texts().items()}


def freeze() -> None:
    """Parses every text with the embedded model and writes the file."""
    parser = pipeline.parser(stages())
    FROZEN.write_text("".join(conllu.write(document) for document in parser.parse(texts().values())), "utf-8")


if __name__ == "__main__":
    freeze()
