"""What one article may take."""

from __future__ import annotations

import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable

import pytest

from kg.build.articles import ArticleBuilder, BuildOptions
from kg.build.limits import Limits, admitted, deadline, legible
from kg.build.records import SetAside
from kg.errors import InputError
from kg.model import Article, Document
from kg.parse.raw import as_it_stands

LIMITS = Limits(characters=100, word=20)


@pytest.mark.parametrize(("length", "fits"), [(1, True), (100, True), (101, False), (10_000_000, False)])
def test_a_text_too_long_to_be_an_article(length: int, fits: bool) -> None:
    (one,) = admitted([Article(id="a", text="x" * length, source="a.txt")], LIMITS)
    assert isinstance(one, Article) is fits
    if isinstance(one, InputError):
        assert one.source == "a.txt"
        assert f"{length:,} characters" in one.reason


def test_errors_pass() -> None:
    error = InputError("a.txt", "is no file")
    assert list(admitted([error], LIMITS)) == [error]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Kapolda memerintahkan jajarannya.", True),
        ("a" * 20, True),
        ("a" * 21, False),
        ("pendek " + "QUJD" * 6 + " pendek", False),
        ("a" * 20 + "\u00a0" + "a" * 20, True),
        ("\u200b" * 21, False),
        ("- , . " * 20, False),
        ("1. 2-1 " * 20, True),
        ("- , .", True),
    ],
)
def test_a_word_too_long_to_be_one(text: str, fits: bool) -> None:
    rejected: list[InputError] = []
    assert bool(list(legible([as_it_stands(text, "a")], LIMITS, rejected.append))) is fits
    assert [error.source for error in rejected] == ([] if fits else ["a"])


def test_a_deadline_stops_what_takes_too_long_and_leaves_no_timer() -> None:
    with pytest.raises(TimeoutError, match=r"0\.05 s"), deadline(0.05):
        time.sleep(60)
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    with deadline(0.05):
        pass
    time.sleep(0.1)


def test_outside_the_main_thread_there_is_no_deadline() -> None:
    done: list[bool] = []

    def work() -> None:
        with deadline(0.01):
            time.sleep(0.05)
        done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]


def test_memory_beyond_the_limit_is_an_error_and_not_the_end_of_the_machine() -> None:
    code = "from kg.build.limits import hold_memory; hold_memory(1 << 30); bytearray(1 << 20); bytearray(2 << 30)"
    ran = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert ran.returncode == 1
    assert "MemoryError" in ran.stderr


def test_an_input_error_goes_to_another_process_and_back() -> None:
    error = pickle.loads(pickle.dumps(InputError("a.txt", "is no file")))  # noqa: S301  our own bytes
    assert (error.source, error.reason, str(error)) == ("a.txt", "is no file", "a.txt: is no file")


@pytest.fixture(scope="module")
def builder() -> ArticleBuilder:
    """The real builder; nothing that these tests hand it comes as far as the models."""
    return ArticleBuilder(BuildOptions(limits=Limits(seconds=0.05)))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Kapolda memerintahkan jajarannya " * 320_000, "10,560,000 characters"),
        ("“" * 2_000 + "Siap." + "”" * 2_000, "hardly a letter"),
        ("Judul\n\nGambar: " + "QUJD" * 10_000, "a word of more than 1,000 characters"),
        ("\u200b\u202e" * 50_000, "no text"),
        ("(" * 100_000, "no text"),
    ],
)
def test_hostile_articles_are_set_aside_before_they_are_parsed(builder: ArticleBuilder, text: str, why: str) -> None:
    (aside,) = builder.build([Article(id="a", text=text, source="a.txt")])
    assert isinstance(aside, SetAside)
    assert aside.source == "a.txt"
    assert why in aside.reason


@pytest.mark.parametrize("slow", [lambda: time.sleep(60), lambda: _deeper(0)])
def test_an_article_too_slow_or_too_deep_for_a_rule_is_set_aside(
    builder: ArticleBuilder, monkeypatch: pytest.MonkeyPatch, slow: Callable[[], None]
) -> None:
    monkeypatch.setattr(ArticleBuilder, "built", lambda *_: slow())
    outcome = builder.extracted(Document(as_it_stands("Isi.", "a"), ()))
    assert isinstance(outcome, SetAside)
    assert outcome.source == "a"
    assert outcome.reason in {"takes longer than 0.05 s", "is nested too deeply for a rule"}


class _Dropping:
    """An object whose finaliser is slow, once: Python drops what is raised there."""

    def __del__(self) -> None:
        time.sleep(60)


def _drop_and_sleep() -> None:
    _Dropping()
    time.sleep(60)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_deadline_that_passes_within_a_finaliser_is_not_lost() -> None:
    begun = time.monotonic()
    with pytest.raises(TimeoutError), deadline(1.0):  # time enough for pytest to describe what was dropped
        _drop_and_sleep()
    assert time.monotonic() - begun < 30


def _deeper(depth: int) -> int:
    return _deeper(depth + 1)
