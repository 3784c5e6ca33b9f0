"""What the claims of one article share when they are written: names, identities, the article itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.graph import written
from kg.graph.evidence import Evidence
from kg.graph.lines import line
from kg.graph.names import Names
from kg.graph.terms import Terms
from kg.graph.things import FOLDERS
from kg.graph.written import KG, TYPE
from kg.model import Agent, Article, Identified, MentionKind, Span


@dataclass(frozen=True, slots=True)
class Context:
    """One article, who is who in it, the terms to write it with, and the stretches of it that are cited."""

    identified: Identified
    names: Names
    terms: Terms
    evidence: Evidence

    @property
    def article(self) -> Article:
        return self.identified.extraction.article

    @property
    def article_node(self) -> str:
        return written.minted(self.names.article(self.article))

    def office(self, name: str, kind: MentionKind) -> str:
        """The post, unit or group of that name in this article."""
        path = self.identified.offices.get(name)
        if path is None:
            return written.minted(self.names.unidentified(FOLDERS[kind], self.article, name))
        return written.iri(self.names.absolute(path))

    def person(self, name: str) -> str:
        """The person of that name in this article."""
        path = self.identified.persons.get(name)
        if path is None:
            return written.minted(self.names.unidentified("person", self.article, name))
        return written.iri(self.names.absolute(path))

    def party(self, agent: Agent) -> str | None:
        """Who acts or is addressed: the office where known, else the person."""
        if agent.office:
            kind = MentionKind.POST if agent.kind is MentionKind.PERSON else agent.kind
            return self.office(agent.office, kind)
        return self.person(agent.person) if agent.person else None

    def holder(self, agent: Agent) -> str | None:
        """The person, where one is known beside or instead of the office."""
        return self.person(agent.person) if agent.person else None

    def cite(self, claim: str, role: str, span: Span | None) -> Iterator[str]:
        """The claim, its property `role` and the node of the stretch of text; nothing where there is none."""
        if span is None or span.end <= span.start:
            return
        yield line(claim, KG[role], self.evidence.node(span))

    def claim(self, node: str, kind: str, rule: str, reasons: tuple[str, ...]) -> Iterator[str]:
        """What every claim says: its class, its article, the rule and the reasons."""
        yield line(node, TYPE, kind)
        yield line(node, KG["reportedIn"], self.article_node)
        if rule:
            yield line(node, KG["rule"], written.string(rule))
        for reason in reasons:
            yield line(node, KG["reason"], written.string(reason))
