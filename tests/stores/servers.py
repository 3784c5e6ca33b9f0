"""Real SPARQL servers: started on a free port with a temporary folder, stopped at the end."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 120.0
"""Seconds until a server must answer: a new Virtuoso database takes five, and thirty on a busy machine."""

VIRTUOSO_INI = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
ServerThreads = 4
CheckpointInterval = 0
NumberOfBuffers = 4000
MaxDirtyBuffers = 3000
[HTTPServer]
ServerPort = {http}
ServerThreads = 4
[SPARQL]
ResultSetMaxRows = {rows}
"""


class NotStartedError(Exception):
    """The server ended, or did not answer in time."""


def oxigraph_program() -> str | None:
    """The server of PyPI's `oxigraph`, which the extra `test` installs beside Python."""
    beside = Path(sys.executable).with_name("oxigraph")
    return str(beside) if beside.is_file() else shutil.which("oxigraph")


def virtuoso_program() -> str | None:
    """Debian's `virtuoso-opensource-7-bin`, if it is installed."""
    return shutil.which("virtuoso-t")


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def oxigraph(program: str, folder: Path, *more: str) -> Iterator[str]:
    """An Oxigraph server; yields its address."""
    port = free_port()
    command = [program, "serve", "--location", str(folder / "data"), "--bind", f"127.0.0.1:{port}", *more]
    with _running(command, folder, f"http://127.0.0.1:{port}/query"):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def virtuoso(program: str, folder: Path, *, rows: int = 1_000_000) -> Iterator[str]:
    """A Virtuoso server that sends at most so many rows; yields its address, with the credentials of a new one."""
    sql, http = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(VIRTUOSO_INI.format(sql=sql, http=http, rows=rows), "utf-8")
    command = [program, "-f", "-c", "virtuoso.ini"]
    with _running(command, folder, f"http://127.0.0.1:{http}/sparql"):
        yield f"http://dba:dba@127.0.0.1:{http}/sparql"


@contextmanager
def _running(command: Sequence[str], folder: Path, address: str) -> Iterator[None]:
    """Runs a server until the block ends. Raises NotStartedError with what it said."""
    log = folder / "server.log"
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=out, stdin=subprocess.DEVNULL)
    try:
        end = time.monotonic() + PATIENCE
        while not _answers(address):
            if process.poll() is not None or time.monotonic() > end:
                raise NotStartedError(f"{command[0]}: {log.read_text('utf-8', 'replace')[-2000:]}")
            time.sleep(0.05)
        yield
    finally:
        process.kill()  # nothing of the temporary folder is wanted
        process.wait()


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}?query=ASK%7B%7D", timeout=10):  # noqa: S310 - our own server
            return True
    except (urllib.error.URLError, OSError):
        return False
