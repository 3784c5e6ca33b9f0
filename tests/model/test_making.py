"""Records made quickly are like any other frozen dataclass."""

from __future__ import annotations

import inspect
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from kg.model import Sentence, Span, Word
from kg.model.making import maker, quickly_made
from kg.model.making import replace as quick_replace


@dataclass(frozen=True, slots=True, order=True)
class Plain:
    first: int
    second: str = "two"
    whole: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "whole", f"{self.first} {self.second}")


@quickly_made
@dataclass(frozen=True, slots=True, order=True)
class Quick:
    first: int
    second: str = "two"
    whole: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "whole", f"{self.first} {self.second}")


def test_it_is_made_as_the_plain_one_is() -> None:
    assert inspect.signature(Quick) == inspect.signature(Plain)
    for made in (Quick(1), Quick(1, "two"), Quick(second="two", first=1), replace(Quick(2), first=1)):
        assert type(made) is Quick
        assert repr(made) == repr(Plain(1)).replace("Plain", "Quick")
        assert made.whole == "1 two"


def test_a_maker_makes_what_its_class_does() -> None:
    make = maker(Quick)
    for made in (make(1), make(1, "two"), make(second="two", first=1)):
        assert type(made) is Quick
        assert made == Quick(1)
        assert made.whole == "1 two"
        with pytest.raises(FrozenInstanceError):
            made.first = 2  # type: ignore[misc]
    with pytest.raises(TypeError, match="first"):
        make()  # type: ignore[call-arg]
    with pytest.raises(KeyError):
        maker(Plain)


@pytest.mark.parametrize("arguments", [(), (1, "two", "three")])
def test_it_takes_no_other_arguments(arguments: tuple[object, ...]) -> None:
    with pytest.raises(TypeError, match=r"Quick\.__init__"):
        Quick(*arguments)  # type: ignore[arg-type]


def test_it_cannot_be_changed() -> None:
    made = Quick(1)
    with pytest.raises(FrozenInstanceError):
        made.first = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del made.first
    with pytest.raises((AttributeError, TypeError)):
        made.third = 3  # type: ignore[attr-defined]


def test_it_is_compared_hashed_and_pickled() -> None:
    assert Quick(1) == Quick(1) != Quick(2)
    assert Quick(1) < Quick(2)
    assert len({Quick(1), Quick(1), Quick(2)}) == 2
    assert pickle.loads(pickle.dumps(Quick(1))) == Quick(1)  # noqa: S301 # its own


def test_a_default_factory_is_refused() -> None:
    @dataclass(frozen=True, slots=True)
    class Growing:
        parts: list[int] = field(default_factory=list)

    with pytest.raises(TypeError, match="Growing"):
        quickly_made(Growing)


def test_the_columns_of_a_sentence_are_filled() -> None:
    word = Word(0, "Ia", "ia", "PRON", "", -1, "root", Span(0, 2), "ia")
    sentence = Sentence(0, (word,), Span(0, 2))
    assert (sentence.texts, sentence.lowers, sentence.relations) == (("Ia",), ("ia",), ("root",))


def test_a_changed_one_is_what_dataclasses_would_give() -> None:
    span = Span(2, 5)
    word = Word(0, "Kapolda", "kapolda", "NOUN", "", -1, "root", span, "kapolda")
    changed = quick_replace(word, index=3, span=Span(4, 6))
    assert changed == replace(word, index=3, span=Span(4, 6))
    assert type(changed) is Word
    assert word.index == 0
    with pytest.raises(FrozenInstanceError):
        changed.index = 4  # type: ignore[misc]
    with pytest.raises(AttributeError):
        quick_replace(word, no_field=1)
    assert quick_replace(Quick(2), first=1).whole == "1 two"  # with what follows from its fields
    assert quick_replace(Plain(2), first=1) == Plain(1)
