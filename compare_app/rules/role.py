"""Who did what to whom: the two sides of a verb exchanged."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from compare_app.core.findings import Finding, Verdict
from compare_app.core.lexicon import load_lexicon
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.language import lexicon_of
from compare_app.facts.stems import stem
from compare_app.rules.pair import Pair, shared_ends
from compare_app.rules.rule import Rule

_LONGEST = 24
"""Words between the first and the last difference within which an exchange is looked for; chosen by hand."""


def find_role(pair: Pair) -> Iterator[Finding]:
    """A finding when the claims differ only in that two parties changed places around the same words. O(words²)."""
    left, right = pair.left.words.folded, pair.right.words.folded
    head, left_end, right_end = _middle(left, right)
    one, other = left[head:left_end], right[head:right_end]
    if max(len(one), len(other)) > _LONGEST:
        return
    if not (_are_exchanged(one, other, pair.left.language) or _voice_turned(pair, head, left_end, right_end)):
        return
    left_span, right_span = pair.left.words.span(head, left_end), pair.right.words.span(head, right_end)
    yield Finding(
        kind="role",
        verdict=Verdict.CONFLICT,
        left=left_span,
        right=right_span,
        message=(
            f"Who did it to whom is exchanged: “{left_span.of(pair.left.text)}” on the left, "
            f"“{right_span.of(pair.right.text)}” on the right."
        ),
    )


def _may_find(left: ClaimFacts, right: ClaimFacts) -> bool:
    """Whether both sides hold the same words, or one of them a word of the passive."""
    passive = _words(left.language, "passive")
    return left.said == right.said or not (passive.isdisjoint(left.said) and passive.isdisjoint(right.said))


@cache
def _words(language: str, name: str) -> frozenset[str]:
    return frozenset(load_lexicon(language, "names").get(name, "").split())


def _middle(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[int, int, int]:
    """Start of the first difference, and the ends of the last one on both sides."""
    head, tail = shared_ends(left, right)
    return head, len(left) - tail, len(right) - tail


def _are_exchanged(left: tuple[str, ...], right: tuple[str, ...], language: str) -> bool:
    """Whether `left` is X M Y and `right` is Y M X, with a content word in M and nothing symmetric."""
    if len(left) != len(right) or len(left) < 3 or sorted(left) != sorted(right):
        return False
    function_words = lexicon_of(language).function_words
    count = len(left)
    for first in range(1, count - 1):
        for last in range(1, count - first):
            middle = left[first : count - last]
            if right != left[count - last :] + middle + left[:first]:
                continue
            parties = left[:first], left[count - last :]
            says = any(word not in function_words for word in middle)
            return (
                says
                and not _words(language, "symmetric") & set(middle)
                and all(_is_party(party, language) for party in parties)
            )
    return False


def _is_party(words: tuple[str, ...], language: str) -> bool:
    """Whether the words can name somebody: a content word, no figure, no other function words than articles."""
    lexicon = lexicon_of(language)
    content = [word for word in words if word not in lexicon.function_words]
    rest = set(words) - set(content) - _words(language, "party_words")
    return bool(content) and not rest and not any(word[0].isdecimal() for word in words)


def _voice_turned(pair: Pair, head: int, left_end: int, right_end: int) -> bool:
    """Whether one side is the other made passive although the parties keep their places: "A was sued by B"."""
    language = pair.left.language
    words = pair.left.words
    passive_words = _words(language, "passive")
    if passive_words.isdisjoint(words.folded) and passive_words.isdisjoint(pair.right.words.folded):
        return False
    if not _is_party(words.folded[:head][-2:], language) or not _is_party(words.folded[left_end:][:2], language):
        return False
    short, long = sorted((words.stems[head:left_end], pair.right.words.stems[head:right_end]), key=len)
    be, passive = ({stem(word, language) for word in _words(language, name)} for name in ("be", "passive"))
    active = [word for word in short if word not in be]
    rest = [word for word in long if word not in passive and word not in be]
    return (
        bool(active)
        and active == rest
        and bool(passive & set(long))
        and bool(be & set(long))
        and not passive & set(short)
    )


RULE = Rule(
    name="role",
    title="Who did it to whom is exchanged",
    find=find_role,
    may_find=_may_find,
    fires=("On Monday the city sued the bank over the loan.", "On Monday the bank sued the city over the loan."),
    silent=("The city sued the bank.", "The bank was sued by the city."),
)
