"""Word vectors from raw news: gensim's skip-gram over lower-case words, enclitics split as in the treebanks."""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.parse.train.trees import Tree

WORD = re.compile(r"\w+(?:[-.,/]\w+)*|[^\w\s]")
ENCLITIC = "nya"
# some collections of news keep an article as a printed Python list of its sentences
LIST_SEAM = re.compile(r"""['"], ['"]|['"]\]$""")
SIZE, FREQUENT = 100, 6


def lines(folder: Path) -> Iterator[str]:
    """The paragraphs, or sentences, of all `.txt` and `.txt.xz` files of a folder, in the order of their names."""
    for path in sorted([*folder.glob("*.txt"), *folder.glob("*.txt.xz")]):
        with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as file:
            for line in file:
                yield from (part.strip() for part in LIST_SEAM.split(line.strip()) if part.strip())


class Splitter:
    """Splits `-nya` off the words that the treebanks would split: those they show, and unseen ones of known stems."""

    def __init__(self, trees: Iterable[Tree]) -> None:
        split: dict[str, int] = {}
        for tree in trees:
            for first, last, form in tree.tokens:
                if last == first + 1 and tree.nodes[last - 1].form.lower() == ENCLITIC:
                    split[form.lower()] = split.get(form.lower(), 0) + 1
            inside = {index for first, last, _ in tree.tokens for index in range(first, last + 1)}
            for index, node in enumerate(tree.nodes, 1):
                form = node.form.lower()
                if index not in inside and form.endswith(ENCLITIC):
                    split[form] = split.get(form, 0) - 1
        self._never = {form for form, balance in split.items() if balance < 0}

    def words(self, text: str) -> list[str]:
        result = []
        for word in WORD.findall(text.lower()):
            if word.endswith(ENCLITIC) and len(word) > len(ENCLITIC) + 2 and word not in self._never:
                result += [word[: -len(ENCLITIC)], ENCLITIC]
            else:
                result.append(word)
        return result


class Corpus:
    """The words of every paragraph; can be gone through again and again."""

    def __init__(self, folder: Path, splitter: Splitter) -> None:
        self._folder = folder
        self._splitter = splitter

    def __iter__(self) -> Iterator[list[str]]:
        return map(self._splitter.words, lines(self._folder))


def train(folder: Path, trees: Iterable[Tree], out: Path, *, epochs: int = 5, seed: int = 1) -> None:
    """Write vectors of SIZE dimensions in word2vec's text format; one thread, so that a run can be repeated."""
    from gensim.models import Word2Vec

    corpus = Corpus(folder, Splitter(trees))
    model = Word2Vec(
        corpus, vector_size=SIZE, window=5, sg=1, negative=8, min_count=FREQUENT, epochs=epochs, workers=1, seed=seed
    )
    part = out.with_name(out.name + ".part")
    model.wv.save_word2vec_format(str(part))
    part.replace(out)
