"""The articles' documents from their frozen parses, and the mentions and entities of a cast given by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.model import Article, CleanText, Document, Entity, Mention, MentionKind, OffsetMap, Span, Word
from kg.parse import conllu

FOLDER = Path(__file__).parent
KINDS = {"person": MentionKind.PERSON, "post": MentionKind.POST, "unit": MentionKind.UNIT, "group": MentionKind.GROUP}


@dataclass(frozen=True)
class Role:
    """Somebody in an article; `forms` are (kind, words of a mention), a form "former:..." being a former post."""

    kind: MentionKind
    office: str
    person: str
    forms: tuple[tuple[str, str], ...]


def person(office: str, name: str, *forms: str) -> Role:
    """A person whom the article calls by `forms`, each "kind: words"."""
    return Role(MentionKind.PERSON, office, name, _pairs(forms))


def body(office: str, *forms: str) -> Role:
    """A unit or group whom the article calls by `forms`, each "kind: words"."""
    pairs = _pairs(forms)
    return Role(KINDS[pairs[0][0]], office, "", pairs)


def _pairs(forms: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return tuple((kind, words) for kind, _, words in (form.partition(": ") for form in forms))


def clean_text(text: str, name: str = "article") -> CleanText:
    """A text as it is, nothing removed."""
    return CleanText(Article(id=name, text=text), text, OffsetMap((0,), (0,), (len(text),), len(text)))


def document(name: str) -> Document:
    """One of the articles with its frozen parse."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return conllu.read((FOLDER / f"{name}.conllu").read_text(encoding="utf-8"), clean_text(text, name))


def cast_mentions(article: Document, roles: Sequence[Role]) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Every occurrence of every form of the cast, and its entities; the longest form wins where several fit."""
    forms = sorted(
        ((kind, words.split(), role) for role, entry in enumerate(roles) for kind, words in entry.forms),
        key=lambda form: -len(form[1]),
    )
    mentions: list[Mention] = []
    owned: dict[int, list[int]] = {}
    for sentence in article.sentences:
        at = 0
        while at < len(sentence.words):
            for kind, words, role in forms:
                found = sentence.words[at : at + len(words)]
                if [word.text for word in found] == words:
                    owned.setdefault(role, []).append(len(mentions))
                    mentions.append(_mention(article, sentence.index, found, kind))
                    at += len(words) - 1
                    break
            at += 1
    entities = tuple(
        Entity(role, entry.kind, entry.office, (), entry.person, (), "", tuple(owned.get(role, ())))
        for role, entry in enumerate(roles)
    )
    return tuple(mentions), entities


def _mention(article: Document, sentence: int, words: Sequence[Word], kind: str) -> Mention:
    span = Span(words[0].span.start, words[-1].span.end)
    former = kind == "former"
    found = MentionKind.POST if former else KINDS[kind]
    text = span.of(article.article.text)
    return Mention(
        span,
        sentence,
        words[0].index,
        words[-1].index + 1,
        found,
        text,
        name=text if found is MentionKind.PERSON else "",
        office=text if found is MentionKind.POST else "",
        post=words[0].text if found is MentionKind.POST else "",
        unit=" ".join(word.text for word in words[1:]) if found is MentionKind.POST else "",
        former=former,
    )
