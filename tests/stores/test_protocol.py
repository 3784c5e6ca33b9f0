"""The client is strict: what is cut, sent elsewhere, too long, of another kind or an error in a 200 is a StoreError."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kg.errors import StoreError
from kg.graph.protocol import PASSWORD, USER, Client
from kg.graph.remote import RemoteStore
from kg.graph.results import JSON, table, triples, truth
from kg.graph.stores import open_store
from kg.graph.tokens import tokens, with_prefixes
from kg.graph.virtuoso import adapted
from kg.graph.vocabulary import prefixes

Answer = Callable[[BaseHTTPRequestHandler], None]
YES = b'{"head": {}, "boolean": true}'


@contextmanager
def answering(answer: Answer) -> Iterator[str]:
    """A server that answers every request so; yields its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            answer(self)

        do_GET = do_POST  # noqa: N815 - the name that http.server calls

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as in http.server
            """Says nothing."""

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """A client that has gone is what some tests are about."""

    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/sparql"
    finally:
        server.shutdown()
        server.server_close()


def sends(
    body: bytes, status: int = 200, kind: str = JSON, length: int | None = None, more: dict[str, str] | None = None
) -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        request.send_header("Content-Type", kind)
        request.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in (more or {}).items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(body)

    return answer


def asked(address: str, **how: float) -> None:
    client = Client(address, **how)  # type: ignore[arg-type]
    truth(client.form(address, "query", "ASK { }", JSON).text(JSON))


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (sends(YES[:-5]), "broken off or no JSON"),
        (sends(YES, length=len(YES) + 10), "broke off"),
        (sends(b'{"head": {}, "boolean": "true"}'), "'boolean' is missing"),
        (sends(b"Query timed out"), "broken off or no JSON"),
        (sends(b"[" * 100_000), "broken off or no JSON"),
        (sends(b"<html><b>Error</b> 42001</html>", kind="text/html"), "text/html instead of .*: Error 42001"),
        (sends(b'{"head": {}, "boolean": \xff}'), "not UTF-8"),
        (sends(b"x" * 2000), "longer than"),
        (sends(b"\x1b[31mred\x07\nSPARQL query:\nsecret", 500), "answers 500: .\\[31mred.$"),
        (sends(b"", 401), "wants a name and a password"),
        (sends(b"", 302, more={"Location": "http://127.0.0.1:1/elsewhere"}), "sends elsewhere"),
        (sends(b"", 307, more={"Location": "/other"}), "sends elsewhere|answers 307"),
        (sends(YES, more={"X-SQL-State": "S1TAT", "X-SQL-Message": "timed out"}), "in part: timed out"),
    ],
)
def test_what_is_not_a_whole_answer_is_an_error(answer: Answer, message: str) -> None:
    with answering(answer) as address, pytest.raises(StoreError, match=message):
        asked(address, most=1024 if "longer" in message else 1 << 20)


def test_an_answer_that_does_not_come_in_time() -> None:
    end = threading.Event()

    def waiting(request: BaseHTTPRequestHandler) -> None:
        end.wait(5)
        sends(YES)(request)

    with answering(waiting) as address, pytest.raises(StoreError, match=r"no answer within 0\.2 seconds"):
        asked(address, timeout=0.2)
    end.set()


def test_nobody_answers() -> None:
    with pytest.raises(StoreError, match="cannot be reached"):
        open_store("http://127.0.0.1:1/sparql")


@pytest.mark.parametrize(
    "address",
    ["http://", "http://host:port/", "http://host/sparql?x=y", "http://host/a#b", "http:///sparql", "http://h/\nx"],
)
def test_addresses_that_are_none(address: str) -> None:
    with pytest.raises(StoreError, match="address of a server"):
        Client(address)


def test_credentials_are_sent_and_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def asking(request: BaseHTTPRequestHandler) -> None:
        seen.append(request.headers.get("Authorization", ""))
        if seen[-1]:
            sends(YES)(request)
        else:
            sends(b"", 401, more={"WWW-Authenticate": 'Basic realm="x"'})(request)

    with answering(asking) as address:
        client = Client(address.replace("http://", "http://name:s%40cret@"))
        assert truth(client.form(client.url, "query", "ASK { }", JSON).text(JSON))
        assert seen == ["", "Basic bmFtZTpzQGNyZXQ="]
        assert "cret" not in client.url
        monkeypatch.setenv(USER, "name")
        monkeypatch.setenv(PASSWORD, "s@cret")
        asked(address)
        assert seen[-1] == seen[1]
    with pytest.raises(StoreError) as caught:
        RemoteStore(address.replace("http://", "http://name:s%40cret@"))
    assert "cret" not in str(caught.value)


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ('{"head": {"vars": ["a"]}, "results": {"bindings": []}}', "other columns"),
        ('{"head": {"vars": ["b"]}}', "'results' is missing"),
        ('{"head": {"vars": ["b"]}, "results": {"bindings": [1]}}', "no SPARQL result"),
        ('{"head": {"vars": ["b"]}, "results": {"bindings": [{"b": {"type": "uri", "value": "a b"}}]}}', "than terms"),
        ('{"head": {"vars": ["b"]}, "results": {"bindings": [{"b": {"type": "new", "value": "x"}}]}}', "than terms"),
        ('{"head": {"vars": ["b"]}, "results": {"bindings": [{"b": {"type": "literal"}}]}}', "than terms"),
        ("[]", "no SPARQL result"),
    ],
)
def test_tables_that_are_none(document: str, message: str) -> None:
    with pytest.raises(StoreError, match=message):
        table(document, ["b"])


def test_broken_triples() -> None:
    with pytest.raises(StoreError, match="N-Triples are broken"):
        triples("<urn:a> <urn:b> <urn:c")


@pytest.mark.parametrize(
    ("sparql", "words"),
    [
        ("SELECT ?a # GRAPH ?g {\n{ }", ["SELECT", "?a", "{", "}"]),
        ('"GRAPH\\"{" \'a\' \'\'\'b\'c\'\'\' """d"\n"""', ['"GRAPH\\"{"', "'a'", "'''b'c'''", '"""d"\n"""']),
        ("<urn:a#GRAPH> ?a<?b", ["<urn:a#GRAPH>", "?a", "<", "?b"]),
    ],
)
def test_tokens(sparql: str, words: list[str]) -> None:
    assert [text for _, text, _, _ in tokens(sparql)] == words


def test_prefixes_that_are_used_and_not_declared() -> None:
    text = with_prefixes('PREFIX kg: <urn:mine> SELECT ?x { ?x a kg:A ; org:b "foaf:c" } # oa:d', prefixes())
    assert text.startswith("PREFIX org: <http://www.w3.org/ns/org#>\nPREFIX kg: <urn:mine>")


@pytest.mark.parametrize(
    ("sparql", "expected"),
    [
        ("{ GRAPH ?g { ?s ?p ?o } }", "{ { GRAPH ?g { ?s ?p ?o } FILTER(?g != <urn:u>) } }"),
        ("{ GRAPH <urn:a> { } }", "{ { GRAPH ?perintah_graph_0 { } FILTER(?perintah_graph_0 = <urn:a>) } }"),
        ('{ graph ?g { ?s ?p "}" { } } }', '{ { graph ?g { ?s ?p "}" { } } FILTER(?g != <urn:u>) } }'),
        ("{ ?s ?p 'GRAPH ?g {' }", "{ ?s ?p 'GRAPH ?g {' }"),
    ],
)
def test_virtuoso_does_not_see_the_union_as_a_named_graph(sparql: str, expected: str) -> None:
    assert adapted(sparql, "urn:u").splitlines()[-1] == expected
    assert "define input:default-graph-uri <urn:u>\n" in adapted(sparql, "urn:u")
    assert "default-graph-uri" not in adapted("SELECT * FROM <urn:a> { }", "urn:u")


@pytest.mark.parametrize(
    ("sparql", "expected"),
    [
        ("FILTER(?a <= <urn:b>)", "FILTER(COALESCE(?a) <= <urn:b>)"),
        ("FILTER(?a >= ?b && ?c = ?d)", "FILTER(COALESCE(?a) >= COALESCE(?b) && ?c = ?d)"),
        ("FILTER(1<?a||?b>2)", "FILTER(1<COALESCE(?a)||COALESCE(?b)>2)"),
        ("FILTER(?a != ?b)", "FILTER(?a != ?b)"),
        ("{ ?s ?p ?o ; <urn:a> ?b }", "{ ?s ?p ?o ; <urn:a> ?b }"),
        ("BIND(?a * 2 < ?b AS ?c)", "BIND(?a * 2 < COALESCE(?b) AS ?c)"),
    ],
)
def test_virtuoso_looks_for_no_range(sparql: str, expected: str) -> None:
    assert adapted(sparql, "urn:u").splitlines()[-1] == expected
