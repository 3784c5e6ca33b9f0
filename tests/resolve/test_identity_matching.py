"""Names of persons compared, and the user's verdicts kept in a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.lexicon.load import Lexicon, load
from kg.model import HeldPost, Match, Sighting, Verdict
from kg.resolve.persons import name_tokens
from kg.resolve.persons_blocks import keys
from kg.resolve.persons_compare import UNSURE, compare
from kg.resolve.persons_judgements import judge, read_judgements
from kg.resolve.persons_match import clusters, match_persons
from kg.resolve.persons_names import Likeness, likeness, one_letter_apart, spelling
from kg.resolve.persons_profile import Profile


@cache
def known() -> Lexicon:
    return load()


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return known()


@pytest.mark.parametrize(
    ("name", "tokens"),
    [
        ("Irjen Pol. Dr. H. Budi Karya, S.I.K., M.H.", "budi karya"),
        ("Brigjen TNI Muhammad Thamrin", "muhammad thamrin"),
        ("Kompol (Purn) Yosef", "yosef"),
        ("M. Iqbal Fathoni", "m iqbal fathoni"),
        ("M.Iqbal Fathoni", "m iqbal fathoni"),
        ("Ma'ruf Amiruddin", "maruf amiruddin"),
        ("Dra. Hj. Siti Nurhayati Fauziah, M.Si", "siti nurhayati fauziah"),
        ("KH Ahmad Rofi", "ahmad rofi"),
        ("Andi Rahmadi SIK MH", "andi rahmadi"),
        ("Prof", "prof"),
        ("", ""),
        (",", ""),
    ],
)
def test_name_tokens(name: str, tokens: str, lexicon: Lexicon) -> None:
    assert " ".join(name_tokens(name, lexicon)) == tokens


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("budi karya", "budi karya", Likeness.SAME),
        ("nur hidayat", "nurhidayat", Likeness.SAME),
        ("djoko soetopo", "joko sutopo", Likeness.SPELLING),
        ("muhammad ridho", "moch rido", Likeness.SPELLING),
        ("ahmad fauzi", "achmad fauzi", Likeness.SPELLING),
        ("m iqbal fathoni", "maulana iqbal fathoni", Likeness.INITIALS),
        ("sulistyo a nugraha", "sulistyo adi nugraha", Likeness.INITIALS),
        ("andi rahmadi", "andi rahmadi djayaputra", Likeness.SHORTER),
        ("dwi prasetiyo", "dwi agung prasetiyo", Likeness.SHORTER),
        ("bambang kusnadi", "bambang kusnedi", Likeness.TYPO),
        ("helmi", "helmi sastra", Likeness.ONE_WORD),
        ("budi karya", "budi hartono", Likeness.NONE),
        ("karya budi", "budi karya putra", Likeness.NONE),
        ("a b", "adi bagus", Likeness.NONE),
        ("", "budi", Likeness.NONE),
        ("bambang kusnadi", "bambing kusnedi", Likeness.NONE),
    ],
)
def test_likeness(one: str, other: str, expected: Likeness) -> None:
    assert likeness(one.split(), other.split()) is expected
    assert likeness(other.split(), one.split()) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("budi", "budi", False),
        ("budi", "bude", True),
        ("budi", "bud", True),
        ("budi", "budhi", True),
        ("budi", "bdui", True),
        ("budi", "bide", False),
        ("budi", "bu", False),
        ("", "a", True),
    ],
)
def test_one_letter_apart(one: str, other: str, expected: bool) -> None:
    assert one_letter_apart(one, other) is expected
    assert one_letter_apart(other, one) is expected


WORDS = st.lists(st.text("abcdefghijoty", min_size=1, max_size=7), min_size=1, max_size=4)


@given(WORDS, WORDS)
def test_likeness_has_no_direction(one: list[str], other: list[str]) -> None:
    assert likeness(one, other) is likeness(other, one)


@given(st.text("abcdefghijklmnoprstuyz", min_size=1, max_size=10))
def test_spelling_is_never_empty(word: str) -> None:
    assert spelling(word)


def sighting(person: str, name: str, article: str, post: str = "") -> Sighting:
    posts = (held(post),) if post else ()
    return Sighting(person, name, article, "Irjen Pol" if post else "", posts, date(2024, 1, 1))


def held(post: str) -> HeldPost:
    return HeldPost(f"id/post/{post}", "Kapolda", f"id/unit/{post}", (), "id/unit/polri")


def test_two_persons_of_one_article_are_two(lexicon: Lexicon) -> None:
    one = sighting("id/person/1", "Budi Karya Sena", "a", "x")
    other = sighting("id/person/2", "Budi Karya Sena", "a", "x")
    assert compare([one], [other], lexicon).verdict is Verdict.DIFFERENT
    elsewhere = sighting("id/person/2", "Budi Karya Sena", "b", "x")
    assert compare([one], [elsewhere], lexicon).verdict is Verdict.SAME


def test_a_cluster_never_holds_two_that_are_judged_different() -> None:
    matches = [
        Match("a", "b", 0.99, Verdict.SAME, ()),
        Match("b", "c", 0.95, Verdict.SAME, ()),
        Match("a", "c", 0.0, Verdict.DIFFERENT, ()),
    ]
    assert dict(clusters(matches)) == {"a": "a", "b": "a"}
    assert dict(clusters(reversed(matches))) == {"a": "a", "b": "a"}
    assert dict(clusters(matches[:2])) == {"a": "a", "b": "a", "c": "a"}


def test_matching_does_not_depend_on_the_order(lexicon: Lexicon) -> None:
    seen = [
        sighting("id/person/1", "Budi Karya Sena", "a", "x"),
        sighting("id/person/2", "Budi K. Sena", "b", "x"),
        sighting("id/person/3", "Helmi Sastra", "c", "y"),
        sighting("id/person/4", "Helmi", "d", "y"),
    ]
    assert match_persons(seen, lexicon) == match_persons(reversed(seen), lexicon)
    assert len(match_persons(seen, lexicon)) == 2


def test_namesakes_are_compared_with_one_of_them(lexicon: Lexicon) -> None:
    """As many comparisons as persons: each with the first, the first with everybody else."""
    alike = [sighting(f"id/person/{number:02}", "Budi Karya Sena", f"a{number}") for number in range(40)]
    chief = sighting("id/person/x", "Budi Karya Sena", "chief", "x")
    matches = match_persons([*alike, chief, sighting("id/person/y", "Helmi Sastra", "other")], lexicon)
    assert [(match.one, match.other) for match in matches] == [
        ("id/person/00", other.person) for other in (*alike[1:], chief)
    ]
    assert all("same name" in match.reasons for match in matches)


def test_a_judged_namesake_stands_for_itself(lexicon: Lexicon) -> None:
    alike = [sighting(f"id/person/{number}", "Budi Karya Sena", f"a{number}") for number in range(4)]
    judged = {("id/person/2", "id/person/3"): Verdict.SAME}
    pairs = {(match.one, match.other) for match in match_persons(alike, lexicon, judged)}
    assert pairs == {(f"id/person/{one}", f"id/person/{other}") for one, other in ((0, 1), (0, 2), (0, 3), (2, 3))}


def test_someone_often_in_the_news_is_compared_by_days(lexicon: Lexicon) -> None:
    """The same as of all pairs of sightings, but in a time that grows with their number."""
    days = [date(2020, 1, 1) + timedelta(days=number) for number in range(1500)]
    one, other = (
        [
            Sighting(f"id/person/{post}", "Budi Karya Sena", f"{post}{day}", rank, (held(post),), day)
            for day in days[start::2]
        ]
        for post, rank, start in (("x", "AKBP", 0), ("y", "Kombes Pol", 1))
    )
    match = compare(one, other, lexicon)
    assert "two posts at once: id/post/x, id/post/y" in match.reasons
    assert "the ranks do not follow in that time" in match.reasons
    later = [replace(seen, day=seen.day + timedelta(days=9 * 365)) for seen in other if seen.day]
    assert "a promotion in the time between" in compare(one, later, lexicon).reasons


NAMES = st.lists(
    st.sampled_from(["helmi", "hilmi", "sena", "sastranegara", "sastranegera", "wiraguna", "wraguna", "h", "s", "w"]),
    min_size=1, max_size=3, unique=True,
).filter(lambda words: any(len(word) > 1 for word in words))  # fmt: skip
POSTS = st.sampled_from(["", "x", "y"])
RANKS = st.sampled_from(["", "AKBP", "Irjen Pol", "Komjen Pol"])


@settings(deadline=None)  # loading the lexicon is charged to the first example
@given(NAMES, NAMES, POSTS, POSTS, RANKS, RANKS)
def test_whoever_may_be_one_shares_a_key(
    one: list[str], other: list[str], post: str, other_post: str, rank: str, other_rank: str
) -> None:
    """No comparison of names with a rare word in common is left out whose score would be written down."""
    lexicon = known()
    seen = [
        Sighting(f"id/person/{number}", " ".join(words).title(), f"a{number}", title, (held(at),) if at else ())
        for number, (words, at, title) in enumerate([(one, post, rank), (other, other_post, other_rank)])
    ]
    left, right = (keys(Profile.of([one], lexicon), lexicon) for one in seen)
    assert bool(left.own & right.asked) is bool(right.own & left.asked)
    common = {word for word in one if len(word) > 1} & set(other)
    if common and compare(seen[:1], seen[1:], lexicon).score >= UNSURE:
        assert left.own & right.asked


def test_judgements_are_kept_replaced_and_taken_back(tmp_path: Path) -> None:
    file = tmp_path / "out" / "persons.tsv"
    assert dict(read_judgements(file)) == {}
    judge(file, "id/person/b", "id/person/a", Verdict.SAME)
    judge(file, "id/person/c", "id/person/d", Verdict.DIFFERENT)
    assert dict(read_judgements(file)) == {
        ("id/person/a", "id/person/b"): Verdict.SAME,
        ("id/person/c", "id/person/d"): Verdict.DIFFERENT,
    }
    judge(file, "id/person/a", "id/person/b", Verdict.DIFFERENT)
    assert read_judgements(file)["id/person/a", "id/person/b"] is Verdict.DIFFERENT
    judge(file, "id/person/a", "id/person/b", Verdict.UNSURE)
    assert list(read_judgements(file)) == [("id/person/c", "id/person/d")]
    assert [path.name for path in file.parent.iterdir()] == ["persons.tsv"]


@pytest.mark.parametrize("line", ["maybe\ta\tb", "same\ta", "same\ta\ta", "same\ta\tb\tc", "\x00"])
def test_a_broken_judgement_is_named_by_line(tmp_path: Path, line: str) -> None:
    file = tmp_path / "persons.tsv"
    file.write_text(f"verdict\tone\tother\nsame\ta\tb\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"persons\.tsv:3: expected same or different"):
        read_judgements(file)


def test_nobody_is_judged_against_themselves(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="against itself"):
        judge(tmp_path / "persons.tsv", "a", "a", Verdict.SAME)
