"""The page itself: one HTML file, drawn by pyvis through a template of our own, that asks nothing of anybody.

pyvis's own template links fonts and styles of other hosts and lets a title run as markup, so pyvis gets this one
instead, with autoescaping; its copy of vis-network goes into the file. The Content-Security-Policy names each script
and style by its hash and allows no request, so that nothing in an article can become one.
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, Environment, FunctionLoader
from markupsafe import Markup
from pyvis.network import Network

from kg.view.appearance import LANGUAGES, asset, forces, text, words
from kg.view.layout import wrap
from kg.view.payload import as_json
from kg.view.scene import DRAWN_AT_ONCE, UNNAMED, Scene

SCRIPTS = (
    "facts", "state", "words", "filters", "scene", "place", "dom", "marks", "labels", "bands", "look", "extras",
    "network", "chain", "timeline", "table", "legend", "search", "panel", "app",
)  # fmt: skip
STYLES = ("base", "controls", "views", "panel", "layout", "print")
_VIS = "lib/vis-9.1.2/vis-network.min.js"
SHAPES = {"post": "dot", "unit": "square", "group": "hexagon", "person": "triangle", UNNAMED: "dot"}


def _font(name: str) -> str:
    data = asset(f"fonts/{name}").read_bytes()
    return "data:font/woff2;base64," + base64.b64encode(data).decode("ascii")


def _hash(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii") + "'"


@cache
def _style() -> str:
    face = '@font-face{{font-family:"{}";font-weight:200 900;font-display:block;src:url("{}") format("woff2")}}\n'
    faces = "".join(
        face.format(family, _font(file))
        for family, file in (("Perintah Serif", "source-serif-4.woff2"), ("Perintah Sans", "source-sans-3.woff2"))
    )
    return faces + _colours() + "".join(text(f"css/{name}.css") for name in STYLES)


def _colours() -> str:
    """The colours of the forces as custom properties, in light and dark."""
    looks = forces()
    light = "".join(f"--{name}:{look.light};" for name, look in looks.items())
    dark = "".join(f"--{name}:{look.dark};" for name, look in looks.items())
    return f':root{{{light}}}\n:root[data-theme="dark"]{{{dark}}}\n'


@cache
def _script() -> str:
    return '"use strict";\nconst P = {};\n' + "".join(text(f"js/{name}.js") for name in SCRIPTS)


def page(scene: Scene, data: dict[str, Any], *, lang: str, title: str) -> str:
    """The whole HTML text; `data` is what `payload` gave, `lang` the language it opens in, `title` "" for the usual
    one.
    """
    network = _network(scene, lang)
    own = FunctionLoader(lambda name: text("page.html") if name == "page.html" else None)
    theirs: BaseLoader = network.templateEnv.loader
    environment = Environment(loader=ChoiceLoader([own, theirs]), autoescape=True)
    vis = theirs.get_source(environment, _VIS)[0].replace("\r\n", "\n").replace("</script", "<\\/script")
    policy = {
        "default-src": "'none'",
        "script-src": f"{_hash(vis)} {_hash(_script())}",
        "style-src": _hash(_style()),
        "font-src": "data:",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    environment.globals |= {
        "lang": lang,
        "title": title or words(lang)["title"],
        "words": words(lang),
        "policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "style": Markup(_style()),  # noqa: S704 - our own files
        "vis": Markup(vis),  # noqa: S704 - pyvis's own file
        "script": Markup(_script()),  # noqa: S704 - our own files
        "json": lambda value: Markup(as_json(value)),  # noqa: S704 - as_json escapes markup
        "data": data | {"lang": lang, "title": title, "limit": DRAWN_AT_ONCE, "looks": json.loads(text("forces.json"))},
        "catalogue": {code: dict(words(code)) for code in LANGUAGES},
    }
    network.templateEnv = environment
    network.path = "page.html"
    html: str = network.generate_html()
    return html


def _network(scene: Scene, lang: str) -> Network:
    """pyvis's network of what is drawn when the page opens: everything, or the topmost groups of a large graph."""
    network = Network(directed=True, cdn_resources="in_line", heading="")
    network.set_options(text("options.json"))
    top = [key for key in (*scene.vertices, *scene.groups) if not scene.within.get(key)]
    number = {key: f"v{index}" for index, key in enumerate(scene.vertices)} | {
        key: f"g{index}" for index, key in enumerate(scene.groups)
    }
    for key in top:
        x, y = scene.at[key]
        if key in scene.groups:
            group = scene.groups[key]
            label = f"{group.label_en if lang == 'en' else group.label} · {group.size}"
            network.add_node(number[key], wrap(label), shape="dot", size=group.radius, x=x, y=y, kind="fold")
        else:
            vertex = scene.vertices[key]
            label = wrap(vertex.label_en if lang == "en" else vertex.label)
            network.add_node(
                number[key], label or " ", shape=SHAPES[vertex.kind], size=vertex.radius, x=x, y=y, kind=vertex.kind
            )
    counts: dict[tuple[str, str, str], int] = {}
    for (source, target, force), count in scene.links.items():
        one, other = scene.fold_of(source), scene.fold_of(target)
        if one != other or one in scene.vertices:
            counts[one, other, force] = counts.get((one, other, force), 0) + count
    for (source, target, force), count in counts.items():
        edge = f"{number[source]}>{number[target]}>{force}"
        network.add_edge(number[source], number[target], id=edge, force=force, count=count)
    return network
