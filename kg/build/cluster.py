"""Building on many machines with Ray Data: actors that hold the models turn shards of articles into shards of N-Quads.

The driver writes the articles of each shard to a folder that every machine sees, Ray hands the names round, an actor
builds a shard and puts what came of it beside the articles; the driver merges in the order of the input. A shard is
finished by the renaming of its manifest, so Ray may run it twice, an actor or a machine may die at any moment, and a
build that was ended goes on where it was. Within an actor a worker process holds the models (`kg.build.workers`): an
article that ends a process ends that one, and neither the actor nor Ray's patience.
"""

from __future__ import annotations

import importlib
import logging
import os
import socket
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from kg.build.articles import BuildOptions
from kg.build.records import Built
from kg.build.shards import Outcome, Shard, ShardFolder
from kg.build.worker import Make
from kg.build.workers import Workers
from kg.errors import PerintahError, WorkerError

LOCAL = "local"
"""The address of a cluster that is started on this machine and ended with the build."""
BLOCKS = 10_000
"""The most tasks that Ray is given; a task is then several shards."""
PROCESSORS = 1
"""Cores of an actor, unless `BuildOptions.threads` says otherwise: more cores parse faster as more actors."""
KNOCK = 10.0
"""Seconds that the head of a cluster has to answer."""
NAMED_MODELS = frozenset({"embedded", "official"})

Batch = Mapping[str, npt.NDArray[np.str_]]


class ShardBuilder:
    """Ray's actor: builds the shards that are named to it with one worker process, which holds the models."""

    def __init__(self, folder: ShardFolder, options: BuildOptions, make: Make) -> None:
        self._folder = folder
        self._workers = Workers(1, options, make)

    def __call__(self, batch: Batch) -> Batch:
        """The same names, each with the error that kept its shard from being built, "" if none did."""
        return {"name": batch["name"], "error": np.array([self._build(str(name)) for name in batch["name"]])}

    def _build(self, name: str) -> str:
        try:
            if self._folder.get(name) is None:
                for outcomes in self._workers.build([self._folder.get_input(name)]):
                    self._folder.put(name, outcomes)
        except PerintahError as error:  # raised, it would come to the user as a page of Ray's own frames
            return str(error)
        return ""


def build_on_cluster(
    cut: Iterable[Shard], folder: ShardFolder, options: BuildOptions, address: str, actors: int, make: Make
) -> Iterator[tuple[Outcome, ...]]:
    """What came of the articles of each shard, in their order; `actors` 0 takes all cores of the cluster.

    Raises `WorkerError` where Ray is not installed or not reached, or where an actor cannot work.
    """
    ray = _ray()
    names: list[str] = []
    missing: list[str] = []
    for shard in cut:
        names.append(folder.name(shard))
        if folder.get(names[-1]) is None:
            folder.put_input(names[-1], shard)
            missing.append(names[-1])
    left = set(missing)
    coming = _finished(ray, missing, folder, options, address, actors, make)
    for name in names:
        while name in left:
            left.discard(next(coming))
        yield _taken(name, folder)
    folder.list(names)


def _taken(name: str, folder: ShardFolder) -> tuple[Outcome, ...]:
    outcomes = folder.get(name)
    if outcomes is None:
        raise WorkerError(f"the shard {name} is not in {folder.folder}: is that one folder on every machine?")
    if any(isinstance(one, Built) and one.made_with != folder.made_with for one in outcomes):
        raise WorkerError("the machines of the cluster differ in their Perintah, models or lexicon: install the same")
    folder.drop_input(name)
    return outcomes


def _finished(
    ray: Any, names: list[str], folder: ShardFolder, options: BuildOptions, address: str, actors: int, make: Make
) -> Iterator[str]:
    """The names of the shards as they are finished, in any order."""
    if not names:
        return
    data = importlib.import_module("ray.data")
    own = not ray.is_initialized()
    try:
        if own:
            _connect(ray, address)
        data.DataContext.get_current().enable_progress_bars = False
        logging.getLogger("ray.data").setLevel(logging.ERROR)
        threads = options.threads or PROCESSORS
        count = actors or max(1, int(ray.cluster_resources().get("CPU", 1)) // threads)
        shards = data.from_items([{"name": name} for name in names], override_num_blocks=min(len(names), BLOCKS))
        built = shards.map_batches(
            ShardBuilder,
            fn_constructor_args=(folder, _everywhere(options, threads), make),
            batch_size=1,
            compute=data.ActorPoolStrategy(min_size=1, max_size=min(count, len(names))),
            num_cpus=threads,
        )
        for row in built.iter_rows():
            if row["error"]:
                raise WorkerError(str(row["error"]))
            yield str(row["name"])
    except ray.exceptions.RayError as error:
        raise WorkerError(f"the cluster gave up: {_last_line(error)}") from error
    finally:
        if own and ray.is_initialized():
            ray.shutdown()


def _everywhere(options: BuildOptions, threads: int) -> BuildOptions:
    """The options with paths that do not depend on where a process was started."""
    models = options.models if options.models in NAMED_MODELS else str(Path(options.models).absolute())
    return replace(
        options,
        models=models,
        lexicon=tuple(path.absolute() for path in options.lexicon),
        cache=options.cache.absolute() if options.cache else None,
        threads=threads,
    )


def _ray() -> Any:
    """Ray, told before it is imported to send nothing to anybody."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    try:
        return importlib.import_module("ray")
    except ImportError as error:
        raise WorkerError("Ray is not installed: pip install 'perintah[cluster]'") from error


def _connect(ray: Any, address: str) -> None:
    try:
        if address == LOCAL:
            ray.init(address=LOCAL, include_dashboard=False, logging_level="error", log_to_driver=False)
        else:
            _knock(address)
            ray.init(address=address, logging_level="error", log_to_driver=False)
    except Exception as error:
        raise WorkerError(f"no Ray cluster at {address}: {_last_line(error)}") from error


def _knock(address: str) -> None:
    """Raises OSError if nobody answers at HOST:PORT, where Ray would try for minutes."""
    host, _, port = address.rpartition(":")
    if host and port.isdecimal() and "//" not in host:
        socket.create_connection((host, int(port)), KNOCK).close()


def _last_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[-1]
