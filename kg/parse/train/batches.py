"""Trees as the batches of tensors that the teacher reads."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

from kg.parse.train.encoder import BOS, EOS, PAD, Pieces
from kg.parse.train.trees import Tree

if TYPE_CHECKING:
    from kg.parse.train.teacher import Teacher

LONGEST = 500  # pieces


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences padded together: pieces, first and last piece of each word (0 is the root), words, targets."""

    ids: torch.Tensor  # sentences x pieces
    first: torch.Tensor  # sentences x words + 1
    last: torch.Tensor
    mask: torch.Tensor  # sentences x words + 1, True for words and root
    styles: torch.Tensor
    upos: torch.Tensor  # sentences x words + 1, -100 for none
    heads: torch.Tensor
    labels: torch.Tensor


class Batches:
    """Turns trees into batches of sentences of one length, at most `pieces` pieces."""

    def __init__(self, pieces: Pieces, teacher: Teacher, limit: int = 1600) -> None:
        self._pieces = pieces
        self._limit = limit
        self._upos = {tag: index for index, tag in enumerate(teacher.upos)}
        self._labels = {label: index for index, label in enumerate(teacher.labels)}
        self._styles = {style: index for index, style in enumerate(teacher.styles)}

    def split(self, tree: Tree) -> list[list[int]]:
        spaced = True
        result = []
        for node in tree.nodes:
            result.append(self._pieces.split(node.form, spaced))
            spaced = node.spaced
        return result

    def group(
        self, trees: Sequence[tuple[Tree, str]], rng: random.Random | None = None
    ) -> Iterator[tuple[list[int], Batch]]:
        """Batches with the indices of their sentences, shortest first, or shuffled if `rng` is given."""
        split = [self.split(tree) for tree, _ in trees]
        lengths = [sum(map(len, words)) + 2 for words in split]
        order = [index for index in range(len(trees)) if lengths[index] <= LONGEST]
        order.sort(key=lambda index: lengths[index] + (rng.uniform(0, 4) if rng else 0))
        groups: list[list[int]] = [[]]
        for index in order:
            if groups[-1] and (len(groups[-1]) + 1) * lengths[index] > self._limit:
                groups.append([])
            groups[-1].append(index)
        if rng:
            rng.shuffle(groups)
        for group in groups:
            if group:
                yield group, self._batch([trees[index] for index in group], [split[index] for index in group])

    def _batch(self, trees: Sequence[tuple[Tree, str]], split: Sequence[list[list[int]]]) -> Batch:
        size = len(trees)
        length = max(sum(map(len, words)) for words in split) + 2
        width = max(len(tree.nodes) for tree, _ in trees) + 1
        ids = np.full((size, length), PAD, np.int64)
        first, last = np.zeros((size, width), np.int64), np.zeros((size, width), np.int64)
        mask = np.zeros((size, width), bool)
        upos, heads, labels = (np.full((size, width), -100, np.int64) for _ in range(3))
        for row, ((tree, _), words) in enumerate(zip(trees, split, strict=True)):
            at = 1
            ids[row, 0] = BOS
            mask[row, : len(words) + 1] = True
            for column, (pieces, node) in enumerate(zip(words, tree.nodes, strict=True), 1):
                ids[row, at : at + len(pieces)] = pieces
                first[row, column], last[row, column] = at, at + len(pieces) - 1
                at += len(pieces)
                upos[row, column] = self._upos.get(node.upos, -100)
                heads[row, column] = node.head
                labels[row, column] = self._labels.get(node.deprel, -100)
            ids[row, at] = EOS
        styles = np.array([self._styles[style] for _, style in trees])
        return Batch(*map(torch.from_numpy, (ids, first, last, mask, styles, upos, heads, labels)))
