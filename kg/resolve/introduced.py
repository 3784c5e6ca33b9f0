"""Whether a directive that could name somebody itself tells those whom its quotation was introduced with, or whom the
same verb told before."""

from __future__ import annotations

from kg.model import Agent, Directive, DirectiveDraft, Document, Force
from kg.model.members import FORBID, REQUEST
from kg.resolve.discourse import Discourse
from kg.resolve.sameness import same_agent, sentence_index

DONE = ("modal:passive", "thing-passive")  # rules by which something is to be done, by nobody that the clause names
DEMANDING = (Force.REQUIRE, Force.ORDER, REQUEST, FORBID)


def goes_on_with(
    last: Directive, issuer: Agent, draft: DirectiveDraft, document: Document, discourse: Discourse
) -> bool:
    """Whether a directive tells those whom its issuer named with the one before."""
    return _introduces(last, issuer, draft, document, discourse) or _again(last, issuer, draft, discourse)


def quoted_together(one: Directive, draft: DirectiveDraft, discourse: Discourse) -> bool:
    """Whether an earlier directive stands in the quotation of a draft."""
    return draft.quotation is not None and discourse.quotations[draft.quotation].span.covers(one.trigger)


def _introduces(
    last: Directive, issuer: Agent, draft: DirectiveDraft, document: Document, discourse: Discourse
) -> bool:
    """Whether a directive names whom a quotation right behind its sentence tells what must be done (`Bupati meminta
    produsen berhenti. "Saya minta produksinya dihentikan"`)."""
    if draft.quotation is None or last.quoted or last.addressee_basis != "named" or last.issuer is None:
        return False
    passive = draft.rule.endswith(DONE) and draft.force in DEMANDING
    if not passive or not same_agent(last.issuer, issuer):
        return False
    start = discourse.quotations[draft.quotation].sentences[0]
    return draft.sentence == start == sentence_index(document, last.sentence) + 1


def _again(last: Directive, issuer: Agent, draft: DirectiveDraft, discourse: Discourse) -> bool:
    """Whether a speaker goes on in one quotation with the verb by which he told those whom he named (`"Orang tua kami
    imbau ... Kami imbau juga mengawasi ..."`)."""
    same = last.issuer is not None and same_agent(last.issuer, issuer)
    verb = draft.rule == "bare:verb" and last.rule.startswith("bare") and draft.force is last.force
    return same and verb and last.addressee_basis == "named" and quoted_together(last, draft, discourse)
