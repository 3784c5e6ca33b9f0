"""What `kg explain FILE:OFFSET` says, on frozen parses: a text, a word of it, what is and what is not told."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType

import pytest

from kg import pipeline
from kg.errors import QueryError
from kg.explain import LACKS, PATTERNS, VOICES, gloss, of_sentence, sentence_at
from kg.lexicon.cues import Voice
from kg.model import Document, Extraction, Lack
from tests.extract.parses import documents, stages
from tests.extract.points import tables

DIRECTIVE = "\ndirective: "
IDLE = "no directive of "

CASES = (
    (
        "Kapolda Jambi Irjen Pol Surya Wicaksana memerintahkan Kapolres Tebo memeriksa gudang senjata.",
        "memerintahkan",
        (
            "directive: order, do, asserted",
            "an active verb of ordering: its object is addressed",
            "Kapolda Jambi (Surya Wicaksana)",
            "a name, post, unit or group at its place",
            "named in the sentence",
            "'memeriksa gudang senjata'",
            "memerintahkan  VERB root",
        ),
        (IDLE, "unknown"),
    ),
    (
        'Kapolres Blora AKBP Arya Nugraha memimpin apel, Senin (5/8/2024). "Anggota diminta tidak pamer kekayaan," '
        "katanya.",
        "diminta",
        ("a passive verb of ordering", "Kapolres Blora (Arya Nugraha)", "dont"),
        (IDLE,),
    ),
    (
        "Kapolsek Cepu Iptu Bagas Wardana meminta warga memasang kamera pengawas. "
        '"Jangan menyimpan uang tunai di rumah," katanya.',
        "Jangan",
        ("an imperative: a marker", "whoever is quoted", "not named here: those of the directive before"),
        (IDLE,),
    ),
    (
        "Larangan itu berlaku bagi ASN. Bupati Alor Markus Lelang melarang ASN dan kepala desa berfoto bersama calon.",
        "Larangan",
        (f"no directive of 'Larangan' at 0: {LACKS[Lack.DEMAND]}",),
        (DIRECTIVE,),
    ),
    (
        "Kapolres Blora AKBP Arya Nugraha meminta maaf kepada keluarga korban.",
        "meminta",
        (f"no directive of 'meminta' at 33: {LACKS[Lack.FALSE_FRIEND]}",),
        (DIRECTIVE, LACKS[Lack.DEMAND]),
    ),
    (
        "Kapolri Jenderal Pol Haris Mandala menegaskan bahwa stok beras aman.",
        "menegaskan",
        ("no directive of 'menegaskan'", LACKS[Lack.DEMAND], "statement: indirect"),
        (DIRECTIVE,),
    ),
    (
        "Pemerintah menyalurkan bantuan ke tiga desa.",
        "menyalurkan",
        ("no directive: the sentence has no cue of one", "menyalurkan  VERB root"),
        (DIRECTIVE, IDLE),
    ),
    (
        "Pengamanan gudang KPU itu diminta diperketat.",
        "diminta",
        (
            "issuer      unknown",
            "nobody is named who could have given it",
            "addressees  unknown",
            "nobody is named, and",
        ),
        (IDLE,),
    ),
    (
        "Kapolres Blora AKBP Arya Nugraha membantah memerintahkan anggotanya memukul demonstran.",
        "membantah",
        ("directive: order, do, denied",),
        ("asserted", IDLE),
    ),
    (
        '"Mengapa camat harus meminta warga melapor? Posko sudah ada," kata Bupati Lestari Widuri.',
        "Mengapa",
        ("a question asks and directs nobody",),
        ("\ndirective: ",),
    ),
)


@cache
def by_text() -> MappingProxyType[str, Document]:
    """The frozen parses of the tables of points, by their text."""
    named = documents()
    return MappingProxyType({case.text: named[case.name] for table in tables().values() for case in table})


def explained(extraction: Extraction, offset: int) -> str:
    sentence = sentence_at(extraction, offset)
    return of_sentence(extraction, sentence, pipeline.cues_seen(extraction, stages(), sentence))


@pytest.mark.parametrize(("text", "word", "told", "untold"), CASES)
def test_an_explanation(text: str, word: str, told: tuple[str, ...], untold: tuple[str, ...]) -> None:
    said = explained(pipeline.extract(by_text()[text], stages()), text.index(word))
    assert [part for part in told if part not in said] == []
    assert [part for part in untold if part in said] == []


def test_whatever_the_tables_hold_can_be_explained() -> None:
    """Every voice, pattern, basis and lack has words; every directive of a sentence is told there."""
    for document in by_text().values():
        extraction = pipeline.extract(document, stages())
        for sentence in document.sentences:
            here = sum(one.sentence == sentence.span for one in extraction.directives)
            assert explained(extraction, sentence.span.start).count("\ndirective: ") == here


def test_every_rule_that_was_counted_has_words() -> None:
    rules = {basis for what, basis in stages().calibration.counts if what == "directive"}
    assert len(rules) > 20
    assert all(VOICES[rule.partition(":")[0]] and PATTERNS[re.split("[:-]", rule)[1]] for rule in rules)
    assert gloss("passive:thing-passive").endswith("; the content is a passive")
    assert {rule.partition(":")[0] for rule in rules} <= {voice.value for voice in Voice}


def test_an_offset_without_sentence_is_an_error() -> None:
    extraction = pipeline.extract(by_text()[CASES[0][0]], stages())
    with pytest.raises(QueryError, match="no sentence is there"):
        sentence_at(extraction, 10_000)
