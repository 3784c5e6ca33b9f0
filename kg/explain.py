"""Why a directive is in the graph: its sentence, the sentence's tree, the rule, and why each slot was filled or left
unknown.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.errors import QueryError
from kg.graph.answers import Table
from kg.graph.questions import ask, question
from kg.graph.stores import GraphStore
from kg.model import Agent, Directive, Extraction, Lack, ReferenceKind, SeenCue, Sentence, Span, Statement

UNKNOWN = "unknown"


VOICES = {
    "active": "an active verb of ordering",
    "bare": "a verb of ordering without prefix, behind a pronoun or in a headline",
    "passive": "a passive verb of ordering",
    "noun": "a noun of ordering",
    "modal": "a modal of duty or advice",
    "imperative": "an imperative",
}
PATTERNS = {
    "active": "its clause, whose verb is active, says what its subject is to do",
    "acts": "whoever stands behind it acts on it",
    "actor": "who is to act stands behind it, before an active verb",
    "address": "who is addressed is called before it",
    "agar": "agar goes before it, in speech or in what is told of it",
    "advice": "its clause says what somebody had better do",
    "bare": "a verb without prefix begins its clause in speech",
    "called": "somebody is called, and told by the verb what to do",
    "clause": "its clause says what is to be done",
    "condition": "a condition or an aside stands between it and what is to be done",
    "conjunction": "a conjunction of demand (agar, untuk, supaya) opens the content",
    "coordinated": "its clause goes on with a demand",
    "demand": "what is to be done stands behind it",
    "enclitic": "its object is an enclitic (-nya)",
    "forbidden": "a prohibitive, whoever is not to do it, and the verb follow it",
    "headline": "a headline names addressee and content one behind the other",
    "imperative": "an imperative follows it",
    "listed": "it is an item of a list that a noun (arahan, penekanan) announces",
    "marker": "a marker (jangan, mari, tolong, harap) goes before the verb",
    "object": "its object is addressed (UD obj), a verb follows",
    "oneself": "whoever is quoted tells what was asked of himself",
    "passive": "its clause, whose verb is passive, says what is to be done",
    "place": "a place stands for its government",
    "preposition": "a preposition (kepada, ke) leads to the addressee",
    "sequel": "it goes on with imperatives of the same speech",
    "subject": "its subject is addressed (UD nsubj, nsubj:pass)",
    "thing": "a thing is what is to be done or had",
    "told": "somebody named begins the speech, agar and a verb follow",
    "topic": "its topic says what is to be done",
    "wish": "the speaker's own hope or request stands before it",
    "verb": "a verb follows it at once, nobody is named",
}
BASES = {
    ReferenceKind.MENTION: "a name, post, unit or group at its place in the sentence",
    ReferenceKind.PRONOUN: "a pronoun, resolved to who it points back to",
    ReferenceKind.FIRST_PERSON: "a first person: the speaker of the passage",
    ReferenceKind.QUOTE_SPEAKER: "words in a quotation: whoever is quoted",
    ReferenceKind.DESCRIPTION: "a description, resolved to who it describes",
    ReferenceKind.PASSAGE_SPEAKER: "nobody is named here: whoever the passage reports",
    ReferenceKind.NONE: "nobody is named who could have given it, and no speaker of the passage is plain",
}
ADDRESSED = {
    "named": "named in the sentence",
    "inherited": "not named here: those of the directive before in the same speech",
    "none": "nobody is named, and no directive before in the same speech names anybody",
}
LACKS = {
    Lack.FALSE_FRIEND: "with what follows the word means something else",
    Lack.DEMAND: "nothing behind it is something that somebody is to do: it tells, describes or names a thing",
    Lack.ISSUER: "nobody is there who could have said it",
    Lack.SPEECH: "it is not told as something said or demanded",
    Lack.CAPTION: "a caption shows and directs nobody",
    Lack.QUESTION: "a question asks and directs nobody",
    Lack.NOTHING: "it belongs to another directive, or the article refutes it",
}


def sentence_at(extraction: Extraction, offset: int) -> Sentence:
    """The sentence at a code-point offset of an article's original text.

    Raises QueryError where no sentence covers the offset (it may have been cleaned away; the rule that did is named).
    """
    for sentence in extraction.document.sentences:
        if sentence.span.start <= offset < max(sentence.span.end, sentence.span.start + 1):
            return sentence
    cut = (rule for span, rule in extraction.document.clean.removed if span.start <= offset < span.end)
    removed = next(cut, "")
    why = f"it was cut by the cleaning rule {removed!r}" if removed else "no sentence is there"
    raise QueryError(f"{extraction.article.id}:{offset}: {why}")


def of_sentence(extraction: Extraction, sentence: Sentence, cues: Sequence[SeenCue] = ()) -> str:
    """A sentence, its tree, what was extracted from it, and what each of its cues lacked that gave no directive."""
    article = extraction.article
    text = article.text
    lines = [f"{article.id}, offsets {sentence.span.start} to {sentence.span.end}", _flat(sentence.span.of(text)), ""]
    lines += tree(sentence)
    found = [one for one in extraction.directives if one.sentence == sentence.span]
    for directive in found:
        lines += ["", *_directive(directive, text)]
    for statement in extraction.statements:
        if statement.sentence == sentence.span:
            lines += ["", *_statement(statement, text)]
    idle = [cue for cue in cues if not any(cue.span.overlaps(directive.trigger) for directive in found)]
    lines += ["", *(f"no directive of {cue.span.of(text)!r} at {cue.span.start}: {LACKS[cue.lack]}" for cue in idle)]
    if not found and not idle:
        lines += ["no directive: the sentence has no cue of one"]
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
        f"              {gloss(one.rule)}",
        f"  issuer      {_who(one.issuer)} (confidence {confidence.issuer})",
        f"              {BASES[ReferenceKind(one.issuer_basis or ReferenceKind.NONE)]}",
        f"  addressees  {'; '.join(_who(agent) for agent in one.addressees) or UNKNOWN} "
        f"(confidence {confidence.addressees})",
        f"              {ADDRESSED[one.addressee_basis or 'none']}",
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


def gloss(rule: str) -> str:
    """What a rule looks at, in words: its voice, and the pattern that parts addressee and content."""
    voice, _, pattern = rule.partition(":")
    first, _, rest = pattern.partition("-")
    more = {"passive": "; the content is a passive", "thing": "; the content is a thing"}.get(rest, "")
    return f"{VOICES.get(voice, voice)}: {PATTERNS.get(first, first)}{more}"


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
