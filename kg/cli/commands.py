"""Entry points of the commands: each imports its stages when it runs."""

from __future__ import annotations

from argparse import Namespace


def build(options: Namespace) -> int:
    from kg.cli.building import build as run

    return run(options)


def extract(options: Namespace) -> int:
    from kg.cli.building import extract as run

    return run(options)


def parse(options: Namespace) -> int:
    from kg.cli.building import parse as run

    return run(options)


def query(options: Namespace) -> int:
    from kg.cli.asking import query as run

    return run(options)


def view(options: Namespace) -> int:
    from kg.cli.asking import view as run

    return run(options)


def export(options: Namespace) -> int:
    from kg.cli.asking import export as run

    return run(options)


def check(options: Namespace) -> int:
    from kg.cli.asking import check as run

    return run(options)


def evaluate(options: Namespace) -> int:
    from kg.cli.measuring import evaluate as run

    return run(options)


def explain(options: Namespace) -> int:
    from kg.cli.measuring import explain as run

    return run(options)


def train(options: Namespace) -> int:
    from kg.cli.measuring import train as run

    return run(options)


def same(options: Namespace) -> int:
    from kg.cli.judging import same as run

    return run(options)


def different(options: Namespace) -> int:
    from kg.cli.judging import different as run

    return run(options)
