"""From rows of the cleaned text to documents in original offsets, the cache, and CoNLL-U."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError, ModelError
from kg.model import Article, CleanText, OffsetMap
from kg.parse import conllu
from kg.parse.cache import ParseCache
from kg.parse.parser import Parser
from kg.parse.raw import as_it_stands
from kg.parse.rows import ParsedText, Row, document
from tests.parse.builders import clean

TEXT = "Kapolsek Imbau Warga\n\nIa meminta warganya tenang. Warga pulang."
PARSED: ParsedText = (
    (
        Row("Kapolsek", "Kapolsek", "PROPN", "", 1, "nsubj", 0, 8),
        Row("Imbau", "imbau", "VERB", "Voice=Act", -1, "root", 9, 14),
        Row("Warga", "warga", "NOUN", "", 1, "obj", 15, 20),
    ),
    (
        Row("Ia", "ia", "PRON", "", 1, "nsubj", 22, 24),
        Row("meminta", "minta", "VERB", "Voice=Act", -1, "root", 25, 32),
        Row("warga", "warga", "NOUN", "", 1, "obj", 33, 38),
        Row("nya", "nya", "PRON", "", 2, "nmod:poss", 38, 41, True),
        Row("tenang", "tenang", "ADJ", "", 1, "xcomp", 42, 48),
        Row(".", ".", "PUNCT", "", 1, "punct", 48, 49),
    ),
    (
        Row("Warga", "warga", "NOUN", "", 1, "nsubj", 50, 55),
        Row("pulang", "pulang", "VERB", "", -1, "root", 56, 62),
        Row(".", ".", "PUNCT", "", 1, "punct", 62, 63),
    ),
)


def test_words_paragraphs_and_title() -> None:
    parsed = document(clean(TEXT, "Kapolsek Imbau Warga"), PARSED)
    assert [sentence.paragraph for sentence in parsed.sentences] == [0, 1, 1]
    assert [sentence.is_title for sentence in parsed.sentences] == [True, False, False]
    assert [sentence.span.of(TEXT) for sentence in parsed.sentences][1:] == [
        "Ia meminta warganya tenang.",
        "Warga pulang.",
    ]
    assert all(word.span.of(TEXT) == word.text for sentence in parsed.sentences for word in sentence.words)
    assert [word.text for word in parsed.sentences[1].words if word.continues] == ["nya"]


def test_spans_are_in_the_original() -> None:
    original = "BACA JUGA: lain\nKapolsek Imbau&nbsp;Warga"
    cleaned = CleanText(
        Article("a", original), "Kapolsek Imbau Warga", OffsetMap((0, 14, 15), (16, 30, 36), (14, 6, 5), 20)
    )
    words = document(cleaned, PARSED[:1]).sentences[0].words
    assert [word.span.of(original) for word in words] == ["Kapolsek", "Imbau", "Warga"]


def test_conllu_gives_the_document_back() -> None:
    cleaned = clean(TEXT, "Kapolsek Imbau Warga")
    parsed = document(cleaned, PARSED)
    written = conllu.write(parsed)
    assert conllu.read(written, cleaned) == parsed
    assert "3-4\twarganya\t" in written
    assert "\ttenang\ttenang\tADJ\t_\t_\t2\txcomp\t_\tSpaceAfter=No|" in written


WORDS = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Z")), min_size=1, max_size=6)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=5), min_size=1, max_size=4))
def test_conllu_gives_any_document_back(texts: list[list[str]]) -> None:
    text = "\n\n".join(" ".join(words) for words in texts)
    parsed, at = [], 0
    for words in texts:
        rows = []
        for index, word in enumerate(words):
            rows.append(Row(word, word, "X", "", index - 1, "dep" if index else "root", at, at + len(word)))
            at += len(word) + 1
        at += 1
        parsed.append(tuple(rows))
    found = document(clean(text), tuple(parsed))
    assert conllu.read(conllu.write(found), clean(text)) == found


@pytest.mark.parametrize("bad", ["1\tKapolsek\n\n", "# span = 0 8\n# paragraph = 0\nx\t_\t_\t_\t_\t_\t0\t_\t_\t_\n\n"])
def test_damaged_conllu_is_refused(bad: str) -> None:
    with pytest.raises(InputError, match="sentence 1"):
        conllu.read(bad, clean(TEXT))


def test_cache_keeps_parses_by_text_and_model(tmp_path: Path) -> None:
    cache = ParseCache(tmp_path, "model a")
    assert cache.get(TEXT) is None
    cache.put(TEXT, PARSED)
    assert cache.get(TEXT) == PARSED
    assert ParseCache(tmp_path, "model b").get(TEXT) is None
    assert ParseCache(None, "model a").get(TEXT) is None


def test_a_damaged_cache_file_counts_as_absent(tmp_path: Path) -> None:
    cache = ParseCache(tmp_path, "model")
    cache.put(TEXT, PARSED)
    [file] = tmp_path.rglob("*.json")
    file.write_text(file.read_text()[:40])
    assert cache.get(TEXT) is None


def test_missing_weights_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ModelError, match=r"tokenize\.pt"):
        Parser(str(tmp_path))
    monkeypatch.setenv("STANZA_RESOURCES_DIR", str(tmp_path))
    with pytest.raises(ModelError, match=r"stanza\.download"):
        Parser("official")


def test_raw_text_keeps_every_offset() -> None:
    cleaned = as_it_stands("a\n\nb")
    assert cleaned.offsets.span(3, 4).of(cleaned.article.text) == "b"
