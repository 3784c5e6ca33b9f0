"""In one process, too, an article that breaks a stage is set aside by name, and the others are built."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from kg import pipeline
from kg.build.limits import bounded
from kg.build.records import SetAside
from kg.build.shards import Outcome, Shard
from kg.build.worker import OUT_OF_MEMORY, Builder, said
from kg.errors import PerintahError
from kg.model import Document, Extraction

T = TypeVar("T")


def isolated(builder: Builder, shard: Shard) -> tuple[Outcome, ...]:
    """What came of a shard; where an exception ended it, of its halves, until the article that raised it is alone.

    Raises `PerintahError` as the builder does: that is no article's fault.
    """
    made = _tried(lambda: tuple(builder.build(shard.articles)))
    if not isinstance(made, str):
        return made
    if len(shard.articles) > 1:
        left, right = shard.halves()
        return isolated(builder, left) + isolated(builder, right)
    (article,) = shard.articles
    return (SetAside(article.source or getattr(article, "id", ""), made),)


def extracted(document: Document, stages: pipeline.Stages, seconds: float) -> Extraction | SetAside:
    """The facts of one parsed article, or why it is set aside: too slow, too much for a rule, or what a rule raised.

    Raises `PerintahError` as the rules do: that is no article's fault.
    """
    made = _tried(lambda: bounded(document.article, seconds, lambda: pipeline.extract(document, stages)))
    return SetAside(document.article.source or document.article.id, made) if isinstance(made, str) else made


def _tried(work: Callable[[], T]) -> T | str:
    """What comes of the work, or in words what it raised. Raises `PerintahError`."""
    try:
        return work()
    except PerintahError:
        raise
    except MemoryError:
        return OUT_OF_MEMORY
    except Exception as error:  # noqa: BLE001  named to the user with its article
        return said(error)
