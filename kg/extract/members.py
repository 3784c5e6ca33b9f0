"""Members of a phrase of people that are written in one, side by side or with where they are: what is one of them."""

from __future__ import annotations

from kg.extract.extents import MAX_RELATIVE, modified_end, relative_end
from kg.extract.grammar import Grammar
from kg.extract.own_people import own_people
from kg.extract.passage import Passage, is_verb
from kg.extract.places import placed_end
from kg.model import MentionKind, Reference, Span
from kg.model.making import maker
from kg.model.members import GROUP, NONE, PERSON, POST, UNIT

HYPHENS = ("-", "–")
MAX_TICKET = 7  # words from those who stand for an office to the conjunction before its deputy
MAX_AMOUNT = 3  # words before a number that say that it is about

new_reference = maker(Reference)


def bodies_joined(passage: Passage, grammar: Grammar, at: int) -> tuple[tuple[Reference, ...], int]:
    """The bodies that hyphens join at a word, each a member, and where their name ends (`TNI-Polri`, `KPU - Bawaslu`);
    none if one of them is no body."""
    found = passage.mention[at]
    unit = found >= 0 and passage.mentions[found].kind in (UNIT, GROUP) and passage.mentions[found].first == at
    last = passage.mentions[found].last if unit else at + 1
    spans: list[Span] = []
    for word in passage.sentence.words[at:last]:
        start = word.span.start
        for part in word.text.replace(HYPHENS[1], HYPHENS[0]).split(HYPHENS[0]):
            if part and part.lower() not in grammar.body:
                return (), at
            if part:
                spans.append(Span(start, start + len(part)))
            start += len(part) + 1
    if len(spans) < 2 or passage.lower[at] in grammar.servants:
        return (), at  # the last: `PNS TNI`
    return tuple(new_reference(NONE, span, None, passage.sentence.index) for span in spans), last


def behind_amount(passage: Passage, grammar: Grammar, at: int) -> int:
    """The number behind what says that it is about (`lebih dari 330 ribu pekerja`, `sekitar 50 warga`), else `at`."""
    for behind in range(at + 1, min(at + MAX_AMOUNT + 1, len(passage))):
        if " ".join(passage.lower[at:behind]) in grammar.approximate and passage.sentence.tags[behind] == "NUM":
            return behind
    return at


def collective_end(passage: Passage, grammar: Grammar, last: int, end: int) -> int:
    """Where a group's name ends that goes on in what follows: the members of a collective (`jajaran ASN`), an
    abbreviation (`ibu-ibu PKK`), or in a sentence that is no headline the rest of a name in capitals (`anggota Himpunan
    Pengusaha Muda`)."""
    if last >= end:
        return last
    found = passage.mention[last]
    kind = passage.mentions[found].kind if found >= 0 else None
    if passage.lower[last - 1] in grammar.collective:
        if kind in (GROUP, UNIT, POST):
            return min(passage.mentions[found].last, end)
        return last + 1 if passage.sentence.tags[last] == "PROPN" else last
    if passage.title_case or passage.sentence.is_title:
        return last
    words = passage.sentence.words
    if kind is UNIT and words[last].text.isupper() and passage.mentions[found].last == last + 1:
        last += 1
        while last < end and words[last - 1].text.endswith("/") and words[last].text.isupper():
            last += 1  # `karyawan BUMN/ BUMD`
        return last
    at = last
    while at < end and words[at - 1].text[:1].isupper() and words[at].text[:1].isupper():
        if passage.mention[at] >= 0 and passage.mentions[passage.mention[at]].kind in (PERSON, POST):
            return last
        at += 1
    return at


def described_end(passage: Passage, grammar: Grammar, at: int, end: int) -> int:
    """Where the short relative clause ends that says whom a word means that names nobody (`siapa pun yang melihat`,
    `mereka yang menjadi korban`); `at` if none follows, or a long one."""
    last = relative_end(passage, grammar, at, end)
    return last if last == end or last - at < MAX_RELATIVE else at


def holder_behind(passage: Passage, at: int, end: int) -> int | None:
    """The person whom an apposition at the end of a phrase names, which a comma parts from who he is (`koordinator
    aksi, Rudi Hartono[,] untuk ...`); `None` if none stands there."""
    if at + 1 >= end or passage.lower[at] != ",":
        return None
    found = passage.mention[at + 1]
    if found < 0 or passage.mentions[found].kind is not PERSON:
        return None
    last = passage.mentions[found].last
    return at + 1 if last == end or (last == end - 1 and passage.lower[last] == ",") else None


def glued_behind(passage: Passage, grammar: Grammar, at: int) -> tuple[Reference | None, int]:
    """Somebody whom a stroke or a hyphen joins to the member before without a space (`bupati/wali kota`,
    `Polri-Kejaksaan`), and where he ends; `None` if nobody is."""
    word = passage.sentence.words[at]
    stem = word.text[1:].lower()
    if word.text[:1] not in ("/", *HYPHENS) or not stem:
        return None, at
    following = passage.lower[at + 1] if at + 1 < len(passage) else ""
    last = at + 2 if f"{stem} {following}" in grammar.animate else at + 1
    if last == at + 1 and stem not in grammar.animate and stem not in grammar.body:
        return None, at
    span = Span(word.span.start + 1, passage.sentence.words[last - 1].span.end)
    return new_reference(NONE, span, None, passage.sentence.index), last


def names_end(passage: Passage, grammar: Grammar, at: int, stop: int) -> int:
    """Where a list of proper names ends whose last follows a conjunction (`TikTok, Meta, dan Google menurunkan`); `at`
    if none stands there."""
    last, parted, joined = at, True, False
    while last < stop:
        lower = passage.lower[last]
        if lower in grammar.list_conjunction:
            parted = joined = True
        elif lower == "," and not joined:
            parted = True
        elif passage.sentence.tags[last] in ("PROPN", "NUM") and not is_verb(passage, grammar, last):
            parted = False
        else:
            break
        last += 1
    return last if joined and not parted else at


def may_be_one(passage: Passage, member: Reference) -> bool:
    """Whether a member may be one person: no pronoun, and nothing says that there are several."""
    if member.mention is None:
        return False
    mention = passage.mentions[member.mention]
    return mention.kind in (GROUP, POST) and not mention.quantifier


def goes_on_modifying(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether what follows a conjunction is no member but another modifier of the one before (`pengendara mobil dan
    motor`, `pejabat eselon II dan III`, `warga RT 3 dan RT 4`): no noun, what modifies the head before too, or a thing
    behind a thing that modifies it."""
    before = at - 2
    if passage.lower[at] in grammar.concessive or passage.lower[at] in grammar.adding:
        return False  # `masyarakat setempat atau pun pengunjung`, `warga dan juga pendatang`
    if before < 1 or passage.lower[at - 1] not in grammar.list_conjunction or passage.lower[before] == ",":
        return False
    number = passage.sentence.tags[at] not in ("NOUN", "PROPN", "PRON", "DET", "X") or (
        passage.lower[at].strip("ivx") == "" and passage.lower[at] != ""
    )
    again = passage.lower[at] in passage.lower[max(0, before - 2) : before + 1]
    head = passage.sentence.words[before].head
    inside = 0 <= head < before and passage.sentence.words[before].deprel.partition(":")[0] in (
        "nmod",
        "compound",
        "flat",
    )
    thing = inside and passage.sentence.tags[before] == passage.sentence.tags[at] == "NOUN"
    whose = passage.mention[before]
    group = whose >= 0 and passage.mentions[whose].kind is GROUP
    if group and passage.sentence.tags[before] == passage.sentence.tags[at] == "PROPN":
        found = passage.mention[at]
        if found < 0 or passage.mentions[found].kind is MentionKind.PLACE:
            return True  # `warga Surabaya dan Sidoarjo`, `umat Islam dan Kristen`
    body = thing and passage.lower[passage.sentence.words[before].head] in grammar.body  # `pemerintah pusat dan daerah`
    thing = thing and len(set(passage.lower[at].split("-"))) == len(passage.lower[at].split("-"))  # not `ibu-ibu`
    people = passage.lower[at] in grammar.person_noun or " ".join(passage.lower[at : at + 2]) in grammar.animate
    return number or again or (thing and not body and not people)


def offices_joined(passage: Passage, grammar: Grammar, at: int) -> tuple[tuple[Reference, ...], int]:
    """The offices that stand side by side under one quantifier in a group at a word, each a member, and where the group
    ends (`para bupati wali kota`, `seluruh bupati/wali kota`); none if there are no several."""
    found = passage.mention[at]
    if found < 0 or passage.mentions[found].kind is not GROUP:
        return (), at
    group = passage.mentions[found]
    if not grammar.candidate.isdisjoint(passage.lower[group.first : group.last]):
        return (), at  # `pasangan calon bupati`
    if group.rule == "group" and group.unit and "/" not in group.text:
        return (), at  # `seluruh ASN Kemenag`: theirs
    words = passage.sentence.words
    k = group.first
    while k < group.last and passage.lower[k] in grammar.quantifier:
        k += 1
    spans: list[Span] = []
    while k < group.last:
        stroke = words[k].text[:1] == "/"
        stem = passage.lower[k][1:] if stroke else passage.lower[k]
        if stroke and not stem:
            k += 1
            continue
        pair = k + 1 < group.last and f"{stem} {passage.lower[k + 1]}" in grammar.animate
        if not pair and stem not in grammar.body:
            return (), at
        last = k + 2 if pair else k + 1
        start = words[k].span.start + stroke if spans else words[min(at, group.first)].span.start
        spans.append(Span(start, words[last - 1].span.end))
        k = last
    if len(spans) < 2:
        return (), at
    return tuple(new_reference(NONE, span, None, passage.sentence.index) for span in spans), group.last


def joined_at(passage: Passage, grammar: Grammar, at: int) -> tuple[tuple[Reference, ...], int]:
    """The bodies or offices that are written in one at a word, a pair who stand for two offices together, or the
    speaker's own side, and where they end; none if nothing of the kind is."""
    for rule in (own_people, bodies_joined, _running_together, offices_joined):
        joined, last = rule(passage, grammar, at)
        if joined:
            return joined, last
    return (), at


def _running_together(passage: Passage, grammar: Grammar, at: int) -> tuple[tuple[Reference, ...], int]:
    """Those who stand for an office and its deputy's at a word, who are one member (`[pasangan] calon bupati dan wakil
    bupati`), and where they end; none if nobody does."""
    near = range(at, min(at + MAX_TICKET, len(passage)))
    first = next((k + 1 for k in near if passage.lower[k] in grammar.candidate), None)
    joined = next((k for k in near if passage.lower[k] in grammar.list_conjunction), None)
    if first is None or joined is None or not first < joined < len(passage) - 1:
        return (), at
    office, last = passage.lower[first:joined], joined + 2 + joined - first
    if passage.lower[joined + 1] not in grammar.deputy or passage.lower[joined + 2 : last] != office:
        return (), at
    found = passage.mention[last - 1]
    last = last if found < 0 else max(last, passage.mentions[found].last)
    return (new_reference(NONE, passage.span(at, last), None, passage.sentence.index),), last


def kinds_end(passage: Passage, grammar: Grammar, comma: int, stop: int) -> int:
    """Where the list of names ends that says of which kinds those before a comma are (`siswa SD, SMP, dan SMA`); the
    comma if none follows."""
    if passage.lower[comma + 1] in grammar.list_conjunction:
        return comma  # `tamtama, dan PNS`: one more
    end = names_end(passage, grammar, comma + 1, stop)
    told = any(passage.addressable_at(k) is not None for k in range(comma + 1, end))
    return comma if told or end == comma + 1 else end


def past_kinds(passage: Passage, grammar: Grammar, comma: int, end: int, whose: Reference) -> int:
    """Behind the places of a member, or the kinds of a group, that a comma parts from it; else the comma."""
    placed = placed_end(passage, grammar, comma, end)
    if placed > comma or passage.lower[comma] != "," or whose.mention is None:
        return placed
    group = passage.mentions[whose.mention].kind is GROUP
    return kinds_end(passage, grammar, comma, end) if group else comma


def beside_end(passage: Passage, grammar: Grammar, comma: int, stop: int, *, names: bool) -> int:
    """Behind places, or with `names` behind other names, that belong to who stands before a comma, or behind a verb
    that shares its object with that before it (`hakim yang memeriksa, mengadili, dan memutus perkara`); else the
    comma."""
    if passage.lower[comma] != "," or comma + 1 >= stop:
        return comma
    verb = comma + 1 + (passage.lower[comma + 1] in grammar.list_conjunction)
    acts = (k for k in (comma - 1, verb) if passage.lower[k].startswith("me") and is_verb(passage, grammar, k))
    if verb < stop and len(tuple(acts)) > 1:
        return verb + 1
    placed = placed_end(passage, grammar, comma, stop)
    return placed if placed > comma or not names else kinds_end(passage, grammar, comma, stop)


def hyphenated(passage: Passage, at: int, member: Reference) -> bool:
    """Whether a hyphen joins somebody to the member right before it."""
    joined = passage.lower[at] in HYPHENS and passage.addressable_at(at + 1) is not None
    return joined and member.mention is not None and passage.mention[at - 1] == member.mention


def group_end(passage: Passage, grammar: Grammar, at: int, end: int) -> int:
    """Where the name of a group ends whose mention ends at a word: behind its members, what modifies it, of which kinds
    or places it is (`warga Surabaya dan Sidoarjo`, `siswa SD, SMP, dan SMA`), and who a generic noun is."""
    last = modified_end(passage, grammar, collective_end(passage, grammar, at, end), end)
    if passage.lower[last - 1] in grammar.generic:
        return relative_end(passage, grammar, last, end)
    if last < end and passage.lower[last] == ",":
        return kinds_end(passage, grammar, last, end)
    at = last + 1
    if at >= end or passage.addressable_at(at) is not None or not goes_on_modifying(passage, grammar, at):
        return last
    pair = " ".join(passage.lower[at : at + 2])
    somebody = passage.lower[at] in grammar.animate or pair in grammar.animate
    return last if somebody else modified_end(passage, grammar, at + 1, end)


def kind_end(passage: Passage, grammar: Grammar, mention: int, end: int) -> int:
    """Where the nouns end that say of what sort the body is that a mention calls by a bare noun (`Lembaga survei`)."""
    one = passage.mentions[mention]
    if one.rule != "unit/bare" or passage.mention[one.last] >= 0 or passage.sentence.tags[one.last] != "NOUN":
        return one.last
    word = passage.sentence.words[one.last]
    whose = word.text.islower() and one.first <= word.head < one.last
    return modified_end(passage, grammar, one.last, end) if whose else one.last


def is_object(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether the object of a transitive verb, or of its noun, ends at a word (`yang mengenal [adik] pelaku`)."""
    found = passage.addressable_at(at)
    first = at if found is None else passage.mentions[found].first
    verb = first - 2 if passage.sentence.tags[first - 1] == "NOUN" else first - 1
    acts = passage.lower[verb].startswith("me") and is_verb(passage, grammar, verb)
    return acts and (passage.addressable_at(first) is not None or passage.lower[first] in grammar.animate)
