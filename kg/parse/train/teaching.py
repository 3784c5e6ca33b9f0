"""The teacher's training: epochs of shuffled batches, gone on with where a run was killed."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import torch

from kg.parse.train.batches import Batch, Batches
from kg.parse.train.encoder import EOS
from kg.parse.train.teacher import Teacher, score
from kg.parse.train.treebanks import style
from kg.parse.train.trees import Tree


def train(
    teacher: Teacher,
    batches: Batches,
    material: Sequence[tuple[Tree, str]],
    held_out: dict[str, list[Tree]],
    checkpoint: Path,
    *,
    epochs: int,
    until: int | None = None,
    seed: int = 1,
    say: Callable[[str], None] = print,
) -> None:
    """Train for `epochs` on trees with their styles; carries on from `checkpoint` if it is there.

    Stops after epoch `until`, if that is given; the learning rate falls to zero over all `epochs` nevertheless.
    """
    rng = random.Random(seed)  # noqa: S311 - reproducible shuffling
    torch.manual_seed(seed)
    heads = [value for name, value in teacher.named_parameters() if not name.startswith("encoder.")]
    optimizer = torch.optim.AdamW(
        [{"params": teacher.encoder.parameters(), "lr": 2e-4}, {"params": heads, "lr": 2e-3}],
        betas=(0.9, 0.98),
        weight_decay=0.01,
    )
    per_epoch = sum(1 for _ in batches.group(material, random.Random(0)))  # noqa: S311
    total = per_epoch * epochs + epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / 200) * max(0.0, 1 - step / total)
    )
    start = 0
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        teacher.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        schedule.load_state_dict(saved["schedule"])
        start = saved["epoch"]
    for epoch in range(start, epochs if until is None else until):
        # seeded by epoch, so that a run that was killed goes on as it would have gone
        rng.seed(seed * 1000 + epoch)
        torch.manual_seed(seed * 1000 + epoch)
        teacher.train()
        began, losses = time.monotonic(), []
        for _, batch in batches.group(material, rng):
            noisy = _mask_pieces(batch, 0.08)
            with torch.autocast("cpu", torch.bfloat16):
                loss = teacher.loss(noisy)
            optimizer.zero_grad()
            torch.autograd.backward(loss)
            torch.nn.utils.clip_grad_norm_(teacher.parameters(), 2.0)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
        scores = {name: score(teacher, batches, trees, style(name)) for name, trees in held_out.items()}
        say(f"epoch {epoch + 1}/{epochs} loss {np.mean(losses):.3f} {time.monotonic() - began:.0f} s {scores}")
        part = checkpoint.with_suffix(".part")
        torch.save(
            {
                "model": teacher.state_dict(),
                "optimizer": optimizer.state_dict(),
                "schedule": schedule.state_dict(),
                "epoch": epoch + 1,
            },
            part,
        )
        part.replace(checkpoint)


def _mask_pieces(batch: Batch, rate: float) -> Batch:
    """The batch with some pieces unknown, so that no word is decided by itself alone."""
    hide = (torch.rand(batch.ids.shape) < rate) & (batch.ids > EOS)
    ids = batch.ids.masked_fill(hide, 250001)
    return Batch(ids, batch.first, batch.last, batch.mask, batch.styles, batch.upos, batch.heads, batch.labels)
