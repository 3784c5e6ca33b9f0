"""Finds offices and roles: their head noun, what marks the holder as acting or former, the unit or place behind it."""

from __future__ import annotations

from kg.extract.mentions_bearers import names_no_body
from kg.extract.mentions_called import begins_name
from kg.extract.mentions_clauses import clause_end
from kg.extract.mentions_deputies import deputy_of, head_kind, is_deputy, once
from kg.extract.mentions_evidence import Evidence, lean
from kg.extract.mentions_extent import HEADED, extent
from kg.extract.mentions_fields import (
    before_rank,
    bracket_end,
    heads_branch,
    heads_place,
    listed_end,
    named_behind_holder,
    national_end,
    of_body,
    of_office,
    second_field,
    unit_end,
)
from kg.extract.mentions_line import Line, ballot_end, origin_end, standing_end
from kg.extract.mentions_persons import name_end
from kg.extract.mentions_pointing import points_back
from kg.extract.mentions_roles import from_body, points_at_role, rule_of_role
from kg.extract.mentions_served import behind_other, client_end, holder_follows, past_constituency, related_end
from kg.extract.mentions_tags import OFFICES, Tag
from kg.extract.mentions_titles import Prefix, read_prefix, with_marks, with_second_head
from kg.extract.mentions_units import find_event, find_place, find_unit
from kg.model import Mention
from kg.model.making import replace
from kg.model.members import POST

PLACE_BONUS = 2.0  # the office asks for a place: its first unknown word is one
ENCLITIC = "nya"
LONGEST_FIELD = 6  # words in lower case


def find_post(line: Line, index: int, evidence: Evidence) -> Mention | None:
    """The office or role that starts at `index`.

    The rules ask for the same word many times, and what stands behind an office is found by the same rules: the line
    keeps the answers, without which a row of offices would take twice as long with every office more.
    """
    posts = line.posts
    if index not in posts:
        posts[index] = _found(line, index, evidence)
    return posts[index]


def _found(line: Line, index: int, evidence: Evidence) -> Mention | None:
    """What `find_post` finds where it was not asked before."""
    if line.pieces[index] == line.pieces[index + 1] and line.tags[index] & OFFICES:
        return None  # "Kepala Kepala Bidang X": a slip
    if is_deputy(line, index):
        deputy = line.end(index, Tag.DEPUTY)
        principal = find_post(line, deputy, evidence) if line.tags[deputy] & OFFICES & ~Tag.ROLE else None
        return principal and deputy_of(line, index, principal)
    candidate = line.end(index, Tag.CANDIDATE) if line.tags[index] & Tag.CANDIDATE else index
    if candidate > index and not line.tags[candidate] & OFFICES:
        return None
    prefix = read_prefix(line, candidate)
    if prefix.former and is_deputy(line, prefix.head):
        left = find_post(line, prefix.head, evidence)  # "mantan Wakil Bendahara X"
        return None if left is None else once(line, index, left)
    tag = head_kind(line, prefix.head)
    if not tag or begins_name(line, prefix.head):
        return None
    head_end = line.end(prefix.head, tag)
    tags = line.tags[prefix.head]
    if tags & Tag.ORGANISATION and line.end(prefix.head, Tag.ORGANISATION) > head_end and line.capital[prefix.head]:
        return None  # "GM FKPPI" is a body, though "GM" is an office
    if tags & Tag.RANK and line.end(prefix.head, Tag.RANK) > head_end - (tag == Tag.OFFICE):
        return None
    if tags & Tag.PLACE and line.pieces[prefix.head - 1] in line.words.place_heads:
        return None
    if tag == Tag.NATIONAL_OFFICE and heads_branch(line, prefix.head, head_end):
        found: Mention | None = _placed(line, index, prefix, head_end, evidence)
    elif tag == Tag.NATIONAL_OFFICE and not of_body(line, head_end):
        found = _post(line, index, prefix, head_end, national_end(line, head_end, evidence))
    elif tag == Tag.PLACE_OFFICE or (tag == Tag.OFFICE and heads_place(line, prefix.head, head_end)):
        found = _placed(line, index, prefix, unit_end(line, prefix.head, head_end, evidence), evidence)
    else:
        found = _complemented(line, index, prefix, head_end, evidence, role=tag == Tag.ROLE)
    if found is None or candidate == index:
        return found if found is None else with_marks(line, found)
    end = ballot_end(line, found.last) if line.pieces[index - 1] not in line.words.connectors else found.last
    whole = line.mention(POST, index, end, "role/candidate", office=line.joined(index, end))
    post = line.joined(index, head_end)
    return replace(found, office=whole.office, post=post, rule=whole.rule, span=whole.span, last=end, text=whole.text)


def _post(line: Line, first: int, prefix: Prefix, head_end: int, last: int, rule: str = "post") -> Mention:
    return line.mention(
        POST,
        first,
        last,
        rule,
        office=line.joined(prefix.head, last),
        post=line.joined(prefix.head, head_end),
        acting=prefix.acting,
        former=prefix.former,
        place=line.place(head_end, last),
        unit=line.joined(head_end, last),
    )


def _placed(line: Line, first: int, prefix: Prefix, head_end: int, evidence: Evidence) -> Mention:
    """An office with its place, its number, or nothing: "Kapolres OKU Timur", "Dandim 0403/OKU", "Kapolda"."""
    at = head_end
    title = ""
    while line.tags[at] & Tag.SUSPENDED:
        at = line.end(at, Tag.SUSPENDED)
    if at < line.length and not line.capital[at] and line.pieces[at] in line.words.place_heads and line.proper[at + 1]:
        at += 1
    if line.texts[at] == "(":  # "Komandan Pangkalan Utama TNI AL (Danlantamal) IX Ambon"
        stop = next((index for index in range(at + 1, at + 5) if line.texts[index] == ")"), at)
        if stop > at and (line.proper[stop + 1] or line.number[stop + 1]) and not line.tags[stop + 1] & Tag.RANK:
            title = line.joined(at + 1, stop) if line.tags[at + 1] & OFFICES else ""
            at = stop + 1
    if line.capital[head_end - 1] or (at < line.length and line.capital[at] and not line.headline):
        complete = line.tags[head_end - 1] & Tag.ORGANISATION  # "Ketua KPU": there is a national one
        complete = complete or not line.words.fielded_bodies.isdisjoint(line.pieces[prefix.head : head_end - 1])
        listed = "".join(line.pieces[prefix.head : head_end]) in line.words.listed_offices
        whole = line.proper[at + 1] and not line.proper[at + 2] and line.pieces[at + 1] in line.words.person_names
        complete = complete or (listed and whole and not line.headline)  # "Bupati Zanaria Putri tiba"
        run = extent(line, at, evidence, first=0.0 if complete else PLACE_BONUS)
        end = max(run.end if run.end > at else head_end, before_rank(line, at))
    else:
        end = head_end
    if line.tags[end] & Tag.SUSPENDED:
        end = line.end(end, Tag.SUSPENDED)
    found = _post(line, first, prefix, head_end, end)
    if not found.place and line.tags[end] & Tag.PLACE_OFFICE and line.capital[end] and not line.headline:
        led = find_post(line, end, evidence)  # "Kabag Ops Dirlantas Polda X"
        if led is not None and led.unit and end > first:
            return _post(line, first, prefix, head_end, led.last)
    if not title or end <= at:
        return found
    return replace(found, office=f"{title} {line.joined(at, end)}", post=title, unit=line.joined(at, end))


def _complemented(
    line: Line, first: int, prefix: Prefix, head_end: int, evidence: Evidence, *, role: bool
) -> Mention | None:
    """An office with its organisation, field or operation, or a role with what it is related to."""
    head_end = with_second_head(line, head_end)
    end = head_end
    beside = line.tags[prefix.head] & Tag.OFFICE_OF_PERSON
    at = bracket_end(line, head_end, evidence, served=OFFICES & ~Tag.ROLE if beside else 0)
    if line.tags[prefix.head] & Tag.PLACE_OFFICE and before_rank(line, at) > at:
        at = end = before_rank(line, at)
    past = line.end(at, Tag.FORMER) if beside and line.tags[at] & Tag.FORMER else at
    if past > at and line.tags[past] & OFFICES and line.pieces[prefix.head] not in line.words.relatives:
        other = find_post(line, past, evidence)
        if other is not None and line.texts[other.last] == "," and holder_follows(line, other.last, evidence):
            at = end = other.last  # "pengacara mantan Bupati X, Y": Y never was that
    if beside and line.tags[at] & OFFICES:
        other = find_post(line, at, evidence)
        if other is not None:
            at = end = other.last
        if other is not None and line.pieces[prefix.head] in line.words.relatives and line.texts[end] != ",":
            at = end = name_end(
                line, line.end(end, Tag.RANK), evidence, sure=True
            )  # "putra Presiden X": X is his father
    client = client_end(line, prefix.head, at, evidence)
    if client > at:
        at = end = client
    while at < line.length and at < head_end + LONGEST_FIELD and _field(line, at):
        at = end = at + 1
    counsel = _counsel(line, prefix.head, at, evidence)
    if counsel > at:
        return _post(line, first, prefix, head_end, counsel)
    if at == head_end > prefix.head + 1 and second_field(line, at):
        at += 1
    while at < line.length and at < head_end + 3 * LONGEST_FIELD:
        stop = _complement_end(line, at, evidence, started=end > head_end)
        if stop == at and end > head_end:
            stop = listed_end(line, at, evidence)
        if stop == at:
            break
        at = end = stop
    if of_office(line, prefix.head, end):
        other = find_post(line, end, evidence)
        at = end = other.last if other is not None else end
    end = max(end, named_behind_holder(line, first, end, evidence))
    capital = line.capital[prefix.head]
    teamed = beside and not role and end > head_end and line.pieces[head_end] in line.words.teams
    if (end == head_end and (role or beside)) or teamed:
        end = related_end(line, first, prefix.head, end, evidence, role=role)
    if role and line.pieces[prefix.head] in line.words.teams and end == head_end:
        named = name_end(line, end, evidence, sure=True)  # "tim kuasa hukum X meminta": X is their client
        if named > end:
            return _post(line, first, prefix, head_end, named, "role")
    if role and end == head_end and line.proper[end]:
        place = find_place(line, end, evidence)
        end = place.last if place is not None else end
    if role and line.pieces[prefix.head] in line.words.professions:
        end = from_body(line, end, evidence)
    lone = end == head_end and head_end == prefix.head + 1
    member = line.pieces[prefix.head] in line.words.member_offices and head_end == prefix.head + 1
    group = line.tags[prefix.head] & Tag.GROUP
    role = role or (member and not _seats(line, head_end, end))
    if member and role and names_no_body(line, head_end, end):
        return None
    behind = behind_other(line, past_constituency(line, end if role else standing_end(line, end)))
    behind += line.pieces[behind] in line.words.namely and not role  # "anggota DPR yakni X"
    held = holder_follows(line, behind, evidence) or clause_end(line, first, end) > end
    apposed = first > 1 and line.texts[first - 1] == "," and _is_name(line, first - 2, evidence) and not lone
    if role and not capital and _is_name(line, first - 1, evidence):  # "X pemilik rumah"
        return _post(line, first, prefix, head_end, end, "role")
    said = line.pieces[first - 1] in line.words.holding_verbs or (
        first > 1 and all(piece in line.words.joint_offices for piece in line.pieces[first - 2 : first])
    )  # "X yang juga anggota DPRD Y"
    said = said and not lone and line.proper[end - 1] and (not role or bool(beside and end > head_end))
    pointed = (
        line.pieces[prefix.head] in line.words.member_offices
        and not role
        and points_back(line, first, origin_end(line, end))
    )  # "Namun anggota DPRD X itu menolak"
    if group and not (held or apposed or said or pointed or _shares_holder(line, prefix.head, end, evidence)):
        return None
    kin = any(line.pieces[at] in line.words.kin_heads and not line.capital[at] for at in range(head_end, end))
    if kin and group and not role:
        return None  # "anggota keluarga X"
    generic = line.pieces[prefix.head] in line.words.generic_offices
    own = line.texts[end] == ENCLITIC  # "kepalanya": his head, not his chief
    if lone and role and not held and points_at_role(line, first, end):
        return _post(line, first, prefix, head_end, end, "role")  # "menurut pengamat dari Universitas X itu"
    if lone and not held and (role or (generic and (not capital or line.headline or own))):
        return None
    return _post(line, first, prefix, head_end, end, rule_of_role(line, prefix.head, head_end, end) if role else "post")


def _shares_holder(line: Line, head: int, index: int, evidence: Evidence) -> bool:
    """Whether another post of the same member and his name follow: "anggota DPR sekaligus Ketua X Rama Wijaya"."""
    at = index if line.pieces[head] in line.words.member_offices else line.length
    while line.pieces[at] in line.words.joint_offices:
        at += 1
    other = find_post(line, at, evidence) if at > index and line.tags[at] & OFFICES else None
    return other is not None and not other.quantifier and holder_follows(line, other.last, evidence)


def _counsel(line: Line, head: int, index: int, evidence: Evidence) -> int:
    """The end of a team of counsel whose head an office is: "Koordinator Tim Kuasa Hukum Keluarga X"; else `index`."""
    team = index if index > head and line.pieces[index - 1] in line.words.teams else index + 1
    if team > index and line.pieces[index] not in line.words.teams:
        return index
    if not (line.tags[head] & Tag.OFFICE and line.tags[team] & Tag.ROLE and line.capital[team]):
        return index
    role = find_post(line, team, evidence)
    return role.last if role is not None else index


def _seats(line: Line, first: int, last: int) -> bool:
    """Whether the complement of "anggota" names a body whose members hold office: "anggota Komisi III DPR"."""
    bodies = line.words.seated_bodies
    return any(line.pieces[at] in bodies for at in range(first, last))


def _is_name(line: Line, index: int, evidence: Evidence) -> bool:
    """Whether the word before an office can end the name of its holder."""
    named = index >= 0 and line.proper[index] and line.pieces[index] not in line.words.speech
    return named and not line.headline and lean(line, index, evidence) < 0


def _field(line: Line, index: int) -> bool:
    """Whether a word in lower case names the field of an office: "pakar hukum tata negara"."""
    piece = line.pieces[index]
    if line.capital[index] or not piece[:1].isalpha() or piece in line.words.ballot_number:
        return False
    words = line.words
    known = piece in words.organisation_words or piece in words.office_fields or bool(line.tags[index] & Tag.GROUP)
    return known and line.sentence.words[index].upos in ("NOUN", "PROPN", "ADJ")


def _complement_end(line: Line, index: int, evidence: Evidence, *, started: bool) -> int:
    """The end of one part of an office's complement that starts at `index`; `index` if there is none."""
    event = find_event(line, index, evidence)
    if event is not None:
        return event.last
    if line.proper[index] or line.number[index] or (started and line.pieces[index] in line.words.connectors):
        opens = Tag.ORGANISATION_HEAD if line.tags[index - 1] & Tag.ORGANISATION_HEAD else 0
        complete = line.tags[index - 1] & Tag.ORGANISATION
        if line.pieces[index - 1] in line.words.national_boards and not line.proper[index + 2]:
            opens = 0  # "Ketua DPP X Y": all parties are known
        run = extent(line, index, evidence, first=HEADED if opens and not complete and not started else 0.0)
        if run.end > index:
            return run.end
    if line.proper[index] or line.tags[index] & Tag.ORGANISATION_HEAD:
        unit = find_unit(line, index, evidence)
        if unit is not None and (unit.rule != "unit/bare"):
            return unit.last
    if started and line.texts[index] == "(":
        for stop in range(index + 1, min(index + 6, line.length)):
            if line.texts[stop] == ")":
                return stop + 1 if line.proper[index + 1] and line.proper[stop + 1] else index
    return index
