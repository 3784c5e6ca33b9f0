"""The teacher: e5-small with a tagger and a biaffine parser on top, trained on all treebanks at once.

Each treebank is a style that the model is told at the start of the sentence, so that differences between treebanks (and
between UD 2.0 and today's UD) are learnt instead of averaged. The parser is that of Dozat and Manning (2017).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt
import torch
from torch import nn
from torch.nn import functional

from kg.parse.arcs import best_tree
from kg.parse.train.batches import Batch, Batches
from kg.parse.train.encoder import E5File, Encoder
from kg.parse.train.treebanks import universal
from kg.parse.train.trees import Node, Tree

ARC, LABEL = 256, 128
DEPTH, FROZEN = 9, 2


class Evidence(Protocol):
    """What is known of a sentence beside the teacher: changes its log probabilities in place, the root first."""

    def heads(self, tree: Tree, scores: npt.NDArray[np.float32]) -> None: ...

    def relations(
        self, tree: Tree, heads: Sequence[int], names: Sequence[str], scores: npt.NDArray[np.float32]
    ) -> None: ...

    def tags(self, tree: Tree, names: Sequence[str], scores: npt.NDArray[np.float32]) -> None: ...


class Teacher(nn.Module):
    """Scores tags, arcs and labels of whole sentences."""

    def __init__(self, file: E5File, styles: Sequence[str], upos: Sequence[str], labels: Sequence[str]) -> None:
        super().__init__()
        self.styles, self.upos, self.labels = tuple(styles), tuple(upos), tuple(labels)
        self.encoder = Encoder(file, depth=DEPTH, frozen=FROZEN)
        self.style = nn.Embedding(len(styles), file.hidden)
        nn.init.normal_(self.style.weight, std=0.02)
        width = 2 * file.hidden
        self.drop = nn.Dropout(0.33)
        self.tag_hidden = nn.Linear(width, 256)
        self.tag_out = nn.Linear(256, len(upos))
        self.arc_dependent, self.arc_head = nn.Linear(width, ARC), nn.Linear(width, ARC)
        self.label_dependent, self.label_head = nn.Linear(width, LABEL), nn.Linear(width, LABEL)
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.label = nn.Parameter(torch.zeros(len(labels), LABEL + 1, LABEL + 1))

    def states(self, batch: Batch) -> torch.Tensor:
        states = self.encoder(batch.ids, self.style(batch.styles)).float()
        rows = torch.arange(len(states))[:, None]
        words = torch.cat([states[rows, batch.first], states[rows, batch.last]], dim=-1)
        dropped: torch.Tensor = self.drop(words)
        return dropped

    def tags(self, states: torch.Tensor) -> torch.Tensor:
        scores: torch.Tensor = self.tag_out(self.drop(functional.gelu(self.tag_hidden(states))))
        return scores

    def arcs(self, states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Scores, sentences x dependents x heads."""
        dependent = self.drop(functional.gelu(self.arc_dependent(states)))
        head = self.drop(functional.gelu(self.arc_head(states)))
        scores = functional.pad(dependent, (0, 1), value=1.0) @ self.arc @ head.transpose(1, 2)
        masked: torch.Tensor = scores.masked_fill(~mask[:, None, :], -1e4)
        return masked

    def arc_labels(self, states: torch.Tensor, heads: torch.Tensor) -> torch.Tensor:
        """Scores of the labels of the given arcs, sentences x dependents x labels."""
        dependent = functional.pad(self.drop(functional.gelu(self.label_dependent(states))), (0, 1), value=1.0)
        head = functional.pad(self.drop(functional.gelu(self.label_head(states))), (0, 1), value=1.0)
        chosen = head.gather(1, heads[:, :, None].expand(-1, -1, head.shape[-1]))
        # all labels of all arcs as two products of matrices: label x head side first, then the arc's own pair
        size, words, width = dependent.shape
        mixed = (dependent.reshape(-1, width) @ self.label.permute(1, 0, 2).reshape(width, -1)).view(
            size * words, len(self.labels), width
        )
        return (mixed @ chosen.reshape(-1, width, 1)).view(size, words, -1)

    def loss(self, batch: Batch) -> torch.Tensor:
        states = self.states(batch)
        count = (batch.heads >= 0).sum().clamp(min=1)
        known = batch.heads.clamp(min=0)
        return (
            _cross_entropy(self.tags(states), batch.upos, 0.03) * 0.5
            + _cross_entropy(self.arcs(states, batch.mask), batch.heads)
            + _cross_entropy(self.arc_labels(states, known), batch.labels, 0.03)
        ) / count


def _cross_entropy(scores: torch.Tensor, target: torch.Tensor, smoothing: float = 0.0) -> torch.Tensor:
    return functional.cross_entropy(
        scores.flatten(0, 1).float(), target.flatten(), ignore_index=-100, reduction="sum", label_smoothing=smoothing
    )


def parse(
    teacher: Teacher,
    batches: Batches,
    trees: Sequence[Tree],
    style: str,
    evidence: Evidence | None = None,
) -> Iterator[tuple[int, Tree, float]]:
    """Each tree's index, its tree as the teacher sees it, and its mean log probability a word; order is by length."""
    teacher.eval()
    for group, batch in batches.group([(tree, style) for tree in trees]):
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
            states = teacher.states(batch)
            arcs = teacher.arcs(states, batch.mask).float().log_softmax(-1).numpy()
            tag_scores = teacher.tags(states).float().log_softmax(-1).numpy()
        found = np.zeros(batch.first.shape, np.int64)
        sure = []
        for row, index in enumerate(group):
            size = len(trees[index].nodes) + 1
            scores = arcs[row, :size, :size].copy()
            if evidence is not None:
                evidence.heads(trees[index], scores)
                evidence.tags(trees[index], teacher.upos, tag_scores[row])
            np.fill_diagonal(scores, -1e4)
            found[row, :size] = best_tree(scores)
            sure.append(float(arcs[row, np.arange(1, size), found[row, 1:size]].mean()) if size > 1 else 0.0)
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
            label_scores = teacher.arc_labels(states, torch.from_numpy(found)).float().log_softmax(-1)
            root = teacher.labels.index("root")
            label_scores[:, :, root] = torch.where(torch.from_numpy(found == 0), 1e4, -1e4)
        relation_scores = label_scores.numpy()
        if evidence is not None:
            for row, index in enumerate(group):
                evidence.relations(trees[index], found[row].tolist(), teacher.labels, relation_scores[row])
        tags, labels = tag_scores.argmax(-1), relation_scores.argmax(-1)
        for row, index in enumerate(group):
            tree = trees[index]
            nodes = [
                Node(
                    node.form, node.lemma, teacher.upos[tags[row, at]], node.feats,
                    int(found[row, at]), teacher.labels[labels[row, at]], node.spaced,
                )
                for at, node in enumerate(tree.nodes, 1)
            ]  # fmt: skip
            yield index, Tree(tree.id, nodes, tree.tokens, style), sure[row]


def score(teacher: Teacher, batches: Batches, trees: Sequence[Tree], style: str) -> dict[str, float]:
    """UPOS, UAS and LAS (universal relations) in percent on gold tokens."""
    right = np.zeros(3)
    total = 0
    for index, found, _ in parse(teacher, batches, trees, style):
        for gold, node in zip(trees[index].nodes, found.nodes, strict=True):
            attached = gold.head == node.head
            right += (
                gold.upos == node.upos,
                attached,
                attached and universal(gold.deprel) == universal(node.deprel),
            )
            total += 1
    return {
        name: round(100 * float(value) / total, 2) for name, value in zip(("UPOS", "UAS", "LAS"), right, strict=True)
    }
