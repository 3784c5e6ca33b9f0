"""The members of the enumerations by names of their own: `PERSON` is `MentionKind.PERSON`.

The extraction asks for a thousand of them in an article, and Python 3.11 reads a member through its class ten times as
slowly as a name, because `EnumType` has a `__getattr__`. A `case` needs the dotted form.
"""

from __future__ import annotations

from typing import Final

from kg.model.claims import Factuality, Force, Polarity
from kg.model.parties import MentionKind, ReferenceKind

PERSON: Final = MentionKind.PERSON
POST: Final = MentionKind.POST
UNIT: Final = MentionKind.UNIT
GROUP: Final = MentionKind.GROUP
PLACE: Final = MentionKind.PLACE
PRONOUN: Final = MentionKind.PRONOUN

MENTION: Final = ReferenceKind.MENTION
FIRST_PERSON: Final = ReferenceKind.FIRST_PERSON
QUOTE_SPEAKER: Final = ReferenceKind.QUOTE_SPEAKER
DESCRIPTION: Final = ReferenceKind.DESCRIPTION
PASSAGE_SPEAKER: Final = ReferenceKind.PASSAGE_SPEAKER
NONE: Final = ReferenceKind.NONE

FORBID: Final = Force.FORBID
REMIND: Final = Force.REMIND
REQUEST: Final = Force.REQUEST
EMPHASISE: Final = Force.EMPHASISE
URGE: Final = Force.URGE
ADVISE: Final = Force.ADVISE
PERMIT: Final = Force.PERMIT

ASSERTED: Final = Factuality.ASSERTED
DENIED: Final = Factuality.DENIED
HYPOTHETICAL: Final = Factuality.HYPOTHETICAL

DO: Final = Polarity.DO
DONT: Final = Polarity.DONT
