"""Documents as CoNLL-U and back (https://universaldependencies.org/format.html).

MISC carries the offsets into the article's original text (`start_char`, `end_char`), comments the paragraph and whether
the sentence is the title, so that `read(write(document), document.clean)` is the document again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.errors import InputError
from kg.model import CleanText, Document, Sentence, Span, Word
from kg.parse.soundness import is_tree


def write(document: Document) -> str:
    """The document in CoNLL-U, one sentence after the other, each ended by an empty line."""
    return "".join(_sentence(document, sentence) for sentence in document.sentences)


def _sentence(document: Document, sentence: Sentence) -> str:
    source = document.article.text
    lines = [
        f"# sent_id = {_flat(document.article.id)}-{sentence.index + 1}",
        f"# text = {_flat(sentence.span.of(source))}",
        f"# span = {sentence.span.start} {sentence.span.end}",
        f"# paragraph = {sentence.paragraph}",
    ]
    if sentence.index == 0:
        lines.insert(0, f"# newdoc id = {_flat(document.article.id)}")
    if sentence.is_title:
        lines.append("# is_title = yes")
    for words in _tokens(sentence.words):
        glued = words[-1].index + 1 < len(sentence.words) and (
            words[-1].span.end == sentence.words[words[-1].index + 1].span.start
        )
        if len(words) > 1:
            span = Span(words[0].span.start, words[-1].span.end)
            numbers = f"{words[0].index + 1}-{words[-1].index + 1}"
            lines.append("\t".join([numbers, _flat(span.of(source)), *"_" * 7, "SpaceAfter=No" if glued else "_"]))
        lines.extend(_word(word, glued and len(words) == 1) for word in words)
    return "\n".join(lines) + "\n\n"


def _tokens(words: Sequence[Word]) -> Iterator[list[Word]]:
    token: list[Word] = []
    for word in words:
        if token and not word.continues:
            yield token
            token = []
        token.append(word)
    if token:
        yield token


def _word(word: Word, glued: bool) -> str:
    misc = f"start_char={word.span.start}|end_char={word.span.end}"
    columns = [
        str(word.index + 1),
        _flat(word.text),
        _flat(word.lemma) or "_",
        word.upos,
        "_",
        word.feats or "_",
        str(word.head + 1),
        word.deprel,
        "_",
        f"SpaceAfter=No|{misc}" if glued else misc,
    ]
    return "\t".join(columns)


def _flat(text: str) -> str:
    """White space as single spaces: CoNLL-U is made of lines and tabs."""
    return " ".join(text.split())


def read(conllu: str, clean: CleanText) -> Document:
    """The document that `write` wrote; raises InputError where a line is not what `write` writes."""
    sentences = []
    for number, block in enumerate(_blocks(conllu.splitlines())):
        try:
            sentences.append(_read_sentence(number, block, len(clean.article.text)))
        except (ValueError, IndexError, KeyError) as error:
            raise InputError(
                clean.article.source or clean.article.id, f"sentence {number + 1} is not CoNLL-U: {error}"
            ) from error
    return Document(clean, tuple(sentences))


def _blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    block: list[str] = []
    for line in lines:
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _read_sentence(index: int, lines: Sequence[str], length: int) -> Sentence:
    comments = dict(line[2:].split(" = ", 1) for line in lines if line.startswith("# ") and " = " in line)
    words: list[Word] = []
    last_of_token = 0
    for line in lines:
        if line.startswith("#"):
            continue
        columns = line.split("\t")
        if "-" in columns[0]:
            last_of_token = int(columns[0].split("-")[1])
            first_of_token = int(columns[0].split("-")[0])
            continue
        position = int(columns[0])
        words.append(
            _read_word(columns, position <= last_of_token and position > first_of_token if last_of_token else False)
        )
    if [word.index for word in words] != list(range(len(words))):
        raise ValueError("its words are not numbered from 1 on")
    if not is_tree([word.head for word in words]):
        raise ValueError("its heads are not a tree with one root")
    start, end = comments["span"].split()
    spans = [Span(int(start), int(end)), *(word.span for word in words)]
    if not all(0 <= span.start <= span.end <= length for span in spans):
        raise ValueError("its offsets are not in the text")
    return Sentence(
        index=index,
        words=tuple(words),
        span=spans[0],
        paragraph=int(comments["paragraph"]),
        is_title=comments.get("is_title") == "yes",
    )


def _read_word(columns: Sequence[str], continues: bool) -> Word:
    misc = dict(pair.split("=", 1) for pair in columns[9].split("|") if "=" in pair)
    return Word(
        index=int(columns[0]) - 1,
        text=columns[1],
        lemma=columns[2],
        upos=columns[3],
        feats="" if columns[5] == "_" else columns[5],
        head=int(columns[6]) - 1,
        deprel=columns[7],
        span=Span(int(misc["start_char"]), int(misc["end_char"])),
        lower=columns[1].lower(),
        continues=continues,
    )
