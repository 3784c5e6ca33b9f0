"""What is at the address of a SPARQL server: where it takes queries and updates, and whether it is Virtuoso."""

from __future__ import annotations

from dataclasses import dataclass

from kg.errors import StoreError
from kg.graph.protocol import Client
from kg.graph.results import JSON, truth

_QUERY_STEPS = ("query", "sparql")
"""Last steps of a query address: Oxigraph and Jena Fuseki have the first, Virtuoso and Fuseki the second."""

_UPDATE_BESIDE = {"query": "update", "sparql": "update"}
"""Last step of a query address to that of the update address beside it."""

_VIRTUOSO_UPDATE = "sparql-auth"
"""Where Virtuoso takes queries and updates of those who say who they are; `sparql` is for everybody."""

_VIRTUOSO_ONLY = "define input:named-graph-exclude <urn:perintah:none>\nASK { }"


@dataclass(frozen=True, slots=True)
class Server:
    """Where a server takes queries, updates and the graph store protocol."""

    query: str
    update: str
    graphs: str
    """Where Virtuoso takes the graph store protocol, "" on other servers."""

    @property
    def is_virtuoso(self) -> bool:
        """Whether the server is Virtuoso, which needs its own SPARQL."""
        return bool(self.graphs)


def discover(client: Client, update: str = "") -> Server:
    """Finds a server at the client's address, or at `query` or `sparql` below it.

    `update` is the address of updates where it is another than usual. Raises StoreError where no server answers.
    """
    reasons = []
    for address in _candidates(client.url):
        try:
            is_virtuoso = _is_virtuoso(client, address)
            if not is_virtuoso and not _is_true(client, address, "ASK { }"):
                raise StoreError(f"{address}: no SPARQL server: it says that ASK {{ }} is false")
        except StoreError as error:
            reasons.append(str(error))
            continue
        above, _, last = address.rpartition("/")
        beside = _UPDATE_BESIDE.get(last, last)
        if not is_virtuoso:
            return Server(address, update or f"{above}/{beside}", "")
        steps = (_VIRTUOSO_UPDATE, "sparql-graph-crud-auth") if client.identified else (last, "sparql-graph-crud")
        return Server(address, update or f"{above}/{steps[0]}", f"{above}/{steps[1]}")
    raise StoreError(reasons[0])


def _candidates(url: str) -> list[str]:
    if url.rpartition("/")[2] in (*_QUERY_STEPS, _VIRTUOSO_UPDATE):
        return [url]
    return [url, *(f"{url}/{step}" for step in _QUERY_STEPS)]


def _is_virtuoso(client: Client, address: str) -> bool:
    """Whether the server knows Virtuoso's pragmas: others answer that the query is none."""
    try:
        return _is_true(client, address, _VIRTUOSO_ONLY)
    except StoreError:
        return False


def _is_true(client: Client, address: str, sparql: str) -> bool:
    return truth(client.form(address, "query", sparql, JSON).text(JSON))
