"""Imperatives that follow one another in speech (`tutup pintu air, periksa pompa, dan laporkan hasilnya`)."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.bare import is_bare
from kg.extract.contents import content_end, describe
from kg.extract.grammar import Grammar
from kg.extract.imperative import spoken
from kg.extract.no_bidding import bids_nobody
from kg.extract.passage import Passage, clause_end, is_verb
from kg.model import DirectiveDraft, Span
from kg.model.making import replace
from kg.model.members import FORBID

ACTIVE = "me"  # how verbs with meN- begin
IMPERATIVE = "imperative"  # how the names of the rules of imperatives begin


def with_sequels(passage: Passage, grammar: Grammar, drafts: Sequence[DirectiveDraft]) -> tuple[DirectiveDraft, ...]:
    """The drafts of a sentence and the bare imperatives that go on behind one of them, told to the same people.

    What a marker demands ends where another imperative begins (`tolong cari anak itu, tanyakan kabarnya`).
    """
    hosts = [draft for draft in drafts if draft.rule.startswith(IMPERATIVE)]
    if not hosts or passage.sentence.is_title or passage.title_case:
        return tuple(drafts)
    found = list(drafts)
    starts = sorted([passage.sentence.word_from(draft.trigger.start) for draft in drafts])
    for host in hosts:
        before = passage.sentence.word_from(host.trigger.start)
        stop = min([clause_end(passage, before), *(start for start in starts if start > before)])
        current = len(found) - 1 - found[::-1].index(host)
        for at in range(before + 2, stop):
            separator = _separator(passage, grammar, before, at, host.force is FORBID)
            held = found[current].content
            if separator is None or (held is not None and passage.sentence.starts[at] <= held.start):
                continue  # the last: `ayo, para pemuda, ikuti ...`: what the marker itself bids
            rest = _until(passage, found[current].content, separator)
            if found[current].rule != "imperative:bare" or passage.lower[separator] in grammar.list_conjunction:
                found[current] = replace(found[current], content=rest)
            end = min(stop, content_end(passage, grammar, at))
            while end > at + 1 and (
                passage.is_punctuation(end - 1) or passage.lower[end - 1] in grammar.list_conjunction
            ):
                end -= 1
            content = describe(passage, grammar, at, end)
            draft = spoken(passage, grammar, at, host.addressees, content, "imperative:sequel")
            found.append(replace(draft, issuer=host.issuer, factuality=host.factuality, inherits=host.inherits))
            current, before = len(found) - 1, at
    return tuple(found)


def _separator(passage: Passage, grammar: Grammar, before: int, at: int, forbids: bool) -> int | None:
    """The comma or conjunction by which the imperative at a word goes on behind the one at `before`; `None` if none
    does.

    Without a comma `dan` makes one order of two (`hindari serta jauhi ...`), any conjunction one prohibition (`jangan
    datang lalu bakar ...`) unless haste is bidden (`jangan panik dan segera lapor`); a verb behind `untuk` is
    a purpose.
    """
    if not is_bare(passage, grammar, at) or must_be(passage, grammar, at) or bids_nobody(passage, grammar, at, at):
        return None
    first = at
    while first - 1 > before and passage.lower[first - 1] in grammar.sequence_lead:
        first -= 1
    joined = passage.lower[first - 1] in grammar.sequence_conjunction
    if first - 1 <= before + 1 or not (joined or passage.lower[first - 1] == ","):
        return None
    separator = first - 1
    if joined and passage.lower[separator - 1] == ",":
        separator -= 1
    elif joined:
        two = passage.lower[separator] in grammar.list_conjunction and not _has_adverbial(passage, before, separator)
        if (passage.lower[first] not in grammar.urgency) if forbids else two:
            return None
    between = range(before + 1, separator)
    serves = any(passage.lower[k] in grammar.purpose_lead and _goes_on(passage, grammar, k + 1) for k in between)
    stated = any(passage.lower[k] in grammar.clause_opener or passage.lower[k] in grammar.planned for k in between)
    return None if serves or stated or separator <= before + 1 else separator


def must_be(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a verb is the subject of a modal right behind it (`pulang juga harus lengkap`): no imperative."""
    behind = at + 1
    while behind < len(passage) and passage.lower[behind] in grammar.adding:
        behind += 1
    return behind < len(passage) and passage.lower[behind] in grammar.must


def _has_adverbial(passage: Passage, before: int, separator: int) -> bool:
    """Whether more than an object stands between an imperative and a conjunction (`hormati guru di sekolah dan ...`):
    then what follows is an order of its own."""
    return any(passage.sentence.words[k].upos == "ADP" for k in range(before + 2, separator))


def _goes_on(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a verb without meN- goes on with the purpose that begins at a word (`untuk cegah banjir dan jaga ...`):
    it does not with one that has it (`untuk mencegah banjir dan jaga ...`)."""
    return is_verb(passage, grammar, at) and not passage.lower[at].startswith(ACTIVE)


def _until(passage: Passage, content: Span | None, separator: int) -> Span | None:
    """The content up to the word before a separator; all of it if it ends before."""
    end = passage.sentence.words[separator - 1].span.end
    return Span(content.start, end) if content is not None and content.start < end < content.end else content
