"""The content of orders: one annotation for it in silver trees, more of its shapes from the treebank of orders.

The treebank of orders calls the content `xcomp` whether it is bare or follows `agar`, `supaya` or `untuk`, as GSD and
PUD mostly do after `untuk`; a teacher in the style of CSUI calls it `advcl` after them. Which verbs take such contents
is read from the treebank of orders.
"""

from __future__ import annotations

from collections.abc import Iterable, Set

from kg.parse.train.trees import Node, Tree

MARKS = ("agar", "untuk", "supaya")
ADJUNCTS = frozenset({"advcl", "obl"})


def cues(trees: Iterable[Tree]) -> frozenset[str]:
    """Lemmas of the verbs that are seen with an addressee as object and a content without a subject of its own."""
    return frozenset(
        verb.lemma
        for tree in trees
        for number, verb in enumerate(tree.nodes, 1)
        if verb.upos == "VERB" and {"obj", "xcomp"} <= {node.deprel for node in tree.nodes if node.head == number}
    )


def with_contents(tree: Tree, verbs: Set[str]) -> Tree:
    """The tree with clauses marked as the content of one of `verbs` called so; changes it in place.

    `ccomp` if the clause has a subject of its own, else `xcomp`. A clause before its verb is a purpose and stays.
    """
    for index, node in enumerate(tree.nodes, 1):
        head = tree.nodes[node.head - 1] if node.head else None
        if (
            head is None
            or node.head > index
            or node.upos != "VERB"
            or node.deprel not in ADJUNCTS | {"ccomp"}
            or head.upos != "VERB"
            or head.lemma not in verbs
        ):
            continue
        below = [other for other in tree.nodes if other.head == index]
        mark = next((other for other in below if other.form.lower() in MARKS), None)
        # `untuk` after a passive subject or an object may be a purpose, unless nothing else is its content
        if mark is None or any(
            other.head == node.head and other.deprel in {"xcomp", "ccomp"} for other in _but(tree, node)
        ):
            continue
        mark.upos, mark.deprel = "SCONJ", "mark"
        node.deprel = "ccomp" if any(other.deprel.startswith(("nsubj", "csubj")) for other in below) else "xcomp"
    return tree


def _but(tree: Tree, left_out: Node) -> Iterable[Node]:
    return (node for node in tree.nodes if node is not left_out)


def shapes(trees: Iterable[Tree], verbs: Set[str]) -> list[Tree]:
    """Orders with a bare content, said again with `agar`, `untuk` or `supaya`, every other one `kepada` somebody."""
    made: list[Tree] = []
    for tree in trees:
        for index, node in enumerate(tree.nodes, 1):
            head = tree.nodes[node.head - 1] if node.head else None
            if head is None or node.deprel != "xcomp" or node.upos != "VERB" or head.lemma not in verbs:
                continue
            if head.lemma == "larang" or node.head > index or _marked(tree, index):
                continue
            mark = MARKS[len(made) % len(MARKS)]
            varied = _inserted(tree, min(_phrase(tree, index)), Node(mark, mark, "SCONJ", "", 0, "mark"), index)
            addressee = next(
                (
                    at
                    for at, other in enumerate(varied.nodes, 1)
                    if other.deprel == "obj" and at > other.head and varied.nodes[other.head - 1].lemma == head.lemma
                ),
                0,
            )
            if len(made) % 2 and addressee and varied.nodes[addressee - 1].upos != "PRON":
                varied.nodes[addressee - 1].deprel = "obl"
                preposition = Node("kepada", "kepada", "ADP", "", 0, "case")
                varied = _inserted(varied, min(_phrase(varied, addressee)), preposition, addressee)
            varied.id = f"{tree.id}-{mark}"
            made.append(varied)
            break
    return made


def _marked(tree: Tree, index: int) -> bool:
    return any(node.head == index and node.deprel in {"mark", "nsubj", "nsubj:pass"} for node in tree.nodes)


def _phrase(tree: Tree, index: int) -> set[int]:
    """The words of the phrase that word `index` heads."""
    inside = {index}
    while True:
        more = {at for at, node in enumerate(tree.nodes, 1) if node.head in inside} - inside
        if not more:
            return inside
        inside |= more


def _inserted(tree: Tree, at: int, new: Node, head: int) -> Tree:
    """The tree with a word before word `at`, hung from word `head`; every number after it is one higher."""

    def place(number: int) -> int:
        return number + (number >= at)

    nodes = [
        Node(
            node.form, node.lemma, node.upos, node.feats, place(node.head) if node.head else 0, node.deprel, node.spaced
        )
        for node in tree.nodes
    ]
    nodes.insert(at - 1, Node(new.form, new.lemma, new.upos, new.feats, place(head), new.deprel, True))
    tokens = [(place(first), place(last), form) for first, last, form in tree.tokens]
    return Tree(tree.id, nodes, tokens, tree.style)
