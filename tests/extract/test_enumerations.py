"""Announced lists become quotations without marks: a point each, in reading order among the quotations with marks."""

from __future__ import annotations

from kg.extract.enumerations import _marker, with_enumerations
from kg.extract.quotations import find_quotations
from kg.extract.statements_words import reporting_words
from kg.model import Quotation
from tests.test_growth_of_time import of_words

from .parses import documents, stages


def _points(name: str) -> list[tuple[str, bool]]:
    """The points of a text, and whether each continues the one before it."""
    document = next(one for key, one in documents().items() if key.startswith(name))
    words = reporting_words(stages().lexicon)
    found = with_enumerations(document, find_quotations(document), words)
    assert [one.index for one in found] == list(range(len(found)))
    return [
        (one.span.of(document.article.text), one.continues == one.index - 1 and one.index > 0)
        for one in found
        if one.listed
    ]


def test_a_point_begins_behind_its_marker_and_continues_the_one_before() -> None:
    assert _points("lists 2:") == [
        ("pegang teguh sumpah prajurit.", False),
        ("jaga netralitas dalam pemilu.", True),
        ("rawat senjata masing-masing.", True),
    ]


def test_a_marker_that_its_stop_parted_from_the_point_opens_the_list() -> None:
    assert _points("lists 5:") == [("Jaga nama baik.", False), ("Kuasai teknologi.", True)]


def test_another_chapter_counts_anew() -> None:
    assert [text for text, _ in _points("lists 10:")] == [
        "Panitia wajib melapor.",
        "Tamu dilarang membawa minuman keras.",
        "Pedagang wajib menjaga kebersihan.",
    ]


def test_what_is_not_announced_as_orders_is_no_list() -> None:
    assert _points("lists 12:") == []
    assert _points("lists 14:") == []


def test_without_lists_the_quotations_stay_as_they_are() -> None:
    document = next(one for key, one in documents().items() if key.startswith("4-addressees 1:"))
    quotations = find_quotations(document)
    kept: tuple[Quotation, ...] = with_enumerations(document, quotations, reporting_words(stages().lexicon))
    assert kept == quotations


def test_a_number_as_long_as_a_page_is_no_marker() -> None:
    document = of_words(["1/NUM", "./PUNCT", "Jaga/VERB", "diri/NOUN"])
    long = of_words([f"{'7' * 5000}/NUM", "./PUNCT", "Jaga/VERB", "diri/NOUN"])
    words = reporting_words(stages().lexicon)
    assert _marker(document.sentences[0], words) is not None
    assert _marker(long.sentences[0], words) is None
