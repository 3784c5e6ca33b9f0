"""What one article may take."""

from __future__ import annotations

import pickle
import signal
import subprocess
import sys
import threading
import time

import pytest

from kg.build.limits import Limits, admitted, deadline, legible
from kg.errors import InputError
from kg.model import Article
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
