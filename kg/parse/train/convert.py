"""GSD's training sentences from UD 2.0 to today's annotation, with the teacher and the old trees as evidence.

1. Words are parted as today (`segmented`): reduplications, ordinals and decades are one word with their hyphen
   (`anak-anak`, `ke-5`, `1960-an`), and enclitics are words of their own (`apa+kah`, `nama+ku`, `warga+nya`).
2. The teacher parses each sentence in GSD's current style. The old tree is evidence (`Bridge`): an arc of it gets
   `PRIOR` added to its log probability, for outside punctuation 97 heads in 100 are the same today, and its relations
   and tags count by how often the development set, which exists in both annotations, has them beside those of today.
3. Punctuation is attached anew by rule (`punctuated`); a third of it had another head in UD 2.0.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from kg.parse.train.trees import Node, Tree
from kg.parse.train.vectors import ENCLITIC, Splitter

PRIOR = 7.0
SMOOTHING = 0.3
OPENING = {"(": ")", "[": "]", "{": "}", "“": "”", "‘": "’", "«": "»", '"': '"', "'": "'"}
STAYS = frozenset(".?!/:")
"""Marks that the old trees attach as today's do, to the root of their sentence or to what they abbreviate."""


def segmented(tree: Tree, splitter: Splitter) -> Tree:
    """The tree with words parted as in today's annotation, every head renumbered."""
    return split_enclitics(join_hyphens(tree), splitter)


def join_hyphens(tree: Tree) -> Tree:
    """The tree with `anak - anak`, `ke - 5` and `1960 - an` as one word each."""
    nodes = tree.nodes
    owner = list(range(len(nodes)))
    for at in range(1, len(nodes) - 1):
        if nodes[at].form == "-" and owner[at - 1] == at - 1 and _one_word(nodes[at - 1].form, nodes[at + 1].form):
            owner[at] = owner[at + 1] = at - 1
    if owner == list(range(len(nodes))) or tree.tokens:
        return tree
    place = {0: 0}
    for at, first in enumerate(owner, 1):
        place[at] = place[first + 1] if first + 1 < at else len(set(owner[:at]))
    joined = []
    for first in sorted(set(owner)):
        parts = [at for at, of in enumerate(owner) if of == first]
        # the part that hangs from outside speaks for the word
        top = nodes[next((at for at in parts if nodes[at].head - 1 not in parts), first)]
        form = "".join(nodes[at].form for at in parts)
        lemma = nodes[first].lemma if len(parts) > 1 else top.lemma
        spaced = nodes[parts[-1]].spaced
        joined.append(Node(form, lemma, top.upos, top.feats, place[top.head], top.deprel, spaced))
    return Tree(tree.id, joined, [], tree.style)


def _one_word(left: str, right: str) -> bool:
    left, right = left.lower(), right.lower()
    if left.isdigit() or right.isdigit():
        return (left == "ke" and right.isdigit()) or (left.isdigit() and right == "an")
    if min(len(left), len(right)) < 3:
        return False
    return right.startswith(left) or left.endswith((right, right.removesuffix("an")))


def split_enclitics(tree: Tree, splitter: Splitter) -> Tree:
    """The tree with enclitics as words of their own, hung from their stems, every head renumbered."""
    place: dict[int, int] = {0: 0}
    nodes: list[Node] = []
    tokens: list[tuple[int, int, str]] = []
    for index, node in enumerate(tree.nodes, 1):
        enclitic = splitter.enclitic(node.form) if node.upos != "PROPN" else ""
        place[index] = len(nodes) + 1
        if enclitic:
            stem, rest = node.form[: -len(enclitic)], node.form[-len(enclitic) :]
            lemma = node.lemma.removesuffix(enclitic) or stem
            upos, deprel = ("PRON", "nmod") if enclitic in {ENCLITIC, "ku", "mu"} else ("PART", "advmod:emph")
            nodes.append(Node(stem, lemma, node.upos, node.feats, node.head, node.deprel, False))
            nodes.append(Node(rest, enclitic, upos, "", -index, deprel, node.spaced))
            tokens.append((len(nodes) - 1, len(nodes), node.form))
        else:
            nodes.append(Node(node.form, node.lemma, node.upos, node.feats, node.head, node.deprel, node.spaced))
    for node in nodes:
        node.head = place[abs(node.head)]
    return Tree(tree.id, nodes, tokens, tree.style)


class Bridge:
    """What an old tree says of today's, learnt from pairs (current, old) of one sentence with equal words."""

    def __init__(self, pairs: Iterable[tuple[Tree, Tree]]) -> None:
        relations: Counter[tuple[str, str]] = Counter()
        tags: Counter[tuple[str, str]] = Counter()
        for current, old in pairs:
            if [node.form for node in current.nodes] != [node.form for node in old.nodes]:
                continue
            for new, before in zip(current.nodes, old.nodes, strict=True):
                tags[new.upos, before.upos] += 1
                if new.head == before.head:
                    relations[new.deprel, before.deprel] += 1
        self._relations, self._tags = _log_likelihood(relations), _log_likelihood(tags)

    def heads(self, tree: Tree, scores: npt.NDArray[np.float32]) -> None:
        """Add to the old arcs of a sentence; `scores` are log probabilities, dependents x heads, root first."""
        for index, node in enumerate(tree.nodes, 1):
            if node.deprel != "punct":
                scores[index, node.head] += PRIOR

    def relations(
        self, tree: Tree, heads: Sequence[int], names: Sequence[str], scores: npt.NDArray[np.float32]
    ) -> None:
        """Add to the relations of words that keep their old head; `scores` are words x relations, root first."""
        for index, node in enumerate(tree.nodes, 1):
            if heads[index] == node.head:
                scores[index] += [self._relations(name, node.deprel) for name in names]

    def tags(self, tree: Tree, names: Sequence[str], scores: npt.NDArray[np.float32]) -> None:
        """Add to the tags; `scores` are words x tags, root first."""
        for index, node in enumerate(tree.nodes, 1):
            scores[index] += [self._tags(name, node.upos) for name in names]


class _log_likelihood:  # noqa: N801 - a function with a memory
    """Log P(old | new), smoothed."""

    def __init__(self, counts: Counter[tuple[str, str]]) -> None:
        self._counts = counts
        self._new: Counter[str] = Counter()
        for (new, _), count in counts.items():
            self._new[new] += count
        self._kinds = len({old for _, old in counts})

    def __call__(self, new: str, old: str) -> float:
        return math.log((self._counts[new, old] + SMOOTHING) / (self._new[new] + SMOOTHING * self._kinds))


def punctuated(tree: Tree) -> Tree:
    """The tree with its punctuation attached as in today's GSD and PUD; changes it in place.

    That is the rule of UD (https://universaldependencies.org/u/dep/punct.html) as `ud.FixPunct` of udapi applies it:
    paired marks hang from the head of what they enclose, others from the highest word of the lower of the two phrases
    that they part.
    """
    pairs = _pairs(tree)
    for opening, closing in pairs.items():
        inner = [
            at
            for at in range(opening + 1, closing)
            if tree.nodes[at - 1].upos != "PUNCT" and not opening < tree.nodes[at - 1].head < closing
        ]
        if inner:
            head = min(inner, key=lambda at: _depth(tree, at))
            _attach(tree, opening, head)
            _attach(tree, closing, head)
    paired = {*pairs, *pairs.values()}
    for index, node in enumerate(tree.nodes, 1):
        if node.deprel == "punct" and index not in paired and node.form not in STAYS:
            _attach(tree, index, _lower_phrase(tree, index))
    return tree


def _attach(tree: Tree, mark: int, head: int) -> None:
    """Hang a mark from `head`, unless that hangs from the mark."""
    if head and mark not in {head, *_ancestors(tree, head)}:
        tree.nodes[mark - 1].head = head


def _pairs(tree: Tree) -> dict[int, int]:
    waiting: list[int] = []
    found: dict[int, int] = {}
    for index, node in enumerate(tree.nodes, 1):
        if waiting and node.form == OPENING[tree.nodes[waiting[-1] - 1].form]:
            found[waiting.pop()] = index
        elif node.form in OPENING and node.deprel == "punct":
            waiting.append(index)
    return found


def _lower_phrase(tree: Tree, mark: int) -> int:
    """The head of the lower of the phrases that end before and begin after a mark; 0 if there is neither."""
    left = next((at for at in range(mark - 1, 0, -1) if tree.nodes[at - 1].upos != "PUNCT"), 0)
    right = next((at for at in range(mark + 1, len(tree.nodes) + 1) if tree.nodes[at - 1].upos != "PUNCT"), 0)
    while left and 0 < tree.nodes[left - 1].head < mark:
        left = tree.nodes[left - 1].head
    while right and tree.nodes[right - 1].head > mark:
        right = tree.nodes[right - 1].head
    if not left or not right:
        return left or right
    return left if _depth(tree, left) > _depth(tree, right) else right


def _depth(tree: Tree, index: int) -> int:
    return sum(1 for _ in _ancestors(tree, index))


def _ancestors(tree: Tree, index: int) -> Iterator[int]:
    for _ in tree.nodes:
        index = tree.nodes[index - 1].head
        if not index:
            return
        yield index


def reannotated(old: Sequence[Tree], parsed: Iterable[tuple[int, Tree, float]]) -> list[Tree]:
    """The parsed trees in the order of the old ones, with the old lemmas and today's punctuation."""
    found: dict[int, Tree] = {index: tree for index, tree, _ in parsed}
    return [punctuated(found[index]) for index in range(len(old)) if index in found]
