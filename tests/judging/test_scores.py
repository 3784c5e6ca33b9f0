"""The scorer's table: a gold directive, statement or post, what was found, and how that counts."""

from __future__ import annotations

from typing import Any

import pytest

from kg.evaluate import NameRules, Rate, Scores, describe, report, score

RULES = NameRules({"ka": "kepala"}, frozenset({"seluruh"}), frozenset({"jajaran"}))
EMPTY: dict[str, Any] = {"directives": [], "statements": [], "posts": []}
TEXT = "Kapolres Blora meminta seluruh warga menjaga kampung, Senin."

GOLD: dict[str, Any] = {
    "triggers": [[15, 22]],
    "force": "request",
    "polarity": "do",
    "factuality": "asserted",
    "issuer": {"office": ["Kapolres Blora", "Kepala Polres Blora"], "person": ["Arya Nugraha"]},
    "addressees": [["warga"]],
    "content": [37, 52],
    "date": "2024-08-05",
    "optional": False,
}
FOUND: dict[str, Any] = {
    "trigger": [15, 22],
    "force": "request",
    "polarity": "do",
    "factuality": "asserted",
    "issuer": {"office": "Kapolres Blora", "person": "Arya Nugraha"},
    "addressees": ["seluruh warga"],
    "content": [37, 52],
    "date": "2024-08-05",
}


def scored(gold: dict[str, Any], found: dict[str, Any]) -> Scores:
    return score({"a": EMPTY | gold}, {"a": EMPTY | found}, RULES)


def counts(rate: Rate) -> tuple[int, int, int]:
    return rate.right, rate.predicted, rate.gold


# what gold has otherwise, what was found otherwise (None: nothing), found, right as a tuple, the mistake
DIRECTIVES: tuple[tuple[dict[str, Any], dict[str, Any] | None, tuple[int, int, int], int, str], ...] = (
    ({}, {}, (1, 1, 1), 1, ""),
    ({}, None, (0, 0, 1), 0, "missed"),
    ({}, {"trigger": [20, 25]}, (1, 1, 1), 1, ""),  # any overlap
    ({}, {"trigger": [22, 30]}, (0, 1, 1), 0, "missed"),  # spans are half-open: touching is no overlap
    ({"triggers": [[0, 4], [15, 22]]}, {}, (1, 1, 1), 1, ""),  # one of several triggers
    ({}, {"force": "order"}, (1, 1, 1), 0, "wrong force"),
    ({}, {"polarity": "dont"}, (1, 1, 1), 0, "wrong polarity"),
    ({}, {"issuer": {"office": "Kapolres Blora", "person": None}}, (1, 1, 1), 1, ""),  # one part is enough
    ({}, {"issuer": {"office": "Kapolres Sigi", "person": "Arya Nugraha"}}, (1, 1, 1), 0, "wrong issuer"),
    ({}, {"issuer": None}, (1, 1, 1), 0, "wrong issuer"),
    ({"issuer": {"office": [], "person": []}}, {"issuer": None}, (1, 1, 1), 1, ""),
    ({"issuer": {"office": [], "person": []}}, {}, (1, 1, 1), 0, "wrong issuer"),
    ({}, {"addressees": []}, (1, 1, 1), 0, "wrong addressees"),
    ({}, {"addressees": ["warga", "anggota"]}, (1, 1, 1), 0, "wrong addressees"),
    ({"addressees": [["warga"], ["ketua RT"]]}, {"addressees": ["ketua RT", "warga"]}, (1, 1, 1), 1, ""),
    ({}, {"content": [37, 45]}, (1, 1, 1), 1, ""),  # more than half of it
    ({}, {"content": [37, 43]}, (1, 1, 1), 0, "wrong content"),
    ({}, {"content": None}, (1, 1, 1), 0, "wrong content"),
    ({}, {"date": "2024-08-06"}, (1, 1, 1), 1, ""),  # the day is a slot, not part of the tuple
    ({"optional": True}, {}, (0, 0, 0), 0, ""),
    ({"optional": True}, None, (0, 0, 0), 0, ""),
    ({"factuality": "denied"}, {}, (0, 1, 0), 0, "asserted, but denied"),
    ({"factuality": "denied"}, {"factuality": "denied"}, (0, 0, 0), 0, ""),
    ({"factuality": "hypothetical"}, None, (0, 0, 0), 0, ""),
)  # fmt: skip


@pytest.mark.parametrize(("gold", "found", "rate", "right", "mistake"), DIRECTIVES)
def test_a_directive(
    gold: dict[str, Any], found: dict[str, Any] | None, rate: tuple[int, int, int], right: int, mistake: str
) -> None:
    predicted = [] if found is None else [FOUND | found]
    scores = scored({"directives": [GOLD | gold]}, {"directives": predicted})
    assert counts(scores.directives) == rate
    assert scores.tuples.right == right
    assert [one.what for one in scores.mistakes][:1] == ([mistake] if mistake else [])
    for one in scores.mistakes:
        assert describe(one, TEXT).startswith(f"a: {one.what}\n")


def test_one_finding_counts_once() -> None:
    twice = scored({"directives": [GOLD]}, {"directives": [FOUND, FOUND]})
    assert counts(twice.directives) == (1, 2, 1)
    assert [one.what for one in twice.mistakes] == ["spurious"]


SPEAKER = {"office": ["Kapolres Blora"], "person": ["Arya Nugraha"]}

# the speaker that was found, at which cue, cues right, speakers right
STATEMENTS = (
    ({"office": "Kapolres Blora", "person": "Arya Nugraha"}, [15, 22], 1, 1),
    ({"office": None, "person": "Arya"}, [15, 22], 1, 0),  # less than the name
    ({"office": None, "person": "Surya Wicaksana"}, [15, 22], 1, 0),
    (None, [15, 22], 1, 0),
    ({"office": "Kapolres Blora", "person": None}, [30, 35], 0, 0),
)


@pytest.mark.parametrize(("speaker", "cue", "cues", "speakers"), STATEMENTS)
def test_a_statement(speaker: dict[str, Any] | None, cue: list[int], cues: int, speakers: int) -> None:
    gold = {"cue": [15, 22], "content": [[37, 52]], "direct": False, "speaker": SPEAKER, "optional": False}
    scores = scored({"statements": [gold]}, {"statements": [{"cue": cue, "speaker": speaker}]})
    assert counts(scores.statements) == (cues, 1, 1)
    assert counts(scores.attribution) == (speakers, 1, 1)


# person, office and status that were found, whether that is right
POSTS = (
    ("Arya Nugraha", "Kapolres Blora", "current", True),
    ("Arya Nugraha", "Ka Polres Blora", "current", True),  # abbreviations are spelt out
    ("Arya", "Kapolres Blora", "current", False),
    ("Arya Nugraha", "Kapolres Sigi", "current", False),
    ("Arya Nugraha", "Kapolres Blora", "former", False),
)


@pytest.mark.parametrize(("person", "office", "status", "right"), POSTS)
def test_a_post(person: str, office: str, status: str, right: bool) -> None:
    offices = ["Kapolres Blora", "Kepala Polres Blora"]
    gold = {"person": ["Arya Nugraha"], "office": offices, "status": "current"}
    found = {"person": person, "office": office, "rank": None, "status": status}
    assert counts(scored({"posts": [gold]}, {"posts": [found]}).posts) == (int(right), 1, 1)


def test_an_article_that_was_not_extracted_counts_as_empty() -> None:
    scores = score({"a": EMPTY | {"directives": [GOLD]}}, {}, RULES)
    assert counts(scores.directives) == (0, 0, 1)
    assert "directives   P 0.000  R 0.000  F1 0.000  (0 right, 0 predicted, 1 gold)" in report(scores)
