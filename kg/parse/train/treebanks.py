"""The treebanks, harmonised, and which of their sentences training never sees.

What is made alike, and why:

* `compound` becomes `nmod`: GSD alone uses it, for what CSUI and PUD call `nmod` (`compound:plur`, `compound:a` stay).
* XPOS is dropped: every treebank has its own.
* `flat` beside a proper noun stays what each treebank says: scores do not look at subtypes, extraction reads both.
* GSD's 4,477 training sentences exist in UD 2.0 annotation only. They keep it, as a style of their own, when the
  teacher is trained; the teacher then annotates them again in the current style with the old tree as evidence
  (`convert`). What the old says of the new is learnt from the development set, which exists in both (`bridge`).

The treebank of orders is the project's own and follows CSUI; it is told to the teacher as CSUI.

Held out: every 9th sentence of CSUI and every 5th of GSD's development set; they choose the best step and are scored.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.parse.styles import CSUI, GSD, PUD
from kg.parse.train.trees import Tree, read

GSD_OLD, ORDERS = "gsd-2.0", "orders"
FILES = {
    CSUI: "id_csui-ud-train.conllu",
    GSD: "id_gsd-ud-dev.conllu",
    PUD: "id_pud-ud-test.conllu",
    GSD_OLD: "id_gsd-ud2.0-train-with-lemmas.conllu",
}
GSD_OLD_DEVELOPMENT = "id_gsd-ud2.0-dev.conllu"
HELD_OUT = {CSUI: (9, 4), GSD: (5, 2)}


@dataclass(frozen=True, slots=True)
class Treebanks:
    """Training and held-out trees by treebank; the old GSD is training only."""

    train: dict[str, list[Tree]]
    held_out: dict[str, list[Tree]]

    @property
    def styles(self) -> tuple[str, ...]:
        """What the teacher tells apart."""
        return tuple(FILES)

    def current(self) -> list[Tree]:
        """The training trees in current annotation."""
        return [tree for name, trees in self.train.items() if name != GSD_OLD for tree in trees]

    def of_style(self, style: str) -> list[Tree]:
        """The training trees that follow the conventions of a treebank."""
        return [tree for tree in self.current() if tree.style == style]


def load(folder: Path, orders: tuple[Path, Path] | None = None) -> Treebanks:
    """Read, harmonise and split the treebanks in `folder`; the same sentence is never on both sides.

    `orders` are the training and the held-out file of the treebank of orders.
    """
    train: dict[str, list[Tree]] = {}
    held_out: dict[str, list[Tree]] = {}
    for name, file in FILES.items():
        trees = [harmonise(tree, name) for tree in read(folder / file)]
        period, rest = HELD_OUT.get(name, (0, 0))
        train[name] = [tree for index, tree in enumerate(trees) if not period or index % period != rest]
        held_out[name] = [tree for index, tree in enumerate(trees) if period and index % period == rest]
    if orders:
        train[ORDERS], held_out[ORDERS] = ([harmonise(tree, CSUI) for tree in read(path)] for path in orders)
    unseen = {tree.key for trees in held_out.values() for tree in trees}
    train = {name: [tree for tree in trees if tree.key not in unseen] for name, trees in train.items()}
    return Treebanks(train, {name: trees for name, trees in held_out.items() if trees})


def bridge(folder: Path, banks: Treebanks) -> list[tuple[Tree, Tree]]:
    """GSD's development sentences that are trained on, in current annotation and in that of UD 2.0."""
    old = {tree.id: harmonise(tree, GSD_OLD) for tree in read(folder / GSD_OLD_DEVELOPMENT)}
    return [(tree, old[tree.id]) for tree in banks.train[GSD] if tree.id in old]


def harmonise(tree: Tree, style: str = "") -> Tree:
    """The tree with relations as the module says and its style; changes it in place."""
    tree.style = style
    for node in tree.nodes:
        if node.deprel == "compound":
            node.deprel = "nmod"
    return tree


def style(treebank: str) -> str:
    """The style that the teacher is told for a treebank."""
    return CSUI if treebank == ORDERS else treebank


def universal(relation: str) -> str:
    """The relation as the CoNLL 2018 evaluation compares it: without subtype."""
    return relation.split(":")[0]


def words(trees: Iterable[Tree]) -> int:
    return sum(len(tree.nodes) for tree in trees)
