"""Throughput against a plain Stanza pipeline of the official architecture, called article by article.

Stanza's official Indonesian models cannot be assumed to be installed, and what they answer does not matter here:
models of their sizes with random weights take as long. Sizes are the defaults of Stanza's trainers, which the official
models are made with: a character language model of 1,024 units each way, a tagger of 2 x 200 and a parser of 3 x 400.
Tokenizer, expander and lemmatizer are the embedded ones on both sides.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.model import CleanText
from kg.parse import weights
from kg.parse.parser import Parser

SHORTHAND = ["--lang", "id", "--shorthand", "id_gsd", "--cpu"]


@dataclass(frozen=True, slots=True)
class Throughput:
    """Words a second of this parser and of the plain pipeline over the same articles with the same threads.

    `ours` and `plain` are by the clock, `ours_worked` and `plain_worked` by the processor, which other programs on the
    machine do not slow down.
    """

    articles: int
    words: int
    ours: float
    plain: float
    ours_worked: float
    plain_worked: float

    @property
    def ratio(self) -> float:
        return self.ours / self.plain

    def __str__(self) -> str:
        return (
            f"{self.articles} articles, {self.words} words: {self.ours:.0f} words/s, "
            f"plain official architecture {self.plain:.0f} words/s, ratio {self.ratio:.1f}; "
            f"by processor time {self.ours_worked:.0f} and {self.plain_worked:.0f}, "
            f"ratio {self.ours_worked / self.plain_worked:.1f}"
        )


def compare(texts: Sequence[CleanText], threads: int, plain_articles: int | None = None) -> Throughput:
    """Time both over the texts; the plain pipeline over the first `plain_articles` of them only, if that is given."""
    parser = Parser(threads=threads)
    list(parser.parse(texts[:1]))  # loading is not timed
    words, *ours = _timed(lambda: sum(len(one.words) for document in parser.parse(texts) for one in document.sentences))
    with tempfile.TemporaryDirectory() as folder:
        pipeline = official_architecture(Path(folder), threads)
        pipeline(texts[0].text)
        _, *plain = _timed(lambda: sum(pipeline(clean.text).num_words for clean in texts[:plain_articles]))
    return Throughput(len(texts), words, ours[0], plain[0], ours[1], plain[1])


def _timed(count: Callable[[], int]) -> tuple[int, float, float]:
    """How many words there are, and how many that is a second by the clock and by the processor."""
    began, worked = time.perf_counter(), time.process_time()
    words = count()
    return words, words / (time.perf_counter() - began), words / (time.process_time() - worked)


def official_architecture(folder: Path, threads: int) -> Any:
    """A Stanza pipeline with the official sizes, tagger and parser and their character models with random weights."""
    from stanza.models import parser as parser_options
    from stanza.models import tagger as tagger_options
    from stanza.models.common.pretrain import Pretrain
    from stanza.models.depparse.trainer import GraphTrainer
    from stanza.models.pos.trainer import Trainer

    embedded = weights.load(weights.find("embedded"), threads)
    tagger_vocab = embedded.processors["pos"].vocab
    parser_vocab = embedded.processors["depparse"].vocab
    charlm = [
        *("--charlm", "--charlm_forward_file", str(_charlm(folder / "forward.pt", parser_vocab["char"], True))),
        *("--charlm_backward_file", str(_charlm(folder / "backward.pt", parser_vocab["char"], False))),
    ]
    pretrain = Pretrain(str(weights.EMBEDDED / f"{weights.VECTORS}.pt"))
    pretrain.load()
    pretrain._emb = pretrain._emb.float()
    args = tagger_options.parse_args([*SHORTHAND, *charlm])
    Trainer(args=args, vocab=tagger_vocab, pretrain=pretrain, device="cpu").save(str(folder / "pos.pt"))
    args = parser_options.parse_args([*SHORTHAND, *charlm])
    GraphTrainer(args=args, vocab=parser_vocab, pretrain=pretrain, device="cpu").save(str(folder / "depparse.pt"))
    return weights.load(
        weights.find("embedded"),
        threads,
        pos_model_path=str(folder / "pos.pt"),
        depparse_model_path=str(folder / "depparse.pt"),
        **{
            f"{stage}_{way}_charlm_path": str(folder / f"{way}.pt")
            for stage in ("pos", "depparse")
            for way in ("forward", "backward")
        },
    )


def _charlm(path: Path, vocab: Any, forward: bool) -> Path:
    from stanza.models import charlm
    from stanza.models.common.char_model import CharacterLanguageModel

    args = charlm.parse_args(["--cpu", "--direction", "forward" if forward else "backward"])
    CharacterLanguageModel(args, {"char": vocab}, is_forward_lm=forward).save(str(path))
    return path
