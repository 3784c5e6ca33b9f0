"""The teacher: e5-small with a tagger and a biaffine parser on top, trained on all treebanks at once.

Each treebank is a style that the model is told at the start of the sentence, so that differences between treebanks (and
between UD 2.0 and today's UD) are learnt instead of averaged. The parser is that of Dozat and Manning (2017).
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt
import torch
from torch import nn
from torch.nn import functional

from kg.parse.arcs import best_tree
from kg.parse.train.encoder import BOS, EOS, PAD, E5File, Encoder, Pieces
from kg.parse.train.treebanks import style, universal
from kg.parse.train.trees import Node, Tree

ARC, LABEL = 256, 128
DEPTH, FROZEN = 9, 2
LONGEST = 500  # pieces


class Evidence(Protocol):
    """What is known of a sentence beside the teacher: changes its log probabilities in place, the root first."""

    def heads(self, tree: Tree, scores: npt.NDArray[np.float32]) -> None: ...

    def relations(
        self, tree: Tree, heads: Sequence[int], names: Sequence[str], scores: npt.NDArray[np.float32]
    ) -> None: ...

    def tags(self, tree: Tree, names: Sequence[str], scores: npt.NDArray[np.float32]) -> None: ...


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


def train(
    teacher: Teacher,
    batches: Batches,
    material: Sequence[tuple[Tree, str]],
    held_out: dict[str, list[Tree]],
    checkpoint: Path,
    *,
    epochs: int,
    until: int | None = None,
    seed: int = 1,
    say: Callable[[str], None] = print,
) -> None:
    """Train for `epochs` on trees with their styles; carries on from `checkpoint` if it is there.

    Stops after epoch `until`, if that is given; the learning rate falls to zero over all `epochs` nevertheless.
    """
    rng = random.Random(seed)  # noqa: S311 - reproducible shuffling
    torch.manual_seed(seed)
    heads = [value for name, value in teacher.named_parameters() if not name.startswith("encoder.")]
    optimizer = torch.optim.AdamW(
        [{"params": teacher.encoder.parameters(), "lr": 2e-4}, {"params": heads, "lr": 2e-3}],
        betas=(0.9, 0.98),
        weight_decay=0.01,
    )
    per_epoch = sum(1 for _ in batches.group(material, random.Random(0)))  # noqa: S311
    total = per_epoch * epochs + epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / 200) * max(0.0, 1 - step / total)
    )
    start = 0
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        teacher.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        schedule.load_state_dict(saved["schedule"])
        start = saved["epoch"]
    for epoch in range(start, epochs if until is None else until):
        # seeded by epoch, so that a run that was killed goes on as it would have gone
        rng.seed(seed * 1000 + epoch)
        torch.manual_seed(seed * 1000 + epoch)
        teacher.train()
        began, losses = time.monotonic(), []
        for _, batch in batches.group(material, rng):
            noisy = _mask_pieces(batch, 0.08)
            with torch.autocast("cpu", torch.bfloat16):
                loss = teacher.loss(noisy)
            optimizer.zero_grad()
            torch.autograd.backward(loss)
            torch.nn.utils.clip_grad_norm_(teacher.parameters(), 2.0)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
        scores = {name: score(teacher, batches, trees, style(name)) for name, trees in held_out.items()}
        say(f"epoch {epoch + 1}/{epochs} loss {np.mean(losses):.3f} {time.monotonic() - began:.0f} s {scores}")
        part = checkpoint.with_suffix(".part")
        torch.save(
            {
                "model": teacher.state_dict(),
                "optimizer": optimizer.state_dict(),
                "schedule": schedule.state_dict(),
                "epoch": epoch + 1,
            },
            part,
        )
        part.replace(checkpoint)


def _mask_pieces(batch: Batch, rate: float) -> Batch:
    """The batch with some pieces unknown, so that no word is decided by itself alone."""
    hide = (torch.rand(batch.ids.shape) < rate) & (batch.ids > EOS)
    ids = batch.ids.masked_fill(hide, 250001)
    return Batch(ids, batch.first, batch.last, batch.mask, batch.styles, batch.upos, batch.heads, batch.labels)


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
