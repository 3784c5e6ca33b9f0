"""One build at a time in a store on disk: a lock file beside it that names who holds it."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import StoreError

try:
    import fcntl
except ImportError:  # not a POSIX system: the store's own lock is left, which names nobody
    fcntl = None  # type: ignore[assignment]


@contextmanager
def locked(store: Path) -> Iterator[None]:
    """Holds the lock of a store; the system frees it with the process, however that ends.

    Raises StoreError, naming the process that holds it, where another one does, and where the folder refuses.
    """
    path = store.with_name(f"{store.name}.lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise StoreError(f"{path}: cannot write: {error.strerror or error}") from error
    try:
        if fcntl is not None:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                holder = os.read(file, 200).decode("utf-8", "replace").strip() or "another process"
                raise StoreError(f"{store}: {holder} is building this store: wait for it, or stop it") from error
        try:
            os.ftruncate(file, 0)
            os.pwrite(file, f"process {os.getpid()} on {socket.gethostname()}\n".encode(), 0)
        except OSError as error:
            raise StoreError(f"{path}: cannot write: {error.strerror or error}") from error
        yield
    finally:
        os.close(file)
