"""Python's collector of cycles, kept from looking again and again at what is made once and stays.

It looks at all that is alive whenever a quarter has been added: while libraries, weights and a whole graph are loaded
that is a great deal, and none of it is garbage.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (10_000, 10, 3)
"""Thresholds of a process that makes many objects: see `gc.set_threshold`."""


@contextmanager
def paused() -> Iterator[None]:
    """Nothing is collected meanwhile."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def keep() -> None:
    """What is alive now is not looked at again, if the process is a command's own."""
    if gc.get_threshold() == SELDOM:
        gc.freeze()


@contextmanager
def whole_process() -> Iterator[None]:
    """For who has the process to himself and ends with it: collected seldom, and not once more at the very end.

    What is alive at the end is not looked through for cycles, which takes as long as the build of a few articles; the
    system takes all memory back.
    """
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.freeze()
