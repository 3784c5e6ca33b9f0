"""Pictures for a report, without a browser: SVG, and PNG drawn from it by resvg with the fonts of this package."""

from __future__ import annotations

from collections import Counter
from importlib import resources

from kg.view.appearance import asset, forces, words
from kg.view.drawing import drawing
from kg.view.facts import Facts
from kg.view.labels import width_of
from kg.view.scene import build
from kg.view.svg import Element, document, element, group
from kg.view.timeline import day_of, sign, timeline, written

VIEWS = ("network", "chain", "timeline")
_WIDTH, _TALLEST = 1400.0, 1000.0
_INK, _SOFT, _PAPER, _ACCENT = "#1c1b19", "#5a564f", "#fbfaf7", "#9b1c20"
_SERIF = "'Perintah Serif', 'Source Serif 4', Georgia, serif"
_FONTS = ("perintah-sans-400.ttf", "perintah-sans-600.ttf", "perintah-serif-650.ttf")


def svg(facts: Facts, view: str, lang: str, title: str) -> str:
    """The picture of `view` ("network", "chain" or "timeline") as an SVG document; ValueError if there is no such
    view.
    """
    if view not in VIEWS:
        raise ValueError(f"there is no picture of {view!r}; choose one of {', '.join(VIEWS)}")
    if view == "timeline":
        body, height = timeline(facts, lang, _WIDTH)
    else:
        body, height = drawing(build(facts), view, lang, _WIDTH, _TALLEST)
    heading = title or words(lang)["title"]
    legend, legend_height = _legend(facts, lang)
    top = 104.0 + legend_height
    bottom = top + height + 16
    return document(
        _WIDTH,
        bottom + 28,
        f"{heading} – {words(lang)[view]}",
        [
            element("rect", width=_WIDTH, height=bottom + 28, fill=_PAPER),
            element("text", "PERINTAH", x=16, y=30, font_size=13, font_weight="600", fill=_ACCENT, letter_spacing=1),
            element(
                "text",
                _cut(heading),
                x=16,
                y=62,
                font_size=30,
                font_weight="600",
                fill=_INK,
                font_family=_SERIF,
            ),
            element("text", _summary(facts, lang), x=16, y=87, font_size=14, fill=_SOFT),
            group(legend, transform="translate(16 108)"),
            group(body, transform=f"translate(0 {top:.1f})"),
            element("text", words(lang)["kicker"], x=16, y=bottom + 8, font_size=12, fill=_SOFT),
        ],
    )


def png(picture: str, scale: float) -> bytes:
    """The SVG document `picture` as PNG, `scale` pixels to one of the SVG."""
    import resvg_py

    with resources.as_file(asset("fonts")) as folder:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=picture,
                zoom=scale,
                skip_system_fonts=True,
                font_files=[str(folder / name) for name in _FONTS],
                font_family="Perintah Sans",
                sans_serif_family="Perintah Sans",
                serif_family="Perintah Serif",
            )
        )


def _cut(heading: str) -> str:
    while width_of(heading, 30) > _WIDTH - 40:
        heading = heading[:-2].rstrip("…") + "…"
    return heading


def _summary(facts: Facts, lang: str) -> str:
    texts = words(lang)
    if not facts.directives:
        return texts["empty"]
    days = sorted(day for d in facts.directives if (day := day_of(facts, d)))
    values = {
        "directives": len(facts.directives),
        "issuers": len({iri for d in facts.directives for iri in facts.senders(d)}),
        "addressees": len({iri for d in facts.directives for iri in d.addressees}),
        "articles": len({d.article for d in facts.directives if d.article}),
    }
    if not days:
        return texts["summary_no_span"].format(**values)
    span = texts["span"].format(**{"from": written(days[0], lang), "to": written(days[-1], lang)})
    return texts["summary"].format(**values, span=span)


def _legend(facts: Facts, lang: str) -> tuple[list[Element], float]:
    """Sign, line, name and count of each force there is, in rows as wide as the picture."""
    counts = Counter(d.force for d in facts.directives)
    drawn: list[Element] = []
    x = y = 0.0
    for force, look in forces().items():
        if not counts[force]:
            continue
        text = f"{words(lang)[f'f_{force}']} {counts[force]}"
        wide = 66 + width_of(text, 14)
        if x + wide > _WIDTH - 32:
            x, y = 0.0, y + 26
        dash = {"stroke_dasharray": " ".join(f"{length:g}" for length in look.dash)} if look.dash else {}
        drawn.append(
            element("line", x1=x, x2=x + 26, y1=y + 9, y2=y + 9, stroke=look.light, stroke_width=look.width, **dash)
        )
        drawn.append(sign(force, x + 32, y + 2))
        drawn.append(element("text", text, x=x + 50, y=y + 14, font_size=14, fill=_INK))
        x += wide
    return drawn, y + 26 if drawn else 0.0
