"""Weights in half precision: half the size on disk; loading copies them into single precision."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch

# what only training reads: paths of the machine that trained, optimizer, history
TRAINING = (
    "_gold",
    "_file",
    "_dir",
    "save_name",
    "save_each_name",
    "checkpoint_save_name",
    "continue_from",
    "wandb_name",
    "device",
)


def halve(source: Path, target: Path) -> None:
    """Copy a Stanza model or word vectors with every float tensor in half precision and no path of this machine."""
    state = torch.load(source, map_location="cpu", weights_only=True)
    kept = {key: _half(value) for key, value in state.items() if "optimizer" not in key and "scheduler" not in key}
    if "config" in kept:
        kept["config"] = {key: None if key.endswith(TRAINING) else value for key, value in kept["config"].items()}
    part = target.with_suffix(".part")
    torch.save(kept, part)
    part.replace(target)


def _half(value: Any) -> Any:
    if isinstance(value, torch.Tensor):
        return value.half() if value.dtype == torch.float32 else value
    if isinstance(value, dict):
        return type(value)((key, _half(item)) for key, item in value.items())
    return value
