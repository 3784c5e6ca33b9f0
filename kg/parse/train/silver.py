"""Silver: raw news, tokenized by the tokenizer in hand, for the teacher to annotate."""

from __future__ import annotations

import random
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from pathlib import Path
from typing import Any

from kg.parse.boundaries import mend
from kg.parse.enclitics import Expander
from kg.parse.styles import NEWS
from kg.parse.tokenizer import tokenize
from kg.parse.tokens import TokenSentence
from kg.parse.train.trees import Node, Tree
from kg.parse.train.vectors import lines

SHORTEST, LONGEST = 5, 45  # tokens
WORD = re.compile(r"\w+")
CHUNK = 400  # paragraphs tokenized together


def paragraphs(folder: Path, focus: Set[str], general: int, focused: int, seed: int = 1) -> list[str]:
    """A random sample of paragraphs: `general` of any kind, `focused` with a word of `focus` (lower case), shuffled."""
    rng = random.Random(seed)  # noqa: S311 - a reproducible sample
    any_kind: list[str] = []
    with_focus: list[str] = []
    for count, line in enumerate(lines(folder), 1):
        if not 40 < len(line) < 900:
            continue
        _keep(any_kind, line, general, count, rng)
        if not focus.isdisjoint(WORD.findall(line.lower())):
            _keep(with_focus, line, focused, count // 8 + 1, rng)
    chosen = list(dict.fromkeys([*any_kind, *with_focus]))
    rng.shuffle(chosen)
    return chosen


def _keep(kept: list[str], line: str, size: int, count: int, rng: random.Random) -> None:
    """Reservoir sampling of `size` lines."""
    if len(kept) < size:
        kept.append(line)
    elif rng.random() < size / count:
        kept[rng.randrange(size)] = line


def tokenized(
    pipeline: Any, texts: Sequence[str], abbreviations: Collection[str], whole: Mapping[str, frozenset[str]]
) -> Iterator[Tree]:
    """Sentences of the texts as trees without annotation, each distinct one once, words parted as in news."""
    expander = Expander(pipeline.processors["mwt"], whole)
    seen: set[str] = set()
    for at in range(0, len(texts), CHUNK):
        chunk = texts[at : at + CHUNK]
        for number, (text, found) in enumerate(zip(chunk, tokenize(pipeline, chunk), strict=True)):
            sentences = mend(text, found, abbreviations, whole_quotations=True)
            split = expander.split((token.text for sentence in sentences for token in sentence if token.multi), NEWS)
            for place, sentence in enumerate(sentences):
                if SHORTEST <= len(sentence) <= LONGEST:
                    tree = bare(f"news-{at + number}-{place}", sentence, split)
                    if tree.key not in seen:
                        seen.add(tree.key)
                        yield tree


def bare(name: str, sentence: TokenSentence, split: dict[str, tuple[str, ...]]) -> Tree:
    """A tree of words that all hang from the root, not annotated yet."""
    nodes: list[Node] = []
    tokens: list[tuple[int, int, str]] = []
    for token, after in zip(sentence, [*sentence[1:], None], strict=True):
        spaced = after is None or after.start > token.end
        words = split.get(token.text, (token.text,)) if token.multi else (token.text,)
        if len(words) > 1:
            tokens.append((len(nodes) + 1, len(nodes) + len(words), token.text))
        for number, word in enumerate(words, 1):
            nodes.append(Node(word, "_", "X", "", 0, "dep", spaced and number == len(words)))
    return Tree(name, nodes, tokens)


def confident(parsed: Iterable[tuple[int, Tree, float]], share: float) -> list[Tree]:
    """The `share` of the trees that the teacher is surest of, in their original order."""
    ranked = sorted(parsed, key=lambda item: -item[2])
    return [tree for _, tree, _ in sorted(ranked[: int(len(ranked) * share)], key=lambda item: item[0])]
