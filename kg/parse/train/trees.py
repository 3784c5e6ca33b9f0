"""Dependency trees as training sees them, and CoNLL-U in and out of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Node:
    """A syntactic word; `head` is 1-based, 0 for the root; `spaced` says that a space follows its token."""

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str
    spaced: bool = True


@dataclass(slots=True)
class Tree:
    """A sentence: its words and its multi-word tokens as (first, last, surface), 1-based and inclusive.

    `style` is the treebank whose conventions it follows (`kg.parse.styles`), empty if that is not known.
    """

    id: str
    nodes: list[Node]
    tokens: list[tuple[int, int, str]] = field(default_factory=list)
    style: str = ""

    @property
    def key(self) -> str:
        """The sentence without regard to white space and segmentation: what no two splits may share."""
        parts = []
        inside = {first: (last, form) for first, last, form in self.tokens}
        position = 1
        while position <= len(self.nodes):
            last, form = inside.get(position, (position, self.nodes[position - 1].form))
            parts.append(form)
            position = last + 1
        return "".join(parts).replace(" ", "").lower()

    def text(self) -> str:
        """The surface text."""
        parts = []
        inside = {first: (last, form) for first, last, form in self.tokens}
        position = 1
        while position <= len(self.nodes):
            last, form = inside.get(position, (position, self.nodes[position - 1].form))
            parts.append(form + (" " if self.nodes[last - 1].spaced else ""))
            position = last + 1
        return "".join(parts).strip()

    def conllu(self) -> str:
        lines = [
            f"# sent_id = {self.id}",
            *([f"# style = {self.style}"] if self.style else []),
            f"# text = {self.text()}",
        ]
        first_of = {first: (last, form) for first, last, form in self.tokens}
        inside = {index for first, last, _ in self.tokens for index in range(first, last + 1)}
        for index, node in enumerate(self.nodes, 1):
            if index in first_of:
                last, form = first_of[index]
                misc = "_" if self.nodes[last - 1].spaced else "SpaceAfter=No"
                lines.append("\t".join([f"{index}-{last}", form, *"_" * 7, misc]))
            misc = "_" if node.spaced or index in inside else "SpaceAfter=No"
            lines.append(
                "\t".join(
                    [
                        str(index), node.form, node.lemma or "_", node.upos, "_", node.feats or "_",
                        str(node.head), node.deprel, "_", misc,
                    ]
                )
            )  # fmt: skip
        return "\n".join(lines) + "\n\n"


def read(path: Path) -> list[Tree]:
    """The trees of a CoNLL-U file; empty nodes and enhanced dependencies are left out."""
    return list(_read(path.read_text(encoding="utf-8").split("\n")))


def _read(lines: Iterable[str]) -> Iterator[Tree]:
    tree = Tree("", [])
    spaces: dict[int, bool] = {}
    for line in [*lines, ""]:
        if not line.strip():
            if tree.nodes:
                for last, spaced in spaces.items():
                    tree.nodes[last - 1].spaced = spaced
                yield tree
            tree, spaces = Tree("", []), {}
        elif line.startswith("#"):
            if line.startswith("# sent_id = "):
                tree.id = line[len("# sent_id = ") :]
            elif line.startswith("# style = "):
                tree.style = line[len("# style = ") :]
        else:
            columns = line.split("\t")
            spaced = "SpaceAfter=No" not in columns[9].split("|")
            if "-" in columns[0]:
                first, last = map(int, columns[0].split("-"))
                tree.tokens.append((first, last, columns[1]))
                spaces[last] = spaced
                # words inside a token are not parted by spaces
                spaces.update(dict.fromkeys(range(first, last), False))
            elif "." not in columns[0]:
                feats = "" if columns[5] == "_" else columns[5]
                tree.nodes.append(Node(columns[1], columns[2], columns[3], feats, int(columns[6]), columns[7], spaced))


def write(path: Path, trees: Iterable[Tree]) -> None:
    """Write CoNLL-U, whole or not at all."""
    part = path.with_name(path.name + ".part")
    part.write_text("".join(tree.conllu() for tree in trees), encoding="utf-8")
    part.replace(path)
