"""The parser: cleaned texts in, documents out, many articles at a time."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from kg.collector import paused
from kg.model import CleanText, Document
from kg.parse.boundaries import mend
from kg.parse.cache import ParseCache
from kg.parse.rows import ParsedText, Row, document
from kg.parse.styles import AUTO, NEWS
from kg.parse.tokens import TokenSentence
from kg.parse.weights import Weights, find, load

if TYPE_CHECKING:
    from kg.parse.analyse import Analyser

# Raise it whenever the code changes what is parsed from the same text with the same weights: it parts the caches.
VERSION = "4"
# Characters of text parsed together: enough to fill batches with sentences of one length, few enough for memory.
BATCH_CHARACTERS = 200_000


class Parser:
    """Stanza's Indonesian pipeline over batches of articles.

    `models` is "embedded", "official" (Stanza's own, where they are installed) or a folder of weights; `cache` a
    folder that keeps parses by text and weights; `threads` how many cores torch may use, all if None. `abbreviations`
    are words whose full stop ends no sentence (word class `leading-abbreviation`). With `whole_quotations` a
    quotation stays in one sentence with its cue, as in the treebanks. `style` is whose conventions the trees follow
    (`kg.parse.styles`), where the weights tell styles apart: AUTO chooses one for each text. `when_loaded` is
    called once, when the first parse has loaded the models. Raises ModelError.
    """

    def __init__(
        self,
        models: str = "embedded",
        cache: Path | None = None,
        threads: int | None = None,
        abbreviations: Iterable[str] = (),
        *,
        whole_quotations: bool = False,
        style: str = NEWS,
    ) -> None:
        self._weights: Weights = find(models)
        self._abbreviations = frozenset(word.lower() for word in abbreviations)
        self._whole_quotations = whole_quotations
        self._threads = threads
        self._style = style
        told = [] if style == NEWS else [style]
        known = "\n".join([VERSION, self._weights.sha256, str(whole_quotations), *told, *sorted(self._abbreviations)])
        self.model_hash = hashlib.sha256(known.encode()).hexdigest()
        self._cache = ParseCache(cache, self.model_hash)
        self._analyser: Analyser | None = None
        self.when_loaded: Callable[[], None] = lambda: None

    def parse(self, texts: Iterable[CleanText], progress: Callable[[int], None] | None = None) -> Iterator[Document]:
        """The documents of the texts, in their order; `progress` is told how many articles have just been done."""
        batch: list[CleanText] = []
        size = 0
        for clean in texts:
            batch.append(clean)
            size += len(clean.text)
            if size >= BATCH_CHARACTERS:
                yield from self._documents(batch, progress)
                batch, size = [], 0
        yield from self._documents(batch, progress)

    def _documents(self, batch: Sequence[CleanText], progress: Callable[[int], None] | None) -> Iterator[Document]:
        for clean, parsed in zip(batch, self.parse_texts([clean.text for clean in batch]), strict=True):
            if progress is not None:
                progress(1)
            yield document(clean, parsed)

    def parse_texts(self, texts: Sequence[str]) -> list[ParsedText]:
        """The parses of a few texts, from the cache where it has them; equal texts are parsed once."""
        parsed = {text: self._cache.get(text) for text in texts}
        new = [text for text, known in parsed.items() if known is None]
        for text, result in zip(new, self._parse_new(new), strict=True):
            self._cache.put(text, result)
            parsed[text] = result
        return [parsed[text] or () for text in texts]

    def _parse_new(self, texts: Sequence[str]) -> list[ParsedText]:
        if not texts:
            return []
        with paused():  # torch and stanza take seconds to import: not before something has to be parsed
            from kg.parse.analyse import Analyser
            from kg.parse.tokenizer import tokenize

            if self._analyser is None:
                self._analyser = Analyser(load(self._weights, self._threads), self._weights.whole())
                self.when_loaded()
        sentences = [
            mend(text, found, self._abbreviations, whole_quotations=self._whole_quotations)
            for text, found in zip(texts, tokenize(self._analyser.pipeline, texts), strict=True)
        ]
        if self._style == AUTO:
            return [tuple(self._likeliest(self._analyser, found)) for found in sentences]
        style = self._style if self._style in self._analyser.styles else ""
        rows = iter(self._analyser.analyse([sentence for found in sentences for sentence in found], style))
        return [tuple(next(rows) for _ in found) for found in sentences]

    def _likeliest(self, analyser: Analyser, sentences: Sequence[TokenSentence]) -> list[tuple[Row, ...]]:
        """The rows of the sentences of one text in the style that the models hold most likely."""
        return max((analyser.weighed(sentences, style) for style in analyser.styles or ("",)), key=itemgetter(1))[0]
