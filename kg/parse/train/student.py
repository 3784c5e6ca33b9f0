"""The student: Stanza's graph parser, trained on gold and silver trees together.

Model, vocabularies and batches are Stanza's; the loop is ours because Stanza's (1) scores all labels of all pairs of
words in every step, of which the loss reads one a word, (2) draws whole batches of gold or of silver, and (3) lowers
its learning rate by plateaus of the development score, which a run of fixed length does not need. Tags are those of
the teacher or the treebank with `TAG_NOISE` of them hidden, so that the parser does not lean on a tagger that is wrong
sometimes.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import torch
from stanza.models.common.doc import Document
from stanza.models.common.pretrain import Pretrain
from stanza.models.common.vocab import EMPTY_ID, UNK_ID, VOCAB_PREFIX_SIZE
from stanza.models.depparse.data import DataLoader, Dataset
from stanza.models.depparse.model import GraphParser
from stanza.models.depparse.trainer import GraphTrainer, unpack_batch
from stanza.models.parser import parse_args
from stanza.models.pos.vocab import MultiVocab
from torch.nn import functional

from kg.parse.arcs import best_tree, chosen_labels
from kg.parse.train.treebanks import universal
from kg.parse.train.trees import Tree

TAG_NOISE = 0.45
STYLE_NOISE = 0.07  # share of the sentences whose style is not told
BATCH_WORDS = 2000
RATE = 2e-3
SETTINGS = (
    "--no_ufeats --no_linearization --no_distance --hidden_dim 240 --num_layers 2 --char_hidden_dim 100 "
    "--char_emb_dim 50 --word_emb_dim 75 --transformed_dim 125 --deep_biaff_hidden_dim 140 --word_cutoff 7 "
    "--word_dropout 0.2 --dropout 0.33 --shorthand id_news --lang id --cpu"
)


def document(trees: Sequence[Tree]) -> Any:
    """The trees as Stanza's trainers read them."""
    return Document(
        [
            [
                {
                    "id": (index,), "text": node.form, "upos": node.upos, "feats": node.feats or None,
                    "xpos": tree.style or None, "lemma": node.lemma, "head": node.head, "deprel": node.deprel,
                }
                for index, node in enumerate(tree.nodes, 1)
            ]
            for tree in trees
        ]
    )  # fmt: skip


def loss(model: Any, batch: Any) -> torch.Tensor:
    """Mean over words of the losses of head and relation."""
    inputs, _, word_orig_idx, lengths, word_lengths, text = unpack_batch(batch, model.get_device())
    word_mask, upos, xpos, head, deprel = inputs[1], inputs[4], inputs[5], inputs[9], inputs[10]
    hidden = (torch.rand(upos.shape) < TAG_NOISE) & (upos >= VOCAB_PREFIX_SIZE)
    inputs[4] = upos.masked_fill(hidden, UNK_ID)
    untold = (torch.rand(len(xpos), 1) < STYLE_NOISE) & (xpos >= VOCAB_PREFIX_SIZE)
    inputs[5] = xpos.masked_fill(untold, EMPTY_ID)
    states = model.drop(model.embed(*inputs, word_orig_idx, lengths, word_lengths, text))
    arcs = model.unlabeled(states, states).squeeze(3)
    arcs = arcs.masked_fill(torch.eye(arcs.shape[1], dtype=torch.bool)[None], -1e4)
    arcs = arcs.masked_fill(word_mask[:, None, :], -1e4)[:, 1:]
    outside = word_mask[:, 1:]
    arc_loss = functional.cross_entropy(
        arcs.flatten(0, 1), head.masked_fill(outside, -1).flatten(), ignore_index=-1, reduction="sum"
    )
    labels = chosen_labels(model, states, functional.pad(head, (1, 0)))[:, 1:]
    target = (deprel - VOCAB_PREFIX_SIZE).masked_fill(outside, -1)
    label_loss = functional.cross_entropy(
        labels.flatten(0, 1), target.flatten(), ignore_index=-1, reduction="sum", label_smoothing=0.03
    )
    total: torch.Tensor = (arc_loss + label_loss) / (~outside).sum()
    return total


def batches(dataset: Any, repeats: Sequence[int], rng: random.Random) -> list[list[int]]:
    """One epoch: sentences of about one length, sentence i `repeats[i]` times, at most BATCH_WORDS words a batch."""
    order = [index for index, times in enumerate(repeats) for _ in range(times)]
    order.sort(key=lambda index: dataset.lengths[index] + rng.uniform(0, 3))
    groups: list[list[int]] = [[]]
    size = 0
    for index in order:
        if size + dataset.lengths[index] > BATCH_WORDS and groups[-1]:
            groups.append([])
            size = 0
        groups[-1].append(index)
        size += dataset.lengths[index]
    rng.shuffle(groups)
    return groups


def train(
    material: Sequence[tuple[Sequence[Tree], int]],
    held_out: dict[str, list[Tree]],
    vectors: Path,
    checkpoint: Path,
    out: Path,
    *,
    steps: int,
    start: Path | None = None,
    seed: int = 1,
    say: Callable[[str], None] = print,
) -> None:
    """Train for `steps`, each group as often an epoch as it says; carries on from `checkpoint` if it is there.

    With `start`, the weights of a parser trained before, training begins with those and at half the rate.
    """
    random.seed(seed)
    torch.manual_seed(seed)
    args = parse_args(SETTINGS.split())
    pretrain = Pretrain(str(vectors))
    pretrain.load()
    pretrain._emb = pretrain._emb.float()
    trees = [tree for group, _ in material for tree in group]
    # training sentences are shuffled in place when a Dataset is made: keep them, and their repeats, in order
    before = torch.load(start, map_location="cpu", weights_only=True) if start else None
    vocab = MultiVocab.load_state_dict(before["vocab"]) if before else None
    dataset = Dataset(document(trees), args, pretrain, vocab=vocab)
    repeats = _repeats(dataset, material)
    model = GraphParser(args, dataset.vocab, emb_matrix=pretrain.emb)
    if before:
        model.load_state_dict({name: value.float() for name, value in before["model"].items()}, strict=False)
    rate = RATE / 2 if before else RATE
    optimizer = torch.optim.Adam([p for p in model.parameters() if p.requires_grad], lr=rate, betas=(0.9, 0.95))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / 100) * max(0.0, 1 - step / steps)
    )
    step = epoch = 0
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(saved["model"], strict=False)
        optimizer.load_state_dict(saved["optimizer"])
        schedule.load_state_dict(saved["schedule"])
        step, epoch = saved["step"], saved["epoch"]
    trainer = GraphTrainer(args=args, vocab=dataset.vocab, pretrain=pretrain, model=model, build_optimizer=False)
    while step < steps:
        epoch += 1
        # seeded by epoch, so that a run that was killed goes on as it would have gone
        torch.manual_seed(seed * 1000 + epoch)
        began, losses = time.monotonic(), []
        for group in batches(dataset, repeats, random.Random(seed * 1000 + epoch)):  # noqa: S311
            if step >= steps:
                break
            model.train()
            value = loss(model, DataLoader.collate([dataset[index] for index in group]))
            optimizer.zero_grad()
            torch.autograd.backward(value)
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(value.item())
            step += 1
            if step % 20 == 0:
                say(f"step {step} loss {sum(losses[-20:]) / 20:.3f} {time.monotonic() - began:.0f} s")
        scores = {name: score(model, args, pretrain, dataset.vocab, held) for name, held in held_out.items()}
        say(f"epoch {epoch} step {step}/{steps} loss {sum(losses) / len(losses):.3f} {scores}")
        state = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict()}
        torch.save({**state, "step": step, "epoch": epoch}, checkpoint.with_suffix(".part"))
        checkpoint.with_suffix(".part").replace(checkpoint)
    # not before the last step: the recipe takes the file for the finished parser
    trainer.save(str(out.with_suffix(".part")))
    out.with_suffix(".part").replace(out)


def _repeats(dataset: Any, material: Sequence[tuple[Sequence[Tree], int]]) -> list[int]:
    """How often each sentence of the data set, which Stanza has shuffled, is to be seen in an epoch."""
    times: dict[tuple[str, ...], int] = {}
    for group, often in material:
        for tree in group:
            key = tuple(node.form for node in tree.nodes)
            times[key] = max(times.get(key, 0), often)
    return [times.get(tuple(record[9]), 1) for record in dataset.data]


@torch.inference_mode()
def score(model: Any, args: Any, pretrain: Any, vocab: Any, trees: Sequence[Tree]) -> dict[str, float]:
    """UAS and LAS (universal relations) in percent on gold tokens and tags."""
    model.eval()
    heads_right = labels_right = total = 0
    loader = DataLoader(document(trees), 3000, args, pretrain, vocab=vocab, evaluation=True, sort_during_eval=True)
    names = vocab["deprel"]
    for batch in loader:
        inputs, _, word_orig_idx, lengths, word_lengths, text = unpack_batch(batch, model.get_device())
        states = model.embed(*inputs, word_orig_idx, lengths, word_lengths, text)
        arcs = model.unlabeled(states, states).squeeze(3)
        arcs = arcs.masked_fill(torch.eye(arcs.shape[1], dtype=torch.bool)[None], -float("inf")).log_softmax(2).numpy()
        for row, length in enumerate(lengths):
            tree = best_tree(arcs[row, :length, :length])
            labels = chosen_labels(model, states[row : row + 1, :length], torch.tensor(tree)[None]).argmax(-1)[0]
            found = names.unmap([int(label) + VOCAB_PREFIX_SIZE for label in labels[1:]])
            gold_heads = inputs[9][row, : length - 1].tolist()
            gold = names.unmap(inputs[10][row, : length - 1].tolist())
            for head, relation, gold_head, gold_relation in zip(tree[1:], found, gold_heads, gold, strict=True):
                total += 1
                heads_right += head == gold_head
                labels_right += head == gold_head and universal(relation) == universal(gold_relation)
    return {"UAS": round(100 * heads_right / total, 2), "LAS": round(100 * labels_right / total, 2)}
