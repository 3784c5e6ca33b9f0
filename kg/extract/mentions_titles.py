"""What belongs to the head of an office besides its complement: "mantan" and "Pj." before it, brackets behind it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.mentions_line import Line
from kg.extract.mentions_tags import OFFICES, Tag
from kg.model import Mention
from kg.model.making import maker, quickly_made, replace
from kg.model.members import POST

BEFORE_OFFICE = Tag.FORMER | Tag.ACTING | Tag.ADDRESS
UNIT_TAGS = (Tag.ORGANISATION, Tag.ORGANISATION_HEAD, Tag.PLACE, Tag.UNIT_PLACE)


@quickly_made
@dataclass(frozen=True, slots=True)
class Prefix:
    """What stands before the head of an office, and where the head starts."""

    head: int
    acting: str = ""
    former: bool = False


new_prefix = maker(Prefix)


def read_prefix(line: Line, index: int) -> Prefix:
    """Reads "mantan", "Pak" and "Pj." in any order before an office."""
    at, acting, former = index, "", False
    while line.tags[at] & BEFORE_OFFICE:
        if line.tags[at] & Tag.FORMER:
            former, at = True, line.end(at, Tag.FORMER)
        elif line.tags[at] & Tag.ACTING:
            end = line.end(at, Tag.ACTING)
            acting = line.joined(at, end)
            if line.texts[end] == "(" and line.tags[end + 1] & Tag.ACTING:
                end = line.end(end + 1, Tag.ACTING) + 1
            elif line.texts[end] == ".":
                end += 1
            at = end
        elif line.tags[line.end(at, Tag.ADDRESS)] & (Tag.FORMER | Tag.ACTING | OFFICES):
            if line.pieces[line.end(at, Tag.ADDRESS)] in line.words.parties:
                break  # "Ibu korban": whose mother she is
            at = line.end(at, Tag.ADDRESS)
        else:
            break
    return new_prefix(at, acting, former)


def with_marks(line: Line, post: Mention) -> Mention:
    """The post with what stands behind it: the branch of its body, that it is suspended, and an abbreviation."""
    end = post.last
    if line.capital[end] and line.pieces[end] in line.words.branch_heads and line.proper[end + 1]:
        end = line.end(end + 1, Tag.PLACE) if line.tags[end + 1] & Tag.PLACE else end  # "Perwakilan Papua"
    mark = line.end(end, Tag.SUSPENDED)
    if mark > end and not line.headline and (line.proper[mark] or line.texts[mark] == ","):
        end = mark  # "nonaktif"
    if end > post.last:
        behind = line.joined(post.last, end)
        whole = line.mention(POST, post.first, end, post.rule)
        office, unit = f"{post.office} {behind}", f"{post.unit} {behind}".strip()
        post = replace(post, span=whole.span, last=end, text=whole.text, office=office, unit=unit)
    return _with_abbreviation(line, post)


def _with_abbreviation(line: Line, post: Mention) -> Mention:
    """The post with what stands for it in brackets: an abbreviation of its unit, or of the office itself, which stays
    apart.
    """
    if line.texts[post.last] != "(" or not line.proper[post.last + 1]:
        return post
    stop = next((at for at in range(post.last + 1, min(post.last + 6, line.length)) if line.texts[at] == ")"), None)
    if stop is None:
        return post
    inner = line.joined(post.last + 1, stop)
    if line.tags[post.last + 1] & OFFICES:
        return _with_unit(line, post, stop, inner)
    word = stop == post.last + 2 and line.tags[stop + 1] & Tag.RANK and not line.tags[post.last + 1] & Tag.PLACE
    body = stop == post.last + 2 and line.tags[post.last + 1] & Tag.ORGANISATION  # "(Bawaslu)"
    if line.shouting or not (inner.isupper() or word or body):  # "(Dispenad)" before a rank
        return post
    whole = line.mention(POST, post.first, stop + 1, post.rule)
    return replace(post, span=whole.span, last=whole.last, text=whole.text, name=inner)


def _with_unit(line: Line, post: Mention, stop: int, title: str) -> Mention:
    """The post whose title in brackets the unit follows: "Inspektur Pengawasan Daerah (Irwasda) Polda Bali"."""
    end = max(line.end(stop + 1, Tag.ORGANISATION), line.end(stop + 1, Tag.ORGANISATION_HEAD))
    if end == stop + 1 or not line.proper[stop + 1] or line.shouting:
        return replace(post, name=title)
    while end < line.length and line.proper[end] and any(line.tags[end] & tag for tag in UNIT_TAGS):
        end = max(line.end(end, tag) for tag in UNIT_TAGS)
    while end < line.length and line.proper[end] and line.pieces[end] in line.words.office_fields:
        end += 1
    end = max(end, max(line.end(end, tag) for tag in (Tag.ORGANISATION, Tag.PLACE)))
    whole = line.mention(POST, post.first, end, post.rule)
    unit = line.joined(stop + 1, end)
    named = replace(post, office=f"{title} {unit}", post=title, unit=unit, name=post.office)
    return replace(named, span=whole.span, last=end, text=whole.text)


def with_second_head(line: Line, index: int) -> int:
    """The end of a second head that no list knows: "Founder dan Lead Instructor X"."""
    second = index + 1
    if line.pieces[index] not in line.words.connectors or not (line.proper[second] and line.proper[second + 1]):
        return index
    if line.tags[second] or line.pieces[second] in line.words.person_names or line.headline:
        return index
    if line.pieces[index] in line.words.locatives:
        return index  # "staf di X Y"
    return second + 1
