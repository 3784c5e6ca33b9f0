"""Minted IRIs: opaque and deterministic, from what identifies a thing, never from a counter or a clock."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache

from kg.graph.vocabulary import BASE
from kg.model import Article, Directive, Span, Statement

HASH_LENGTH = 16
"""Hexadecimal digits kept of a SHA-256: 64 bits, one chance in 10^7 of a clash among 10^6 articles."""

LONGEST_SLUG = 80
"""A longer name is cut in its IRI, and told apart by a digest of the whole."""
_UNSAFE = re.compile(r"[^a-z0-9]+")


def digest(*parts: object) -> str:
    """The first `HASH_LENGTH` digits of the SHA-256 of the parts, kept apart by a unit separator."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "replace")).hexdigest()[:HASH_LENGTH]


@lru_cache(maxsize=4)
def article_hash(text: str) -> str:
    """SHA-256 of an article's text, kept for the few texts in hand: every IRI of an article asks for it."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def slug(name: str) -> str:
    """A readable local name ("Detik News" -> "detik-news"); a digest where no ASCII letter or digit is left."""
    readable = _UNSAFE.sub("-", name.lower()).strip("-") or digest(name)
    return readable if len(readable) <= LONGEST_SLUG else f"{readable[:LONGEST_SLUG].rstrip('-')}-{digest(name)}"


@dataclass(frozen=True, slots=True)
class Names:
    """Mints the IRIs of things below `base`."""

    base: str = BASE

    def absolute(self, path: str) -> str:
        """The IRI of a path such as "id/post/kapolda-lampung"."""
        return self.base + path

    def article(self, article: Article) -> str:
        return f"{self.base}id/article/{article_hash(article.text)[:HASH_LENGTH]}"

    def graph(self, article: Article) -> str:
        """The named graph that holds what `article` asserts."""
        return f"{self.base}id/graph/{article_hash(article.text)[:HASH_LENGTH]}"

    @property
    def gazetteer(self) -> str:
        """The named graph of what is known without any article: units, posts, places and their hierarchy."""
        return f"{self.base}id/graph/gazetteer"

    @property
    def labels(self) -> str:
        """The named graph of preferred labels chosen over all articles."""
        return f"{self.base}id/graph/labels"

    @property
    def persons(self) -> str:
        """The named graph of which persons of different articles are one."""
        return f"{self.base}id/graph/persons"

    @property
    def run(self) -> str:
        """The named graph of what is known of the last build."""
        return f"{self.base}id/graph/run"

    @property
    def ledger(self) -> str:
        """The named graph in which a store keeps what later builds need: who drew on what, what is not finished."""
        return f"{self.base}id/graph/ledger"

    def rule(self, name: str) -> str:
        """The named graph of what a rule of inference derived."""
        return f"{self.base}id/graph/rule-{name}"

    def directive(self, article: Article, directive: Directive) -> str:
        """From the article's text, the trigger's offsets and the force."""
        key = digest(article_hash(article.text), directive.trigger.start, directive.trigger.end, directive.force)
        return f"{self.base}id/directive/{key}"

    def statement(self, article: Article, statement: Statement) -> str:
        """From the article's text, the cue's offsets and where the content starts."""
        start = statement.content[0].start if statement.content else -1
        key = digest(article_hash(article.text), statement.cue.start, statement.cue.end, start)
        return f"{self.base}id/statement/{key}"

    def tenure(self, person: str, post: str, *, former: bool, acting: str) -> str:
        """From the IRIs of person and post and the status, so that two articles about one tenure share its IRI."""
        return f"{self.base}id/tenure/{digest(person, post, former, acting)}"

    def unidentified(self, kind: str, article: Article, name: str) -> str:
        """Something that identification left without an IRI: apart in each article."""
        return f"{self.base}id/{kind}/{digest(article_hash(article.text), name)}"

    def outlet(self, name: str) -> str:
        return f"{self.base}id/outlet/{slug(name)}"

    def spans(self, article: Article, kind: str = "span") -> str:
        """How the IRIs of an article's stretches (`span`), or of their selectors (`position`, `quote`), begin."""
        return f"{self.base}id/{kind}/{article_hash(article.text)[:HASH_LENGTH]}-"

    def span(self, article: Article, span: Span) -> str:
        """A stretch of the article."""
        return f"{self.spans(article)}{span.start}-{span.end}"
