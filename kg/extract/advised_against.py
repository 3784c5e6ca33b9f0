"""What a negated cue forbids or advises against (`tidak mengizinkan`, `tidak menyarankan`), and a prohibition that the
content of another cue tells of (`menegaskan alat itu dilarang digunakan`)."""

from __future__ import annotations

from kg.extract.cues import CueHit
from kg.extract.grammar import Grammar
from kg.extract.passage import Passage, is_verb
from kg.lexicon.cues import Voice
from kg.model import DirectiveDraft, Polarity
from kg.model.making import replace
from kg.model.members import ADVISE, ASSERTED, DENIED, DO, DONT, EMPHASISE, FORBID, PERMIT, REMIND

TELLING = (EMPHASISE, REMIND)  # forces whose content may be a rule that is only told


def against(passage: Passage, grammar: Grammar, hit: CueHit, draft: DirectiveDraft) -> DirectiveDraft:
    """The draft of a cue, a negation standing right before it: what one does not permit one forbids, what one does not
    advise one advises against; what one has not permitted yet (`belum mengizinkan`) is not permitted."""
    force = draft.force
    if hit.first < 1 or passage.lower[hit.first - 1] not in grammar.negator or force not in (PERMIT, ADVISE):
        return draft
    if passage.lower[hit.first - 1] in grammar.aspect:
        return replace(draft, factuality=DENIED)
    twice = draft.polarity is DONT and draft.content is not None and draft.content.start > draft.trigger.start
    turned: Polarity = DO if twice else DONT  # `tidak menyarankan warga tidak vaksin`
    if force is ADVISE:
        return replace(draft, polarity=turned, factuality=ASSERTED)
    return replace(draft, force=FORBID, polarity=DONT, factuality=ASSERTED)


def forbidden_in(passage: Passage, grammar: Grammar, hit: CueHit, start: int, end: int) -> bool:
    """Whether a negation stands right behind a cue inside what it demands (`helm ini disarankan tidak direndam`), or
    a cue that tells a rule tells a prohibition as its first predicate."""
    if start < hit.first and hit.last < end:
        behind = passage.lower[hit.last]
        if behind in grammar.negator or behind in grammar.prohibitive:
            return hit.last + 1 >= end or passage.lower[hit.last + 1] not in grammar.additive
    if hit.form.cue.force not in TELLING:
        return False
    verb = next((k for k in range(start, end) if is_verb(passage, grammar, k)), end)
    forms = grammar.cues.forms.get(passage.lower[verb], ()) if verb + 1 < end else ()
    return any(form.voice is Voice.PASSIVE and form.cue.force is FORBID for form in forms)
