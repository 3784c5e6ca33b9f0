"""What follows a passive cue: where its content begins, who acts, and a relative clause that it may stand in."""

from __future__ import annotations

from kg.extract.agents import PLAIN
from kg.extract.contents import content_end
from kg.extract.cues import CueHit
from kg.extract.extents import apposition_end
from kg.extract.frames import Frame
from kg.extract.grammar import Grammar
from kg.extract.issuers import speaker_reference
from kg.extract.main_clause import before_main_predicate
from kg.extract.passage import Passage, is_passive, is_verb
from kg.extract.phrases import reference_to, starts_animate
from kg.extract.predicates import ACTIVE, goes_back
from kg.extract.said_between import past_speaker
from kg.lexicon.cues import Complement
from kg.model import Reference
from kg.model.members import FORBID

LISTED = ("NOUN", "PROPN", "ADJ", "CCONJ")  # UD tags of words in a list of things
PLACED = (*LISTED, "ADP")  # ... that begins with the noun of which places are told
MAX_SUBJECT = 5  # words of a subject that no mention covers
MAX_RELATIVE = 12  # words of its relative clause


def skip_to_content(passage: Passage, grammar: Grammar, at: int, stop: int) -> int:
    first = at
    at = past_speaker(passage, grammar, at, stop)
    while at < stop and (
        (passage.lower[at] in grammar.post_cue and not goes_back(passage, grammar, at))
        or passage.lower[at] in grammar.demand
        or passage.lower[at] in (",", *grammar.particle)
        or (passage.lower[at] in grammar.benefactive and at + 1 < stop and _prefixed(passage, grammar, at + 1))
    ):
        at += 1  # the last: `diminta buat melapor`
    ends = at >= stop or passage.is_punctuation(at)
    if ends and at > first and passage.lower[at - 1] in grammar.content_adverb & grammar.post_cue:
        return at - (passage.sentence.tags[at - 1] == "ADJ")  # `polisi diminta tegas`: how is what is to be done
    return at


def _prefixed(passage: Passage, grammar: Grammar, at: int) -> bool:
    return passage.lower[at].startswith(ACTIVE) and is_verb(passage, grammar, at)


def acts_behind(
    passage: Passage, grammar: Grammar, complement: Complement, first: int, last: int, behind: int, stop: int
) -> bool:
    """Whether the subject of a passive cue is who is to act, whatever it is called: an active verb follows the cue.

    Not behind `diharapkan`, of which things can be the subject (`program ini diharapkan meningkatkan ...`).
    """
    whole = last
    last = next((k for k in range(first + 1, whole) if passage.lower[k] in grammar.relative), whole)
    if complement in (Complement.ANIMATE, Complement.DEMAND) or last - first > MAX_SUBJECT:
        return False
    if whole - last > MAX_RELATIVE or "," in passage.lower[last:whole]:
        return False  # `kendaraan yang tidak lulus uji dilarang masuk`, but no longer
    if any(passage.lower[k] in grammar.preposition or passage.is_punctuation(k) for k in range(first, last)):
        return False
    if passage.lower[first] in grammar.pointing or passage.lower[first] in grammar.first_person:
        return False
    before = passage.lower[first - 1] if first > 1 else ""
    within = before in grammar.preposition and before not in grammar.to_person
    if within and passage.sentence.words[first - 2].upos in ("NOUN", "ADJ"):
        return False  # `dana tambahan pada sektor ikan diarahkan untuk ...`: the money is
    if passage.lower[first] in grammar.vague:
        return False  # `hal ini dimintanya menjelang Ramadan`
    if passage.lower[first] in grammar.time:
        return False  # `pagi ini diminta ...`: when, not who
    if passage.sentence.words[first].upos not in ("NOUN", "PROPN"):
        return False
    if behind < stop and passage.lower[behind - 1] in grammar.steered and passage.lower[behind] in grammar.purpose_lead:
        return False  # `dana desa diarahkan untuk membangun jalan`: what a thing is for
    start = skip_to_content(passage, grammar, behind, stop)
    if start < stop and passage.lower[start - 1] in grammar.first_person:
        return False  # `syaratnya diminta saya lengkapi`
    if start < stop and passage.lower[start] in grammar.being:
        return False  # `usulan itu disetujui menjadi program dinas`: what it comes to be
    return start < stop and is_verb(passage, grammar, start) and not is_passive(passage, grammar, start)


def list_of_things(passage: Passage, first: int, floor: int) -> int:
    """Where a list of things begins whose last member begins at `first` (`senjata tajam, petasan, dan flare dilarang
    dibawa`): at the start of the clause if nothing else stands there; else `first`."""
    whole = range(floor, first)
    words = PLACED if passage.sentence.tags[floor] == "NOUN" else LISTED  # `kegiatan di pasar dan terminal diminta ...`
    listed = first > floor and all(
        passage.lower[k] == "," or (passage.mention[k] < 0 and passage.sentence.words[k].upos in words) for k in whole
    )
    joined = first > floor and (passage.lower[first - 1] == "," or passage.sentence.words[first - 1].upos == "CCONJ")
    return floor if listed and joined and passage.lower[floor] != "," else first


def behind_condition(passage: Passage, grammar: Grammar, first: int, last: int) -> int:
    """Where the subject `[first, last)` of a passive begins: behind what is said of its truth (`tidak benar kalau peti
    itu dilarang dibuka`); `last` if a condition makes it no demand (`apabila acara itu dilarang digelar, ...`)."""
    at = next((k for k in range(first, last) if passage.lower[k] in grammar.conditional), None)
    if at is None:
        return first
    return at + 1 if at > first and passage.lower[at - 1] in grammar.truth else last


def narrates(passage: Passage, grammar: Grammar, cue: int, first: int, last: int, floor: int) -> bool:
    """Whether a report tells what befell somebody at a time that opens the clause or stands before the cue (`saat itu
    warga diminta ...`, `korban saat itu diminta ...`, `setelah itu, sopir tersebut diperintahkan ...`): whoever tells
    it is not who demanded it."""
    if passage.quotation[cue] >= 0:
        return False
    closing = " ".join(passage.lower[max(floor, cue - 2) : cue])
    if closing in grammar.narrated_time or not grammar.speech.isdisjoint(passage.lower[floor:]):
        return closing in grammar.narrated_time
    opening = " ".join(passage.lower[floor : min(cue, floor + 2)])
    pointed = not grammar.pointing.isdisjoint(passage.lower[first:last])
    return opening in grammar.narrated_time or (pointed and opening in grammar.next_time)


def tells_next(passage: Passage, grammar: Grammar, hit: CueHit, floor: int) -> bool:
    """Whether a passive without a subject opens its clause as the next event of a story (`"lalu diminta membayar, dan
    ..."`); a conjunction makes it a demand (`kemudian diimbau agar ...`)."""
    first = next((k for k in range(floor, hit.first) if not passage.is_punctuation(k)), hit.first)
    opens = first == hit.first - 1 and passage.lower[first] in grammar.and_then
    plain = hit.form.cue.force in PLAIN and hit.last < len(passage)
    return opens and plain and passage.lower[hit.last] not in grammar.demand | grammar.to


def to_reader(passage: Passage, grammar: Grammar, hit: CueHit, frame: Frame) -> bool:
    """Whether an outlet wishes something of its readers (`dengan tips ini, diharapkan Anda dapat memilih ...`)."""
    told = frame.addressees[0].span if frame.addressees else None
    if told is None or passage.quotation[hit.first] >= 0:
        return False
    return passage.lower[passage.sentence.word_from(told.start)] in grammar.second_person


def skip_adverbs(passage: Passage, grammar: Grammar, at: int, stop: int) -> int:
    while at < stop and (
        passage.lower[at] in grammar.post_cue
        or passage.lower[at] in grammar.demand
        or passage.lower[at] in grammar.content_adverb
    ):
        at += 1
    return at


def bound_start(passage: Passage, grammar: Grammar, first: int, before: int, modal: int) -> int:
    """Where the content of a modal before a passive begins if its subject seems to be the words `[first, before]`:
    behind a clitic (`itu|lah harus ditanggung`), behind a time (`sudah saatnya izin harus dicabut`), or at the modal if
    they are a place or time themselves (`di ruangan ini harus dimatikan`)."""
    first += passage.sentence.words[first].continues
    if first > before:
        return min(first, modal)
    behind = first + 2
    timed = passage.lower[first] in grammar.time and behind <= before
    shown = passage.lower[first + 1] in grammar.pointing or passage.lower[first + 1] in grammar.deictic_time
    if timed and (shown or passage.sentence.words[first + 1].continues):
        adverbs = grammar.pre_verb | grammar.imperative_lead
        return next((k for k in range(behind, before) if passage.lower[k] not in adverbs), before)
    short = first == before or (before - first <= 2 and passage.lower[before] in grammar.pointing)
    placed = first > 0 and passage.lower[first - 1] in grammar.locative_of_time and passage.mention[first - 1] < 0
    return modal if short and placed else first


def relative_before(passage: Passage, grammar: Grammar, cue: int, floor: int) -> int | None:
    """The relative word of the clause whose verb a passive cue is (`yang [masih] dilarang`), else `None`."""
    at = cue - 1
    while at > floor and passage.lower[at] in grammar.pre_verb and passage.mention[at] < 0:
        at -= 1
    return at if at >= floor and passage.lower[at] in grammar.relative else None


def goes_on_outside(passage: Passage, grammar: Grammar, frame: Frame, agent: Reference | None) -> bool:
    """Whether the main clause, not a content, stands behind a relative clause that says of a thing who asked for it
    (`dana yang diminta warga belum cair`): no conjunction marks what is to be done, and it is no passive either."""
    if frame.demand or frame.passive or passage.lower[frame.start] in grammar.copula:
        return False
    return frame.kind == "object" or agent is not None


def relative_end(passage: Passage, grammar: Grammar, relative: int | None, start: int, end: int) -> int:
    """Where the content `[start, end)` of a cue in a relative clause ends before the main clause's predicate: a copula
    (`warga yang diizinkan melaut adalah ...`), what has been done (`barang yang dilarang dibawa sudah disita`), what is
    done instead (`petugas yang diminta berjaga malah pulang`) or,
    where a comma opened the clause, a verb behind the next one (`Budi, yang dilarang berobat, pulang`)."""
    if relative is None:
        return end
    end = before_main_predicate(passage, _cue(passage, relative, start), start, end)
    parted = relative > 0 and passage.lower[relative - 1] == ","
    ends = grammar.relative | grammar.clause_opener | grammar.demand
    for at in range(start + 1, end - 1):
        lower = passage.lower[at]
        if lower in ends:
            return end
        contrary = lower in grammar.contrary and is_verb(passage, grammar, at + 1)
        if contrary or lower in grammar.copula or (lower in grammar.already and is_passive(passage, grammar, at + 1)):
            return at
        if parted and lower == "," and is_verb(passage, grammar, at + 1):
            return at
    return end


def equated(
    passage: Passage, grammar: Grammar, hit: CueHit, relative: int | None, floor: int
) -> tuple[Frame, Reference] | None:
    """What is forbidden if a clause says of it that it is, and by whom (`yang dilarang polisi adalah konvoi`): the
    relative clause has no head, nor more in it than who forbids; else `None`. Without him only whoever is quoted does.
    """
    opens = (",", *grammar.claim_opener)
    headless = relative is not None and (relative == floor or passage.lower[relative - 1] in opens)
    if not headless or hit.form.cue.force is not FORBID or hit.last + 1 >= len(passage):
        return None
    at, by = hit.last, hit.last + (passage.lower[hit.last] in grammar.by)
    found = passage.agent_at(by)
    if found is not None:
        at = passage.mentions[found].last
        at = apposition_end(passage, at, len(passage))
    elif passage.quotation[hit.first] < 0:
        return None
    end = content_end(passage, grammar, at + 1) if at + 1 < len(passage) else at
    if at >= len(passage) or passage.lower[at] not in grammar.copula or end <= at + 1:
        return None
    if starts_animate(passage, grammar, at + 1) or passage.agent_at(at + 1) is not None:
        return None  # `yang dilarang adalah mereka yang ...`: whom
    issuer = speaker_reference(passage, grammar, hit.first) if found is None else reference_to(passage, grammar, by)
    return Frame((), at + 1, end, "thing", clausal=False, demand=True), issuer


def _cue(passage: Passage, relative: int, start: int) -> int:
    """The verb of the relative clause: the first word behind `yang` that hangs on a noun (UD acl)."""
    words = passage.sentence.words
    return next((k for k in range(relative + 1, start) if words[k].deprel.startswith("acl")), relative)


def only_by_whom(passage: Passage, grammar: Grammar, start: int, end: int) -> bool:
    """Whether nothing but somebody stands in `[start, end)` behind a passive, or a time behind him: by whom, not what
    is to be done (`organisasi yang dilarang pemerintah`, `pengacara dilarang polisi saat ingin menjenguk`); so with
    the order in which it is done (`saksi yang ditugaskan berjenjang`)."""
    if passage.lower[start] in grammar.staggered:
        return not any(is_verb(passage, grammar, k) for k in range(start + 1, end))
    if not starts_animate(passage, grammar, start):
        return False
    verb = next((k for k in range(start, end) if is_verb(passage, grammar, k)), end)
    ends = grammar.time_clause | {","}
    return verb == end or not ends.isdisjoint(passage.lower[start:verb])


def asks_thing(passage: Passage, relative: int, frame: Frame) -> bool:
    """Whether a relative clause describes the thing that is asked for (`tarif yang diminta calo berkisar ...`): no
    conjunction leads to what is to be done, nor, where no noun stands before the clause, a verb (`yang dilarang UU`).
    """
    head = passage.sentence.tags[relative - 1] if relative else "PUNCT"
    if head == "PROPN" or frame.kind.startswith("conjunction"):
        return False
    return head != "PUNCT" or frame.kind != "verb"


def petitioner_at_end(passage: Passage, grammar: Grammar, start: int, end: int) -> tuple[int, Reference] | None:
    """Where the content of a headline's passive ends before those who demand it, and who they are (`Kapolsek Didesak
    Dicopot Keluarga Korban`, `Bupati Didesak Mundur Mahasiswa`): people who can do nothing of the kind themselves."""
    if not passage.title_case or passage.agent_at(end - 1) is None:
        return None
    if any(not passage.is_punctuation(k) for k in range(end, len(passage))):
        return None
    first = passage.mentions[passage.mention[end - 1]].first
    cut = first - 1 if passage.lower[first - 1] in grammar.by else first
    if cut <= start or passage.lower[first] not in grammar.petitioner:
        return None
    closed = cut < first or is_passive(passage, grammar, cut - 1) or passage.lower[cut - 1] in grammar.intransitive
    return (cut, reference_to(passage, grammar, first)) if closed else None


def bidden_by(passage: Passage, grammar: Grammar, behind: int, stop: int) -> bool:
    """Whether a passive that opens a clause has its agent right behind it, and who was asked follows a comma and does
    something (`Didesak Warga, Bupati Perintahkan ...`): what he was asked is not said."""
    if behind >= stop or passage.agent_at(behind) is None:
        return False
    comma = passage.mentions[passage.mention[behind]].last
    if comma + 1 >= stop or passage.lower[comma] != "," or passage.agent_at(comma + 1) is None:
        return False
    at = comma + 1
    while at < stop and (passage.agent_at(at) is not None or passage.lower[at] in grammar.pre_verb):
        at += 1
    return at < stop and is_verb(passage, grammar, at)


def serves_aim(passage: Passage, grammar: Grammar, hit: CueHit, stop: int, *, subject: bool, animate: bool) -> bool:
    """Whether a passive of telling says what something is told or handed over for (`surat itu disampaikan agar warga
    memahami aturan`, `ini disampaikan ...`), or demands nothing."""
    if hit.form.cue.complement is not Complement.PURPOSE:
        return False
    bidding = grammar.demand if animate else grammar.verb_object_conjunction
    if bidding.isdisjoint(passage.lower[hit.last : stop]):
        return True
    return not animate and (subject or passage.lower[hit.first - 1] in grammar.pointing)
