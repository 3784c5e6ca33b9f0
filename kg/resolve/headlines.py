"""Who asks for what in a headline that only says who is asked (`Jalan Amblas, Warga Diminta Memutar`)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from kg.model import Directive, Document, Sentence
from kg.model.making import replace
from kg.model.members import ASSERTED

REACH = 6  # directives behind the headline's that may repeat it
SHARED = 0.5  # share of the headline's words that the directive below has too
PASSIVE = "passive"  # how the names of the rules of passives begin


def headed(
    document: Document, directives: Sequence[Directive], words_said: Callable[[str], frozenset[str]]
) -> Sequence[Directive]:
    """The directives, a passive of the headline that names no issuer given by whoever the text below says gives it.

    The first directive below with an issuer and the same polarity counts, if it is told to people of the same name or
    to nobody that is named, and most words of the headline's content are in its own.
    """
    titled = [sentence for sentence in document.sentences if sentence.is_title]
    if not titled:
        return directives
    text = document.article.text
    found = list(directives)
    for at, one in enumerate(found):
        if one.issuer is not None or one.content is None or not one.rule.startswith(PASSIVE):
            continue
        if one.factuality is not ASSERTED or not _in_title(titled, one):
            continue
        said = words_said(one.content.of(text))
        for other in found[at + 1 : at + 1 + REACH]:
            if other.issuer is None or other.content is None or other.polarity is not one.polarity:
                continue
            if other.factuality is not ASSERTED or not _same_people(one, other):
                continue
            if said and len(said & words_said(other.content.of(text))) >= SHARED * len(said):
                reasons = (*one.reasons, "issuer: who gives it in the text below the headline")
                found[at] = replace(one, issuer=other.issuer, issuer_basis=other.issuer_basis, reasons=reasons)
                break
    return found


def _in_title(titled: Sequence[Sentence], one: Directive) -> bool:
    at = bisect_right(titled, one.trigger.start, key=lambda sentence: sentence.span.start) - 1
    return at >= 0 and titled[at].span.covers(one.trigger)


def _same_people(one: Directive, other: Directive) -> bool:
    """Whether two directives are told to people of one name, or one of them to nobody that is named."""
    if not one.addressees or not other.addressees:
        return True
    return any(
        head.label.casefold().split()[-1] in told.label.casefold().split()
        for head in one.addressees
        for told in other.addressees
    )
