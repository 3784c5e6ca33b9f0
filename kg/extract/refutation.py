"""Articles that check a claim and refute it: the orders of the refuted message were never given."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise, takewhile

from kg.extract.grammar import Grammar
from kg.model import DirectiveDraft, Document, Quotation, Sentence, Span
from kg.model.making import replace
from kg.model.members import DENIED

MIN_SHARED = 0.5
MIN_WORD = 4
PARTING = frozenset({",", ":", ";", "!", "-", "–", "—"})


def refute(
    document: Document, drafts: Sequence[DirectiveDraft], quotations: Sequence[Quotation], grammar: Grammar
) -> tuple[DirectiveDraft, ...]:
    """The drafts, those of the refuted message denied.

    In an article that checks a claim (its title or text says hoax, or `cek fakta`), a directive is of the message if it
    stands in the title, in a sentence that speaks of a claim or refutes one, in a quotation that such a sentence
    announces, or if it demands what such a directive demands.
    """
    if not drafts or not checks_facts(document, grammar, drafts):
        return tuple(drafts)
    announced = {
        quotation.index
        for quotation in quotations
        if quotation.sentences[0] > 0
        and not _told_aloud(document, quotation, grammar)
        and _speaks_of_claim(document, quotation.sentences[0] - 1, None, grammar)
    }
    denied = [
        draft
        for draft in drafts
        if (document.sentences[draft.sentence].is_title and not _apart(document, draft, grammar))
        or (draft.quotation in announced and not _calls_it_so(document, draft, quotations, grammar))
        or (
            not document.sentences[draft.sentence].is_title
            and _speaks_of_claim(document, draft.sentence, draft.content, grammar)
            and not _calls_it_so(document, draft, quotations, grammar)
        )
    ]
    text = document.article.text
    wanted = [_words(draft, text, grammar) for draft in denied]
    result = []
    for draft in drafts:
        same = any(_alike(_words(draft, text, grammar), words) for words in wanted)
        result.append(replace(draft, factuality=DENIED) if draft in denied or same else draft)
    return tuple(result)


def _calls_it_so(document: Document, draft: DirectiveDraft, quotations: Sequence[Quotation], grammar: Grammar) -> bool:
    """Whether who is quoted calls a message false himself before his own imperative (`"Hoaks itu, mari lebih bijak"`):
    what he bids is bidden."""
    if draft.quotation is None or not draft.rule.startswith("imperative"):
        return False
    quotation = next((one for one in quotations if one.index == draft.quotation), None)
    sentence = document.sentences[draft.sentence]
    first = 0 if quotation is None else sentence.word_from(quotation.span.start)
    said = sentence.lowers[first : sentence.word_from(draft.trigger.start)]
    return not grammar.refutation.isdisjoint(said) and grammar.claim.isdisjoint(said)


def _told_aloud(document: Document, quotation: Quotation, grammar: Grammar) -> bool:
    """Whether a verb of saying with -nya stands right behind a quotation: somebody speaks, no message is shown."""
    sentence = document.sentences[quotation.sentences[1] - 1]
    behind = [word for word in sentence.words if word.span.start >= quotation.span.end and word.upos != "PUNCT"]
    if len(behind) < 2 or not behind[1].continues:  # `ungkap|nya`
        return False
    said = behind[0].text.lower()
    return said in grammar.speech or said in grammar.telling


def checks_facts(document: Document, grammar: Grammar, drafts: Sequence[DirectiveDraft] = ()) -> bool:
    """Whether the article checks a claim: a word of refutation in its title, or one in its text beside a word for a
    claim; not counting what directives want done about hoaxes (`Imbau Warga Tak Terpancing Hoaks`), nor hoaxes as a
    crime or an evil (`Penyebar Hoaks Ditangkap`), news of which checks nothing."""
    openings = _openings(grammar.refutation)
    telling = _telling(grammar.refutation, grammar.claim)
    refuting = claiming = False
    for sentence in document.sentences:
        if telling.isdisjoint(sentence.lowers):
            continue
        wanted = [draft.content for draft in drafts if draft.sentence == sentence.index and draft.content is not None]
        words: Sequence[str] = sentence.lowers
        if wanted:
            inside = {at for span in wanted for at in sentence.words_in(span)}
            words = [lower for at, lower in enumerate(sentence.lowers) if at not in inside]
        if _refutes(words, openings, grammar):
            if sentence.is_title:
                return True
            refuting = True
        elif sentence.is_title and not grammar.refutation.isdisjoint(words):
            return any(draft.sentence == sentence.index and _told_of(sentence, draft, grammar) for draft in drafts)
        claiming = claiming or not grammar.claim.isdisjoint(words)
    return refuting and claiming


@lru_cache(maxsize=2)
def _telling(refutation: frozenset[str], claim: frozenset[str]) -> frozenset[str]:
    """The words one of which a sentence needs to refute or to speak of a claim."""
    return refutation | _openings(refutation) | claim


@lru_cache(maxsize=2)
def _openings(forms: frozenset[str]) -> frozenset[str]:
    """The first words of the forms of two words."""
    return frozenset(form.split()[0] for form in forms if " " in form)


def _refutes(words: Sequence[str], openings: frozenset[str], grammar: Grammar) -> bool:
    """Whether a word or two words of refutation are among `words`, but for hoaxes as a crime or an evil; `openings` are
    the first words of such pairs."""
    single = not grammar.refutation.isdisjoint(words)
    if not single and openings.isdisjoint(words):
        return False
    pairs = [f"{one} {two}" for one, two in pairwise(words)] + [""]
    return any(
        (word in grammar.refutation or pair in grammar.refutation) and not _only_names(words, at, grammar)
        for at, (word, pair) in enumerate(zip(words, pairs, strict=True))
    )


def _only_names(words: Sequence[str], at: int, grammar: Grammar) -> bool:
    """Whether a word of refutation refutes nothing: it names a crime or an evil (`penyebar berita hoaks`, `menangkal
    hoaks`), is one evil of several (`ujaran kebencian, hoaks, dan kampanye hitam`), says of what kind something is
    (`data yang tidak benar`), or stands under a condition."""
    before = at - 1
    if before > 0 and words[before] in grammar.list_conjunction and words[before - 1] in grammar.message:
        before -= 1  # `penyebaran berita bohong atau hoaks`
    while before > 0 and words[before] in grammar.message:
        before -= 1
    if before < 0:
        return False
    kind = words[before] in grammar.relative or words[before] in grammar.hoax_deed
    return kind or _one_of_several(words, before, at, grammar) or not grammar.conditional.isdisjoint(words[:at])


def _one_of_several(words: Sequence[str], before: int, at: int, grammar: Grammar) -> bool:
    """Whether a word stands in a list of three and more, behind its first member: one that a conjunction or comma
    follows, or that a conjunction behind a comma ends."""
    joins = grammar.list_conjunction
    if before > 0 and words[before] in joins:
        return words[before - 1] == "," or "," in words[max(0, before - 3) : before]
    behind = words[at + 1] if at + 1 < len(words) else ""
    return before > 0 and words[before] == "," and (behind in joins or behind == ",")


def _told_of(sentence: Sentence, draft: DirectiveDraft, grammar: Grammar) -> bool:
    """Whether a directive is what a false message tells (`Penyebar Hoaks Kapolri Perintahkan Razia Ditangkap`): it
    stands behind it in one clause."""
    before = sentence.lowers[: sentence.word_from(draft.trigger.start)]
    hoax = next((at for at in reversed(range(len(before))) if before[at] in grammar.refutation), len(before))
    behind = before[hoax + 1 :]
    return bool(behind) and "," not in behind and grammar.verb_coordinator.isdisjoint(behind)


def _apart(document: Document, draft: DirectiveDraft, grammar: Grammar) -> bool:
    """Whether a title's directive stands in another part than the word of refutation, which refutes a message that its
    own part names (`Isu Penculikan Hoaks, Warga Diminta Tenang`; not `Kapolri Perintahkan Razia, Kabar Itu Hoaks`)."""
    sentence = document.sentences[draft.sentence]
    lower = sentence.lowers
    start = end = sentence.word_from(draft.trigger.start)
    while start > 0 and lower[start - 1] not in PARTING:
        start -= 1
    while end < len(lower) and lower[end] not in PARTING:
        end += 1
    if not grammar.refutation.isdisjoint(lower[start:end]) or not grammar.hearsay_noun.isdisjoint(lower[start:end]):
        return False
    for at, (word, behind) in enumerate(pairwise(lower)):
        named = word in grammar.hearsay_noun and behind not in grammar.pointing and behind not in grammar.refutation
        if named and behind.isalnum():
            part = list(takewhile(lambda other: other not in PARTING, lower[at:]))
            if not grammar.refutation.isdisjoint(part):
                return True
    return False


def _speaks_of_claim(document: Document, index: int, content: Span | None, grammar: Grammar) -> bool:
    """Whether a sentence speaks of a claim or refutes one, outside a directive's own content (`jangan percaya
    hoaks`)."""
    sentence = document.sentences[index]
    inside = sentence.words_in(content) if content is not None else range(0)
    words = sentence.lowers
    if inside:
        # `mengimbau warga tenang menyusul beredarnya kabar ...`, `..., sebagai upaya membangun narasi`
        aside = grammar.content_end | grammar.topic | grammar.in_role
        behind = takewhile(lambda word: word not in aside, sentence.lowers[max(inside) + 1 :])
        words = (*sentence.lowers[: inside.start], *behind)
    return _refutes(words, _openings(grammar.refutation), grammar) or not grammar.claim.isdisjoint(words)


def _words(draft: DirectiveDraft, text: str, grammar: Grammar) -> frozenset[str]:
    """The words of what a directive demands, but for short ones and negations."""
    if draft.content is None:
        return frozenset()
    words = (word.strip('.,;:!?"()').lower() for word in draft.content.of(text).split() if len(word) >= MIN_WORD)
    return frozenset(words) - grammar.negator - grammar.prohibitive


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shorter = min(len(one), len(other))
    return shorter > 0 and len(one & other) / shorter >= MIN_SHARED
