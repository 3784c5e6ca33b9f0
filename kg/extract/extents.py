"""How far the name of a group reaches: the nouns, the election and the relative clause that say who it is."""

from __future__ import annotations

from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_verb
from kg.lexicon.cues import Voice
from kg.model import MentionKind
from kg.model.members import PERSON, POST, PRONOUN

MAX_RELATIVE = 8  # words of a relative clause that names somebody
MAX_EPITHET = 4  # words between quotation marks inside a phrase
MAX_RESTRICTION = 20  # words of a restriction between commas


def modified_end(passage: Passage, grammar: Grammar, at: int, end: int) -> int:
    """Where what modifies a group ends (`pengemudi kendaraan berat`, `peserta Pemilihan Umum (Pemilu) 2024`)."""
    while at < end:
        at = _election_end(passage, at, end)
        if at < end - 1 and f"{passage.lower[at]} {passage.lower[at + 1]}" in grammar.compound_noun:
            at += 2
        at += at < end and f"{passage.lower[at - 1]} {passage.lower[at]}" in grammar.verbal_compound  # `satuan kerja`
        if at >= end or passage.mention[at] >= 0:
            break
        lower = passage.lower[at]
        if (
            passage.sentence.words[at].upos not in ("NOUN", "PROPN", "ADJ", "DET", "PRON", "NUM")
            or lower in grammar.coordinator
            or lower in grammar.preposition
            or lower in grammar.relative
            or lower in grammar.deictic_time
            or lower in grammar.amounting
            or passage.is_punctuation(at)
            or restricts(passage, grammar, at)
            or (lower in grammar.attributive and at + 1 < len(passage) and passage.mention[at + 1] >= 0)
        ):
            break  # the last: `tim khusus [bentukan Kapolri]`
        at += 1
    return at


def _election_end(passage: Passage, at: int, end: int) -> int:
    """Past the name of an election, its abbreviation in brackets and its year, else `at`."""
    last = at
    while last < end:
        found = passage.mention[last]
        named = found >= 0 and passage.mentions[found].kind is MentionKind.ELECTION
        bracket = last > at and passage.lower[last] in ("(", ")")
        if not named and not bracket and not (last > at and passage.sentence.words[last].upos == "NUM"):
            break
        last += 1
    while last > at and passage.lower[last - 1] == "(":
        last -= 1
    return last


def relative_end(passage: Passage, grammar: Grammar, at: int, end: int) -> int:
    """Where the relative clause ends that says who a generic noun is (`pihak yang terkait`)."""
    if at >= end or passage.lower[at] not in grammar.relative:
        return at
    last = at + 1
    while last < min(end, at + MAX_RELATIVE) and not passage.is_punctuation(last):
        last += 1
    return last


def restricts(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a restriction begins at a word (`khususnya`, which the parser may split)."""
    lower = passage.lower[at]
    plain = passage.sentence.words[at].upos == "ADJ" and not (lower.endswith("nya") or passage.split[at])
    if plain and at and passage.lower[at - 1] != ",":
        return both(passage, grammar, at)  # not `tim khusus`
    return lower in grammar.restriction or (passage.split[at] and lower + passage.lower[at + 1] in grammar.restriction)


def both(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether the first of two conjunctions stands at a word (`semua pihak baik pemerintah maupun swasta`)."""
    if at >= len(passage.lower) or passage.lower[at] not in grammar.both:
        return False
    return not grammar.both_and.isdisjoint(passage.lower[at + 1 : at + MAX_RELATIVE])


def ranges(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether two words that open the range of a group stand at a word (`semua pihak, mulai dari camat hingga ...`,
    `tak terkecuali camat`)."""
    told = at + 1 < len(passage.lower)
    if not told or (passage.lower[at + 1] not in grammar.origin and passage.lower[at] not in grammar.negator):
        return False
    return f"{passage.lower[at]} {passage.lower[at + 1]}" in grammar.apposition


def nominal_clause(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a relative clause without a head is a usual name for somebody (`yang bersangkutan`)."""
    return at + 1 < len(passage) and f"{passage.lower[at]} {passage.lower[at + 1]}" in grammar.animate


def acts_in_headline(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether the noun of an act is a headline's predicate right behind somebody (`Larang Kepala Dinas Cuti`); one
    that a predicate follows tells which people are meant (`Minta Petugas Patroli Waspada`)."""
    if passage.lower[at] not in grammar.colloquial_verb or passage.mention[at] >= 0 or in_name(passage, grammar, at):
        return False
    before = passage.lower[at - 1]
    told = (
        passage.addressable_at(at - 1) is not None or before in grammar.animate
    ) and before not in grammar.taking_part
    behind = at + 1 < len(passage) and passage.mention[at + 1] < 0
    return told and not (behind and _acts(passage, grammar, at + 1))


def in_name(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether the noun of an act is a word of a name, by its capital inside a sentence that is no headline (`anggota
    Patroli Bahari`, `relawan Siaga Bencana`)."""
    if passage.lower[at] not in grammar.colloquial_verb or passage.title_case or passage.sentence.is_title:
        return False
    return at > 0 and passage.sentence.words[at].text[:1].isupper() and not passage.is_punctuation(at - 1)


def _acts(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a predicate begins at a word that does not only tell how or from when on the act before it is done
    (`mudik menggunakan mobil dinas`, `cuti mulai Senin`)."""
    if passage.lower[at] in grammar.by_means or passage.lower[at] in grammar.period:
        return False
    if passage.lower[at] in grammar.demand and not passage.title_case:
        return False  # what it leads to tells: `kampanye untuk calon tertentu`
    return is_verb(passage, grammar, at) or passage.lower[at] in grammar.content_adverb


def act_noun(passage: Passage, grammar: Grammar, start: int, end: int, marked: bool) -> int | None:
    """The noun of an act that is what the people of an object phrase `[start, end)` are to do, no other predicate
    following them in their clause (`melarang ASN cuti selama Lebaran`); `None` if there is none. A demand that follows
    the phrase (`marked`) is one only if there is something to be done (not `kampanye untuk calon tertentu`)."""
    if grammar.colloquial_verb.isdisjoint(passage.lower[start + 1 : end]):
        return None
    for at in range(start + 1, end):
        if acts_in_headline(passage, grammar, at):
            behind = range(at + 1, len(passage))
            clause = next((k for k in behind if passage.is_punctuation(k)), len(passage))
            goes_on = clause > end or not marked
            other = any(_demands(passage, grammar, k, clause) for k in range(at + 1, clause))
            return at if goes_on and not other else None
        if is_verb(passage, grammar, at) or passage.lower[at] in grammar.relative:
            return None
    return None


def _demands(passage: Passage, grammar: Grammar, at: int, clause: int) -> bool:
    """Whether what stands at a word makes another predicate than the noun of an act before it what is to be done."""
    lower = passage.lower[at]
    if lower in grammar.demand:
        if lower not in grammar.purpose_lead or at + 1 >= clause:
            return True
        state = passage.sentence.words[at + 1].upos == "ADJ" or passage.lower[at + 1] in grammar.colloquial_verb
        return state or _acts(passage, grammar, at + 1)
    return lower in grammar.relative or (is_verb(passage, grammar, at) and _acts(passage, grammar, at))


def epithet_end(passage: Passage, grammar: Grammar, opening: int, stop: int) -> int | None:
    """The mark that closes a nickname or epithet inside a phrase (`para kader "banteng hitam" untuk ...`): a few words
    without a verb; `None` for any other mark."""
    last = min(stop, opening + MAX_EPITHET + 2)
    closing = next((k for k in range(opening + 2, last) if passage.is_mark(k)), None)
    if closing is None or closing + 1 >= stop or passage.lower[opening - 1] in grammar.preposition:
        return None
    plain = (not is_verb(passage, grammar, k) and not passage.is_punctuation(k) for k in range(opening + 1, closing))
    return closing if all(plain) else None


def in_state(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a state that somebody is to be in begins at a word (`personel yang bertugas dalam kondisi prima`), or
    what is not all that he is to do."""
    if _not_only(passage, grammar, at):
        return True
    if at + 2 >= len(passage.lower) or passage.lower[at + 1] not in grammar.state:
        return False
    return passage.lower[at] in grammar.preposition and passage.sentence.words[at + 2].upos == "ADJ"


def _not_only(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a predicate begins at a word with what is not all of it (`anggota bukan hanya menindak, tetapi ...`) or
    with what is not to be done but something else (`pemda bukan menunggu, melainkan menjemput bola`)."""
    behind = passage.lower[at + 1 : at + MAX_RELATIVE]
    if len(behind) < 2 or passage.lower[at] not in grammar.negator:
        return False
    instead = is_verb(passage, grammar, at + 1) and not grammar.contrast.isdisjoint(behind)
    return behind[0] in grammar.additive or instead


def plural_posts(passage: Passage, at: int) -> bool:
    """Whether two posts without a place stand side by side at a word, neither of somebody: each is a member (`bupati
    wali kota`)."""
    before, found = passage.mention[at - 1], passage.mention[at]
    if found < 0 or before < 0 or found == before:
        return False
    pair = (passage.mentions[before], passage.mentions[found])
    if any(post.kind is not POST or post.unit or not post.rule.startswith("post") for post in pair):
        return False
    behind = passage.mention[pair[1].last] if pair[1].last < len(passage) else -1
    named = behind >= 0 and passage.mentions[behind].kind is PERSON
    return not named and not any(post.place for post in pair) and pair[0].text.lower() != pair[1].text.lower()


def apposition_end(passage: Passage, at: int, end: int) -> int:
    """Past a person right behind the post, or the post behind the person: they are one member."""
    while at < end and passage.mention[at] >= 0:
        kind = passage.mentions[passage.mention[at]].kind
        if kind not in (PERSON, POST) or plural_posts(passage, at):
            break
        at = passage.mentions[passage.mention[at]].last
    return at


def behind_pronoun(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a state or an adverb right behind a pronoun, which nothing modifies, begins its predicate (`mereka layak
    ...`, `keduanya masih ...`)."""
    found = passage.mention[at - 1] if at else -1
    if found < 0 or passage.mentions[found].kind is not PRONOUN or passage.mention[at] >= 0:
        return False
    alone = not passage.sentence.words[passage.mentions[found].first].continues  # not `anggotanya`
    return alone and (passage.sentence.words[at].upos == "ADJ" or passage.lower[at] in grammar.pre_verb)


def closing_bracket(passage: Passage, at: int, end: int) -> int:
    """The bracket that closes what is opened at a word, at the latest the last word before `end`."""
    while at < end and passage.lower[at] != ")":
        at += 1
    return min(at, end - 1)


def says_when(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a verb that only says when stands behind a word (`warga saat merayakan tahun baru tidak berlebihan`)."""
    return passage.lower[at] in grammar.time_clause and at + 1 < len(passage) and is_verb(passage, grammar, at + 1)


def orders(passage: Passage, grammar: Grammar, at: int, stop: int) -> bool:
    """Whether somebody stands at a word as the subject of a cue."""
    while at < stop and passage.agent_at(at) is not None:
        at = passage.mentions[passage.mention[at]].last
    while at < stop and passage.lower[at] in grammar.pre_verb:
        at += 1
    forms = grammar.cues.forms.get(passage.lower[at], ()) if at < stop else ()
    return any(form.voice is Voice.ACTIVE for form in forms)


def marker_ahead(passage: Passage, grammar: Grammar, at: int, stop: int) -> int | None:
    """The demand conjunction behind a comma, over a restriction but no predicate (`warga, khususnya lansia, agar
    ...`); over a relative clause in it only behind another comma (`warga, terutama yang mudik, agar ...`)."""
    described, acts = False, False
    for k in range(at, min(stop, at + MAX_RESTRICTION)):
        if passage.lower[k] in grammar.demand:
            return None if acts and passage.lower[k - 1] != "," else k
        described = described or (passage.lower[k] in grammar.relative and qualifies(passage, grammar, at))
        verb = is_verb(passage, grammar, k) and not ranges(passage, grammar, k)
        if passage.is_mark(k) or (verb and not described):
            return None
        acts = acts or verb
    return None


def qualifies(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether a restriction or an apposition of the phrase begins at a word."""
    return restricts(passage, grammar, at) or passage.lower[at] in grammar.apposition or ranges(passage, grammar, at)


def restriction_end(passage: Passage, grammar: Grammar, comma: int, stop: int) -> int:
    """Where what stands behind a comma ends before a predicate (`warga, khususnya lansia, menunda`), else the comma."""
    described = False
    for k in range(comma + 2, min(stop - 1, comma + MAX_RESTRICTION)):
        if passage.lower[k] == "," and opens_predicate(passage, grammar, k + 1):
            return k
        if passage.is_mark(k):
            break
        described = described or passage.lower[k] in grammar.relative
        if not described and k > comma + 2 and opens_predicate(passage, grammar, k):
            return k
    return comma


def opens_predicate(passage: Passage, grammar: Grammar, at: int) -> bool:
    lower = passage.lower[at]
    if in_state(passage, grammar, at) or (acts_in_headline(passage, grammar, at) and passage.title_case):
        return True
    if ranges(passage, grammar, at):
        return False
    if lower in grammar.preposition and lower not in grammar.content_adverb:
        return False
    if lower in grammar.colloquial_and and passage.sentence.tags[at + 1 : at + 2] == ("PROPN",):
        return False  # `akademisi dari kampus A sama B`
    if at and f"{passage.lower[at - 1]} {lower}" in grammar.verbal_compound:
        return False  # `mereka yang bertanggung jawab segera ...`
    if at and lower in grammar.existence and is_verb(passage, grammar, at - 1) and passage.lower[at - 1][:2] == "me":
        return False  # `warga yang mengetahui adanya pungutan liar agar ...`
    named = passage.sentence.tags[at] == "PROPN" and not (passage.title_case or passage.sentence.is_title)
    opens = (lower in grammar.content_adverb and passage.mention[at] < 0 and not named) or is_verb(passage, grammar, at)
    return behind_pronoun(passage, grammar, at) or (opens and not in_name(passage, grammar, at))


def own_act(passage: Passage, grammar: Grammar, at: int) -> bool:
    """Whether the speaker and what he does stand at a word (`menugaskan timnya dan kami sampaikan terima kasih`)."""
    own = passage.lower[at] in grammar.first_person and at + 1 < len(passage)
    return own and passage.sentence.tags[at] == "PRON" and is_verb(passage, grammar, at + 1)
