"""The exceptions of Perintah: one base, one subclass for each thing a user can mend."""

from __future__ import annotations


class PerintahError(Exception):
    """Anything that went wrong and can be explained to the user in one line.

    Names of files and texts of others stand in it: what would move, hide or break a line on a terminal is escaped.
    """

    def __str__(self) -> str:
        return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in super().__str__())


class InputError(PerintahError):
    """A source cannot be read as an article; `source` names the file or record, the message says what to do."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str]]:
        return type(self), (self.source, self.reason)  # so that it can go to another process


class LexiconError(PerintahError):
    """A file of the ontology, or a user's own lexicon, is not what the loader needs."""


class ModelError(PerintahError):
    """Weights are missing, damaged or of the wrong kind."""


class WorkerError(PerintahError):
    """Workers cannot be started, or do not live long enough to work."""


class QueryError(PerintahError):
    """A SPARQL text, a named question or one of its parameters is wrong."""


class StoreError(PerintahError):
    """A graph cannot be read, written or reached."""


class ValidationError(PerintahError):
    """A graph breaks a SHACL shape."""
