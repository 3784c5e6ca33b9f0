"""A store kept beside a large RDF file, so that it is parsed once and not with every question.

`graph.ttl` gets `.graph.ttl.store`, which names the hash of the file it was made from: another content, another store.
It is derived: it may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from pathlib import Path

from kg.graph.dataset import Dataset
from kg.graph.index.dataset import IndexedDataset
from kg.graph.inputs import file_of
from kg.graph.vocabulary import BASE

LARGE = 8_000_000
"""Bytes from which parsing takes longer than opening a store (a second or so)."""
HASH = "source.sha256"


def load(path: Path, base: str = BASE, large: int = LARGE) -> Dataset:
    """Reads an RDF file or output folder; a file of at least `large` bytes from the store beside it.

    That is made if it is not there; where the folder cannot be written, the file is read into memory. Raises StoreError
    as `Dataset.load` does.
    """
    path = file_of(path)
    if path.stat().st_size < large:
        return Dataset.load(path, base)
    store = path.with_name(f".{path.name}.store")
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if not _is_of(store, digest):
        try:
            _make(path, store, digest)
        except OSError:
            return Dataset.load(path, base)
    return IndexedDataset.open(store, read_only=True, base=base)


def _is_of(store: Path, digest: str) -> bool:
    try:
        return (store / HASH).read_text("ascii") == digest
    except (OSError, UnicodeDecodeError):
        return False


def _make(path: Path, store: Path, digest: str) -> None:
    """Makes the store in a folder of its own and puts it in place whole. Raises StoreError and OSError."""
    new = Path(tempfile.mkdtemp(prefix=f"{store.name}.", dir=store.parent))
    try:
        dataset = Dataset.open(new)
        dataset.read(path)
        dataset.close()
        IndexedDataset.open(new).close()
        (new / HASH).write_text(digest, "ascii")
        old = Path(tempfile.mkdtemp(prefix=f"{store.name}.", dir=store.parent))
        if store.exists():
            store.rename(old / "old")
        new.rename(store)
        shutil.rmtree(old, ignore_errors=True)
    except OSError:
        if not _is_of(store, digest):  # another process may have been faster
            raise
    finally:
        shutil.rmtree(new, ignore_errors=True)
