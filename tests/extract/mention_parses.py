"""The frozen parses of the mention cases.

python -m tests.extract.mention_parses        # parse every article again with the embedded model
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kg import pipeline
from kg.article import clean
from kg.lexicon.load import Lexicon
from kg.model import Article, CleanText, Document, Span
from kg.parse import conllu
from tests.extract.mention_cases import ARTICLES

FROZEN = Path(__file__).with_name("mentions.conllu")


@cache
def stages() -> pipeline.Stages:
    return pipeline.prepare()


def lexicon() -> Lexicon:
    return stages().lexicon


@cache
def texts() -> dict[str, CleanText]:
    """The cleaned articles by the name of their case."""
    return {name: _clean(name, text) for name, text in ARTICLES.items()}


def _clean(name: str, text: str) -> CleanText:
    headline, parted, _ = text.partition("\n\n")
    title = Span(0, len(headline)) if parted else None
    return clean(Article(name, text, headline if title else "", title), stages().clean_rules)


@cache
def documents() -> dict[str, Document]:
    """The parsed articles by the name of their case."""
    blocks = FROZEN.read_text("utf-8").split("# newdoc id = ")[1:]
    by_name = {block.split("\n", 1)[0]: "# newdoc id = " + block for block in blocks}
    return {name: conllu.read(by_name[name], text) for name, text in texts().items()}


def freeze() -> None:
    """Parses every article with the embedded model and writes the file."""
    parser = pipeline.parser(stages())
    FROZEN.write_text("".join(conllu.write(document) for document in parser.parse(texts().values())), "utf-8")


if __name__ == "__main__":
    freeze()
