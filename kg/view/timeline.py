"""The timeline as a picture: a row for each issuer, a sign for each order on the day it was given."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date, timedelta

from kg.view.appearance import forces, words
from kg.view.facts import Directive, Facts
from kg.view.labels import width_of
from kg.view.svg import Element, element, group

_INK, _SOFT, _FAINT = "#1c1b19", "#5a564f", "#d9d4ca"
_ROWS = 30
_MONTHS = {
    "id": ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


def timeline(facts: Facts, lang: str, width: float) -> tuple[list[Element], float]:
    """The elements and the height they take; the thirty busiest issuers, each order on its day or that of its
    article.
    """
    dated = [(day, d) for d in facts.directives if (day := day_of(facts, d))]
    if not dated:
        return [], 40.0
    first = min(day for day, _ in dated) - timedelta(days=1)
    last = max(day for day, _ in dated) + timedelta(days=2)
    left, right = 250.0, width - 24.0

    def x(day: date) -> float:
        return left + (day - first).days / (last - first).days * (right - left)

    rows: defaultdict[str, list[tuple[date, Directive]]] = defaultdict(list)
    for day, directive in dated:
        rows[_issuer(facts, directive, lang)].append((day, directive))
    ranked = sorted(rows, key=lambda name: (-len(rows[name]), name))[:_ROWS]
    elements: list[Element] = []
    y = 40.0
    for name in ranked:
        used: Counter[int] = Counter()
        signs: list[Element] = []
        for day, directive in sorted(rows[name], key=lambda pair: (pair[0], pair[1].iri)):
            at = x(day) + (right - left) / (last - first).days / 2
            column = round(at / 13)
            signs.append(sign(directive.force, at - 7, y + 6 + min(used[column], 5) * 16))
            used[column] += 1
        high = 28.0 + 16 * (min(max(used.values()), 6) - 1)
        elements.append(element("line", x1=16, x2=right, y1=y + high, y2=y + high, stroke=_FAINT))
        elements.append(element("text", _short(name, 220), x=16, y=y + high / 2 + 5, font_size=14, fill=_INK))
        elements += signs
        y += high
    return [*_axis(first, last, x, y, lang), *elements], y + 12


def day_of(facts: Facts, directive: Directive) -> date | None:
    """The day a directive was given, else the day its article came out, else `None`."""
    article = facts.articles.get(directive.article)
    for text in (directive.date, article.published if article else ""):
        try:
            return date.fromisoformat(text)
        except ValueError:
            continue
    return None


def written(day: date, lang: str) -> str:
    """A day as readers write it: "24 Nov 2024"."""
    return f"{day.day} {_MONTHS[lang][day.month - 1]} {day.year}"


def sign(force: str, x: float, y: float) -> Element:
    """The sign of a force, 14 pixels wide, with its upper left corner at (x, y)."""
    look = forces()[force]
    fill = "none" if look.open else look.light
    path = element("path", d=look.sign, fill=fill, stroke=look.light, stroke_width=2 if look.open else 1.2)
    return group([path], transform=f"translate({x:.1f} {y:.1f}) scale(0.875)")


def _issuer(facts: Facts, directive: Directive, lang: str) -> str:
    names = [facts.agents[iri] for iri in facts.senders(directive)]
    return (
        ", ".join((agent.label_en if lang == "en" else "") or agent.label for agent in names) or words(lang)["someone"]
    )


def _short(text: str, wide: float) -> str:
    while width_of(text, 14) > wide and len(text) > 2:
        text = text[:-2].rstrip("…") + "…"
    return text


def _axis(first: date, last: date, x: Callable[[date], float], bottom: float, lang: str) -> list[Element]:
    days = (last - first).days
    marks: list[tuple[date, str]] = []
    if days <= 45:
        for step in range(0, days, max(1, days // 8)):
            day = first + timedelta(days=step)
            marks.append((day, f"{day.day} {_MONTHS[lang][day.month - 1]}"))
    else:
        every = next((step for step in (1, 2, 3, 6, 12) if days / 30.4 / step <= 12), 24)
        for month in range(first.year * 12, last.year * 12 + 12, every):
            day = date(month // 12, month % 12 + 1, 1)
            if first <= day <= last:
                marks.append((day, f"{_MONTHS[lang][day.month - 1]} {day.year}"))
    lines = [element("line", x1=x(day), x2=x(day), y1=20, y2=bottom, stroke=_FAINT) for day, _ in marks]
    return [*lines, *(element("text", text, x=x(day) + 4, y=30, font_size=12, fill=_SOFT) for day, text in marks)]
