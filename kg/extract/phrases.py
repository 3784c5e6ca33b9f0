"""Noun phrases around a cue: where the addressee's phrase ends, and who is named in it."""

from __future__ import annotations

from kg.extract.everywhere import everywhere
from kg.extract.extents import (
    MAX_RESTRICTION,
    apposition_end,
    both,
    closing_bracket,
    epithet_end,
    marker_ahead,
    nominal_clause,
    opens_predicate,
    orders,
    own_act,
    plural_posts,
    qualifies,
    restriction_end,
    restricts,
    says_when,
)
from kg.extract.further_kinds import further_kinds
from kg.extract.grammar import Grammar
from kg.extract.list_ends import ends_list, places_end, singled_out, unknown_body_end
from kg.extract.members import (
    behind_amount,
    beside_end,
    bodies_joined,
    described_end,
    glued_behind,
    goes_on_modifying,
    group_end,
    holder_behind,
    hyphenated,
    is_object,
    joined_at,
    kind_end,
    may_be_one,
    past_kinds,
)
from kg.extract.passage import Passage, is_verb
from kg.model import Reference, ReferenceKind
from kg.model.making import maker, replace
from kg.model.members import FIRST_PERSON, GROUP, MENTION, NONE, PRONOUN

MAX_PHRASE = 28  # words; a longer one is a clause
new_reference = maker(Reference)


def reference_to(passage: Passage, grammar: Grammar, index: int) -> Reference:
    """The reference of the mention over a word: a pronoun of the first or third person, or the mention itself."""
    found = passage.mention[index]
    mention = passage.mentions[found]
    sentence = passage.sentence.index
    if mention.kind is PRONOUN:
        lower = mention.text.lower()
        if lower in grammar.first_person or lower.split()[0] in grammar.own_side:
            return new_reference(FIRST_PERSON, mention.span, found, sentence)
        return new_reference(ReferenceKind.PRONOUN, mention.span, found, sentence)
    return new_reference(MENTION, mention.span, found, sentence)


def starts_animate(passage: Passage, grammar: Grammar, index: int) -> bool:
    """Whether a noun phrase that begins at `index` is plainly of people or of a body that can act."""
    at = behind_amount(passage, grammar, index)
    opens = at == index and (index == 0 or passage.lower[index - 1] != ",")
    at += opens and both(passage, grammar, at)  # `mengajak baik ulama maupun umara ...`
    before = grammar.quantifier | grammar.person_article  # `sang Presiden`
    while at < len(passage.lower) and passage.lower[at] in before and passage.mention[at] < 0:
        at += 1
    if at >= len(passage.lower) or passage.addressable_at(at) is not None:
        return at < len(passage.lower)
    lower = passage.lower[at]
    pair = f"{lower} {passage.lower[at + 1]}" if at + 1 < len(passage.lower) else ""
    if passage.sentence.words[at].upos == "NUM" and pair and pair not in grammar.animate:
        return starts_animate(passage, grammar, at + 1)
    half, hyphen, again = lower.partition("-")
    joined = bool(hyphen) and bool(bodies_joined(passage, grammar, at)[0])  # `KPU-Bawaslu`
    joined = joined or (bool(hyphen) and half == again and half in grammar.animate)  # `partai-partai`
    return joined or lower in grammar.animate or pair in grammar.animate or lower in grammar.second_person


def phrase_end(passage: Passage, grammar: Grammar, start: int, stop: int) -> tuple[int, bool]:
    """Where the noun phrase from `start` ends (half-open, at most `stop`) and whether a demand conjunction follows it.

    A relative clause (UD acl:relcl) belongs to the phrase up to its first verb and that verb's objects; an adverb, an
    auxiliary or a second verb after it begins the predicate of what is demanded."""
    at = start
    relative = 0  # 0 outside, 1 before the verb of a relative clause, 2 behind it
    longest = start + MAX_PHRASE
    while at < stop and at < longest:
        lower = passage.lower[at]
        inside = passage.mention[at] >= 0 and at > start and passage.mention[at] == passage.mention[at - 1]
        if inside:
            at += 1
            continue
        if lower in grammar.demand:
            return at, True
        if at > start and (lower in grammar.claim_opener or lower in grammar.conditional):
            break
        if lower in grammar.list_conjunction and passage.lower[at + 1 : at + 2] and own_act(passage, grammar, at + 1):
            break
        if lower in grammar.relative or (at > start and says_when(passage, grammar, at)):
            if nominal_clause(passage, grammar, at):
                at += 2
                continue
            relative = 1
        elif passage.is_mark(at):
            if at == start or (closing := epithet_end(passage, grammar, at, stop)) is None:
                break
            at = closing
        elif lower == "," or lower in (";", ":"):
            goes_on = _list_goes_on(passage, grammar, at, stop)
            if (beside := beside_end(passage, grammar, at, stop, names=not goes_on)) > at:
                at = beside
                continue
            if not goes_on:
                marker = marker_ahead(passage, grammar, at + 1, stop)
                if marker is None and at + 1 < stop and qualifies(passage, grammar, at + 1):
                    return restriction_end(passage, grammar, at, stop), False
                return (at, False) if marker is None else (marker, True)
            relative = 0
        elif relative == 1:
            described = passage.sentence.words[at].upos == "ADJ" and passage.mention[at] < 0  # `yang tidak puas ...`
            leads = passage.lower[at] in grammar.catenative and at + 1 < stop and is_verb(passage, grammar, at + 1)
            if (is_verb(passage, grammar, at) or described) and not leads:  # `pihak yang merasa dirugikan melapor`
                relative = 2
        elif relative == 2 and at > start and passage.lower[at - 1] in grammar.list_conjunction:
            at += 1  # `yang tinggal di hutan dan beraktivitas di kebun untuk ...`: a second verb of the relative clause
            continue
        elif lower == "(" and ")" in passage.lower[at : min(stop, at + MAX_RESTRICTION)]:
            at = passage.lower.index(")", at)  # `wakilnya, Rangga (yang kelak menggantinya), agar ...`
        elif at > start and lower in grammar.adding and passage.lower[at - 1] in grammar.list_conjunction:
            if at + 1 >= stop or opens_predicate(passage, grammar, at + 1):
                break  # but `camat dan juga lurah`
        elif (at > start and opens_predicate(passage, grammar, at)) or lower in grammar.content_end:
            befallen = lower in grammar.suffering and lower not in grammar.being  # `keluarga korban tewas untuk ...`
            marker = marker_ahead(passage, grammar, at + befallen, stop) if relative == 2 or befallen else None
            if marker is not None:
                return marker, True  # `kader yang hadir langsung untuk ...`
            break
        at += 1
    return at, False


def _list_goes_on(passage: Passage, grammar: Grammar, comma: int, stop: int) -> bool:
    """Whether a comma parts members of a list of people: somebody addressable follows, and no verb directly."""
    at = comma + 1
    while at < stop and (passage.lower[at] in grammar.coordinator or passage.lower[at] in grammar.to):
        at += 1
    if at == comma + 1 < stop and (orders(passage, grammar, at, stop) or passage.lower[at] in grammar.question):
        return False  # `selain mengimbau warga, Kapolres ...`; `perintahkan ajudan, siapa pun yang datang ...`
    if at == comma + 1 and at + 2 < stop and passage.sentence.words[at].upos == "NOUN":
        joined = passage.lower[at + 1] == "," or passage.lower[at + 1] in grammar.list_conjunction
        if joined and not is_verb(passage, grammar, at):
            return _list_goes_on(passage, grammar, at + 1, stop)  # `sekolah, komite, dan orang tua`
    if at == comma + 1 and (behind := unknown_body_end(passage, grammar, at, stop)) > at:
        return _list_goes_on(passage, grammar, behind, stop)  # `Pertamina, Migas Jaya, dan dinas`
    ends = comma + 1 < at < stop - 1 and passage.sentence.tags[at] in ("NOUN", "PROPN")
    ends = ends and opens_predicate(passage, grammar, at + 1)  # `guru, siswa, serta komite menolak`
    return at < stop and (ends or starts_animate(passage, grammar, at))


def agents_in(
    passage: Passage, grammar: Grammar, start: int, end: int, *, named: bool = False
) -> tuple[Reference, ...]:
    """The members of the noun phrase `[start, end)`: coordinated mentions, not what modifies them. A post and the
    person in it side by side are one; a phrase that no mention covers is one if it is of people or `named`."""
    members: list[Reference] = []
    at = start
    head = True  # the next noun is a member, not a modifier
    while at < end:
        lower = passage.lower[at]
        if at > start and ends_list(passage, grammar, at, head=head, members=bool(members)):
            if members and (named_one := singled_out(passage, grammar, at)):
                members.extend(agents_in(passage, grammar, named_one, end))
            break
        if members and not head and (placed := past_kinds(passage, grammar, at, end, members[-1])) > at:
            at = placed
            continue
        holder = holder_behind(passage, at, end) if len(members) == 1 and may_be_one(passage, members[0]) else None
        if holder is not None:
            return (reference_to(passage, grammar, holder),)
        if lower == "," or lower in grammar.coordinator or (head and at > start and lower in grammar.concessive):
            head = True  # the last: `warga atau pun pendatang`
        elif lower in grammar.person_article and passage.addressable_at(at + 1) is not None:
            pass  # `sang Presiden`
        elif head and lower in grammar.relative and nominal_clause(passage, grammar, at):
            members.append(new_reference(NONE, passage.span(at, at + 2), None, passage.sentence.index))
            at, head = at + 2, False
            continue
        elif passage.is_mark(at) or passage.is_punctuation(at):
            if lower == "(":
                at = closing_bracket(passage, at, end)
            head = head or (bool(members) and hyphenated(passage, at, members[-1]))  # `DPR-Pemerintah`
        elif lower in grammar.to and (at == start or (head and passage.lower[at - 1] in grammar.coordinator)):
            head = True  # the last: `kepada pansel sekaligus kepada Dewas`
        elif lower in grammar.companion and members and starts_animate(passage, grammar, at + 1):
            head = True  # `Pangdam bersama jajarannya`
        elif lower in grammar.relative or lower in grammar.preposition:
            at = _after_modifier(passage, grammar, at, end)
            continue
        elif not head and plural_posts(passage, at):
            head = True  # `bupati wali kota`
            continue
        elif not head and (glued := glued_behind(passage, grammar, at))[0] is not None:
            members.append(glued[0])
            at = glued[1]
            continue
        elif head:
            found, at = _members_at(passage, grammar, start, at, end, named=named)
            members.extend(found)
            head = False
            continue
        whole = passage.mention[at] >= 0 and not head  # `Dandim jajaran Kodam III/Siliwangi`
        at = max(at + 1, passage.mentions[passage.mention[at]].last if whole else 0)
    return everywhere(passage, grammar, members)


def _members_at(
    passage: Passage, grammar: Grammar, start: int, at: int, end: int, *, named: bool
) -> tuple[tuple[Reference, ...], int]:
    """The member of a phrase that begins at a word, or the several that are written in one, and where it ends."""
    lower = passage.lower[at]
    found = passage.mention[at]
    sentence = passage.sentence.index
    if lower in grammar.reflexive and passage.split[at] and at + 1 < end and passage.mention[at + 1] >= 0:
        return (reference_to(passage, grammar, at + 1),), at + 2  # `dirinya dan Jaksa Agung`
    if found >= 0 and lower in grammar.third_person and at == passage.mentions[found].first:
        last = passage.mentions[found].last
        described = described_end(passage, grammar, last, end) if lower in grammar.generic else last
        whole = new_reference(NONE, passage.span(at, described), None, sentence)  # `mereka yang menjadi korban`
        return (whole if described > last else reference_to(passage, grammar, at),), described
    joined, last = joined_at(passage, grammar, at)
    if joined:
        return joined, last
    if found < 0 or passage.addressable_at(at) is None:
        first = at + (at == start and both(passage, grammar, at))  # `baik ulama maupun umara`
        phrase, last = _raw_member(passage, grammar, first, end, named=named)
        return (phrase,) if phrase is not None else (), last
    last = passage.mentions[found].last
    member = reference_to(passage, grammar, at)
    if passage.mentions[found].kind is GROUP:
        last = further_kinds(passage, grammar, group_end(passage, grammar, last, end), end)
        member = replace(member, span=passage.span(max(start, passage.mentions[found].first), last))
    elif last < end and (last := kind_end(passage, grammar, found, end)) > passage.mentions[found].last:
        member = new_reference(NONE, passage.span(at, last), None, passage.sentence.index)  # `Tim penyelamat`
    elif last > end:  # `tersangka kami wajibkan ...`: who wajibkan is no part of the name
        member = new_reference(NONE, passage.span(at, end), None, sentence)
    return (member,), apposition_end(passage, last, end)


def _after_modifier(passage: Passage, grammar: Grammar, at: int, end: int) -> int:
    """Behind a relative clause or a prepositional phrase: at the next comma or coordinator before somebody."""
    described = passage.lower[at] in grammar.relative
    if passage.lower[at] in grammar.likeness:
        return end  # `lembaga lain seperti KPK dan Polri`
    at = at + 1 if described else places_end(passage, grammar, at + 1, end)
    while at < end:
        lower = passage.lower[at]
        if described and lower in grammar.list_conjunction and is_object(passage, grammar, at - 1):
            at += 1  # `warga yang mengenal pelaku dan korban`
            continue
        aside = lower == "," and at + 1 < end and restricts(passage, grammar, at + 1)
        if aside or (lower in grammar.companion and starts_animate(passage, grammar, at + 1)):
            return at
        if (lower == "," or lower in grammar.coordinator) and at + 1 < end:
            following = next((k for k in range(at + 1, end) if passage.lower[k] not in grammar.coordinator), end)
            named = 0 <= passage.mention[at] == passage.mention[following]  # `Koramil 04/Bangsri`
            if starts_animate(passage, grammar, following) and lower not in grammar.preposition and not named:
                return at
        at += 1
    return end


def _raw_member(passage: Passage, grammar: Grammar, at: int, end: int, *, named: bool) -> tuple[Reference | None, int]:
    """A member that no mention covers, up to the next comma, coordinator, preposition or relative clause."""
    last = first = behind_amount(passage, grammar, at)
    while last < end:
        lower = passage.lower[last]
        if lower in (",", "(") or lower in grammar.relative or lower in grammar.coordinator or passage.is_mark(last):
            break
        if last > first and passage.lower[last - 1] in grammar.pointing and is_verb(passage, grammar, last):
            break  # `wanita itu mengaku ...`
        if last > first and (lower in grammar.preposition or lower in grammar.deictic_time):
            break
        last += 1
    last = further_kinds(passage, grammar, last, end)
    if last == at:
        return None, at + 1
    listed = passage.lower[at - 1] == "," or passage.lower[at - 1] in grammar.list_conjunction if at else False
    words = last - at - sum(passage.sentence.continuing[at:last])  # `lain|nya` is one
    listed = listed and words <= 2 and not goes_on_modifying(passage, grammar, at)
    if not named and not listed and not starts_animate(passage, grammar, at):
        return None, last
    if passage.lower[at] in grammar.generic and last < end:
        last = described_end(passage, grammar, last, end)  # `siapa pun yang melihat pelaku`
    return new_reference(NONE, passage.span(at, last), None, passage.sentence.index), last
