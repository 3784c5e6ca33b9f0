"""The names of the vocabulary terms that the lexicon's files use."""

from __future__ import annotations

BASE = "https://w3id.org/perintah/"
ID = BASE + "id/"
KG = BASE + "ns#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
SKOS = "http://www.w3.org/2004/02/skos/core#"
PREF_LABEL = SKOS + "prefLabel"
NOTATION = SKOS + "notation"
ORG = "http://www.w3.org/ns/org#"
SUB_ORGANIZATION_OF = ORG + "subOrganizationOf"
FORM = KG + "form"
WORD_CLASS = KG + "WordClass"


def local_name(iri: str) -> str:
    """The part of an IRI behind its last `/` or `#`."""
    return iri[max(iri.rfind("/"), iri.rfind("#")) + 1 :]
