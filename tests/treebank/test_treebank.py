"""The treebank of orders is well-formed Universal Dependencies, and its two parts share no sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

HERE = Path(__file__).parent
UPOS = set(re.findall(r"\w+", "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X"))
RELATIONS = set(
    re.findall(
        r"\S+",
        "root nsubj nsubj:pass csubj obj iobj obl obl:agent obl:tmod nmod nmod:poss nmod:tmod nmod:lmod appos amod "
        "nummod det advmod advmod:emph acl acl:relcl advcl ccomp xcomp conj cc parataxis flat:name fixed discourse "
        "vocative aux cop mark case case:adv punct",
    )
)
LEAVES = {"punct", "case", "mark", "cc", "aux", "cop", "det", "advmod:emph"}
"""Relations of function words, which take no content word (https://universaldependencies.org/u/overview/syntax.html)."""


@dataclass(frozen=True)
class Token:
    """One line of CoNLL-U that is a word."""

    number: int
    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str
    space: bool


@dataclass(frozen=True)
class Tree:
    """One sentence: its words, and for each multi-word token its range and form."""

    name: str
    text: str
    words: tuple[Token, ...]
    multi: tuple[tuple[int, int, str, bool], ...]

    def __str__(self) -> str:
        return self.name


def read(path: Path) -> Iterator[Tree]:
    """The sentences of a CoNLL-U file (https://universaldependencies.org/format.html)."""
    for block in path.read_text("utf-8").rstrip("\n").split("\n\n"):
        lines = block.split("\n")
        comments = dict(line[2:].split(" = ", 1) for line in lines if line.startswith("# "))
        words, multi = [], []
        for columns in (line.split("\t") for line in lines if not line.startswith("#")):
            number, form, lemma, upos, _, feats, head, deprel, _, misc = columns
            if "-" in number:
                first, last = number.split("-")
                multi.append((int(first), int(last), form, misc != "SpaceAfter=No"))
            else:
                words.append(Token(int(number), form, lemma, upos, feats, int(head), deprel, misc != "SpaceAfter=No"))
        yield Tree(comments["sent_id"], comments["text"], tuple(words), tuple(multi))


TRAIN = tuple(read(HERE / "orders-train.conllu"))
TEST = tuple(read(HERE / "orders-test.conllu"))


def test_sizes() -> None:
    assert len(TRAIN) >= 200
    assert len(TEST) >= 100
    assert len({tree.text for tree in TRAIN + TEST}) == len(TRAIN) + len(TEST), "a sentence occurs twice"
    assert len({tree.name for tree in TRAIN + TEST}) == len(TRAIN) + len(TEST)


@pytest.mark.parametrize("tree", TRAIN + TEST, ids=str)
def test_tree(tree: Tree) -> None:
    assert [word.number for word in tree.words] == list(range(1, len(tree.words) + 1))
    roots = [word for word in tree.words if word.head == 0]
    assert [word.deprel for word in roots] == ["root"]
    for word in tree.words:
        assert word.upos in UPOS
        assert word.deprel in RELATIONS, word
        assert word.lemma
        assert word.lemma != "_"
        assert (word.upos == "PUNCT") == (word.deprel == "punct"), word
        assert (word.deprel == "root") == (word.head == 0), word
        seen = {word.number}
        while word.head:
            word = tree.words[word.head - 1]
            assert word.number not in seen, "a cycle"
            seen.add(word.number)


@pytest.mark.parametrize("tree", TRAIN + TEST, ids=str)
def test_function_words_are_leaves_and_subjects_single(tree: Tree) -> None:
    for word in tree.words:
        below = Counter(child.deprel for child in tree.words if child.head == word.number)
        if word.deprel in LEAVES:
            assert set(below) <= {"punct", "fixed", "advmod:emph", "conj", "cc"}, (word, below)
        if word.deprel == "flat:name":
            assert set(below) <= {"punct"}, (word, below)
        assert below["nsubj"] + below["nsubj:pass"] + below["csubj"] <= 1, word
        assert below["obj"] <= 1, word


@pytest.mark.parametrize("tree", TRAIN + TEST, ids=str)
def test_voice_agrees_with_subject(tree: Tree) -> None:
    for word in tree.words:
        head = tree.words[word.head - 1]
        if word.deprel == "nsubj:pass":
            assert "Voice=Pass" in head.feats, (word, head)
        if word.deprel == "nsubj":
            assert "Voice=Pass" not in head.feats, (word, head)
        if word.deprel == "obl:agent":
            assert "Voice=Pass" in head.feats, (word, head)


@pytest.mark.parametrize("tree", TRAIN + TEST, ids=str)
def test_words_make_up_the_text(tree: Tree) -> None:
    inside = {number: (first, last) for first, last, _, _ in tree.multi for number in range(first, last + 1)}
    forms = {first: (form, space) for first, _, form, space in tree.multi}
    text = ""
    for word in tree.words:
        first = inside.get(word.number, (word.number, word.number))[0]
        if word.number != first:
            continue
        form, space = forms.get(word.number, (word.form, word.space))
        text += form + (" " if space else "")
    assert text.rstrip() == tree.text
    for first, last, form, _ in tree.multi:
        assert "".join(word.form for word in tree.words[first - 1 : last]) == form


def test_projective() -> None:
    """No two arcs cross, but for the few that Indonesian word order makes cross."""
    crossing = 0
    for tree in TRAIN + TEST:
        arcs = [tuple(sorted((word.number, word.head))) for word in tree.words if word.head]
        crossing += any(a < c < b < d for a, b in arcs for c, d in arcs)
    assert crossing <= 3
