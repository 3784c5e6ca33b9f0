"""The heads of offices, and the deputies of posts that no list has under that name: "mantan Wakil Bendahara X"."""

from __future__ import annotations

from kg.extract.mentions_line import Line
from kg.extract.mentions_tags import OFFICE_TAGS, OFFICES, Tag
from kg.model import Mention
from kg.model.making import replace
from kg.model.members import POST


def is_deputy(line: Line, index: int) -> bool:
    """Whether the deputy of a post starts at `index` that no list has under that name."""
    deputy = line.end(index, Tag.DEPUTY) if line.tags[index] & Tag.DEPUTY else index
    return deputy > index and head_end_of(line, deputy) > max(head_end_of(line, index), deputy)


def once(line: Line, index: int, post: Mention) -> Mention:
    """A post with the word before it by which its holder has left it."""
    whole = line.mention(POST, index, post.last, post.rule)
    return replace(post, span=whole.span, first=index, text=whole.text, former=True)


def deputy_of(line: Line, index: int, principal: Mention) -> Mention:
    """The deputy of a post that no list has under that name: "Wakil" and the post itself."""
    whole = line.mention(POST, index, principal.last, principal.rule)
    word = line.texts[index]
    placed = replace(principal, span=whole.span, first=index, text=whole.text)
    if not principal.text.startswith(principal.office.partition(" ")[0]):
        return placed  # "Wakil Direktur X (Wadir X) Polda Y": the title in brackets is the deputy's
    return replace(
        placed,
        office=f"{word} {principal.office}",
        post=f"{word} {principal.post}",
    )


def head_end_of(line: Line, index: int) -> int:
    """The end of the longest head of an office that starts at `index`; `index` if none does."""
    tag = head_kind(line, index)
    return line.end(index, tag) if tag else index


def head_kind(line: Line, index: int) -> int:
    """The kind of the longest head that starts at `index`."""
    if not line.tags[index] & OFFICES:
        return 0
    only = line.tags[index] & OFFICES
    if only & (only - 1) == 0:  # one bit: mostly a form has one kind
        return only
    found = line.found[index]
    return max([tag for tag in OFFICE_TAGS if tag in found], key=found.__getitem__)
