"""The tagger: Stanza's model, data and update step, with a learning rate that falls to zero."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path

import torch

from kg.parse import styles
from kg.parse.train.student import document
from kg.parse.train.trees import Node, Tree

UNTOLD = 0.05  # share of the sentences without the mark of their style
RATIOS = [2.0, 1.0]  # how often an epoch goes through gold and annotated trees
CARRIED_ON = {"lr": 0.0015, "dropout": 0.33, "word_dropout": 0.15}
RATIOS_CARRIED_ON = [4.0, 1.0]
SETTINGS = (
    "--lang id --shorthand id_news --cpu --hidden_dim 150 --num_layers 2 --char_hidden_dim 100 --char_emb_dim 50 "
    "--word_emb_dim 75 --transformed_dim 125 --deep_biaff_hidden_dim 150 --composite_deep_biaff_hidden_dim 50 "
    "--share_hid --batch_size 90 --word_cutoff 5 --word_dropout 0.2 --dropout 0.4 --lr 0.003"
)


def train(
    gold: Sequence[Tree],
    annotated: Sequence[Tree],
    vectors: Path,
    out: Path,
    *,
    steps: int,
    start: Path | None = None,
    seed: int = 1,
    say: Callable[[str], None] = print,
) -> None:
    """Train on gold tags and features, and on the tags of annotated trees, whose features are not read.

    With `start`, the weights of a tagger trained before, training begins with those, at half the rate, with less noise
    and with more of the gold trees.
    """
    from stanza.models import tagger
    from stanza.models.common.pretrain import Pretrain
    from stanza.models.pos.data import Dataset, ShuffledDataset
    from stanza.models.pos.trainer import Trainer
    from stanza.models.pos.vocab import MultiVocab

    random.seed(seed)
    torch.manual_seed(seed)
    args = tagger.parse_args(SETTINGS.split()) | (CARRIED_ON if start else {})
    pretrain = Pretrain(str(vectors))
    pretrain.load()
    pretrain._emb = pretrain._emb.float()
    before = torch.load(start, map_location="cpu", weights_only=True) if start else None
    columns = tagger.tag_columns_from_args(args)
    rng = random.Random(seed)  # noqa: S311 - which sentences have no mark, reproducibly
    documents = [
        document([marked(tree, rng) for tree in gold]),
        document([marked(_without_features(tree), rng) for tree in annotated]),
    ]
    vocab = MultiVocab.load_state_dict(before["vocab"]) if before else Dataset.init_vocab(documents, args, columns)
    data = [Dataset(part, args, pretrain, vocab=vocab, evaluation=False, tag_columns=columns) for part in documents]
    for column in columns:
        # no treebank has XPOS here: the model learns to leave it blank
        if not any(part.has_tags[column.name] for part in data):
            for part in data:
                part.has_tags[column.name] = True
    batches = ShuffledDataset(data, args["batch_size"], ratios=RATIOS_CARRIED_ON if before else RATIOS)
    trainer = Trainer(args=args, vocab=vocab, pretrain=pretrain, device="cpu")
    if before:
        trainer.model.load_state_dict({name: value.float() for name, value in before["model"].items()}, strict=False)
    for name, optimizer in trainer.optimizers.items():
        trainer.schedulers[f"{name}_decay"] = torch.optim.lr_scheduler.LambdaLR(
            optimizer, lambda step: min(1.0, (step + 1) / 50) * max(0.0, 1 - step / steps)
        )
    step, losses = 0, []
    while step < steps:
        for batch in batches:
            losses.append(float(trainer.update(batch)))
            step += 1
            if step % 50 == 0:
                say(f"tagger step {step}/{steps} loss {sum(losses[-50:]) / 50:.3f}")
            if step >= steps:
                break
    part = out.with_suffix(".part")
    trainer.save(str(part))
    part.replace(out)


def marked(tree: Tree, rng: random.Random) -> Tree:
    """The tree's words for the tagger: before them, mostly, the mark of its style; XPOS is not to be learnt."""
    told = [Node(styles.mark(tree.style), "_", "X", "", 0, "dep")] if tree.style and rng.random() > UNTOLD else []
    return Tree(tree.id, [*told, *tree.nodes])


def _without_features(tree: Tree) -> Tree:
    for node in tree.nodes:
        node.feats = ""
    return tree
