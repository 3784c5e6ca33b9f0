"""Whether and how a verb of speech reports: negated, demanded, asked about, inside a quotation, closing one."""

from __future__ import annotations

from kg.extract.statements_chain import PERSONAL, chain_at
from kg.extract.statements_speaker import speaker_after
from kg.extract.statements_text import Reading
from kg.extract.statements_words import ReportingWords
from kg.model import Reference, ReferenceKind
from kg.model.members import DESCRIPTION, FIRST_PERSON, GROUP, PERSON, POST

OPEN_ENDS = ",?!"  # what a quotation ends in that its sentence goes on behind
LONGEST_SLIP = 4  # letters of a misspelt -nya
PASSIVE_PREFIX = "di"  # `"...," dikutip X`
PREDICATES = ("VERB", "ADJ", "ADV", "AUX")  # tags
DERIVING = "an"  # `imbauan` is a noun, no slip
SHORTEST = 3  # letters that a stem has more than, to be known in a misspelt form


def outside_quotations(reading: Reading, at: int) -> bool:
    """Whether a token is outside quotations, or in one whose closing mark is missing."""
    inside = reading.inside[at]
    if inside == -1:
        return True
    end = reading.quotations[inside].span.end
    text = reading.document.article.text
    return not text[end : end + 1].strip()


def blocked(reading: Reading, words: ReportingWords, at: int) -> bool:
    """Whether nothing has been said: a negation, plan or purpose stands before the verb."""
    before = before_adverbs(reading, words, at)
    return before >= 0 and reading.full[before] in words.blocker


def asked(reading: Reading, at: int, behind: int) -> bool:
    """Whether a comma parts a passive verb from who is named behind it ("Dikonfirmasi terpisah, X membantah"): who is
    asked."""
    named = next((i for i in range(at + 1, behind) if reading.mention[i] != -1), at)
    return "," in reading.full[at + 1 : named]


def spoken_of(reading: Reading, at: int, behind: int, speaker: Reference) -> bool:
    """Whether a stem is a noun and the group behind it whom it is of ("Menurut X, kisah para perempuan muda seperti itu
    jarang ..."): the predicate follows."""
    if speaker.kind is not DESCRIPTION or reading.mention[at + 1] == -1:
        return False
    group = reading.mentions[reading.mention[at + 1]].kind is GROUP
    return group and behind < reading.bounds(reading.sentence(at))[1] and reading.upos(behind) in PREDICATES


def denied(reading: Reading, words: ReportingWords, at: int) -> bool:
    """Whether a verb is blocked by its subject's own silence or plan ("enggan menjelaskan", "akan menyampaikan")."""
    return reading.full[before_adverbs(reading, words, at)] in words.negation


def before_adverbs(reading: Reading, words: ReportingWords, at: int) -> int:
    before = at - 1
    while before >= 0 and (
        reading.full[before] in words.adverb or (reading.full[before] in words.manner_marker and before < at - 1)
    ):
        before -= 1
    return before


def made_sure(reading: Reading, words: ReportingWords, at: int) -> bool:
    """Whether a verb of opinion goes on with a purpose ("untuk mengatur lalu lintas dan memastikan jalan aman"): what
    is to be brought about, not said.
    """
    start, end = reading.bounds(reading.sentence(at))
    before = before_adverbs(reading, words, at)
    if before <= start or (at + 1 < end and reading.full[at + 1] in words.claim_marker):
        return False
    if not any(reading.upos(i) == "CCONJ" or reading.full[i] == "," for i in range(before, at)):
        return False
    purpose = next((i for i in range(before - 1, start - 1, -1) if reading.full[i] in words.purpose_marker), before)
    return purpose + 1 < before and reading.upos(purpose + 1) == "VERB"


def opens_sentence(reading: Reading, words: ReportingWords, at: int) -> bool:
    """Whether a token opens its sentence, after connectives at most ("Lebih lanjut dijelaskan, ...")."""
    start = reading.bounds(reading.sentence(at))[0]
    return all(reading.is_punctuation[i] or reading.full[i] in words.adverb for i in range(start, at))


def asked_for(reading: Reading, words: ReportingWords, at: int, speaker: Reference) -> bool:
    """Whether a verb is not reported.

    It is demanded ("agar X menyampaikan ..."), asked about ("Kapan X mengatakan ...?") or tells the time of something
    else ("saat X menyampaikan ...").
    """
    start, end = reading.bounds(reading.sentence(at))
    if reading.full[end - 1] == "?" and reading.full[start] in words.question_word:
        return True
    if speaker.span is None:
        return False
    head = at
    while head > start and reading.span(head - 1).start >= speaker.span.start:
        head -= 1
    while head > start and reading.mention[head - 1] != -1:
        head -= 1
    condition = head - 1
    while condition > start and reading.full[condition] in words.supposing_filler:
        condition -= 1  # "kalau memang X mengatakan"
    if condition >= start and reading.full[condition] in words.supposing:
        return True
    before = reading.full[head - 1] if head > start else ""
    if before in words.demand_marker or before in words.blocker:
        return True
    return demanded(reading, words, at, speaker)


def demanded(reading: Reading, words: ReportingWords, at: int, speaker: Reference) -> bool:
    """Whether a demand stands between a verb and its subject: `warga diajak menyampaikan ...`, `warga jangan ...`."""
    if speaker.span is None:
        return False
    start = reading.bounds(reading.sentence(at))[0]
    if words.demand_marker.isdisjoint(reading.full[start:at]):
        return False
    behind = next((i for i in range(start, at) if reading.span(i).start >= speaker.span.end), at)
    between: list[str] = []
    depth = 0
    for i in range(behind, at):  # what stands in brackets is told aside
        depth += (reading.full[i] == "(") - (reading.full[i] == ")")
        if depth == 0:
            between.append(reading.full[i])
    demands = words.demand_marker - words.purpose_marker
    return words.relative.isdisjoint(between) and not demands.isdisjoint(between)


def asks(reading: Reading, words: ReportingWords, at: int) -> bool:
    return (
        reading.full[at] in words.speech_act or reading.upos(at) == "VERB" or reading.full[at] in words.oblique_marker
    )


def of_oneself(reading: Reading, at: int, speaker: Reference) -> bool:
    """Whether a verb in a quotation has the quoted speaker as its subject ("saya katakan"): not another statement."""
    return reading.inside[at] != -1 and speaker.kind in (FIRST_PERSON, ReferenceKind.PRONOUN)


def quotation_of_verb(reading: Reading, at: int, speaker: Reference) -> int | None:
    """The quotation that a verb of saying introduces (`X berkata: "..."`) or closes (`"...?" X bertanya kembali`)."""
    behind = _first_of_speaker(reading, at, speaker)
    if behind is not None and behind in reading.after:
        span = reading.quotations[reading.after[behind]].span
        if reading.document.article.text[span.end - 1 : span.end] in OPEN_ENDS:
            return reading.after[behind]
    following = at + 1
    while following < len(reading) and reading.is_punctuation[following]:
        following += 1
    if following < len(reading) and following > at + 1 and reading.inside[following] != -1:
        quotation = reading.inside[following]
        return quotation if reading.inside[at] != quotation else None
    return None


def _first_of_speaker(reading: Reading, at: int, speaker: Reference) -> int | None:
    """The token that the speaker before a verb outside quotations begins with, posts beside the name included."""
    if reading.inside[at] != -1 or speaker.span is None:
        return None
    first = at - 1
    while first >= 0 and reading.span(first).start > speaker.span.start:
        first -= 1
    return chain_at(reading, first).start if first >= 0 and reading.mention[first] != -1 else first


def misspelt_enclitic(form: str, words: ReportingWords) -> bool:
    """Whether a form is a stem with something like -nya ("ujarmya", "ungkapya"): common slips behind a quotation."""
    longest = min(LONGEST_SLIP, len(form) - SHORTEST - 1)
    return (
        form not in words.stem
        and not form.endswith(DERIVING)
        and any(form[:-slip] in words.stem for slip in range(1, longest + 1))
    )


def unlisted_stem(reading: Reading, words: ReportingWords, at: int, quotation: int) -> bool:
    """Whether a word that no list holds can only be a cue: `"...," sembur X`, `"...," semburnya.`

    It is written small behind a quotation that ends in a comma, and a person or post follows, or nothing but where and
    when, if it ends in -nya.
    """
    span = reading.quotations[quotation].span
    if reading.capitalised(at) or reading.document.article.text[span.end - 1 : span.end] != ",":
        return False
    if (
        not reading.lower[at].isalpha()
        or any(reading.full[at] in known for known in words.not_stem)
        or reading.upos(at) in ("ADP", "SCONJ", "CCONJ", "PRON", "DET", "AUX")
    ):
        return False
    following = at + 1
    last = following >= reading.bounds(reading.sentence(at))[1]
    if reading.enclitic[at]:
        return last or reading.is_punctuation[following] or reading.full[following] in words.setting_opening
    over = -1 if last else reading.mention[following]
    return over != -1 and reading.mentions[over].kind in PERSONAL and not reading.full[at].startswith(PASSIVE_PREFIX)


def sums_up(reading: Reading, words: ReportingWords, at: int) -> bool:
    """Whether "demikian" stands at `at` for a verb of saying: only who said the quotation follows in the sentence
    (`"...," demikian Rama Wijaya.`).
    """
    end = reading.bounds(reading.sentence(at))[1]
    if reading.full[at] not in words.summing_up or reading.capitalised(at) or at + 1 >= end:
        return False
    if reading.mention[at + 1] == -1 or reading.mentions[reading.mention[at + 1]].kind not in (PERSON, POST):
        return False
    behind = chain_at(reading, at + 1).end
    return behind >= end or reading.full[behind] == "."


def closes(reading: Reading, words: ReportingWords, at: int, end: int) -> bool:
    """Whether a bare stem that may be another verb or a noun ends a sentence of a report with an officer or somebody by
    his name (`... semakin erat, tutup Dandim.`)."""
    if reading.capitalised(at) or at + 1 >= end or reading.full[at - 1] != "," or reading.mention[at + 1] == -1:
        return False
    mention = reading.mentions[reading.mention[at + 1]]
    if mention.kind not in (PERSON, POST) or mention.quantifier or not reading.capitalised(at + 1):
        return False
    _, behind = speaker_after(reading, words, at + 1)
    return reading.full[end - 1] == "." and all(reading.is_punctuation[i] for i in range(behind, end))
