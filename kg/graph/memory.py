"""How much of a machine's memory a store may hold before it writes, and how that is given back."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

_LIMITS = ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes")
"""Where Linux says what a container may have (cgroup v2 and v1)."""
_USUAL = 4 * 2**30
"""Bytes where no system says how many there are."""
_SHARE, _QUAD = 22, 1_700
"""The part of the memory, and the bytes that a quad of a named graph takes in it with its triple in the union."""
_LEAST, _MOST = 100_000, 1_000_000


def bytes_of_machine() -> int:
    """The memory that this process may have: the machine's, or less in a container."""
    found = []
    with suppress(ValueError, OSError, AttributeError):  # no such names on Windows
        found.append(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"))
    for path in _LIMITS:
        with suppress(ValueError, OSError):  # not there, or "max"
            found.append(int(Path(path).read_text("ascii")))
    return min((one for one in found if one > 0), default=_USUAL)


def quads_held(memory: int) -> int:
    """Quads that are written before RocksDB puts what it holds in memory on disk, on a machine of so many bytes.

    The more it holds the larger are the files that it merges with all others, and the rarer.
    """
    return min(_MOST, max(_LEAST, memory // _SHARE // _QUAD))


def give_back() -> None:
    """Gives memory that is free in this process back to the system, where the C library can (`malloc_trim` of glibc).

    What RocksDB held lies in many small pieces that glibc keeps: the next fill comes on top of them.
    """
    import ctypes  # most processes never write so much

    with suppress(OSError, AttributeError, TypeError):  # another library, or Windows
        ctypes.CDLL(None).malloc_trim(0)
