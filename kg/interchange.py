"""JSON Lines: one object an article, with the fields that the annotation's scorer reads."""

from __future__ import annotations

import json
from typing import Any

from kg.model import Agent, Directive, Extraction, Span, Statement, Tenure

Json = dict[str, Any]


def record(extraction: Extraction) -> Json:
    """The facts of an article as a JSON object; offsets are half-open code-point offsets into its original text."""
    article = extraction.article
    clean = extraction.document.clean
    return {
        "id": article.id,
        "title": article.title or (clean.title.of(clean.text) if clean.title else ""),
        "published": _day(clean.published or article.published),
        "outlet": article.outlet or clean.dateline_outlet,
        "url": article.url,
        "place": clean.dateline_place,
        "sha256": article.sha256,
        "directives": [_directive(one) for one in extraction.directives],
        "statements": [_statement(one) for one in extraction.statements],
        "posts": [_post(one) for one in extraction.tenures],
    }


def line(extraction: Extraction) -> str:
    """`record` as one line of JSON, without the line break."""
    return json.dumps(record(extraction), ensure_ascii=False, separators=(",", ":"))


def _day(value: object) -> str | None:
    return None if value is None else str(value)


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _agent(agent: Agent | None) -> Json | None:
    if agent is None:
        return None
    return {
        "office": agent.office,
        "person": agent.person,
        "rank": agent.rank,
        "kind": agent.kind.value,
        "mention": _span(agent.mention),
    }


def _directive(one: Directive) -> Json:
    return {
        "trigger": _span(one.trigger),
        "force": one.force.value,
        "polarity": one.polarity.value,
        "factuality": one.factuality.value,
        "issuer": _agent(one.issuer),
        "source": _agent(one.source),
        "addressees": [agent.label for agent in one.addressees],
        "addressee_mentions": [_span(agent.mention) for agent in one.addressees],
        "content": _span(one.content),
        "action": one.action,
        "object": one.object,
        "condition": _span(one.condition),
        "purpose": _span(one.purpose),
        "period": _span(one.period),
        "authority": _span(one.authority),
        "date": _day(one.date),
        "date_basis": one.date_basis,
        "place": one.place,
        "quoted": one.quoted,
        "sentence": _span(one.sentence),
        "repeat_of": _span(one.repeat_of),
        "confidence": one.confidence.directive,
        "slot_confidence": {
            "issuer": one.confidence.issuer,
            "addressees": one.confidence.addressees,
            "content": one.confidence.content,
        },
        "issuer_basis": one.issuer_basis,
        "addressee_basis": one.addressee_basis,
        "cue": one.cue,
        "rule": one.rule,
        "reasons": list(one.reasons),
    }


def _statement(one: Statement) -> Json:
    return {
        "cue": _span(one.cue),
        "content": [_span(span) for span in one.content],
        "direct": one.direct,
        "speaker": _agent(one.speaker),
        "date": _day(one.date),
        "sentence": _span(one.sentence),
        "confidence": one.confidence,
        "rule": one.rule,
        "reasons": list(one.reasons),
    }


def _post(one: Tenure) -> Json:
    return {
        "person": one.person,
        "office": one.office,
        "rank": one.rank,
        "acting": one.acting,
        "status": "former" if one.former else "current",
        "evidence": _span(one.evidence),
        "cited": _day(one.cited),
        "rule": one.rule,
    }
