"""The age of each person that a report names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare_app.core.facts import Name, Quantity
from compare_app.core.records import record, replace
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.names import may_be_same, titles
from compare_app.rules.agreeing import may_both_be
from compare_app.rules.told.figures import CLAUSE, SIGN
from compare_app.rules.told.value import Told, gap, words_of, written

_BETWEEN = 2
"""Words between a name and an age that belong together: "Reiss, who is 58", "the 34-year-old nurse Ann"; by hand."""
_FULL = 2
"""Words of a full name."""
_BIRTHDAY = 1.5
"""Years by which two ages may differ because reports are of two days; chosen by hand."""


@record
class Aged:
    """An age with the folded words of the name it belongs to, titles left out."""

    quantity: Quantity
    name: Sequence[str]
    language: str


def read_ages(facts: ClaimFacts) -> Iterator[Told]:
    """Ages beside names: "Ines Moreau, 61", "Grace Oyelaran, a 34-year-old nurse", "the 55-year-old Aske"."""
    for quantity in facts.quantities:
        if not quantity.exact or not (quantity.dimension == "age" or _ends_with_age(facts, quantity)):
            continue
        named = next((one for name in facts.names if (one := _named(facts, name, quantity)) is not None), None)
        if named is not None:
            name = facts.words.folded[named.first : named.end]
            what = written(facts, named.first, named.end)
            aged = Aged(replace(quantity, dimension="age"), name, facts.language)
            yield Told(("age", name[-1]), aged, quantity.first, quantity.end, what, quantity)


def _ends_with_age(facts: ClaimFacts, quantity: Quantity) -> bool:
    """Whether a figure in digits stands between a full name with a comma and the end of a sentence."""
    if quantity.dimension or quantity.end - quantity.first != 1 or not facts.words.folded[quantity.first].isdecimal():
        return False
    is_full = any(one.end == quantity.first and one.end - one.first >= _FULL for one in facts.names)
    behind = facts.text[facts.words.ends[quantity.end - 1] :][:1]
    return is_full and gap(facts, quantity.first - 1, quantity.first).strip() == "," and behind in ("", ".", ";")


def _named(facts: ClaimFacts, name: Name, quantity: Quantity) -> Name | None:
    """The name without its title, where the age stands right behind it, or right before it."""
    folded, plain = facts.words.folded, titles(facts.language)
    own = [at for at in range(name.first, name.end) if folded[at] not in plain]
    if not own:
        return None
    person = Name(own[0], name.end)
    if 0 <= quantity.first - name.end <= _BETWEEN:
        between = folded[name.end : quantity.first]
        is_his = words_of(facts.language, "ages", "between").issuperset(between)
        return person if is_his and not CLAUSE.search(gap(facts, name.end - 1, quantity.first)) else None
    if 0 <= name.first - quantity.end <= _BETWEEN:
        return None if SIGN.search(gap(facts, quantity.end - 1, name.first)) else person
    return None


def may_be_one_age(one: Aged, other: Aged) -> bool:
    """Whether the ages agree, or first names say that they are two persons'."""
    return may_both_be(one.quantity, other.quantity) or _are_two(one, other)


def _are_two(one: Aged, other: Aged) -> bool:
    left, right = one.name[:-1], other.name[:-1]
    return bool(left and right) and not may_be_same(left, right, language=one.language)


def cannot_both_be(one: Aged, other: Aged) -> bool:
    """Whether one full name has two ages that no birthday explains."""
    is_one = tuple(one.name) == tuple(other.name) and len(one.name) >= _FULL
    return is_one and abs(one.quantity.value - other.quantity.value) > _BIRTHDAY
