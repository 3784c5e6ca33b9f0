"""What the README shows is true: its transcript, its commands, its figures and its lines of Python."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli.arguments import arguments
from kg.graph.questions import question
from tests.conftest import Built, Run

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    """The code blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def commands() -> list[list[str]]:
    """Every `kg` command of the README, without its comment."""
    lines = [line for language in ("sh", "console") for block in blocks(language) for line in block.splitlines()]
    given = [line.removeprefix("$ ") for line in lines if line.removeprefix("$ ").startswith("kg ")]
    return [shlex.split(line, comments=True)[1:] for line in given]


@pytest.mark.parametrize("command", commands(), ids=" ".join)
def test_every_command_exists(command: list[str]) -> None:
    options, rest = arguments().parse_known_args(command)
    assert not rest or options.command == "query"
    names = {name.removeprefix("--") for name in rest[::2]}
    if names:
        assert names <= {parameter.name for parameter in question(options.question).parameters}


def test_every_command_of_the_program_is_shown() -> None:
    parser = arguments()
    [choices] = [action.choices for action in parser._actions if action.dest == "command"]
    assert choices is not None
    assert set(choices) <= {command[0] for command in commands()}


def test_the_two_command_lines() -> None:
    for name, last in (("build", "kg build"), ("tests", "-m pytest -n 2 --dist loadfile")):
        [line] = re.findall(rf"<!-- command: {name} -->\n```sh\n(.+)\n```", README)
        assert line.startswith("python3 -m venv .venv && ")
        assert line.endswith(last)


def sessions() -> list[tuple[str, str]]:
    """Each command of the transcript with what the README says it prints."""
    [text] = re.findall(r"<!-- transcript -->\n```console\n(.*?)```\n<!-- end of transcript -->", README, re.DOTALL)
    parts = re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]
    return [(command, output) for command, _, output in (part.partition("\n") for part in parts)]


@pytest.mark.model
@pytest.mark.parametrize(("command", "output"), sessions(), ids=[command for command, _ in sessions()])
def test_the_transcript_is_what_is_printed(
    built: Built, kg: Run, monkeypatch: pytest.MonkeyPatch, command: str, output: str
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    ran = kg(*shlex.split(command)[1:], "--graph", built.folder)
    assert ran.code == 0
    assert output.split()
    assert ran.text.split() == output.split()


@pytest.mark.model
def test_the_figures_are_not_better_than_what_is_measured(built: Built, kg: Run) -> None:
    scores = json.loads(kg("eval", "--json", "--cache", built.cache).text)
    [table] = re.findall(r"<!-- accuracy -->\n```\n(.*?)```", README, re.DOTALL)
    claimed = dict(re.findall(r"^(\w+) +P .* F1 (\d\.\d+)", table, re.MULTILINE))
    assert set(claimed) == {"directives", "tuple", "statements", "attribution", "posts"}
    assert {name for name, figure in claimed.items() if float(figure) > scores[name]["f1"] + 0.02} == set()


@pytest.mark.model
def test_the_lines_of_python(built: Built) -> None:
    [snippet] = blocks("python")
    assert len([line for line in snippet.splitlines() if line.strip()]) <= 6
    assert built.folder.name == "output"
    ran = subprocess.run(
        [sys.executable, "-c", snippet], cwd=built.folder.parent, capture_output=True, text=True, check=True
    )
    assert len(ran.stdout.splitlines()) > 5


def test_links_lead_somewhere() -> None:
    for link in re.findall(r"\]\(([^)#]+)\)", README):
        assert (Path(__file__).parents[1] / link).is_file(), link
    titles = re.findall(r"^## (.+)$", README, re.MULTILINE)
    headings = {re.sub(r"[^a-z ]", "", title.lower()).replace(" ", "-") for title in titles}
    assert set(re.findall(r"\]\(#([a-z-]+)\)", README)) <= headings
