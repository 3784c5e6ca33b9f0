"""How frozen records are made quickly: many thousands are made of every article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields
from typing import TypeVar

T = TypeVar("T")


def quickly_made(record: type[T]) -> type[T]:
    """A frozen dataclass with slots whose constructor takes a fifth of the time; everything else stays as it is.

    The constructor that `dataclass` writes must go round the ban on assignment once a field. This one lifts the ban
    for all of them together: while it writes, the record is of a subclass that may be assigned to. Raises `TypeError`
    for a field with a default factory, which a record without parts that change does not need.
    """
    name = record.__name__
    if any(field.default_factory is not MISSING for field in fields(record)):  # type: ignore[arg-type]
        raise TypeError(f"{name}: a field has a default factory")
    being_made = type(
        name, (record,), {"__slots__": (), "__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    )
    plain: Callable[..., None] = record.__init__
    given = [field.name for field in fields(record) if field.init]  # type: ignore[arg-type]
    lines = [f"self.{field} = {field}" for field in given]
    if hasattr(record, "__post_init__"):
        lines.append("self.__post_init__()")
    source = [
        f"def __init__(self, {', '.join(given)}):",
        "    become(self, '__class__', being_made)",
        *[f"    {line}" for line in lines],
        "    self.__class__ = record",
    ]
    made: dict[str, Callable[..., None]] = {}
    exec("\n".join(source), {"become": object.__setattr__, "being_made": being_made, "record": record}, made)  # noqa: S102 # names of fields
    quick = made["__init__"]
    quick.__defaults__, quick.__annotations__ = plain.__defaults__, plain.__annotations__
    quick.__qualname__, quick.__module__ = plain.__qualname__, record.__module__
    type.__setattr__(record, "__init__", quick)
    return record
