"""Multi-word tokens: Stanza's expander, held to what Indonesian does.

Words that share a token are a stem and enclitics (`-nya`, `-lah`, `-kah`, `-pun`, `-ku`, `-mu`) and nothing else, and
the stem and the enclitics spell the token exactly. The expander writes letter by letter and sometimes invents
(`kampanye`: `kampa` + `nye`); what it says is taken only where both hold, and never for a word that the treebank of the
style keeps whole (GSD `lainnya`, `umumnya`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

REMEMBERED = 100_000
SHORTEST_STEM = 3  # letters: `tanya` is no `ta` with an enclitic


class Expander:
    """Splits tokens into words; remembers what it has split.

    `whole` are words that stay one, in lower case, by style.
    """

    def __init__(self, processor: Any, whole: Mapping[str, frozenset[str]]) -> None:
        self._processor = processor
        self._whole = whole
        # every way of splitting that the expander was trained on; what is not first in one is an enclitic
        known = processor.trainer.expansion_dict.values()
        self._enclitics = frozenset(piece.lower() for words in known for piece in words.split()[1:])
        self._known: dict[str, tuple[str, ...]] = {}

    def split(self, forms: Iterable[str], style: str = "") -> dict[str, tuple[str, ...]]:
        """The words of each form in a style, one if it is not to be split."""
        forms = list(dict.fromkeys(forms))
        new = [form for form in forms if form not in self._known]
        if new:
            if len(self._known) + len(new) > REMEMBERED:
                self._known = {}
                new = forms
            self._known.update(zip(new, self._expand(new), strict=True))
        whole = self._whole.get(style, frozenset())
        return {form: (form,) if form.lower() in whole else self._known[form] for form in forms}

    def _expand(self, forms: list[str]) -> list[tuple[str, ...]]:
        from stanza.models.common.doc import Document

        tokens = [[{"id": (1,), "text": form, "misc": "MWT=Yes"}] for form in forms]
        expanded = self._processor.process(Document(tokens))
        return [
            self._checked(form, tuple(word.text for word in sentence.words))
            for form, sentence in zip(forms, expanded.sentences, strict=True)
        ]

    def _checked(self, form: str, words: tuple[str, ...]) -> tuple[str, ...]:
        # the expander writes in lower case what it has learnt in lower case: take the letters from the form
        if "".join(words).lower() != form.lower() or not all(word.lower() in self._enclitics for word in words[1:]):
            return (form,)
        if len(words[0]) < SHORTEST_STEM:
            return (form,)
        parts = []
        for word in words:
            parts.append(form[: len(word)])
            form = form[len(word) :]
        return tuple(parts)
