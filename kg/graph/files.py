"""Writing files so that a reader sees the old ones or the new ones, never half of one."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from kg.errors import StoreError

_OPEN_FILES = "/proc/self/fd"


def write_atomically(path: Path, content: bytes) -> None:
    """Writes beside `path`, then renames. Raises StoreError, leaving what was there, if the disk or folder refuses."""
    write_together({path: content})


def write_together(contents: Mapping[Path, bytes]) -> None:
    """Writes all contents beside where they go, and renames them only then: a disk that fills up changes no file.

    Raises StoreError, leaving what was there, if the disk or folder refuses. A process that is killed leaves every
    file whole; where the system has files without a name (`O_TMPFILE` of Linux), nothing half-written either.
    """
    staged: dict[Path, Path] = {}
    path = Path()
    try:
        for path, content in contents.items():
            staged[path] = path.with_name(f".{path.name}.{os.getpid()}.tmp")
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.is_dir():
                raise IsADirectoryError(None, "a folder of that name is there")
            _stage(staged[path], content)
        for path, temporary in staged.items():
            temporary.replace(path)
    except OSError as error:
        raise StoreError(f"{path}: cannot write: {error.strerror or error}") from error
    finally:
        # Gone already after the rename; elsewhere the folder may be what is missing, which the error above tells.
        for temporary in staged.values():
            with suppress(OSError):
                temporary.unlink()


def _stage(temporary: Path, content: bytes) -> None:
    """Writes `content` to the disk as `temporary`, a name that it has only when it is whole, where that can be."""
    file = _nameless(temporary.parent)
    with file or temporary.open("wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
        if file:
            temporary.unlink(missing_ok=True)
            # linkat(2): a directory descriptor, unused here, is what makes it follow the link to the open file
            os.link(f"{_OPEN_FILES}/{out.fileno()}", temporary, src_dir_fd=out.fileno())


def _nameless(folder: Path) -> BinaryIO | None:
    """A new file of the folder without a name, which is gone if nobody names it; `None` where the system has none."""
    if not hasattr(os, "O_TMPFILE") or not Path(_OPEN_FILES).is_dir():
        return None
    with suppress(OSError):  # the file system has none, or refuses to write: opening by name will tell
        return os.fdopen(os.open(folder, os.O_TMPFILE | os.O_WRONLY, 0o666), "wb")
    return None
