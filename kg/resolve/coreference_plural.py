"""Whom `mereka` means: the one group or body that the clauses before speak of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, count

from kg.lexicon.remembered import Remembered
from kg.model import Agent, Document, Mention, Sentence, Span, Word
from kg.model.making import quickly_made
from kg.model.members import GROUP, UNIT
from kg.resolve.coreference import PERSONAL, Event

COLLECTIVE = (GROUP, UNIT)
SUBJECT = "nsubj"
AGENTIVE = "obl:agent"
CORE = ("obj", AGENTIVE)  # relations of those to whom or by whom something is done
CONJUNCT = "conj"
ROOT = "root"
LEADING = (ROOT, "ccomp")  # relations of the predicate whose subject a sentence speaks of
MET = ("obj", "obl")  # relations of those with whom somebody deals
ORDINAL, ENCLITIC = "ke", "nya"
ACTIVE = "me"  # how verbs with meN- begin
KNOWN_RELATIONS = 1024  # at most; then all are forgotten
IS_CORE = Remembered[str, bool](lambda relation: relation.startswith(SUBJECT) or relation in CORE, KNOWN_RELATIONS)
MAY_BE_CORE = Remembered[str, bool](lambda relation: IS_CORE[relation] or relation == CONJUNCT, KNOWN_RELATIONS)
REACH = 2  # sentences before the pronoun
ORDINAL = "ke"  # prefix of numbers that name all of so many
ENCLITIC = "nya"
NUMBER_WITHIN = 2  # words from a number to the noun that it counts


@quickly_made
@dataclass(frozen=True, slots=True)
class Collective:
    """Several people as subject or object of a clause; `agent` is `None` where no mention tells who they are.

    `leads` says that they are the subject of the main clause (UD nsubj of the root).
    """

    at: int
    sentence: int
    agent: Agent | None
    leads: bool = False


def collectives(
    document: Document,
    mentions: Sequence[Mention],
    agents: Mapping[int, Agent],
    quoted: Sequence[Span],
    people: frozenset[str],
    side: frozenset[str],
    individual: frozenset[str],
) -> tuple[Collective, ...]:
    """The groups and bodies that are subjects, objects or agents of a passive (UD nsubj, obj, obl:agent, and conj of
    those), in reading order.

    A noun of `people` that no mention covers counts too: it competes, though nobody can be named by it. A noun of
    `side` stands for the body behind it ("pihak polres"). Quotations are left out.
    """
    by_sentence: dict[int, list[int]] = {}
    grouped: set[int] = set()  # the sentences that name a group or a body
    for index, mention in enumerate(mentions):
        collective = mention.kind in COLLECTIVE
        if collective or mention.kind in PERSONAL:
            by_sentence.setdefault(mention.sentence, []).append(index)
        if collective:
            grouped.add(mention.sentence)

    starts = [span.start for span in quoted]
    found: list[Collective] = []
    for sentence in document.sentences:
        if sentence.index not in grouped and people.isdisjoint(sentence.lowers):
            continue
        here = by_sentence.get(sentence.index, ())
        over = {at: index for index in here[::-1] for at in range(mentions[index].first, mentions[index].last)}
        others = len(found)  # those of the sentences before
        for at in compress(count(), map(MAY_BE_CORE.__getitem__, sentence.relations)):
            word = sentence.words[at]
            named = over.get(at)
            if named is None and word.lower in side:
                named = over.get(at + 1)
            if named is None:
                several = word.lower in people
            else:
                many = word.lower not in individual or bool(mentions[named].quantifier)  # `para nelayan`
                many = many or (at > 0 and sentence.tags[at - 1] == "NUM")  # `dua nelayan`
                several = mentions[named].kind in COLLECTIVE and many
            if not several or (word.deprel == CONJUNCT and not _is_core(sentence, word)):
                continue
            inside = bisect_right(starts, word.span.start) - 1
            agentive = word.deprel == AGENTIVE
            if agentive and (_groups(found[others:]) or not _of_root(sentence, word)):
                continue  # `tiga pemuda ditangkap polisi`: the subject is spoken of
            if inside < 0 or word.span.start >= quoted[inside].end:
                agent = None if named is None else agents[named]
                found.append(Collective(word.span.start, sentence.index, agent, _leads(sentence, word)))
    return tuple(found)


def _groups(found: Sequence[Collective]) -> bool:
    return any(one.agent is None or one.agent.kind is GROUP for one in found)


def _leads(sentence: Sentence, word: Word) -> bool:
    """Whether a word is the subject of its sentence's main clause, alone."""
    return word.deprel == SUBJECT and _of_root(sentence, word)


def _of_root(sentence: Sentence, word: Word) -> bool:
    return word.head >= 0 and sentence.words[word.head].deprel == ROOT


def _is_core(sentence: Sentence, word: Word) -> bool:
    """Whether a word is a subject or object, or coordinated with one."""
    while word.deprel == CONJUNCT and word.head >= 0:
        word = sentence.words[word.head]
    return IS_CORE[word.deprel]


def does_more(sentence: Sentence, at: int, particles: frozenset[str]) -> bool:
    """Whether the pronoun at an offset does something more (`mereka juga mendesak ...`): who did the thing before."""
    word = bisect_left(sentence.starts, at)
    behind = sentence.lowers[word + 1 : word + 3]
    return len(behind) > 1 and behind[0] in particles and behind[1].startswith(ACTIVE)


def they(
    found: Sequence[Collective], events: Sequence[Event], at: int, sentence: int, *, more: bool = False
) -> Agent | None:
    """The agent of `mereka` at an offset: of the nearest sentence that names a group, the only one named there.

    Bodies that spoke there count as well; whom the pronoun's own clause names behind it does not. `None` where two
    groups could be meant; if they do something `more`, it is the subject of the sentence right before, and nobody else
    whom that names.
    """
    behind = range(bisect_right(found, at, key=_offset), len(found))
    others = {
        one.agent.label.casefold() for one in map(found.__getitem__, behind) if one.sentence == sentence and one.agent
    }
    for back in range(REACH + 1):
        meant: dict[str, Agent | None] = {}
        leading: set[str] = set()
        for index in range(bisect_left(found, at, key=_offset)):
            if found[index].sentence == sentence - back:
                agent = found[index].agent
                meant[agent.label if agent is not None else ""] = agent
                if found[index].leads and agent is not None:
                    leading.add(agent.label)
        for event in events:
            if event.at < at and event.sentence == sentence - back and event.speech and not event.person:
                meant[event.agent.label] = event.agent
                leading.add(event.agent.label)
        if meant:
            able = leading if more and back else meant.keys()
            kept = [label for label in meant if label in able and not _named_among(label.casefold(), others)]
            return meant[kept[0]] if len(kept) == 1 else None
    return None


def _named_among(label: str, others: frozenset[str] | set[str]) -> bool:
    """Whether somebody is one of others, by the same name or a longer form of it (`pihak kepolisian`, `polisi`)."""
    return any(label and (label in other or other in label) for other in others)


def is_number(pronoun: str) -> bool:
    """Whether a plural pronoun is made of a number (`keduanya`, `ketiganya`)."""
    word = pronoun.casefold()
    return word.startswith(ORDINAL) and word.endswith(ENCLITIC)


def counted(agent: Agent, pronoun: str, document: Document) -> bool:
    """Whether a pronoun made of a number can mean an agent: the number stands before its noun (`dua pemuda`, `kedua
    pemuda itu`)."""
    if agent.mention is None:
        return False
    ordinal = pronoun.casefold()[: -len(ENCLITIC)]
    sentence = document.sentences[bisect_right(document.sentences, agent.mention.start, key=_start) - 1]
    first = bisect_left(sentence.starts, agent.mention.start)
    near = sentence.lowers[max(0, first - NUMBER_WITHIN) : first + 1]
    return ordinal in near or ordinal[len(ORDINAL) :] in near


def _start(sentence: Sentence) -> int:
    return sentence.span.start


def leading_before(
    at: int, sentence: int, document: Document, mentions: Sequence[Mention], agents: Mapping[int, Agent]
) -> Agent | None:
    """The group that is the subject of the sentence before an offset, or of what is said in it (UD nsubj of its root or
    of a ccomp), the only one named there and before the offset in its own sentence: whom `mereka` plainly means."""
    if sentence == 0:
        return None
    before = document.sentences[sentence - 1]
    only: int | None = None
    for index in range(bisect_left(mentions, sentence - 1, key=_sentence_of), len(mentions)):
        mention = mentions[index]
        if mention.sentence > sentence or (mention.sentence == sentence and mention.span.start >= at):
            break
        if mention.kind is GROUP:
            if only is not None or mention.sentence == sentence:
                return None
            only = index
    if only is None:
        return None
    for word in before.words[mentions[only].first : mentions[only].last]:
        if word.head < 0 or before.words[word.head].deprel not in LEADING:
            continue
        if word.deprel.startswith(SUBJECT) or (word.deprel in MET and _one_acts(before, mentions, word.head)):
            return agents[only]
    return None


def told_that(at: int, sentence: Sentence, mentions: Sequence[Mention], agents: Mapping[int, Agent]) -> Agent | None:
    """The group that a verb's clause is told to, if the pronoun at an offset stands in it and no other group before
    (`mengingatkan para guru bahwa mereka ...`; UD obj or obl, and ccomp, of one verb)."""
    named: list[int] = []
    for index in range(bisect_left(mentions, sentence.index, key=_sentence_of), len(mentions)):
        mention = mentions[index]
        if mention.sentence != sentence.index or mention.span.start >= at:
            break
        if mention.kind is GROUP:
            named.append(index)
    if len(named) != 1:
        return None
    words = sentence.words
    clause = words[words[bisect_left(sentence.starts, at)].head]
    told = words[mentions[named[0]].first : mentions[named[0]].last]
    return agents[named[0]] if any(word.deprel in MET and word.head == clause.head >= 0 for word in told) else None


def _one_acts(sentence: Sentence, mentions: Sequence[Mention], verb: int) -> bool:
    """Whether one person or post is the subject of a verb (`Bupati menemui para petani`): not who `mereka` are."""
    for index in range(bisect_left(mentions, sentence.index, key=_sentence_of), len(mentions)):
        mention = mentions[index]
        if mention.sentence != sentence.index:
            break
        if mention.kind in PERSONAL and not mention.quantifier:
            words = sentence.words[mention.first : mention.last]
            if any(word.deprel == SUBJECT and word.head == verb for word in words):
                return True
    return False


def counted_before(span: Span, here: int, mentions: Sequence[Mention], document: Document) -> Span | None:
    """The one group with the number of a pronoun made of it (ke- -nya: `dua remaja ... keduanya`), before it in its
    sentence or in the one before."""
    pronoun = span.of(document.article.text).casefold()
    number = pronoun.removeprefix(ORDINAL).removesuffix(ENCLITIC)
    if len(number) + len(ORDINAL) + len(ENCLITIC) != len(pronoun):
        return None
    for sentence in (here, here - 1):
        found: list[Span] = []
        for index in range(bisect_left(mentions, sentence, key=_sentence_of), len(mentions)):
            mention = mentions[index]
            if mention.sentence != sentence or mention.span.start >= span.start:
                break
            words = document.sentences[sentence].words
            before = words[mention.first - 1] if mention.first and sentence >= 0 else None
            if mention.kind is GROUP and before is not None and before.lower == number:
                found.append(Span(before.span.start, mention.span.end))
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _sentence_of(mention: Mention) -> int:
    return mention.sentence


def _offset(collective: Collective) -> int:
    return collective.at
