"""The weights: where they are, what identifies them, and a Stanza pipeline made from them without any network."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.collector import paused
from kg.errors import ModelError

EMBEDDED = Path(__file__).parent / "weights"
STAGES = ("tokenize", "mwt", "pos", "lemma", "depparse")
VECTORS = "pretrain"
WHOLE = "whole.json"
NEED_VECTORS = frozenset({"pos", "depparse"})
LANGUAGE = "id"
HOW_TO_INSTALL = f"install them with: python -c \"import stanza; stanza.download('{LANGUAGE}')\""


@dataclass(frozen=True, slots=True)
class Weights:
    """A folder with a `.pt` file for each stage and the word vectors they share, or a folder of Stanza's resources."""

    folder: Path
    official: bool = False

    @property
    def files(self) -> tuple[Path, ...]:
        if self.official:
            return tuple(sorted((self.folder / LANGUAGE).rglob("*.pt")))
        whole = self.folder / WHOLE
        return (*(self.folder / f"{name}.pt" for name in (*STAGES, VECTORS)), *([whole] if whole.is_file() else []))

    def whole(self) -> dict[str, frozenset[str]]:
        """Words that end like one with an enclitic and have none, in lower case, by style; raises ModelError."""
        path = self.folder / WHOLE
        if self.official or not path.is_file():
            return {}
        try:
            return {style: frozenset(words) for style, words in json.loads(path.read_text(encoding="utf-8")).items()}
        except (ValueError, TypeError, AttributeError) as error:
            raise ModelError(f"{path} is not a table of words by style") from error

    def check(self, stages: Sequence[str] = STAGES) -> None:
        """Raise ModelError if a file that the stages need is missing."""
        if self.official:
            if not self.files or not (self.folder / "resources.json").is_file():
                raise ModelError(f"Stanza's own models are not in {self.folder}; {HOW_TO_INSTALL}")
            return
        needed = (*stages, VECTORS) if set(stages) & NEED_VECTORS else tuple(stages)
        missing = [f"{name}.pt" for name in needed if not (self.folder / f"{name}.pt").is_file()]
        if missing:
            raise ModelError(f"{self.folder} lacks the weights {', '.join(missing)}")

    @property
    def sha256(self) -> str:
        """One SHA-256 over all weights, in hexadecimal."""
        digest = hashlib.sha256()
        for path in self.files:
            with path.open("rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
        return digest.hexdigest()


def find(models: str) -> Weights:
    """The weights that `models` names: "embedded", "official" (Stanza's own, where Stanza keeps them) or a folder.

    Raises ModelError if they are not there, and says how to install them.
    """
    if models == "official":
        home = os.environ.get("STANZA_RESOURCES_DIR") or Path.home() / "stanza_resources"
        weights = Weights(Path(home), official=True)
    else:
        weights = Weights(EMBEDDED if models == "embedded" else Path(models))
    try:
        weights.check()
    except OSError as error:  # a name that no file system takes
        raise ModelError(f"{models:.80}: {error.strerror}") from error
    return weights


def load(weights: Weights, threads: int | None = None, stages: Sequence[str] = STAGES, **options: Any) -> Any:
    """A `stanza.Pipeline` of the weights, on the CPU, in single precision; raises ModelError if it cannot be loaded.

    Files may hold half precision: every tensor is copied into single precision parameters. Nothing is ever fetched, and
    nothing in a file is run: torch reads tensors and plain values alone (`weights_only`).
    """
    weights.check(stages)
    with paused():  # what is imported and loaded stays
        return _loaded(weights, threads, stages, options)


def _loaded(weights: Weights, threads: int | None, stages: Sequence[str], options: dict[str, Any]) -> Any:
    import stanza
    import torch
    from stanza.models.common.foundation_cache import FoundationCache

    if threads is not None:
        torch.set_num_threads(threads)
    folder = weights.folder
    cache = FoundationCache(local_files_only=True)
    try:
        if not weights.official:
            options = _paths(folder, stages) | options
            if set(stages) & NEED_VECTORS:
                # the one tensor that Stanza uses as it is stored instead of copying it into a parameter
                pretrain = cache.load_pretrain(str(folder / f"{VECTORS}.pt"))
                pretrain.load()
                pretrain._emb = pretrain._emb.float()
        with _untrained():
            return stanza.Pipeline(
                LANGUAGE,
                dir=str(folder),
                download_method=None,
                allow_unknown_language=True,
                processors=",".join(stages),
                use_gpu=False,
                logging_level="ERROR",
                foundation_cache=cache,
                **options,
            )
    except Exception as error:  # what a damaged file makes of torch's and Stanza's readers is any kind of error
        raise ModelError(f"cannot load the weights in {folder}: {_brief(error)}") from error


@contextmanager
def _untrained() -> Iterator[None]:
    """Stanza makes no optimizers meanwhile: it makes them for models that are only read, too.

    The first optimizer of a process makes torch import its compiler, which takes longer than to load all weights.
    """
    from stanza.models.common import utils

    instead: dict[str, Callable[..., object]] = {
        "get_optimizer": lambda *_, **__: None,
        "get_split_optimizer": lambda *_, **__: {},
    }
    theirs = {name: getattr(utils, name) for name in instead}
    vars(utils).update(instead)
    try:
        yield
    finally:
        vars(utils).update(theirs)


def _brief(error: Exception) -> str:
    """The first line of what went wrong, without torch's advice to trust the file."""
    return (str(error).strip() or type(error).__name__).splitlines()[0].partition(" (1) In PyTorch")[0][:300]


def _paths(folder: Path, stages: Sequence[str]) -> dict[str, str]:
    vectors = str(folder / f"{VECTORS}.pt")
    paths = {f"{stage}_model_path": str(folder / f"{stage}.pt") for stage in stages}
    return paths | {f"{stage}_pretrain_path": vectors for stage in stages if stage in NEED_VECTORS}
