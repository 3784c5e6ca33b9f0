"""When the collector of cycles looks, and when it does not."""

from __future__ import annotations

import gc
import subprocess
import sys

import pytest

from kg.cli import main
from kg.collector import SELDOM, keep, paused


def test_it_goes_on_afterwards() -> None:
    assert gc.isenabled()
    with paused():
        assert not gc.isenabled()
        with paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_an_error() -> None:
    with pytest.raises(KeyError), paused():
        raise KeyError
    assert gc.isenabled()


def test_a_command_within_another_program_leaves_the_collector_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    before = gc.get_threshold(), gc.get_freeze_count()
    keep()
    assert main(["query", "--list"]) == 0
    assert capsys.readouterr().out
    assert (gc.get_threshold(), gc.get_freeze_count()) == before


def test_a_process_of_its_own_does_not_look_at_its_end() -> None:
    script = (
        "import gc, sys; from kg.cli import main; sys.argv[1:] = ['query', '--list']; code = main();"
        "assert gc.get_freeze_count() > 1000; print(gc.get_threshold(), code)"
    )
    ran = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert ran.stdout.splitlines()[-1] == f"{SELDOM} 0"


def test_the_command_ends_with_its_code_and_does_at_the_end_what_it_has_to() -> None:
    """What was registered since it began is done; what would come after that is left to the system."""
    script = (
        "import atexit, sys; from kg.__main__ import command; sys.argv[1:] = ['check', '--graph', 'no-such-file.ttl'];"
        "atexit.register(print, 'before'); code = command(); atexit.register(print, 'since'); sys.exit(code)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert (ran.returncode, ran.stdout.split()) == (2, ["since"])
    assert "no such file" in ran.stderr


def test_a_process_that_an_error_ends_ends_as_ever() -> None:
    script = "import kg.__main__ as m; m.main = lambda: 1 / 0; m.command()"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert ran.returncode == 1
    assert "ZeroDivisionError" in ran.stderr
