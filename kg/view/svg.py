"""SVG as a tree of elements: all text goes in as text, so nothing in an article can become markup."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree import ElementTree

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Element = ElementTree.Element


def element(tag: str, *children: Element | str, **attributes: str | float) -> Element:
    """An element; `_` in the name of an attribute stands for `-`, numbers are written with one decimal at most."""
    made = Element(tag)
    for name, value in attributes.items():
        made.set(name.rstrip("_").replace("_", "-"), clean(value) if isinstance(value, str) else number(value))
    for child in children:
        if isinstance(child, str):
            made.text = (made.text or "") + clean(child)
        else:
            made.append(child)
    return made


def group(children: Iterable[Element], **attributes: str | float) -> Element:
    """A `g` with `children`."""
    return element("g", *children, **attributes)


def number(value: float) -> str:
    """`value` with at most one decimal and never a minus zero."""
    rounded = round(float(value), 1) + 0.0
    return str(int(rounded)) if rounded == int(rounded) else f"{rounded:.1f}"


def clean(text: str) -> str:
    """`text` without characters that XML 1.0 (production 2, Char) does not allow."""
    return _NOT_XML.sub("\ufffd", text)


def document(width: float, height: float, title: str, children: Iterable[Element]) -> str:
    """A whole SVG document of that size in pixels, with `title` as its text alternative."""
    root = element(
        "svg",
        element("title", title),
        *children,
        xmlns="http://www.w3.org/2000/svg",
        width=width,
        height=height,
        viewBox=f"0 0 {number(width)} {number(height)}",
        role="img",
        font_family="'Perintah Sans', 'Source Sans 3', 'Helvetica Neue', Arial, sans-serif",
    )
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"
