"""Whether an official speaks for the body that told somebody something before: the police, a government, a body whose
name his office spells otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Agent
from kg.model.members import GROUP, UNIT
from kg.resolve.roles import Roles
from kg.resolve.sameness import one_side

BODIES = (UNIT, GROUP)
SHORTEST = 2  # letters of a word's part in a blend (`Jatim` of `Jawa Timur`)


def one_voice(one: Agent, issuer: Agent, roles: Roles) -> bool:
    """Whether who told before is the issuer, or a body for which he speaks (`Polisi mengimbau ...`, then the Kapolres;
    `Pemkot Palu melarang ...`, then its mayor)."""
    return one_side(one, issuer) or (one.kind in BODIES and _speaks_for(one, issuer, roles))


def _speaks_for(body: Agent, issuer: Agent, roles: Roles) -> bool:
    own, names = issuer.office.lower().split(), body.office.lower().split()
    if not own or not names:
        return False
    if not roles.police_body.isdisjoint(names):
        own_force = not roles.police_word.isdisjoint(own)
        return own_force and all(name in roles.police_body or name in roles.officer or name in own for name in names)
    if body.kind is GROUP:
        return False
    if names[0] in roles.government:
        places = [name for name in names if name not in roles.government]
        known = bool(places) or not roles.government_office.isdisjoint(own)
        return known and _all_in_office(places, own)
    return _all_in_office(names, own)


def _all_in_office(names: Sequence[str], own: Sequence[str]) -> bool:
    """Whether an office has all words of a body's name, or a blend of two of them."""
    at = 0
    while at < len(names):
        if _in_office(names[at], own):
            at += 1
        elif at + 1 < len(names) and any(_blends(word, names[at], names[at + 1]) for word in own):
            at += 2
        else:
            return False
    return True


def _in_office(name: str, own: Sequence[str]) -> bool:
    """Whether an office has a body's name: a word of it, at the end of one (`KPU`, `Kasatgas`) or the name at whose
    end one stands (`Kemendag` of the Mendag), or words of which the name is a blend, or that are one."""
    if any(word.endswith(name) or (len(word) > len(name) - 3 > 3 and name.endswith(word)) for word in own):
        return True
    return any(_blends(name, own[at], own[at + 1]) for at in range(len(own) - 1))


def _blends(blend: str, first: str, second: str) -> bool:
    """Whether a word is made of the beginnings of two (`jatim`: `jawa timur`)."""
    return any(
        first.startswith(blend[:cut]) and second.startswith(blend[cut:])
        for cut in range(SHORTEST, len(blend) - SHORTEST + 1)
    )
