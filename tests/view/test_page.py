"""The page as a text: one file, nothing outside it, the same every time."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
import sys
from typing import Any

import pytest
import rdflib
from pyoxigraph import RdfFormat, Store

from kg.model import Force
from kg.view import render, to_png, to_svg
from kg.view.appearance import forces, words
from kg.view.payload import as_json, key_of
from kg.view.svg import clean, number
from tests.view import generate


@pytest.fixture(scope="module")
def page(made: Store) -> str:
    return render(made)


def data(page: str, name: str) -> Any:
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_the_same_graph_gives_the_same_bytes(made: Store, page: str) -> None:
    assert render(made) == page
    assert render(generate.store(60)) == page


@pytest.mark.parametrize("size", [25, 700])
def test_other_processes_give_the_same_bytes(size: int) -> None:
    """Under other hash seeds, for a graph of many components and for a folded one."""
    code = (
        "import hashlib, sys; sys.path.insert(0, '.')\n"
        "from kg.view import render\nfrom tests.view import generate\n"
        f"print(hashlib.sha256(render(generate.store({size}, agents={size})).encode()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(digests) == 1


def test_it_is_small(page: str, example: Store) -> None:
    assert len(page.encode()) < 2_000_000
    assert len(render(example).encode()) < 1_000_000


def test_nothing_is_linked_or_loaded(page: str) -> None:
    head = re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)
    assert re.findall(r'\b(?:src|href|action|data|poster)\s*=\s*"[^"]*"', head) == []
    assert "url(http" not in page
    assert "@import" not in page


def test_the_policy_names_what_runs_by_its_hash(page: str) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    text = policy[1].replace("&#39;", "'")
    assert "default-src 'none'" in text
    assert "unsafe" not in text
    for kind in ("script", "style"):
        bodies = re.findall(rf"<{kind}>(.*?)</{kind}>", page, re.DOTALL)
        assert bodies
        for body in bodies:
            digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in text


def test_pyvis_has_the_nodes_with_their_places_and_no_physics(page: str) -> None:
    opening = data(page, "opening")
    assert len(opening["nodes"]) == len(data(page, "facts")["vertices"]["rows"])
    assert all(isinstance(node["x"], int) and isinstance(node["y"], int) for node in opening["nodes"])
    assert json.loads(opening["options"])["physics"]["enabled"] is False
    assert sum(edge["count"] for edge in opening["edges"]) == 60
    assert {edge["force"] for edge in opening["edges"]} == {str(force) for force in Force}


def test_any_turtle_that_follows_the_ontology_can_be_viewed(made: Store, page: str) -> None:
    graph = rdflib.Graph()
    for quad in made:
        graph.parse(data=f"{quad.subject} {quad.predicate} {quad.object} .", format="nt")
    assert data(render(graph), "facts") == data(page, "facts")


def test_an_empty_graph_makes_a_page() -> None:
    assert data(render(rdflib.Graph()), "facts")["directives"]["rows"] == []


@pytest.mark.parametrize("lang", ["id", "en"])
def test_language_and_title(example: Store, lang: str) -> None:
    page = render(example, lang=lang, title="Perintah & <larangan>")
    assert f'<html lang="{lang}">' in page
    assert "<title>Perintah &amp; &lt;larangan&gt;</title>" in page


def test_both_languages_have_the_same_words() -> None:
    one, other = words("id"), words("en")
    plain = {key for key in other if not key.endswith(("_one", "_nobody"))}
    assert plain == {key for key in one if not key.endswith(("_one", "_nobody"))}
    for key in plain:
        assert set(re.findall(r"\{\w+\}", one[key])) == set(re.findall(r"\{\w+\}", other[key])), key


def test_every_force_looks_different_without_colour() -> None:
    assert set(forces()) == {str(force) for force in Force}
    assert len({(look.sign, look.open) for look in forces().values()}) == 9


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("force", sorted(forces()))
def test_the_colours_of_the_forces_can_be_read(force: str) -> None:
    look = forces()[force]
    for colour, ground in (
        (look.light, "#fbfaf7"),
        (look.light, "#f1eee7"),
        (look.dark, "#141517"),
        (look.dark, "#232529"),
    ):
        low, high = sorted((luminance(colour), luminance(ground)))
        assert (high + 0.05) / (low + 0.05) >= 4.5, (colour, ground)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("</script>", '"\\u003c/script\\u003e"'),
        ("<!--", '"\\u003c!--"'),
        ("a & b", '"a \\u0026 b"'),
        ("\u2028", '"\\u2028"'),
        ("\ud800", '"?"'),
        ("é 🚓", '"é 🚓"'),
    ],
)
def test_data_cannot_close_its_script(value: str, text: str) -> None:
    assert as_json(value) == text


@pytest.mark.parametrize(
    ("iri", "key"),
    [
        ("https://w3id.org/perintah/id/post/kapolri", "post/kapolri"),
        ("https://berita.example/id/post/x", "post/x"),
        ("urn:x:y", "urn:x:y"),
    ],
)
def test_keys_of_a_shared_address(iri: str, key: str) -> None:
    assert key_of(iri) == key


# ---------------------------------------------------------------- pictures


@pytest.mark.parametrize("view", ["network", "chain", "timeline"])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_pictures(made: Store, view: str, lang: str) -> None:
    picture = to_svg(made, view=view, lang=lang)
    assert picture == to_svg(made, view=view, lang=lang)
    assert words(lang)["f_forbid"] in picture
    assert "Kapolda Aceh" in picture
    image = to_png(made, view=view, lang=lang, scale=0.5)
    assert image.startswith(b"\x89PNG\r\n\x1a\n")
    assert int.from_bytes(image[16:20]) == 700
    assert image == to_png(made, view=view, lang=lang, scale=0.5)


def test_a_picture_of_a_selection(example: Store) -> None:
    picture = to_svg(example, focus="Kabid Humas Polda Lampung", hops=1)
    assert "Kapolsek Kedondong" not in picture
    assert "masyarakat" in picture


@pytest.mark.parametrize("view", ["network", "chain", "timeline"])
def test_an_empty_picture(view: str) -> None:
    assert words("en")["empty"] in to_svg(rdflib.Graph(), view=view, lang="en")


def test_there_is_no_picture_of_the_table(example: Store) -> None:
    with pytest.raises(ValueError, match="no picture of 'table'"):
        to_svg(example, view="table")


@pytest.mark.parametrize(
    ("given", "written"), [(1.25, "1.2"), (3.0, "3"), (-0.01, "0"), (1400.04, "1400"), (123456.7, "123456.7")]
)
def test_numbers_of_a_picture(given: float, written: str) -> None:
    assert number(given) == written


def test_characters_that_xml_forbids_are_replaced() -> None:
    assert clean("a\x00b\x1bc\ud800\tok") == "a\ufffdb\ufffdc\ufffd\tok"


def test_viewing_imports_no_model() -> None:
    code = "import sys, kg.view, kg.view.page, kg.view.pictures; sys.exit(bool({'torch', 'stanza'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_page_can_be_read_from_trig(made: Store, page: str) -> None:
    again = Store()
    again.load(made.dump(format=RdfFormat.TRIG), format=RdfFormat.TRIG)
    assert render(again) == page
