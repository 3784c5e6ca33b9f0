"""Which words may be an imperative by their form: verbs without a prefix or with -lah, what one is to go on being."""

from __future__ import annotations

from kg.extract.attitudes import minds
from kg.extract.grammar import Grammar
from kg.extract.kinds import FORM, PARTICLE
from kg.extract.passage import Passage, clause_start, is_passive, is_verb
from kg.extract.phrases import starts_animate
from kg.lexicon.cues import Voice
from kg.model.members import PERSON, POST

MAX_GOING = 8  # words of where one goes and the conjunction behind it
MAX_ACT = 5  # words of an act and what follows its name
APPLYING = ("kan", "i")  # suffixes of verbs that are no nouns


def bare_forms(passage: Passage) -> list[int]:
    """The words that by their form alone can be what `is_bare` looks for."""
    if not passage.led & (FORM | PARTICLE):
        return []
    found = [at for at, kind in passage.leads if kind & FORM]
    if not passage.led & PARTICLE:
        return found
    return sorted({*found, *[at - 1 for at, kind in passage.leads if kind & PARTICLE and at]})


def is_bare(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a word is a verb without prefix, or with -lah, that may be an imperative."""
    lower = passage.lower[at]
    whole = lower + passage.lower[at + 1] if at + 1 < len(passage) and passage.split[at] else lower
    if passage.mention[at] >= 0 or (whole != lower and whole in grammar.rhetorical):
        return False  # `anggaplah ...`, its particle parted
    if lower in grammar.rhetorical and not _trusts(passage, grammar, at):
        return False
    if at > 1 and passage.is_mark(at - 1) and passage.lower[at - 2] in grammar.programme:
        return False  # `layanan "Lapor Kapolres"`: a name
    before = passage.lower[at - 1] if at else ""
    if before in grammar.split_passive or before in grammar.must:
        return False  # `di dampingi kuasa hukum`, `ya harus tunggu`
    if at > 1 and passage.lower[at - 2] in grammar.must and passage.mention[at - 1] < 0 and before.isalpha():
        return False  # `wajib lapor isi buku tamu`
    if at > 1 and passage.lower[at - 1] == "-" and passage.lower[at - 2].endswith(lower):
        return False  # `seolah - olah`
    said = lower in grammar.speech or lower in grammar.telling or lower in grammar.attributing
    if said and _attributes(passage, at):
        return False  # `", " ungkap Kepala Dinas ...`
    if at > 0 and passage.sentence.words[at].text.istitle() and passage.sentence.words[at - 1].upos == "ADP":
        return False  # `dari Bina Marga`: a name
    if at > 0 and passage.lower[at - 1] in grammar.preposition and passage.sentence.words[at - 1].upos == "ADP":
        return False  # `manfaat dari cek kesehatan`
    following = passage.lower[at + 1] if at + 1 < len(passage.lower) else ""
    if lower in grammar.cooperating and following not in grammar.imperative_particle and _opens(passage, at):
        return False  # `"Berkoordinasi dengan Polda," ujar Kapolres`: what is done
    if following and is_passive(passage, grammar, at + 1):
        return False  # `lebih rinci dijelaskan`
    particle = following in grammar.imperative_particle or lower.endswith(grammar.endings)
    if particle and _with_particle(passage, grammar, at):
        return True
    if _stays(passage, grammar, at) or (lower in grammar.watchful and minds(passage, grammar, at)):
        return True
    if lower not in grammar.verb_form:
        return False
    for form in grammar.cues.forms.get(lower, ()):
        if form.voice is Voice.BARE and form.words == (lower,):
            return False
    anybody = (
        at + 2 < len(passage.lower) and passage.lower[at + 2] in grammar.concessive
    )  # `laporkan siapa pun yang ...`
    if f"{lower} {following}" in grammar.compound or (following in grammar.question and not anybody):
        return False  # `buat apa ...`
    if lower in grammar.benefactive and _serves(passage, grammar, at):
        return False  # `buat keluarga`, `itu buat bensin`: for whom, what for
    if _names_act(passage, grammar, at):
        return False
    if following in grammar.first_person and passage.sentence.words[at].deprel.startswith("nsubj"):
        return False  # `lawan saya menang tipis`: his opponent
    claims = following in grammar.claim_opener and at > 1 and passage.mention[at - 2] >= 0
    if claims and passage.sentence.tags[at - 1] == "ADV" and passage.sentence.words[at - 1].head == at:
        return False  # `Menteri selalu sampaikan bahwa ...`: what he says
    if lower in grammar.intransitive and following in grammar.clock and passage.lower[at - 1] not in grammar.urgency:
        return False  # `siswa masuk pukul tujuh, pulang pukul dua`
    if lower in grammar.bare_verb:
        best = (
            following in grammar.relative and passage.lower[at + 2 : at + 3] and passage.lower[at + 2].startswith("ter")
        )
        return following not in grammar.irrealis and (best or following not in grammar.not_imperative_before)
    if following in grammar.not_imperative_before or any(
        word in grammar.not_imperative_before or word in grammar.negator for word in passage.lower[at + 2 : at + 4]
    ):
        return False  # `bangun pagi memang bukan hal mudah`: what is said of an act
    if lower in grammar.intransitive and following == "," and _opens(passage, at):
        return not grammar.bare_verb.isdisjoint(passage.lower[at + 2 : at + 3])  # `turun, dengarkan keluhan mereka`
    if lower in grammar.intransitive and following in grammar.to and _opens(passage, at):
        return _and_acts(passage, grammar, at)
    if lower in grammar.intransitive and at > 0 and passage.lower[at - 1] in grammar.and_then:
        return lower in grammar.attitude  # `sempat pergi, terus datang lagi`: what somebody did next
    if lower in grammar.intransitive and passage.sentence.words[at + 1 : at + 2]:
        acts_on = lower in grammar.ambitransitive and following not in grammar.time
        if passage.sentence.words[at + 1].upos in ("NOUN", "PROPN") and not acts_on:
            return False  # `kalau hujan, datang banjir`
        parted = at > 0 and passage.lower[at - 1] == ","
        if parted and following in grammar.to and not grammar.conditional.isdisjoint(passage.lower[:at]):
            return True  # `bila dirugikan, datang ke kantor polisi`
    urged = at > 0 and passage.lower[at - 1] in grammar.urgency
    somewhere = following in grammar.to or (urged and following in grammar.preposition and _opens(passage, at - 1))
    if urged and passage.quotation[at] >= 0 and lower in grammar.bare_verb_or_noun and somewhere:
        return True  # `segera konfirmasi ke nomor ini`, `Segera konfirmasi lewat bank`
    if lower in grammar.bare_verb_or_noun and lower not in grammar.intransitive and _bids_alone(passage, grammar, at):
        return True  # `kalau terbukti, tindak tegas`
    if lower in grammar.bare_verb_or_noun and (urged or passage.sentence.words[at].upos == "VERB"):
        behind = passage.sentence.words[at + 1].upos if following else ""
        return behind in ("NOUN", "PROPN", "ADJ", "ADV", "PRON", "VERB")
    return False


def _and_acts(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a verb of going goes on with a transitive one behind a conjunction (`datang ke TPS dan gunakan ...`)."""
    for k in range(at + 2, min(at + MAX_GOING, len(passage) - 1)):
        if passage.is_punctuation(k) or passage.lower[k] in grammar.no_verb - grammar.coordinator:
            return False
        if passage.lower[k] in grammar.list_conjunction and passage.lower[k + 1] in grammar.bare_verb:
            return True
        if is_verb(passage, grammar, k):
            return False
    return False


def _opens(passage: Passage, at: int) -> bool:
    """Whether a word opens a quotation, or a sentence of one."""
    return passage.quotation[at] >= 0 and (at == 0 or passage.is_mark(at - 1) or passage.quotation[at - 1] < 0)


def _names_act(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a word is a noun by what is said of the act that it names (`gelar perkara itu sudah selesai`)."""
    for k in range(at + 1, min(at + MAX_ACT, len(passage))):
        lower = passage.lower[k]
        if k > at + 1 and k + 1 < len(passage) and _judged(passage, grammar, at, k):
            return True
        if lower in grammar.said_of_act:
            shown = passage.lower[k - 1] in grammar.pointing and lower not in grammar.imperative_lead
            shown = shown or passage.lower[at] in grammar.bare_verb_or_noun
            plain = not passage.lower[at].endswith(APPLYING) and passage.sentence.tags[at + 1] in ("NOUN", "PROPN")
            shown = shown or (plain and k == at + 2 and lower in grammar.already)  # `olah TKP sudah dilakukan`
            return shown and k > at + 1
        if passage.is_punctuation(k) or lower in grammar.preposition or lower in grammar.no_verb:
            return False
        if lower in grammar.conditional or lower in grammar.question or lower in grammar.demand:
            return False
    return False


def _judged(passage: Passage, grammar: Grammar, at: int, k: int) -> bool:
    """Whether a word behind an act judges it at the end of the clause (`cari kerja sekarang susah`) or says what it can
    bring about (`buang ludah sembarangan bisa menulari orang`)."""
    lower = passage.lower[at]
    if lower.endswith(APPLYING) and lower not in grammar.root_in_i:
        return False
    if passage.lower[k] in grammar.possibility:
        acts = passage.lower[k + 1].startswith("me") and is_verb(passage, grammar, k + 1)
        return acts and not starts_animate(passage, grammar, at + 1)
    ends = passage.lower[k] in grammar.judging and passage.is_punctuation(k + 1)
    return ends and passage.lower[k - 1] not in grammar.relative


def _bids_alone(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a word and an adverb behind it are all that follows a condition in a quotation."""
    if passage.quotation[at] < 0 or at < 1 or passage.lower[at - 1] != "," or at + 2 >= len(passage):
        return False
    manner = passage.lower[at + 1] in grammar.imperative_lead or passage.lower[at + 1] in grammar.post_cue
    floor = clause_start(passage, at)
    conditioned = any(passage.lower[k] in grammar.conditional for k in (floor, floor + 1))
    return manner and passage.is_punctuation(at + 2) and conditioned


def _attributes(passage: Passage, at: int) -> bool:
    """Whether a verb of speech behind a comma or a mark says who speaks: a post or a person follows."""
    found = passage.agent_at(at + 1)
    parted = at > 0 and passage.is_punctuation(at - 1)
    return parted and found is not None and passage.mentions[found].kind in (POST, PERSON)


def _serves(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a word that is also a verb is a preposition: before people or a pronoun, behind a lone demonstrative."""
    following = passage.lower[at + 1] if at + 1 < len(passage) else ""
    someone = following in grammar.first_person or following in grammar.third_person
    floor = clause_start(passage, at)
    shown = at > 0 and passage.lower[at - 1] in grammar.pointing and floor == at - 1
    shown = shown or passage.lower[at] in passage.lower[floor:at]  # `buat keluarga, buat anak istri`
    return someone or shown or starts_animate(passage, grammar, at + 1)


def _stays(passage: Passage, grammar: Grammar, at: int) -> bool:
    """`tetap[lah] tenang`: an adverb and an attitude that open a quotation or follow its comma; `lebih` only behind
    what is not to be done."""
    instead = passage.lower[at] in grammar.heightening and passage.lower[at - 1] == ","  # `jangan panik, lebih sabar`
    instead = instead and not grammar.prohibitive.isdisjoint(passage.lower[clause_start(passage, at) : at])
    if not (instead or passage.lower[at] in grammar.steadfast) or passage.quotation[at] < 0:
        return False
    behind = at + 1
    while behind < len(passage) and passage.lower[behind] in grammar.imperative_particle:
        behind += 1
    opens = at == 0 or passage.is_mark(at - 1) or passage.lower[at - 1] == "," or passage.quotation[at - 1] < 0
    return opens and behind < len(passage) and passage.lower[behind] in grammar.attitude


def _trusts(passage: Passage, grammar: Grammar, at: int) -> bool:
    """`percayalah pada kemampuan diri`: what would be rhetorical before a clause has an object with a preposition."""
    return at + 1 < len(passage) and passage.lower[at + 1] in grammar.to


def _with_particle(passage: Passage, grammar: Grammar, at: int) -> bool:
    """A verb with -lah, whether the parser split the particle off or not (Sneddon 2010, 2.158)."""
    lower = passage.lower[at]
    following = passage.lower[at + 1] if at + 1 < len(passage.lower) else ""
    for particle in grammar.imperative_particle:
        split = following == particle
        glued = lower.endswith(particle) and len(lower) > len(particle) + 2
        if not (split or glued):
            continue
        stem = lower if split else lower[: -len(particle)] if glued else ""
        behind = at + (2 if split else 1)
        if stem in grammar.content_adverb and behind < len(passage) and is_verb(passage, grammar, behind):
            return True  # `tetaplah menjaga jarak`
        if stem in grammar.bare_verb or stem in grammar.bare_verb_or_noun or stem in grammar.intransitive:
            return True
        if stem in grammar.colloquial_verb and passage.quotation[at] >= 0:
            return True  # `konsultasilah dengan dinas`
        if stem in grammar.attitude and passage.quotation[at] >= 0:
            return True  # `bijaklah dalam menerima kabar`
        if split and stem.startswith("ber") and passage.sentence.words[at].upos == "VERB":
            return True
        opens = at == 0 or passage.is_mark(at - 1)  # where a capital makes the parser see a name
        tags = ("VERB", "NOUN", "PROPN") if opens else ("VERB", "NOUN")
        if glued and stem.startswith("ber") and len(stem) > 6 and passage.sentence.words[at].upos in tags:
            return True
    return False


def stands_alone(passage: Passage, grammar: Grammar, at: int) -> bool:
    """A single bare verb is an imperative only if nothing else stands in its clause: `Laksanakan!`"""
    if at < 1 or passage.lower[at] not in grammar.bare_verb:
        return False
    if passage.sentence.is_title and passage.lower[at - 1] in grammar.colon:
        return at + 1 < len(passage) and passage.is_punctuation(at + 1)  # `Bupati soal Begal: Tangkap!`
    floor = clause_start(passage, at)
    comma = at - 1
    while comma > floor and passage.lower[comma] in grammar.urgency:
        comma -= 1  # `kalau ada yang rusak, segera ganti`
    near = next((k + 1 for k in range(comma - 1, floor, -1) if passage.lower[k] == ","), floor)
    opens = {passage.lower[k] for k in (floor, floor + 1, near, near + 1)} if comma > near + 1 else set()
    conditioned = passage.lower[comma] == "," and not grammar.conditional.isdisjoint(opens)
    conditioned = conditioned or (passage.lower[comma] == "," and _headless(passage, grammar, near, comma))
    return conditioned or passage.is_mark(at - 1)  # `jika ada yang memeras, laporkan`


def _headless(passage: Passage, grammar: Grammar, first: int, comma: int) -> bool:
    """Whether a relative clause without a head, and nothing else, stands before a comma (`yang punya senjata,
    serahkan`): who or what is meant; a head may be told it or be its object (`camat yang lalai, copot`)."""
    first += first < comma and passage.is_mark(first)
    if first + 1 >= comma or passage.lower[first] not in grammar.relative or passage.quotation[first] < 0:
        return False
    return passage.lower[first + 1] not in grammar.degree
