"""A pronoun that goes on demanding: who demanded something in the sentence before."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Agent, Directive, DirectiveDraft, Document, Reference
from kg.model.members import GROUP, PERSON, POST, UNIT
from kg.resolve.coreference import referring
from kg.resolve.coreference_plural import does_more
from kg.resolve.coreference_words import is_plural
from kg.resolve.discourse import Discourse
from kg.resolve.roles import Roles
from kg.resolve.sameness import same_agent, sentence_index

ACTIVE = ("active", "bare")  # beginnings of the rules by which a subject demands
COLLECTIVE = (GROUP, UNIT)
REASON = "who demands something in the sentence before"


def several_demanding(
    document: Document, draft: DirectiveDraft, earlier: Sequence[Directive], discourse: Discourse, roles: Roles
) -> Agent | None:
    """Whom `mereka` means that demands something more (`Koalisi X meminta hakim ... Mereka juga meminta ...`) or of
    those of whom the group or body of the sentence before demanded something: not those who were told there."""
    span, last = draft.issuer.span, _right_before(document, draft, earlier)
    if span is None or last is None or last.issuer is None or not _several(last.issuer, roles):
        return None
    if not is_plural(span.of(document.article.text), discourse.words):
        return None
    more = does_more(document.sentences[draft.sentence], span.start, discourse.words.doing_more)
    if not (more or _same_told(draft, last, discourse)):
        return None
    return referring(last.issuer, span, REASON)


def one_demanding(
    document: Document, draft: DirectiveDraft, earlier: Sequence[Directive], discourse: Discourse, told: Agent
) -> Agent | None:
    """Whom `ia` means that spoke last and is told himself (`Camat meminta agar Danu ... Ia meminta agar Danu ...`)."""
    span, last = draft.issuer.span, _right_before(document, draft, earlier)
    if span is None or last is None or last.issuer is None or last.issuer.kind not in (PERSON, POST):
        return None
    agents = [agent for one in draft.addressees if (agent := discourse.agent(one)) is not None]
    if same_agent(last.issuer, told) or not any(same_agent(one, told) for one in agents):
        return None
    return referring(last.issuer, span, REASON)


def _several(agent: Agent, roles: Roles) -> bool:
    """Whether an agent is several people: a group, a body, a team (`tim kuasa hukum X`), a firm known by its name."""
    if agent.kind in COLLECTIVE:
        return True
    team = agent.kind is POST and not agent.person and agent.office.partition(" ")[0].lower() in roles.body
    return team or (agent.kind is PERSON and agent.entity is None and not agent.office)


def _right_before(document: Document, draft: DirectiveDraft, earlier: Sequence[Directive]) -> Directive | None:
    """The last directive of the sentence before, if its own subject gave it and neither stands in a quotation."""
    if not earlier or draft.quotation is not None:
        return None
    last = earlier[-1]
    near = draft.sentence - sentence_index(document, last.sentence) == 1
    return last if near and not last.quoted and last.rule.startswith(ACTIVE) else None


def _same_told(draft: DirectiveDraft, last: Directive, discourse: Discourse) -> bool:
    told: list[Reference] = [*draft.addressees]
    agents = [agent for one in told if (agent := discourse.agent(one)) is not None]
    return bool(agents) and all(any(same_agent(one, other) for other in last.addressees) for one in agents)
