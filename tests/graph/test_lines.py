"""Lines of N-Quads, taken apart no further than needed: what they mean is what a parser reads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg.graph.lines import facts, quads, read_quads, read_triples, text_of, triples, union
from kg.graph.literals import plain, quoted, string
from kg.graph.serialise import nquads
from kg.graph.vocabulary import KG, XSD


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (KG["force"], (KG["force"].value, "")),
        (BlankNode("b1"), ("b1", "")),
        (Literal("polisi"), ("polisi", "")),
        (Literal(""), ("", "")),
        (Literal('"a"@id', language="en"), ('"a"@id', "en")),
        (Literal("C:\\tmp\\u0041\t\x01é𝄞\n"), ("C:\\tmp\\u0041\t\x01é𝄞\n", "")),
        (Literal("7", datatype=XSD["integer"]), ("7", "")),
    ],
)
def test_a_term_is_read(term: NamedNode | BlankNode | Literal, expected: tuple[str, str]) -> None:
    assert text_of(str(term)) == expected


@given(st.text().map(plain), st.sampled_from(["", "id", "en-GB"]))
def test_any_literal_is_read(text: str, language: str) -> None:
    literal = Literal(text, language=language) if language else Literal(text)
    assert text_of(str(literal)) == (text, literal.language or "")


@given(st.text(max_size=20))
def test_a_literal_in_quotes_is_what_the_library_writes(text: str) -> None:
    assert quoted(text) == str(string(text))


@pytest.mark.parametrize(
    "odd", ["\ufffe", "\uffff", "\ufdd0", "\x7f", "\x85", "\u2028", "\ud800", "\x00", '"', "\\", "\t\b\f\r"]
)
def test_an_odd_literal_in_quotes_is_what_the_library_writes(odd: str) -> None:
    assert quoted(f"a{odd}b") == str(string(f"a{odd}b"))


def test_documents_are_put_together_by_graph_and_subject() -> None:
    def quad(graph: str, subject: str, value: str) -> Quad:
        return Quad(NamedNode(f"a:{subject}"), NamedNode("a:p"), Literal(value), NamedNode(f"a:{graph}"))

    one = nquads([quad("g", "s", "2"), quad("g", "s", "1"), quad("shared", "t", "x")])
    two = nquads([quad("h", "s", "2 <a:g> ."), quad("shared", "t", "w"), quad("shared", "t", "x")])
    read = read_quads([one, two, b""])
    assert read == {
        "<a:g>": {"<a:s>": ['<a:p> "1"', '<a:p> "2"']},
        "<a:h>": {"<a:s>": ['<a:p> "2 <a:g> ."']},
        "<a:shared>": {"<a:t>": ['<a:p> "w"', '<a:p> "x"']},
    }
    whole = union(read.values())
    assert whole == {"<a:s>": ['<a:p> "1"', '<a:p> "2 <a:g> ."', '<a:p> "2"'], "<a:t>": ['<a:p> "w"', '<a:p> "x"']}
    assert read_triples("".join(reversed(list(triples(whole)))).encode()) == whole
    assert read_quads(["".join(line for name, own in read.items() for line in quads(own, name)).encode()]) == read
    assert facts([]) == union([]) == {}


def test_the_lines_of_a_graph_may_lie_apart() -> None:
    lines = [b'<a:s> <a:p> "1" <a:g> .\n', b'<a:s> <a:p> "2" <a:h> .\n', b'<a:s> <a:p> "3" <a:g> .\n']
    expected = {"<a:g>": {"<a:s>": ['<a:p> "1"', '<a:p> "3"']}, "<a:h>": {"<a:s>": ['<a:p> "2"']}}
    assert read_quads([b"".join(lines)]) == read_quads(lines) == expected
