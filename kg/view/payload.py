"""The data of a page as JSON: tables of rows under named fields, indices instead of IRIs.

Offsets of marks are code points, as everywhere; the page splits its texts by code point too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kg.model import Force
from kg.view.facts import Agent, Article, Directive, Facts, Role
from kg.view.scene import Scene, ends

Json = Any
_ROLES = {role: index for index, role in enumerate(Role)}


def payload(facts: Facts, scene: Scene) -> dict[str, Json]:
    """Everything that the page's scripts read, as plain lists, texts and numbers in a fixed order."""
    used = {iri for d in facts.directives for iri in (*d.issuers, *d.persons, *d.addressees, d.source) if iri}
    agents = {iri: agent for iri, agent in facts.agents.items() if iri in used}
    agents |= {t.person: facts.agents[t.person] for t in facts.tenures if t.post in agents}
    agents = dict(sorted(agents.items()))
    agent_index = _index(agents)
    units = _index(sorted({u for agent in agents.values() for u in facts.ancestors(agent.unit)}))
    articles = _index(sorted({d.article for d in facts.directives if d.article}))
    vertices, groups = _index(scene.vertices), _index(scene.groups)
    texts: dict[str, int] = {}
    return {
        "forces": [str(force) for force in Force],
        "roles": [str(role) for role in Role],
        "agents": _table(
            "key kind label labelEn fullEn alt unit region",
            (
                [key_of(a.iri), a.kind, a.label, a.label_en, _if_other(a), list(a.alt), units.get(a.unit, -1), a.region]
                for a in agents.values()
            ),
        ),
        "units": _table("label labelEn parent", (_unit(facts, iri, units) for iri in units)),
        "articles": _table("title outlet published url", (_article(facts.articles[iri]) for iri in articles)),
        "tenures": _table(
            "person post rank former",
            sorted(
                {
                    (agent_index[t.person], agent_index[t.post], t.rank, t.former)
                    for t in facts.tenures
                    if t.person in agent_index and t.post in agent_index
                }
            ),
        ),
        "groups": _table(
            "key label labelEn size radius parent x y",
            (
                [g.key, g.label, g.label_en, g.size, g.radius, groups.get(g.parent, -1), *scene.at[g.key]]
                for g in scene.groups.values()
            ),
        ),
        "vertices": _table(
            "key agent level radius beside group x y",
            (
                [
                    _vertex_key(v.key),
                    agent_index.get(v.key, -1),
                    v.level,
                    v.radius,
                    vertices.get(v.beside, -1),
                    groups.get(scene.within.get(v.key, ""), -1),
                    *scene.at[v.key],
                ]
                for v in scene.vertices.values()
            ),
        ),
        "directives": _table(
            "key from to force dont factuality issuers persons addressees source content condition purpose period "
            "authority quoted date basis place region confidence text marks article rule",
            [_directive(facts, d, vertices, agent_index, articles, texts) for d in facts.directives],
        ),
        "texts": list(texts),
    }


def key_of(iri: str) -> str:
    """The part of an IRI that names the thing within this project (`post/kapolda-lampung`), else the whole IRI."""
    return iri.rpartition("/id/")[2] or iri


def _vertex_key(key: str) -> str:
    if key.startswith("?>"):
        return "?>" + key_of(key[2:])
    return key_of(key[:-2]) + ">?" if key.endswith(">?") else key_of(key)


def as_json(data: Json) -> str:
    """`data` as JSON that can stand in a script element: `<`, `>`, `&` and the two line separators are escaped."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text.encode("utf-8", "replace").decode()


def _index(keys: Iterable[str]) -> dict[str, int]:
    return {key: index for index, key in enumerate(keys)}


def _table(fields: str, rows: Iterable[Sequence[Json]]) -> dict[str, Json]:
    return {"fields": fields.split(), "rows": [list(row) for row in rows]}


def _unit(facts: Facts, iri: str, units: Mapping[str, int]) -> list[Json]:
    unit = facts.units.get(iri)
    if unit is None:
        return [key_of(iri), "", -1]
    return [unit.label, unit.label_en, units.get(unit.parents[0], -1) if unit.parents else -1]


def _if_other(agent: Agent) -> str:
    """The full English name where it is not the short one."""
    return agent.full_en if agent.full_en != agent.label_en else ""


def _article(article: Article) -> list[Json]:
    url = article.url if article.url.lower().startswith(("https://", "http://")) else ""
    return [article.title, article.outlet, article.published, url]


def _directive(
    facts: Facts,
    directive: Directive,
    vertices: Mapping[str, int],
    agents: Mapping[str, int],
    articles: Mapping[str, int],
    texts: dict[str, int],
) -> list[Json]:
    sources, targets = ends(facts, directive)
    d = directive
    return [
        key_of(d.iri),
        [vertices[key] for key in sources],
        [vertices[key] for key in targets],
        list(Force).index(Force(d.force)),
        int(d.polarity == "dont"),
        d.factuality,
        [agents[iri] for iri in d.issuers],
        [agents[iri] for iri in d.persons],
        [agents[iri] for iri in d.addressees],
        agents.get(d.source, -1),
        d.content,
        d.condition,
        d.purpose,
        d.period,
        d.authority,
        int(d.quoted),
        d.date,
        d.date_basis,
        d.place,
        d.region,
        d.confidence,
        texts.setdefault(d.passage.text, len(texts)),
        [number for mark in d.passage.marks for number in (mark.start, mark.end, _ROLES[mark.role])],
        articles.get(d.article, -1),
        d.rule,
    ]
