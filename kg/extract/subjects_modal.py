"""The subject of a modal, and what may stand between it and the modal."""

from __future__ import annotations

from kg.extract.clause_agents import before_attribution
from kg.extract.consequences import came_of_it
from kg.extract.contents import content_end
from kg.extract.cues import CueHit
from kg.extract.drafts import build
from kg.extract.extents import both
from kg.extract.frames import Frame
from kg.extract.grammar import Grammar
from kg.extract.issuers import speaker_reference
from kg.extract.passage import Passage, compounds, is_passive, is_verb, says_that
from kg.extract.phrases import agents_in, phrase_end, starts_animate
from kg.extract.places import before_place
from kg.extract.predicates import demanded_agent, main_verb
from kg.extract.subjects import list_start
from kg.model import DirectiveDraft, Reference
from kg.model.members import NONE, PERSON, POST

NOMINAL = ("NOUN", "PRON", "DET")
MAX_SHOWN = 3  # words that point at something
MAX_TOPIC = 5  # words of what something is about, before its subject


def before_modal(passage: Passage, grammar: Grammar, modal: int, floor: int) -> int:
    """The last word before a modal but for adverbs and who says so (`seluruh jajaran juga katanya harus ...`)."""
    at = modal - 1
    while at >= floor:
        adverb = passage.lower[at] in grammar.pre_verb and passage.lower[at] not in grammar.negator
        if adverb and passage.mention[at] < 0:
            at -= 1
        elif at - 1 > floor and passage.sentence.words[at].continues and passage.lower[at - 1] in grammar.speech:
            at -= 2
        else:
            break
    return before_attribution(passage, grammar, at, floor)


def behind_source(passage: Passage, first: int) -> int:
    """The word behind who says so (`menurut Kapolri warga harus ...`): one mention, or a post and its person."""
    found = passage.agent_at(first)
    if found is None:
        return first
    end = passage.mentions[found].last
    person = passage.agent_at(end) if passage.mentions[found].kind is POST else None
    named = person is not None and passage.mentions[person].kind is PERSON
    return passage.mentions[person].last if person is not None and named else end


def asked(passage: Passage, grammar: Grammar, first: int, end: int) -> bool:
    """Whether a question word stands in `[first, end)`; with `pun` it is none (`bagaimana pun, pimpinan harus ...`)."""
    return any(
        passage.lower[k] in grammar.question and passage.lower[k + 1] not in grammar.concessive
        for k in range(first, end)
    )


def tells_how_it_was(passage: Passage, grammar: Grammar, modal: int, before: int, floor: int) -> bool:
    """Whether a report only tells what was or is the case: what had to be done in the end (`petugas sempat harus
    mendobrak pintu`, `akhirnya warga harus mengungsi`), or, outside quotation marks and behind no verb of speech, a
    time opens the clause (`tahun lalu, KPU harus mengurus dua pemilihan`)."""
    if came_of_it(passage, grammar, modal, floor):
        return True
    near = range(max(0, before), modal)
    if any(passage.lower[k] in grammar.as_it_came for k in near) or _ends_story(passage, grammar, modal, floor):
        return True
    said = next((k + 1 for k in range(modal - 1, floor, -1) if passage.lower[k] in grammar.speech), floor)
    opens = {" ".join(passage.lower[at : min(modal, at + length)]) for at in (floor, said) for length in (1, 2)}
    if not opens.isdisjoint(grammar.until_now) and not grammar.list_conjunction & set(passage.lower[floor:modal]):
        return main_verb(passage, grammar, said, modal) is None  # `"selama ini petani harus membeli pupuk di kota"`
    if passage.quotation[modal] >= 0:
        return False  # `"pemerintah akhirnya harus turun tangan"`: an opinion
    if any(passage.lower[k] in grammar.in_the_end and passage.lower[k - 1] not in grammar.preposition for k in near):
        return True  # but `pada akhirnya`, which sums up
    if any(passage.lower[k] in grammar.speech for k in range(floor, modal)):
        return False
    if passage.lower[modal - 1] in grammar.concessive and grammar.speech.isdisjoint(passage.lower[modal:]):
        return True  # `warga pun harus tidur di tenda`: what came of it
    return not opens.isdisjoint(grammar.narrated_time)


def _ends_story(passage: Passage, grammar: Grammar, modal: int, floor: int) -> bool:
    """Whether a word that opens a clause makes its modal the end of a story; it does not where a comma or a verb parts
    them (`akhirnya kami putuskan semua sekolah wajib ...`, `pernah viral, warung itu harus ...`)."""
    opens = next((k for k in range(floor, modal) if not passage.is_punctuation(k)), floor)
    if passage.lower[opens] not in grammar.as_it_came and passage.lower[opens] not in grammar.in_the_end:
        return False
    between = passage.lower[opens + 1 : modal]
    parted = "," in between or not grammar.speech.isdisjoint(between)
    return not parted and main_verb(passage, grammar, opens + 1, modal) is None


def tells_why(
    passage: Passage, grammar: Grammar, first: int, floor: int, start: int, stop: int, *, somebody: bool
) -> bool:
    """Whether a clause that begins at `first` is a reason (`karena warga harus ...`) or a result that asks nothing of
    anybody, hence no demand; nor does a result that the report tells in its own words. What must be done begins at
    `start`."""
    opener = first - 1
    while opener >= floor and passage.lower[opener] in grammar.pre_verb:
        opener -= 1
    if opener < floor or passage.lower[opener] not in grammar.content_end:
        return False
    if says_that(passage, grammar, opener):
        return False  # `mengatakan jika warga harus melapor`: that they must
    said = passage.quotation[first] >= 0 or not grammar.speech.isdisjoint(passage.lower[floor:opener])
    said = said or _bidden(passage, grammar, start, stop)
    result = somebody and said and passage.lower[opener] in grammar.purpose
    return not result and passage.lower[opener + 1] not in grammar.pointing  # `karena itu warga harus ...` demands


def _bidden(passage: Passage, grammar: Grammar, start: int, stop: int) -> bool:
    """Whether somebody who is named behind a demand bids people keep an attitude or make haste (`... harus tetap
    waspada, ujar Kapolres`), which no story tells (`... harus menyeberang dengan rakit, ujar Kapolres`)."""
    if (grammar.steadfast | grammar.attitude | grammar.urgency).isdisjoint(passage.lower[start : start + 2]):
        return False
    return any(passage.lower[k] == "," and passage.lower[k + 1] in grammar.speech for k in range(start, stop - 1))


def first_of_subject(passage: Passage, grammar: Grammar, last: int, floor: int) -> int:
    """The first word of the subject phrase that ends at `last`; `last + 1` if there is none."""
    first = last + 1
    while first > floor:
        before = passage.lower[first - 1]
        covered = passage.mention[first - 1] >= 0
        if before == "," and first <= last and passage.lower[first] in grammar.relative:
            placed = before_place(passage, first - 1)
            if placed < first - 1:  # `petugas asal Kudus, Jawa Tengah, yang bersalah harus ...`
                first = placed
                continue
        if not covered and (
            before == ","
            or passage.is_mark(first - 1)
            or before in grammar.clause_opener
            or before in grammar.speech
            or before in grammar.assurance
            or before in grammar.deciding
            or before in grammar.conditional
            or (before in grammar.irrealis and passage.lower[first - 2] in grammar.first_person)  # `saya ingin X harus`
        ):
            if before in grammar.speech and before in grammar.preposition and first <= last:
                first = behind_source(passage, first)
            break
        first -= 1
    first = min(first, last + 1)
    while first <= last and passage.sentence.words[first].continues:
        first += 1
    while (
        first <= last
        and passage.mention[first] < 0
        and not compounds(passage, grammar, first)  # `lalu lintas harus ...`
        and (
            passage.lower[first] in grammar.imperative_lead
            or passage.is_punctuation(first)
            or passage.lower[first] in grammar.pre_verb
            or passage.lower[first] in grammar.likewise
            or both(passage, grammar, first)  # `baik pemerintah maupun DPR harus ...`
        )
    ):
        first += 1
    return list_start(passage, grammar, first, floor) if first <= last else first


def behind_lead(passage: Passage, grammar: Grammar, first: int, last: int) -> int:
    """Where the subject begins behind what leads the clause: a time (`mulai besok semua truk tidak boleh ...`), an
    opinion (`seharusnya polisi harus ...`); else `first`."""
    at = first
    named = range(first + 1, last) if passage.mention[first] < 0 and passage.lower[first] in grammar.relative else ()
    what = next((k + 1 for k in named if passage.lower[k] in grammar.copula), first)
    if what > first and grammar.set_matter.isdisjoint(passage.lower[first:what]):
        at = what  # `yang paling penting adalah semua pihak harus ...`: what it is
    if at < last and passage.lower[at].startswith("me") and is_verb(passage, grammar, at):
        pointed = [k for k in range(at + 1, last) if passage.lower[k] in grammar.pointing]
        at = pointed[-1] + 1 if pointed else at  # `mendapati keadaan itu semua warga harus ...`
    while at <= last and passage.agent_at(at) is None:
        lower = passage.lower[at]
        timed = lower in grammar.time or lower in grammar.deictic_time or lower in grammar.onset
        counted = passage.sentence.tags[at] == "NUM" or lower in grammar.again  # `2 hari lagi`
        shown = at > first and lower in grammar.pointing
        if not (timed or counted or shown or lower in grammar.opinion):
            break
        at += 1
    return at if first < at <= last and starts_animate(passage, grammar, at) else first


def for_whom(passage: Passage, grammar: Grammar, start: int, stop: int) -> tuple[tuple[Reference, ...], int] | None:
    """Whom a modal binds behind it, and where what they must do begins (`wajib [hukumnya] bagi pegawai mengikuti ...`);
    no words if nothing is to be done."""
    lawful = passage.lower[start] in grammar.as_law and passage.split[start]
    at = start + 2 if lawful else start
    if at + 1 >= stop or passage.lower[at] not in grammar.to or not starts_animate(passage, grammar, at + 1):
        return ((), stop) if lawful else None
    end, _ = phrase_end(passage, grammar, at + 1, stop)
    members = agents_in(passage, grammar, at + 1, end)
    while end < stop and passage.lower[end] in grammar.demand:
        end += 1
    acts = end < stop and is_verb(passage, grammar, end) and not is_passive(passage, grammar, end)
    return (members, end) if acts and members else ((), stop)


def coordinated_subject(passage: Passage, grammar: Grammar, first: int, last: int) -> int:
    """Where the subject right before a modal begins if a clause or a topic stands before it: behind `dan` and a verb
    (`kita bicarakan dengan menteri dan Wali Kota juga harus ikut`), behind `terkait hal itu` or `artinya`; else
    `first`."""
    if passage.lower[first] in grammar.topic:
        pointed = next(
            (k for k in range(first + 1, min(last, first + MAX_TOPIC)) if passage.lower[k] in grammar.pointing), None
        )
        return first if pointed is None else pointed + 1
    if passage.lower[first] in grammar.gist and first < last and passage.sentence.words[first + 1].continues:
        behind = first + 2 + (passage.lower[first + 2] in grammar.copula)  # `intinya [adalah] warga harus ...`
        return behind if behind <= last else first
    if passage.addressable_at(last) is None:
        return first
    start = passage.mentions[passage.mention[last]].first
    joined = start - 1 > first and passage.lower[start - 1] in grammar.list_conjunction
    acts = any(is_verb(passage, grammar, k) for k in range(first, start - 1))
    return start if joined and acts else first


def unnamed(passage: Passage, grammar: Grammar, first: int, last: int, verb: int) -> Reference | None:
    """Who is the subject of a modal before an active verb without being named: all (`semua harus menahan diri`), or
    those whom a relative clause describes (`mereka yang mengambil motor wajib melapor`)."""
    if first > last or is_passive(passage, grammar, verb) or not is_verb(passage, grammar, verb):
        return None
    alone = passage.lower[first] in grammar.everyone and last - first == passage.sentence.words[last].continues
    described = passage.lower[first + 1] in grammar.relative and (
        passage.lower[first] in grammar.pronoun_plural or passage.lower[first] in grammar.everyone
    )
    if not alone and not (described and last > first + 1):
        return None
    return Reference(NONE, passage.span(first, last + 1), None, passage.sentence.index)


def goes_on_of_ours(passage: Passage, grammar: Grammar, modal: int, floor: int) -> bool:
    """Whether a modal behind a comma goes on with what the speaker and his side must do (`kita harus berani, harus
    jujur`): the nearest modal before it has a subject of the first person."""
    if modal <= floor or passage.lower[modal - 1] != ",":
        return False
    must = grammar.obligation | grammar.negator
    first = next((k for k in range(modal - 2, floor, -1) if passage.lower[k] in must), -1)
    aside = must | grammar.pre_verb | grammar.everyone
    while first > floor and passage.lower[first] in aside and passage.lower[first] not in grammar.first_person:
        first -= 1
    return first >= floor and passage.lower[first] in grammar.first_person


def own_side(passage: Passage, grammar: Grammar, first: int, last: int) -> bool:
    """Whether the words say the speaker's own side (`pihak kami`, `pihaknya`), not that of somebody named (`pihak
    kepolisian`)."""
    own = next((k for k in range(first, last + 1) if passage.lower[k] in grammar.own_side), last + 1)
    return own <= last and not (own < last and passage.addressable_at(last) is not None)


def shown(passage: Passage, grammar: Grammar, hit: CueHit, relative: int, floor: int) -> DirectiveDraft | None:
    """What a speaker points at as what somebody must do (`ini kejanggalan yang harus didalami polisi`), the one
    relative clause with a modal that describes nothing."""
    first = next((k for k in range(floor, relative) if not passage.is_punctuation(k)), relative)
    words = range(first, relative)
    pointed = not grammar.pointing.isdisjoint(passage.lower[first : first + 2])
    if passage.quotation[relative] < 0 or not pointed or len(words) > MAX_SHOWN:
        return None
    if any(passage.mention[k] >= 0 or passage.sentence.tags[k] not in NOMINAL for k in words):
        return None
    if not grammar.set_matter.isdisjoint(passage.lower[first:relative]):
        return None  # `ini syarat yang harus dipenuhi peserta`
    verb = hit.last
    while verb < len(passage) and (passage.lower[verb] in grammar.post_cue or passage.lower[verb] in grammar.demand):
        verb += 1
    if verb + 1 >= len(passage) or not is_passive(passage, grammar, verb) or passage.lower[verb] in grammar.experience:
        return None
    end = content_end(passage, grammar, verb)
    members = demanded_agent(passage, grammar, verb, end)
    if members:
        end = next(k for k in range(verb, end) if passage.lower[k] in grammar.by)
    elif starts_animate(passage, grammar, verb + 1):  # the bare agent is part of the verb's group (Sneddon 2010, 3.31)
        behind, _ = phrase_end(passage, grammar, verb + 1, end)
        members = agents_in(passage, grammar, verb + 1, behind)
    if not members or passage.lower[verb + 1] in grammar.first_person:
        return None
    frame = Frame(members, verb, end, "thing", clausal=True, demand=True, passive=True)
    return build(passage, grammar, hit, frame, speaker_reference(passage, grammar, hit.first), "modal:passive")
