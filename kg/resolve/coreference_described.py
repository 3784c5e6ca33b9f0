"""Whom words stand for that name nobody: a description, the handle of an account."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

from kg.model import Agent, Document, Mention, Reference, Span
from kg.model.members import GROUP, PERSON
from kg.resolve.coreference import referring
from kg.resolve.coreference_agents import country_speaking
from kg.resolve.coreference_named import Named
from kg.resolve.coreference_quoted import is_initials
from kg.resolve.coreference_words import PointingWords
from kg.resolve.kinds import kind_of
from kg.resolve.named import bearer

ENCLITIC = "nya"
HANDLE = re.compile(r"@\w[\w.]*\w")
CLAUSE = 6  # words of a relative clause that may say that a name is withheld
POINTS: Final = "points"
CALLED = 3  # words before a handle, of which one says that it is an account
NAME_PART = 4  # letters of a name that a handle made of it holds
OFFICE_PART = 5  # letters of a word of an office, likewise


def whom_described(
    reference: Reference, text: str, document: Document, words: PointingWords, named: Named
) -> Agent | Literal["points"] | None:
    """Who is meant by a description: somebody nobody names, whom the article called so before, or `POINTS` if it points
    back to who spoke last.

    "Pria asal Jambi" and "pria yang akrab disapa X" are who speaks, "ibu yang enggan disebut namanya" is nobody named.
    """
    if reference.span is None:
        return None
    *phrase, closing = text.casefold().split()
    if closing in words.relative:
        here = document.sentences[reference.sentence].span.end
        clause = document.article.text[reference.span.end : here].casefold().replace(",", " ").replace(".", " ").split()
        withheld = not words.undisclosed.isdisjoint(clause[:CLAUSE])
        return described(reference, text[: -len(closing)].rstrip(), words) if withheld else POINTS
    if closing not in words.demonstrative:
        if len(phrase) > 1 and phrase[0] in words.anybody and phrase[1] in words.hailing:
            return POINTS
        return country_speaking(reference.span, named.mentions, words.country) or described(
            reference, text, words, named.mentions, possessed=possessed_by(reference, document)
        )
    if phrase and phrase[0] in words.individual_marker:  # "seorang polisi berlaras panjang itu" is nobody named
        return described(reference, text[: -len(closing)].rstrip(), words)
    earlier = named.before(" ".join(phrase), reference.span.start)
    if earlier is not None and (earlier.person or kind_of(phrase, words).signs is None):
        return referring(earlier, reference.span, f"{text}: called so before")
    if phrase and phrase[0] in words.account:
        return _account_before(reference.span, document, words) or described(reference, " ".join(phrase), words)
    return POINTS


def _account_before(span: Span, document: Document, words: PointingWords) -> Agent | None:
    """The account that is called so last before a span ("akun Instagram @nama"): what "akun tersebut" is."""
    text = document.article.text
    called = ""
    for handle in HANDLE.finditer(text, 0, span.start):
        before = text[: handle.start()].casefold().rsplit(maxsplit=CALLED)[1:]
        if not words.account.isdisjoint(before):
            called = handle.group()
    return Agent(PERSON, person=called, mention=span, reasons=(f"the account {called}",)) if called else None


def account(text: str, span: Span, last: Agent | None) -> Agent:
    """Who posts under a handle: who spoke last if it is made of their name or office, else nobody but the handle."""
    handle = text.casefold()
    if last is not None and (
        any(len(part) >= NAME_PART and part in handle for part in last.person.casefold().split())
        or any(len(part) >= OFFICE_PART and part in handle for part in last.office.casefold().split())
    ):
        return referring(last, span, f"{text}: the account of who spoke last")
    return Agent(PERSON, person=text, mention=span, reasons=(f"the account {text}",))


def possessed_by(reference: Reference, document: Document) -> bool:
    """Whether an enclitic ends the words of a reference ("wakilnya"): they are no name."""
    end = reference.span.end if reference.span is not None else 0
    return any(
        word.span.end == end and word.continues and word.lower == ENCLITIC
        for word in document.sentences[reference.sentence].words
    )


def described(
    reference: Reference,
    text: str,
    words: PointingWords,
    mentions: Sequence[Mention] = (),
    *,
    possessed: bool = False,
) -> Agent | None:
    """Somebody whom the article describes and does not name ("pengemudi mobil"), `None` for a text."""
    nouns = [word for word in text.casefold().split() if word not in words.determiner]
    if not nouns or nouns[0] in words.document or (len(nouns) == 1 and not words.document.isdisjoint(nouns)):
        return None
    if is_initials(text):
        return Agent(PERSON, person=text, mention=reference.span, reasons=(f"known by his initials: {text}",))
    if text.istitle() and nouns[0] not in words.belonging and not possessed:
        reason = f"a name no mention covers: {text}"
        if reference.span is not None:
            return bearer(text, reference.span, mentions, words, reason)
        return Agent(PERSON, person=text, mention=reference.span, reasons=(reason,))
    return Agent(GROUP, text, mention=reference.span, reasons=(f"described: {text}",))
