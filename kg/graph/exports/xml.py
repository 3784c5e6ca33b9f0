"""What the XML formats share."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

# Characters that XML 1.0, 2.2, does not allow even when escaped.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(value: str) -> str:
    """`value` with what XML cannot carry replaced by U+FFFD."""
    return _NOT_XML.sub("\ufffd", value)


def document(root: ET.Element) -> bytes:
    """The document in UTF-8 with a declaration, indented."""
    ET.indent(root, " ")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode").encode() + b"\n"
