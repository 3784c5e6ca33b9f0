"""Writing files so that a reader sees the old one or the new one, never half of one."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from kg.errors import StoreError


def write_atomically(path: Path, content: bytes) -> None:
    """Writes beside `path`, then renames. Raises StoreError, leaving what was there, if the disk or folder refuses."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        raise StoreError(f"{path}: cannot write: {error.strerror or error}") from error
    finally:
        # Gone already after the rename; elsewhere the folder may be what is missing, which the error above tells.
        with suppress(OSError):
            temporary.unlink()
