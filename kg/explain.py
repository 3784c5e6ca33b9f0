"""Why a directive is in the graph: its sentence, the sentence's tree, the rule, and why each slot was filled or left
unknown.
"""

from __future__ import annotations

from kg.errors import QueryError
from kg.graph.answers import Table
from kg.graph.questions import ask, question
from kg.graph.stores import GraphStore
from kg.model import Agent, Directive, Extraction, Sentence, Span, Statement

UNKNOWN = "unknown"


def of_place(extraction: Extraction, offset: int) -> str:
    """The sentence at a code-point offset of an article's original text, its tree, and what was extracted from it.

    Raises QueryError where no sentence covers the offset (it may have been cleaned away; the rule that did is named).
    """
    article = extraction.article
    sentence = next(
        (
            one
            for one in extraction.document.sentences
            if one.span.start <= offset < max(one.span.end, one.span.start + 1)
        ),
        None,
    )
    if sentence is None:
        removed = next(
            (rule for span, rule in extraction.document.clean.removed if span.start <= offset < span.end), ""
        )
        why = f"it was cut by the cleaning rule {removed!r}" if removed else "no sentence is there"
        raise QueryError(f"{article.id}:{offset}: {why}")
    text = article.text
    lines = [f"{article.id}, offsets {sentence.span.start} to {sentence.span.end}", _flat(sentence.span.of(text)), ""]
    lines += tree(sentence)
    found = [one for one in extraction.directives if one.sentence == sentence.span]
    for directive in found:
        lines += ["", *_directive(directive, text)]
    for statement in extraction.statements:
        if statement.sentence == sentence.span:
            lines += ["", *_statement(statement, text)]
    if not found:
        lines += ["", "no directive: no rule for a cue of this sentence found what it needs"]
    return "\n".join(lines) + "\n"


def tree(sentence: Sentence) -> list[str]:
    """The dependency tree, one word a line, each below its head and indented."""
    children: dict[int, list[int]] = {}
    for word in sentence.words:
        children.setdefault(word.head, []).append(word.index)
    lines: list[str] = []
    stack = [(index, 0) for index in reversed(children.get(-1, []))]
    while stack:
        index, depth = stack.pop()
        word = sentence.words[index]
        lines.append(f"{'  ' * depth}{word.text}  {word.upos} {word.deprel} ({word.lemma})")
        stack.extend((child, depth + 1) for child in reversed(children.get(index, [])))
    return lines


def _directive(one: Directive, text: str) -> list[str]:
    confidence = one.confidence
    lines = [
        f"directive: {one.force.value}, {one.polarity.value}, {one.factuality.value}",
        f"  trigger     {one.trigger.of(text)!r} at {one.trigger.start}",
        f"  cue, rule   {one.cue}, {one.rule} (confidence {confidence.directive})",
        f"  issuer      {_who(one.issuer)} (confidence {confidence.issuer})",
        f"  addressees  {'; '.join(_who(agent) for agent in one.addressees) or UNKNOWN} "
        f"(confidence {confidence.addressees})",
        f"  content     {_quoted(one.content, text)} (confidence {confidence.content})",
    ]
    optional = (
        ("source", _who(one.source) if one.source else ""),
        ("condition", _quoted(one.condition, text) if one.condition else ""),
        ("purpose", _quoted(one.purpose, text) if one.purpose else ""),
        ("period", _quoted(one.period, text) if one.period else ""),
        ("authority", _quoted(one.authority, text) if one.authority else ""),
        ("date", f"{one.date} ({one.date_basis})" if one.date else ""),
        ("repeats", f"the directive at {one.repeat_of.start}" if one.repeat_of else ""),
    )
    lines += [f"  {name:11} {value}" for name, value in optional if value]
    return lines + [f"  because     {reason}" for reason in one.reasons]


def _statement(one: Statement, text: str) -> list[str]:
    lines = [
        f"statement: {'direct' if one.direct else 'indirect'}",
        f"  cue, rule   {one.cue.of(text)!r}, {one.rule}",
        f"  speaker     {_who(one.speaker)}",
    ]
    return lines + [f"  because     {reason}" for reason in one.reasons]


def _who(agent: Agent | None) -> str:
    return agent.label if agent is not None and agent.label else UNKNOWN


def _quoted(span: Span | None, text: str) -> str:
    return UNKNOWN if span is None else repr(_flat(span.of(text)))


def _flat(text: str) -> str:
    return " ".join(text.split())


def of_graph(dataset: GraphStore, iri: str) -> tuple[str, str]:
    """What a graph knows of a claim: each piece of evidence with its offsets and article, the rule, and the reasons;
    and the sentence by itself, whose tree `tree` can show once it is parsed.

    Raises QueryError where the graph has no such claim.
    """
    table = ask(dataset, question("evidence"), {"iri": iri})
    rows = table.records() if isinstance(table, Table) else []
    if not rows:
        raise QueryError(f"{iri}: the graph has no directive, statement or tenure of that IRI")
    first = rows[0]
    lines = [first["claim"], f"  article     {first['headline']}", f"  rule        {first.get('rule') or UNKNOWN}"]
    if first.get("url"):
        lines.append(f"  url         {first['url']}")
    lines += [f"  {row['role']:11} {_flat(row['text'])!r} at {row['start']} to {row['end']}" for row in rows]
    reasons = dataset.select(f"SELECT ?reason WHERE {{ <{first['claim']}> kg:reason ?reason }} ORDER BY ?reason")
    lines += [f"  because     {row[0]}" for row in reasons.strings()]
    sentence = next((_flat(row["text"]) for row in rows if row["role"] == "sentence"), "")
    return "\n".join(lines) + "\n", sentence
