"""Whom words stand for that name nobody: a description, the handle of an account."""

from __future__ import annotations

from kg.model import Agent, Document, Reference, Span
from kg.model.members import GROUP, PERSON
from kg.resolve.coreference import referring
from kg.resolve.coreference_words import PointingWords

ENCLITIC = "nya"
NAME_PART = 4  # letters of a name that a handle made of it holds
OFFICE_PART = 5  # letters of a word of an office, likewise


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


def described(reference: Reference, text: str, words: PointingWords, *, possessed: bool = False) -> Agent | None:
    """Somebody whom the article describes and does not name ("pengemudi mobil"), `None` for a text."""
    nouns = [word for word in text.casefold().split() if word not in words.determiner]
    if not nouns or nouns[0] in words.document or (len(nouns) == 1 and not words.document.isdisjoint(nouns)):
        return None
    if text.istitle() and nouns[0] not in words.belonging and not possessed:
        return Agent(PERSON, person=text, mention=reference.span, reasons=(f"a name no mention covers: {text}",))
    return Agent(GROUP, text, mention=reference.span, reasons=(f"described: {text}",))
