"""Who issues a directive: the agent that its draft's reference points to."""

from __future__ import annotations

from kg.model import Agent, DirectiveDraft, Document
from kg.model.making import replace
from kg.model.members import DESCRIPTION, GROUP, NONE, UNIT
from kg.resolve.coreference_agents import country_speaking
from kg.resolve.discourse import Discourse
from kg.resolve.documents import names_document, signatory
from kg.resolve.named import bearer
from kg.resolve.roles import Roles
from kg.resolve.spans import words_of


def issuer_of(document: Document, draft: DirectiveDraft, discourse: Discourse, roles: Roles) -> Agent | None:
    """The agent of the issuer's reference; a name that no mention covers stands for itself, a document for whoever
    issued it."""
    reference = draft.issuer
    described = reference.span.of(document.article.text) if reference.span is not None else ""
    if reference.kind is DESCRIPTION and names_document(described, roles):
        return signatory(document, draft.sentence, discourse, roles)
    if reference.kind is DESCRIPTION and described.partition(" ")[0].lower() in roles.incident:
        return None  # `gelar perkara itu merekomendasikan`: no person spoken of before
    if described.partition(" ")[0].lower() in roles.rally:
        return None  # `demonstrasi mendesak agar ...`: those who hold it, whoever they are
    if reference.kind is NONE and reference.span is not None:
        name = words_of(reference.span, document.article.text)
        body = _body_named(name, discourse)
        if body is not None:
            return body
        country = country_speaking(reference.span, discourse.mentions, discourse.words.country)
        if country is not None:
            return country
        return bearer(name, reference.span, discourse.mentions, discourse.words, "a name no mention covers")
    agent = discourse.agent(reference)
    if agent is not None and agent.kind is GROUP and reference.span is not None and reference.kind is not DESCRIPTION:
        named = words_of(reference.span, document.article.text)
        if named.startswith(f"{agent.office} "):
            return replace(agent, office=named)
    if agent is not None and not agent.person and agent.office.lower() in roles.vague_body:
        return None  # `lembaga antirasuah`, `pihak DKM`: whose, no mention says
    return agent


def _body_named(name: str, discourse: Discourse) -> Agent | None:
    """The body that the article names more fully elsewhere, with a word before it (`PT Semen Alor (Persero)`)."""
    words = name.split()
    for index, mention in enumerate(discourse.mentions if len(words) > 1 else ()):
        if mention.kind is UNIT and mention.text.partition("(")[0].split()[1:] == words:
            return discourse.agent_of_mention(index)
    return None
