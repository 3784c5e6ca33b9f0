"""Passives without an agent that tell what came about or what somebody else does, whoever the speaker is."""

from __future__ import annotations

from bisect import bisect_left

from kg.model import DirectiveDraft, Document, Force, Sentence
from kg.model.members import FORBID, PERMIT, REQUEST
from kg.resolve.discourse import Discourse
from kg.resolve.roles import Roles

ACTED = (Force.ORDER, Force.REQUIRE, FORBID, PERMIT, REQUEST)  # what a story tells of, not what the public is advised
CLAUSES = ("advcl", "ccomp", "xcomp")
SUBJECT = "nsubj"
MARK = "mark"
ACTIVE = "me"  # how verbs with meN- begin
LONGEST_OPENING = 2  # words of a time that opens a sentence


def told_of_others(document: Document, draft: DirectiveDraft, discourse: Discourse, roles: Roles) -> bool:
    """Whether a passive tells of a task that no officers have (`pasukan itu ditugaskan menjaga ...`), of what once was
    asked (`saat itu, para penumpang diminta turun`), or of what the act of another subject is to bring about (`mereka
    mengancam agar truk dilarang lewat`)."""
    if draft.cue in roles.assigning and not _officers(document, draft, roles):
        return True
    sentence = document.sentences[draft.sentence]
    if draft.force in ACTED and _opens_in_past(sentence, roles):
        return True
    return _of_another_act(sentence, draft, discourse, roles)


def _officers(document: Document, draft: DirectiveDraft, roles: Roles) -> bool:
    told = [one.span.of(document.article.text).lower().split() for one in draft.addressees if one.span is not None]
    return bool(told) and all(not roles.officer.isdisjoint(words[:2]) for words in told)


def _opens_in_past(sentence: Sentence, roles: Roles) -> bool:
    first = next((k for k, tag in enumerate(sentence.tags) if tag != "PUNCT"), 0)
    words = sentence.lowers[first : first + LONGEST_OPENING]
    return any(" ".join(words[:length]) in roles.in_the_past for length in range(1, LONGEST_OPENING + 1))


def _of_another_act(sentence: Sentence, draft: DirectiveDraft, discourse: Discourse, roles: Roles) -> bool:
    """Whether a demand conjunction (UD mark) joins the clause of a passive to an active verb that has a noun for its
    subject (nsubj) and reports no speech."""
    words = sentence.words
    at = bisect_left(sentence.starts, draft.trigger.start)
    if at >= len(words) or not words[at].deprel.startswith(CLAUSES) or not 0 <= words[at].head < at:
        return False
    verb = words[at].head
    if not any(w.head == at and w.deprel == MARK and w.lower in roles.demand for w in words[verb:at]):
        return False
    if any(discourse.reports[index].word == verb for index in discourse.reports_of.get(draft.sentence, ())):
        return False
    subject = next((w for w in words[:verb] if w.head == verb and w.deprel == SUBJECT), None)
    return subject is not None and subject.upos != "PRON" and words[verb].lower.startswith(ACTIVE)
