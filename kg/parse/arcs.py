"""Heads and relations: Stanza's graph parser with the work left out that cannot change its answer.

Stanza scores every label of every pair of words and searches every sentence for its best spanning tree in Python. Here

* the search (Chu-Liu-Edmonds) runs only where the best head of every word does not already give a tree with one root:
  where it does, no tree can score higher;
* labels are scored for the chosen arcs; all labels of all arcs are scored only where Stanza's repair of double subjects
  and objects (`resolve_head_constraint_violations`) has something to repair.

The answer is Stanza's own (`tests/parse` compares them).
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from stanza.models.common.chuliu_edmonds import chuliu_edmonds_one_root
from stanza.models.common.utils import unsort
from stanza.models.common.vocab import VOCAB_PREFIX_SIZE
from stanza.models.depparse.data import DataLoader
from stanza.models.depparse.head_constraints import (
    find_head_constraint_violations,
    resolve_head_constraint_violations,
)
from stanza.models.depparse.trainer import unpack_batch
from torch.nn import functional

SEPARATE = 150  # a sentence with more words than this is a batch of its own, as in Stanza


def annotate(processor: Any, document: Any) -> float:
    """Set `head` and `deprel` of every word of a tagged and lemmatized Stanza document.

    Returns the log probability that the model gives to the heads and relations, before any repair.
    """
    loader = DataLoader(
        document,
        processor.config["batch_size"],
        processor.config,
        processor.pretrain,
        vocab=processor.vocab,
        evaluation=True,
        sort_during_eval=True,
        min_length_to_batch_separately=SEPARATE,
    )
    repair = bool(processor.config.get("resolve_head_constraints", True))
    found: list[tuple[list[int], list[str]]] = []
    likelihood = 0.0
    for batch in loader:
        parsed, likely = _parse(processor.trainer, batch, repair)
        found += parsed
        likelihood += likely
    for sentence, (heads, relations) in zip(document.sentences, unsort(found, loader.data_orig_idx), strict=True):
        for word, head, relation in zip(sentence.words, heads, relations, strict=True):
            word.head, word.deprel = int(head), relation
    return likelihood


def can_parse(processor: Any) -> bool:
    """Whether the model is of the kind whose scores are taken apart here; others go through Stanza's own processor."""
    model = processor.trainer.model
    return type(model).__name__ == "GraphParser" and not model.args.get("use_arc_embedding")


def _parse(trainer: Any, batch: Any, repair: bool) -> tuple[list[tuple[list[int], list[str]]], float]:
    model = trainer.model
    model.eval()
    inputs, orig_idx, word_orig_idx, lengths, word_lengths, text = unpack_batch(batch, model.get_device())
    states = model.embed(*inputs, word_orig_idx, lengths, word_lengths, text)
    arcs = functional.log_softmax(arc_scores(model, states), 2).numpy()
    trees = [best_tree(arcs[row, :length, :length]) for row, length in enumerate(lengths)]
    heads = torch.zeros(states.shape[:2], dtype=torch.long)
    for row, tree in enumerate(trees):
        heads[row, : len(tree)] = torch.from_numpy(np.asarray(tree, dtype=np.int64))
    label_scores = chosen_labels(model, states, heads)
    labels = label_scores.argmax(-1).numpy()
    likely = functional.log_softmax(label_scores, 2).amax(2).numpy()
    vocabulary = model.vocab["deprel"]
    results = []
    likelihood = 0.0
    for row, tree in enumerate(trees):
        likelihood += float(arcs[row, range(1, len(tree)), tree[1:]].sum() + likely[row, 1 : len(tree)].sum())
        relations = vocabulary.unmap([label + VOCAB_PREFIX_SIZE for label in labels[row, 1 : len(tree)]])
        if repair and find_head_constraint_violations(tree, relations):
            sentence = states[row : row + 1, : len(tree)]
            every = functional.log_softmax(model.deprel(sentence, sentence), 3)[0].numpy()
            tree, repaired = resolve_head_constraint_violations(
                arcs[row, : len(tree), : len(tree)], every, tree, vocabulary
            )
            relations = vocabulary.unmap([label + VOCAB_PREFIX_SIZE for label in repaired])
        results.append((list(tree[1:]), relations))
    return unsort(results, orig_idx), likelihood


def arc_scores(model: Any, states: torch.Tensor) -> torch.Tensor:
    """Scores of all arcs, sentences x dependents x heads, as `GraphParser.forward_scores` computes them."""
    scores: torch.Tensor = model.unlabeled(states, states).squeeze(3)
    places = torch.arange(states.shape[1])
    offset = (places[None, :] - places[:, None]).expand(len(states), -1, -1)
    if model.args["linearization"]:
        order = model.linearization(states, states).squeeze(3)
        scores += functional.logsigmoid(order * torch.sign(offset).float())
    if model.args["distance"]:
        expected = 1 + functional.softplus(model.distance(states, states).squeeze(3))
        scores += -torch.log((torch.abs(offset).float() - expected) ** 2 / 2 + 1)
    return scores.masked_fill_(torch.eye(states.shape[1], dtype=torch.bool)[None], -float("inf"))


def chosen_labels(model: Any, states: torch.Tensor, heads: torch.Tensor) -> torch.Tensor:
    """Scores of all labels of one arc a word, sentences x words x labels."""
    scorer = model.deprel
    one = states.new_ones(*states.shape[:2], 1)
    dependent = torch.cat([scorer.hidden_func(scorer.W1(states)), one], 2)
    head = torch.cat([scorer.hidden_func(scorer.W2(states)), one], 2)
    chosen = head.gather(1, heads[:, :, None].expand(-1, -1, head.shape[2]))
    bilinear = scorer.scorer.W_bilin
    sides = torch.einsum("nli,ijo->nljo", dependent, bilinear.weight)
    scores: torch.Tensor = torch.einsum("nljo,nlj->nlo", sides, chosen) + bilinear.bias
    return scores


def best_tree(scores: npt.NDArray[np.float32]) -> npt.NDArray[np.int64]:
    """The head of each word (the root, 0, is its own) in the best tree of one root; `scores` are dependents x heads."""
    heads: npt.NDArray[np.int64] = scores.argmax(axis=1)
    heads[0] = 0
    if is_tree(heads):
        return heads
    searched: npt.NDArray[np.int64] = chuliu_edmonds_one_root(scores)
    return searched


def is_tree(heads: npt.NDArray[np.int64]) -> bool:
    """Whether every word reaches the root and exactly one hangs from it."""
    if (heads[1:] == 0).sum() != 1:
        return False
    reached = heads
    # following heads twice as far each time, every word is at the root after log2(n) steps if there is no cycle
    for _ in range(len(heads).bit_length()):
        reached = reached[reached]
    return not reached.any()
