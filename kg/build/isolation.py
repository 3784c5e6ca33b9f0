"""In one process, too, an article that breaks a stage is set aside by name, and the others are built."""

from __future__ import annotations

from kg import pipeline
from kg.build.limits import bounded
from kg.build.records import SetAside
from kg.build.shards import Outcome, Shard
from kg.build.worker import OUT_OF_MEMORY, Builder, said
from kg.errors import PerintahError
from kg.model import Document, Extraction


def isolated(builder: Builder, shard: Shard) -> tuple[Outcome, ...]:
    """What came of a shard; where an exception ended it, of its halves, until the article that raised it is alone.

    Raises `PerintahError` as the builder does: that is no article's fault.
    """
    try:
        return tuple(builder.build(shard.articles))
    except PerintahError:
        raise
    except MemoryError:
        reason = OUT_OF_MEMORY
    except Exception as error:  # noqa: BLE001  named to the user with its article
        reason = said(error)
    if len(shard.articles) > 1:
        left, right = shard.halves()
        return isolated(builder, left) + isolated(builder, right)
    (article,) = shard.articles
    return (SetAside(article.source or getattr(article, "id", ""), reason),)


def extracted(document: Document, stages: pipeline.Stages, seconds: float) -> Extraction | SetAside:
    """The facts of one parsed article, or why it is set aside: too slow, too much for a rule, or what a rule raised.

    Raises `PerintahError` as the rules do: that is no article's fault.
    """
    try:
        return bounded(document.article, seconds, lambda: pipeline.extract(document, stages))
    except PerintahError:
        raise
    except MemoryError:
        reason = OUT_OF_MEMORY
    except Exception as error:  # noqa: BLE001  named to the user with its article
        reason = said(error)
    return SetAside(document.article.source or document.article.id, reason)
