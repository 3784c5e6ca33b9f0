"""Of whom the words right before an imperative expect something: they are told (`Peran warga dibutuhkan. Lapor!`)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from kg.model import DirectiveDraft, Document, Mention, Sentence
from kg.model.members import GROUP, POST, UNIT
from kg.resolve.discourse import Discourse
from kg.resolve.roles import Roles

EXPECTED = (UNIT, POST, GROUP)
PASSIVE = "di"
SHORTEST_PASSIVE = 4  # letters of a verb with di-
OPENING = 3  # words before the subject of a sentence
NOUN_WITHIN = 3  # words behind a verb of having (`punya peran`, `memiliki peran yang penting`)


def expected(
    document: Document, draft: DirectiveDraft, mentions: Sequence[Mention], discourse: Discourse, roles: Roles
) -> tuple[int, ...]:
    """The mentions of those of whom something is expected: in the words of the draft's sentence before its trigger, or
    else in the sentence before, within one quotation or right before it in the same paragraph."""
    sentence = document.sentences[draft.sentence]
    here = tuple(_expected_in(sentence, mentions, roles, bisect_right(sentence.ends, draft.trigger.start)))
    if here or draft.sentence == 0:
        return here
    before = document.sentences[draft.sentence - 1]
    if draft.quotation is not None and before.index < discourse.quotations[draft.quotation].sentences[0]:
        spoken = any(one.sentences[0] <= before.index < one.sentences[1] for one in discourse.quotations)
        if spoken or before.is_title:
            return ()
    return tuple(_expected_in(before, mentions, roles, len(before.words)))


def nobody_named(words: Sequence[str], roles: Roles) -> bool:
    """Whether a phrase names nobody by itself (`semua orang`, `pihak lain`; but `orang tua`)."""
    plain = [word for word in words if word not in roles.quantifier]
    return not plain or (plain[0] in roles.generic and " ".join(plain[:2]) not in roles.parents)


def _expected_in(sentence: Sentence, mentions: Sequence[Mention], roles: Roles, stop: int) -> Iterator[int]:
    lowers = sentence.lowers
    for index in range(bisect_left(mentions, sentence.index, key=_sentence_of), len(mentions)):
        mention = mentions[index]
        if mention.sentence != sentence.index or mention.last >= stop:
            break
        if mention.kind not in EXPECTED or mention.former or nobody_named(lowers[mention.first : mention.last], roles):
            continue
        joined = mention.first > 1 and sentence.words[mention.first - 1].upos == "CCONJ"
        if joined and any(one.last == mention.first - 1 for one in mentions[max(0, index - 1) : index]):
            continue  # `KPU dan Bawaslu harus ...`: not one of several alone
        public = not roles.public.isdisjoint(lowers[mention.first : mention.last])
        if (
            _help_needed(lowers, mention, stop, roles)
            or _must_do(sentence, mention, roles)
            or _has_part(sentence, mention, roles, public=public)
        ):
            yield index


def _help_needed(lowers: Sequence[str], mention: Mention, stop: int, roles: Roles) -> bool:
    """`peran serta warga sangat dibutuhkan`, `kami butuh dukungan warga`: the noun before them says what they give."""
    at = mention.first
    at -= at > 0 and lowers[at - 1] in roles.of
    taking_part = at > 0 and lowers[at - 1] in roles.participation
    taking_part = taking_part or (at > 1 and f"{lowers[at - 2]} {lowers[at - 1]}" in roles.participation)
    return taking_part and not roles.needed.isdisjoint(lowers[:stop])


def _must_do(sentence: Sentence, mention: Mention, roles: Roles) -> bool:
    """`hal yang mesti disiapkan [oleh] para camat`: the agent of a passive behind a modal of obligation."""
    lowers = sentence.lowers
    at = mention.first - 1
    at -= at > 0 and lowers[at] in roles.by
    return at > 0 and _passive(lowers[at]) and lowers[at - 1] in roles.obligation


def _has_part(sentence: Sentence, mention: Mention, roles: Roles, *, public: bool) -> bool:
    """`polisi harusnya lebih tegas`, `warga juga dapat mengawasi`, `orang tua punya peran penting`: the subject that
    opens the sentence; what the public can do is advice, but not what anybody else can."""
    lowers, last = sentence.lowers, mention.last
    opening = sum(word.isalnum() for word in lowers[: mention.first])
    while last < len(lowers) and lowers[last] in roles.adding:
        last += 1
    if opening > OPENING or last + 1 >= len(lowers):
        return False
    verb, behind = lowers[last], lowers[last + 1]
    if verb in roles.having:
        return not roles.participation.isdisjoint(lowers[last + 1 : last + 1 + NOUN_WITHIN])
    should = verb in roles.opinion or verb in roles.obligation
    return (should or (public and verb in roles.possibility)) and not _passive(behind)


def _passive(word: str) -> bool:
    return word.startswith(PASSIVE) and len(word) > SHORTEST_PASSIVE


def _sentence_of(mention: Mention) -> int:
    return mention.sentence
