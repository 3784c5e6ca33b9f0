"""What the teacher does for the students: it brings GSD to today's annotation and annotates raw news."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import torch

from kg.parse import styles
from kg.parse.train import augment, convert, silver, teacher, teaching, treebanks
from kg.parse.train.batches import Batches
from kg.parse.train.encoder import E5File, Pieces
from kg.parse.train.trees import Tree

TOLD = {treebanks.GSD_OLD: 1, styles.GSD: 3, treebanks.ORDERS: 3}
"""How often an epoch of the teacher goes through a treebank, if not twice."""


class Taught:
    """The teacher, trained the first time that something is to be annotated.

    Of `epochs` the first number are learnt with GSD's training sentences in UD 2.0 annotation, the others, up to the
    second number, with those in `old`, as converted.
    """

    def __init__(
        self,
        encoder: Path,
        banks: treebanks.Treebanks,
        frequency: dict[str, int],
        checkpoint: Path,
        epochs: tuple[int, int],
        seed: int,
        say: Callable[[str], None],
    ) -> None:
        self._encoder, self._banks, self._frequency = encoder, banks, frequency
        self._checkpoint, self._epochs, self._seed, self._say = checkpoint, epochs, seed, say
        self._ready: tuple[teacher.Teacher, Batches] | None = None
        self._until = 0
        self.old = banks.train[treebanks.GSD_OLD]

    def converted(self, old: list[Tree], bridge: convert.Bridge) -> list[Tree]:
        """GSD's old training sentences in GSD's current style, by the teacher that knows them in the old one."""
        model, batches = self._model(self._banks.train[treebanks.GSD_OLD], self._epochs[0])
        return convert.reannotated(old, teacher.parse(model, batches, old, styles.GSD, bridge))

    def silver(self, bare: list[Tree], style: str, share: float) -> list[Tree]:
        """The surest `share` of raw news in the style of a treebank, by the teacher after its last epoch."""
        model, batches = self._model(self.old, self._epochs[1])
        return silver.confident(teacher.parse(model, batches, bare, style), share)

    def _model(self, old: list[Tree], until: int) -> tuple[teacher.Teacher, Batches]:
        """The teacher after epoch `until`, the last of which saw GSD's training sentences as `old` has them."""
        if self._ready is None:
            file = E5File(self._encoder)
            train = self._banks.train
            nodes = [node for name in treebanks.FILES for tree in train[name] for node in tree.nodes]
            torch.manual_seed(self._seed)
            upos, labels = sorted({node.upos for node in nodes}), sorted({node.deprel for node in nodes})
            model = teacher.Teacher(file, self._banks.styles, upos, labels)
            self._ready = model, Batches(Pieces(file), model)
        model, batches = self._ready
        if until > self._until:
            teaching.train(
                model,
                batches,
                self._material(old),
                self._banks.held_out,
                self._checkpoint,
                epochs=self._epochs[1],
                until=until,
                seed=self._seed,
                say=self._say,
            )
            self._until = until
        return self._ready

    def _material(self, old: list[Tree]) -> list[tuple[Tree, str]]:
        material: list[tuple[Tree, str]] = []
        for name, trees in (self._banks.train | {treebanks.GSD_OLD: old}).items():
            often = TOLD.get(name, 2)
            material += [(tree, tree.style) for tree in trees] * often
            if name not in {treebanks.GSD_OLD, treebanks.ORDERS}:
                made = augment.augmented(trees, self._frequency, imperatives=150, headlines=100)
                material += [(tree, tree.style) for tree in made]
        return material
