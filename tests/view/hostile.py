"""Sixty strings that have broken pages, and a graph in which each is title, name, content, outlet and IRI."""

from __future__ import annotations

import logging

import rdflib

STRINGS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</SCRIPT ><svg onload=alert(1)>",
    "<!--<script>",
    "<!-- --><img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)>",
    "<img src='https://tracker.example/p.gif'>",
    "<svg/onload=alert(1)>",
    "<svg><script href='https://tracker.example/x.js'/></svg>",
    "<iframe src=javascript:alert(1)>",
    "<object data='data:text/html,<script>alert(1)</script>'>",
    "<link rel=stylesheet href=https://tracker.example/a.css>",
    "<style>@import 'https://tracker.example/b.css';</style>",
    "<base href='https://tracker.example/'>",
    "<meta http-equiv=refresh content='0;url=https://tracker.example/'>",
    "<form action=https://tracker.example/><button>x",
    "<a href='javascript:alert(1)'>klik</a>",
    'href="javascript:alert(1)"',
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)' autofocus='",
    "` onclick=`alert(1)",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)//https://",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "vbscript:msgbox(1)",
    "\tjavascript:alert(1)",
    "//tracker.example/x",
    'https://tracker.example/"><script>alert(1)</script>',
    "{{ 7 * 7 }}",
    "{% include 'template.html' %}",
    "{{ config.__class__.__init__.__globals__ }}",
    "${alert(1)}",
    "#{alert(1)}",
    "<%= alert(1) %>",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;img src=x onerror=alert(1)&#62;",
    "\\u003cscript\\u003ealert(1)",
    "\\x3cscript\\x3ealert(1)",
    "]]><script>alert(1)</script>",
    "\u2028alert(1)\u2029",
    "*/alert(1)/*",
    '\\";alert(1);//',
    "');alert(1);('",
    "__proto__",
    "constructor",
    "toString",
    "\u202egnp.exe\u202c kiri ke kanan",
    "\u200f\u200e\u2066\u2069\u061c",
    "كلمة عربية داخل النص",
    "Z\u0351\u0345a\u0348\u0340l\u0363g\u0358o\u0337" * 8,
    "👮‍♂️🇮🇩 perintah 🧨",
    "\U0001d4d0\U0001d4d1 huruf di luar BMP",
    "A" * 4000,
    "kata" + "panjang" * 200,
    "baris\nbaru\r\ndan\ttab",
    "\x00nol\x01satu\x1b[31mmerah",
    '=HYPERLINK("https://tracker.example";"x")',
    "+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
)

_KG = rdflib.Namespace("https://w3id.org/perintah/ns#")
_ORG = rdflib.Namespace("http://www.w3.org/ns/org#")
_OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
_SCHEMA = rdflib.Namespace("https://schema.org/")
_BASE = "https://w3id.org/perintah/id/"


def graph() -> rdflib.Graph:
    """One directive for each string; rdflib does not look at its IRIs, so that they may hold anything."""
    logging.getLogger("rdflib.term").setLevel(logging.ERROR)
    made = rdflib.Graph()
    for number, text in enumerate(STRINGS):
        post, group = rdflib.URIRef(f"{_BASE}post/{text}"), rdflib.URIRef(f"{_BASE}group/{number}{text}")
        unit, article = rdflib.URIRef(f"{_BASE}unit/{text}"), rdflib.URIRef(f"{_BASE}article/{number}/{text}")
        node, span = rdflib.URIRef(f"{_BASE}directive/{number}"), rdflib.URIRef(f"{_BASE}span/{number}")
        label = rdflib.Literal(text, lang="id")
        sentence = f"{text} memerintahkan {text}: {text}."
        rows = [
            (post, rdflib.RDF.type, _ORG.Post),
            (post, rdflib.SKOS.prefLabel, label),
            (post, rdflib.SKOS.altLabel, rdflib.Literal(text[::-1], lang="id")),
            (post, _ORG.postIn, unit),
            (unit, rdflib.SKOS.prefLabel, label),
            (group, rdflib.RDF.type, _KG.Group),
            (group, rdflib.SKOS.prefLabel, label),
            (article, _SCHEMA.headline, label),
            (article, _SCHEMA.url, rdflib.Literal(text)),
            (article, _SCHEMA.publisher, rdflib.Literal(text)),
            (article, _SCHEMA.datePublished, rdflib.Literal(text if number % 2 else "2024-05-17")),
            (node, rdflib.RDF.type, _KG.Directive),
            (node, _KG.force, _KG.order),
            (node, _KG.issuer, post),
            (node, _KG.addressee, group),
            (node, _KG.content, label),
            (node, _KG.condition, label),
            (node, _KG.dateBasis, rdflib.Literal(text)),
            (node, _KG.rule, rdflib.Literal(text)),
            (node, _KG.reportedIn, article),
            (node, _KG.sentence, span),
            (node, _KG.issuerEvidence, rdflib.URIRef(f"{span}-issuer")),
        ]
        for row in rows:
            made.add(row)
        for name, stop, exact in ((span, len(sentence), sentence), (f"{span}-issuer", len(text), text)):
            made.add((rdflib.URIRef(name), _OA.hasSelector, rdflib.URIRef(f"{name}-selector")))
            made.add((rdflib.URIRef(f"{name}-selector"), _OA.start, rdflib.Literal(0)))
            made.add((rdflib.URIRef(f"{name}-selector"), _OA.end, rdflib.Literal(stop)))
            made.add((rdflib.URIRef(f"{name}-selector"), _OA.exact, rdflib.Literal(exact)))
    return made
