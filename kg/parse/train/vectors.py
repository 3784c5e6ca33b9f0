"""Word vectors from raw news: gensim's skip-gram over lower-case words, enclitics split as in the treebanks."""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kg.parse.train.trees import Tree

WORD = re.compile(r"\w+(?:[-.,/]\w+)*|[^\w\s]")
ENCLITIC, RARE = "nya", ("kah", "lah", "pun", "ku", "mu")
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
    """Splits enclitics off the words that the treebanks would split: those they show, and unseen ones of known stems.

    `-nya` is split off everything but what the treebanks keep whole; the rarer `-kah`, `-lah`, `-pun`, `-ku` and `-mu`,
    in which many words end by chance, only off what the treebanks split or off a stem that they hold as a word.
    """

    def __init__(self, trees: Iterable[Tree]) -> None:
        split: dict[str, int] = {}
        self._words: set[str] = set()
        for tree in trees:
            for first, last, form in tree.tokens:
                if last == first + 1 and tree.nodes[last - 1].form.lower() in {ENCLITIC, *RARE}:
                    split[form.lower()] = split.get(form.lower(), 0) + 1
            inside = {index for first, last, _ in tree.tokens for index in range(first, last + 1)}
            for index, node in enumerate(tree.nodes, 1):
                form = node.form.lower()
                if node.upos != "PROPN":
                    self._words.add(form)
                if index not in inside and form.endswith((ENCLITIC, *RARE)):
                    split[form] = split.get(form, 0) - 1
        self._never = {form for form, balance in split.items() if balance < 0}
        self._always = {form for form, balance in split.items() if balance > 0}

        self._balance = split

    def whole(self, others: Splitter, frequency: Mapping[str, int]) -> list[str]:
        """The words that these trees keep whole, and those that others do and these do not split, sorted.

        One that others have once, and whose stem is the more frequent word, may be a slip of theirs.
        """
        known = {
            form
            for form in others._never
            if others._balance[form] < -1 or frequency.get(form, 0) > frequency.get(_stem(form), 0)
        }
        return sorted(self._never | (known - self._always))

    def enclitic(self, word: str) -> str:
        """The enclitic that is split off a word, in lower case; empty if none is."""
        word = word.lower()
        if word in self._never or "-" in word[-len(ENCLITIC) - 1 :]:
            return ""
        if word.endswith(ENCLITIC):
            return ENCLITIC if len(word) > len(ENCLITIC) + 2 else ""
        for enclitic in RARE:
            stem = word.removesuffix(enclitic)
            if stem != word and len(stem) > 2 and (word in self._always or stem in self._words):
                return enclitic
        return ""

    def words(self, text: str) -> list[str]:
        """The words of a text in lower case, `-nya` split off."""
        result = []
        for word in WORD.findall(text.lower()):
            if word.endswith(ENCLITIC) and len(word) > len(ENCLITIC) + 2 and word not in self._never:
                result += [word[: -len(ENCLITIC)], ENCLITIC]
            else:
                result.append(word)
        return result


def _stem(word: str) -> str:
    return next(word.removesuffix(enclitic) for enclitic in (ENCLITIC, *RARE) if word.endswith(enclitic))


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
