"""How things look wherever they are drawn, page or picture: the force's colours, signs and lines, fonts, words."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

LANGUAGES = ("id", "en")


@dataclass(frozen=True, slots=True)
class Appearance:
    """A force apart from its name: never by colour alone.

    `sign` is an SVG path in a box of 16 by 16 (`open` ones are outlines), `dash` lengths of strokes and gaps in pixels,
    `width` the width of its line in pixels.
    """

    light: str
    dark: str
    sign: str
    open: bool
    dash: tuple[float, ...]
    width: float


def asset(name: str) -> Traversable:
    """A file below `kg/view/assets`."""
    return resources.files("kg.view").joinpath("assets", name)


@cache
def text(name: str) -> str:
    """The text of an asset."""
    return asset(name).read_text(encoding="utf-8")


@cache
def forces() -> MappingProxyType[str, Appearance]:
    """The appearance of each force, by the local name of its concept."""
    raw: dict[str, dict[str, Any]] = json.loads(text("forces.json"))
    return MappingProxyType({force: Appearance(**{**look, "dash": tuple(look["dash"])}) for force, look in raw.items()})


@cache
def words(lang: str) -> MappingProxyType[str, str]:
    """The texts of the view itself in `lang` ("id" or "en"), by key; both languages have the same keys."""
    catalogue: dict[str, dict[str, str]] = json.loads(text("words.json"))
    return MappingProxyType(catalogue[lang])
