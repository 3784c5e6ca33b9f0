"""The small stages: tokenizer, multi-word expander and lemmatizer, by Stanza's own trainers on the gold treebanks.

Each function writes the trainer's input files into a working folder and runs the trainer in a process of its own; the
weights appear whole or not at all, so that a run that was killed can be started again.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.parse.train.trees import Tree, write

SHORTHAND = "id_news"


def tokenizer(train: Sequence[Tree], dev: Sequence[Tree], work: Path, out: Path, *, steps: int) -> None:
    """Train Stanza's tokenizer on the surface of the trees, in paragraphs of one to eight sentences."""
    for name, trees in (("train", train), ("dev", dev)):
        text, labels = labelled(trees, seed=1)
        (work / f"tok.{name}.txt").write_text(text, encoding="utf-8")
        (work / f"tok.{name}.labels").write_text(labels, encoding="utf-8")
    write(work / "tok.dev.conllu", dev)
    pieces = Counter(
        (form, tuple(node.form for node in tree.nodes[first - 1 : last]))
        for tree in [*train, *dev]
        for first, last, form in tree.tokens
    )
    (work / "tok.mwt.json").write_text(json.dumps([[[form, words], count] for (form, words), count in pieces.items()]))
    run(
        "tokenizer",
        out,
        f"--lang id --txt_file {work}/tok.train.txt "
        f"--label_file {work}/tok.train.labels --dev_txt_file {work}/tok.dev.txt "
        f"--dev_label_file {work}/tok.dev.labels --dev_conll_gold {work}/tok.dev.conllu "
        f"--mwt_json_file {work}/tok.mwt.json --steps {steps} --eval_steps 250 --max_steps_before_stop {steps} "
        f"--max_seqlen 200",
    )


def labelled(trees: Sequence[Tree], seed: int) -> tuple[str, str]:
    """The text of the trees and a label for each character of it, as Stanza's tokenizer is trained.

    0 goes on, 1 ends a token, 2 a sentence, 3 a multi-word token, 4 a sentence with one; paragraphs are parted by a
    blank line.
    """
    rng = random.Random(seed)  # noqa: S311 - reproducible paragraphs
    text: list[str] = []
    labels: list[str] = []
    left = 0
    for tree in trees:
        if left == 0 and text:
            text.append("\n\n")
            labels.append("\n\n")
        elif text:
            text.append(" ")
            labels.append("0")
        left = left - 1 if left else rng.randrange(8)
        tokens = list(surface(tree))
        for number, (form, spaced, several) in enumerate(tokens):
            last = number == len(tokens) - 1
            text.append(form)
            labels.append("0" * (len(form) - 1) + str(1 + last + 2 * several))
            if spaced and not last:
                text.append(" ")
                labels.append("0")
    return "".join(text) + "\n", "".join(labels) + "\n"


def surface(tree: Tree) -> Iterable[tuple[str, bool, bool]]:
    """The tokens of a tree: form, whether a space follows, whether it is several words."""
    ranges = {first: (last, form) for first, last, form in tree.tokens}
    position = 1
    while position <= len(tree.nodes):
        last, form = ranges.get(position, (position, tree.nodes[position - 1].form))
        yield form, tree.nodes[last - 1].spaced, position in ranges
        position = last + 1


def expander(train: Sequence[Tree], dev: Sequence[Tree], work: Path, out: Path) -> None:
    """Train Stanza's multi-word expander on tokens whose words spell them exactly."""
    for name, trees in (("train", train), ("dev", dev)):
        exact = [tree for tree in trees if all(spelt(tree, *token) for token in tree.tokens)]
        write(work / f"mwt.{name}.conllu", exact)
    run(
        "mwt_expander",
        out,
        f"--lang id --train_file {work}/mwt.train.conllu "
        f"--eval_file {work}/mwt.dev.conllu --gold_file {work}/mwt.dev.conllu "
        f"--num_epoch 15 --force_exact_pieces --data_dir {work}",
    )


def spelt(tree: Tree, first: int, last: int, form: str) -> bool:
    return "".join(node.form for node in tree.nodes[first - 1 : last]) == form


def lemmatizer(train: Sequence[Tree], dev: Sequence[Tree], work: Path, out: Path) -> None:
    """Train Stanza's lemmatizer, without a character model."""
    write(work / "lemma.train.conllu", train)
    write(work / "lemma.dev.conllu", dev)
    run(
        "lemmatizer",
        out,
        f"--train_file {work}/lemma.train.conllu --eval_file {work}/lemma.dev.conllu --output_file {work}/lemma.out "
        f"--num_epoch 6 --hidden_dim 100 --data_dir {work}",
    )


def run(module: str, out: Path, arguments: str) -> None:
    """Run one of Stanza's trainers; raises CalledProcessError if it fails."""
    part = out.with_name(f"{out.stem}.part.pt")
    command = [sys.executable, "-m", f"stanza.models.{module}", "--mode", "train", "--cpu"]
    command += ["--shorthand", SHORTHAND, "--seed", "1", "--save_dir", str(part.parent), "--save_name", part.name]
    subprocess.run([*command, *arguments.split()], check=True)  # noqa: S603 - our own arguments
    part.replace(out)
