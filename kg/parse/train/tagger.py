"""The tagger: Stanza's model, data and update step, with a learning rate that falls to zero."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path

import torch

from kg.parse.train.trees import Tree, write

SETTINGS = (
    "--lang id --shorthand id_news --cpu --hidden_dim 150 --num_layers 2 --char_hidden_dim 100 --char_emb_dim 50 "
    "--word_emb_dim 75 --transformed_dim 125 --deep_biaff_hidden_dim 150 --composite_deep_biaff_hidden_dim 50 "
    "--share_hid --batch_size 90 --word_cutoff 5 --word_dropout 0.2 --dropout 0.4 --lr 0.003"
)


def train(
    gold: Sequence[Tree],
    annotated: Sequence[Tree],
    vectors: Path,
    work: Path,
    out: Path,
    *,
    steps: int,
    seed: int = 1,
    say: Callable[[str], None] = print,
) -> None:
    """Train on gold tags and features, and on the tags of annotated trees, whose features are not read."""
    from stanza.models import tagger
    from stanza.models.common.pretrain import Pretrain
    from stanza.models.pos.trainer import Trainer

    random.seed(seed)
    torch.manual_seed(seed)
    files = work / "pos.gold.conllu", work / "pos.silver.conllu"
    write(files[0], gold)
    write(files[1], [_without_features(tree) for tree in annotated])
    args = tagger.parse_args([*SETTINGS.split(), "--train_file", f"{files[0]};{files[1]}", "--train_ratios", "2;1"])
    pretrain = Pretrain(str(vectors))
    pretrain.load()
    pretrain._emb = pretrain._emb.float()
    vocab, _, batches = tagger.load_training_data(args, pretrain)
    trainer = Trainer(args=args, vocab=vocab, pretrain=pretrain, device="cpu")
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


def _without_features(tree: Tree) -> Tree:
    for node in tree.nodes:
        node.feats = ""
    return tree
