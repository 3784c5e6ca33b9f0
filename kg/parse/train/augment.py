"""Imperatives and headlines made out of declaratives, for the treebanks hold next to none.

Indonesian drops the subject and the prefix `meN-` of an active verb in an imperative (`Polisi meningkatkan patroli` ->
`Tingkatkan patroli`) and drops the prefix in headlines (Sneddon et al., Indonesian: A Comprehensive Grammar, on
imperative clauses and on `meN-`), so a tree of the one is made from a tree of the other by rule. Imperatives are also
put in the place of what is quoted in front of a reporting clause that the same corpus shows.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence

from kg.parse.train.trees import Node, Tree

VOWELS = frozenset("aeiou")
MARKS = frozenset('"“”')
LOWER_IN_TITLES = frozenset({"ADP", "CCONJ", "SCONJ", "PRON", "PART"})


def stem(verb: str, frequency: Mapping[str, int]) -> str | None:
    """The verb without `meN-`, the most frequent of the forms that the prefix may hide; `None` if it hides no word."""
    candidates = []
    for prefix, restored in (
        ("menge", [""]),
        ("meng", ["", "k"]),
        ("meny", ["s"]),
        ("mem", ["", "p"]),
        ("men", ["", "t"]),
        ("me", [""]),
    ):
        if verb.startswith(prefix):
            rest = verb[len(prefix) :]
            candidates += [initial + rest for initial in restored if _hides(prefix, initial, rest)]
    known = [(frequency[form], form) for form in candidates if form in frequency and len(form) > 3]
    return max(known)[1] if known else None


def _hides(prefix: str, initial: str, rest: str) -> bool:
    """Whether `prefix` is the shape that `meN-` takes before `initial + rest`."""
    if not rest:
        return False
    first = initial or rest[0]
    if initial and rest[0] not in VOWELS:
        return False
    shapes = {
        "menge": len(rest) <= 4 and rest[0] not in VOWELS,
        "meng": first in VOWELS or first in "kgh",
        "meny": first == "s",
        "mem": first in "pbfv",
        "men": first in "tcdjz" or rest.startswith("sy"),
        "me": first in "lmnrwy" and not rest.startswith(("ng", "ny")),
    }
    return shapes[prefix]


def imperative(tree: Tree, frequency: Mapping[str, int]) -> Tree | None:
    """The predicate of a declarative without subject as an imperative; `None` where the tree does not allow it."""
    root = next(index for index, node in enumerate(tree.nodes, 1) if node.head == 0)
    verb = tree.nodes[root - 1]
    before = [node for node in tree.nodes[: root - 1] if node.head == root]
    if verb.upos != "VERB" or not any(node.deprel == "nsubj" for node in before):
        return None
    form = stem(verb.form.lower(), frequency)
    rest = tree.nodes[root - 1 :]
    if form is None or not 4 <= len(rest) <= 30 or any(node.form in MARKS for node in rest):
        return None
    if any(0 < node.head < root for node in rest) or any(
        node.deprel.startswith(("nsubj", "parataxis")) and node.head == root for node in rest
    ):
        return None
    if any(first <= root <= last for first, last, _ in tree.tokens):
        return None
    part = _from(tree, root)
    part.nodes[0] = Node(form.capitalize(), verb.lemma, "VERB", "Mood=Imp", 0, "root", verb.spaced)
    part.id = f"{tree.id}-imp"
    return part


def _from(tree: Tree, start: int) -> Tree:
    """The words from `start` on, heads renumbered; their heads must be among them."""
    shift = start - 1
    nodes = [
        Node(node.form, node.lemma, node.upos, node.feats, max(0, node.head - shift), node.deprel, node.spaced)
        for node in tree.nodes[shift:]
    ]
    tokens = [(first - shift, last - shift, form) for first, last, form in tree.tokens if first >= start]
    return Tree(tree.id, nodes, tokens, tree.style)


def headline(tree: Tree, frequency: Mapping[str, int]) -> Tree | None:
    """A short declarative as a headline: capitals, no full stop, the main verb without `meN-`."""
    root = next(index for index, node in enumerate(tree.nodes, 1) if node.head == 0)
    verb = tree.nodes[root - 1]
    if not 4 <= len(tree.nodes) <= 16 or verb.upos != "VERB" or any(node.form in MARKS for node in tree.nodes):
        return None
    if not any(node.deprel == "nsubj" and node.head == root for node in tree.nodes[: root - 1]):
        return None
    last = tree.nodes[-1]
    if last.upos != "PUNCT" or any(node.head == len(tree.nodes) for node in tree.nodes):
        return None
    inside = {index for first, end, _ in tree.tokens for index in range(first + 1, end + 1)}
    nodes = []
    for index, node in enumerate(tree.nodes[:-1], 1):
        form = (stem(node.form.lower(), frequency) or node.form) if index == root else node.form
        if node.upos not in LOWER_IN_TITLES and index not in inside:
            form = form[:1].upper() + form[1:]
        nodes.append(Node(form, node.lemma, node.upos, node.feats, node.head, node.deprel, node.spaced))
    tokens = [(first, end, "".join(node.form for node in nodes[first - 1 : end])) for first, end, _ in tree.tokens]
    return Tree(f"{tree.id}-head", nodes, tokens, tree.style)


def reporting_clause(tree: Tree) -> Tree | None:
    """What follows a quotation at the start of a sentence (`kata Budi di Jakarta.`), its head word left open.

    The first word of the result is the closing quotation mark.
    """
    if tree.nodes[0].form not in MARKS:
        return None
    closing = next((index for index, node in enumerate(tree.nodes[1:], 2) if node.form in MARKS), 0)
    if not closing or closing > len(tree.nodes) - 2:
        return None
    root = next(index for index, node in enumerate(tree.nodes, 1) if node.head == 0)
    tail = tree.nodes[closing:]
    if root > closing or any(0 < node.head <= closing and node.head != root for node in tail):
        return None
    clauses = [node for node in tail if node.head == root and node.upos != "PUNCT"]
    if len(clauses) != 1 or any(node.form in MARKS for node in tail) or tail[0].form == ",":
        return None
    part = _from(tree, closing)
    for old, node in zip(tree.nodes[closing - 1 :], part.nodes, strict=True):
        node.head = 0 if old.head == root or old is tree.nodes[closing - 1] else node.head
    return part


def quoted(clause: Tree, report: Tree) -> Tree:
    """An imperative in quotation marks before a reporting clause."""
    words = clause.nodes[:-1] if clause.nodes[-1].upos == "PUNCT" else clause.nodes
    mark = report.nodes[0].form
    opening = {"”": "“"}.get(mark, mark)
    root = 2
    nodes = [Node(opening, opening, "PUNCT", "", root, "punct", False)]
    nodes += [Node(n.form, n.lemma, n.upos, n.feats, n.head + 1 if n.head else 0, n.deprel, n.spaced) for n in words]
    nodes[-1].spaced = False
    nodes.append(Node(",", ",", "PUNCT", "", root, "punct", False))
    shift = len(nodes)
    nodes += [
        Node(n.form, n.lemma, n.upos, n.feats, n.head + shift if n.head else root, n.deprel, n.spaced)
        for n in report.nodes
    ]
    tokens = [(first + 1, last + 1, form) for first, last, form in clause.tokens if last <= len(words)]
    tokens += [(first + shift, last + shift, form) for first, last, form in report.tokens]
    return Tree(f"{clause.id}-quoted", nodes, tokens, clause.style)


def augmented(
    trees: Sequence[Tree], frequency: Mapping[str, int], *, imperatives: int, headlines: int, seed: int = 1
) -> list[Tree]:
    """At most `imperatives` imperatives, half of them quoted, and `headlines` headlines."""
    rng = random.Random(seed)  # noqa: S311 - a reproducible sample
    commands = _sample((imperative(tree, frequency) for tree in trees), imperatives, rng)
    titles = _sample((headline(tree, frequency) for tree in trees), headlines, rng)
    reports = [report for report in map(reporting_clause, trees) if report]
    if reports:
        commands = [
            quoted(command, rng.choice(reports)) if index % 2 else command for index, command in enumerate(commands)
        ]
    return commands + titles


def _sample(found: Iterable[Tree | None], size: int, rng: random.Random) -> list[Tree]:
    kept = [tree for tree in found if tree is not None and _sound(tree)]
    return rng.sample(kept, min(size, len(kept)))


def _sound(tree: Tree) -> bool:
    """One root, heads within the sentence, no cycle."""
    return sum(node.head == 0 for node in tree.nodes) == 1 and all(_reaches_root(tree, node) for node in tree.nodes)


def _reaches_root(tree: Tree, node: Node) -> bool:
    for _ in tree.nodes:
        if node.head == 0:
            return True
        if node.head > len(tree.nodes):
            return False
        node = tree.nodes[node.head - 1]
    return node.head == 0
