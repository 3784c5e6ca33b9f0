"""What the tests of the article room share: the rules of the shipped lexicon."""

from __future__ import annotations

import pytest
from hypothesis import settings

from kg.article import CleanRules, clean
from kg.article.plaintext import text_article
from kg.lexicon.load import load
from kg.model import CleanText

settings.register_profile("article", deadline=None)  # a busy machine is no failure
settings.load_profile("article")


@pytest.fixture(scope="session")
def rules() -> CleanRules:
    """The word classes of `ontology/article-id.ttl`."""
    return CleanRules.from_words(load().words)


class Cleaner:
    """Cleans texts given as strings."""

    def __init__(self, rules: CleanRules) -> None:
        self.rules = rules

    def __call__(self, text: str) -> CleanText:
        return clean(text_article(text, "a", "a.txt"), self.rules)


@pytest.fixture(scope="session")
def cleaned(rules: CleanRules) -> Cleaner:
    return Cleaner(rules)
