"""Another noun or name in an otherwise equal claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from compare_app.core.findings import Finding, Verdict
from compare_app.core.shared_ends import shared_ends
from compare_app.core.translation import marked, tr
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.language import lexicon_of
from compare_app.facts.names import may_be_same, party_words
from compare_app.facts.senses import Part, entry_of, has_senses, may_be_noun, may_mean_same, may_stand_for
from compare_app.rules.elements import Valued
from compare_app.rules.lessened import find_lessened
from compare_app.rules.pair import Pair
from compare_app.rules.rule import Rule
from compare_app.rules.wording import around

_LONGEST = 4
"""Content words of a replaced passage; chosen by hand: longer ones say something else."""
_LONGEST_NAME = 5
"""The same where both sides end in a name ("striker Ana Berg of Leeds"); chosen by hand."""
_MOST_WORDS = 10
"""Words, with function words, of the place in which such claims differ; chosen by hand."""
_LEAST_SHARED = 3
"""Content words that both sides must share besides, or the claims are too short to tell what is replaced; by hand."""
_SHORTEST_NAME = 3
"""Letters of a word in no list that is taken for a name in small letters; chosen by hand."""
_SIGNS = frozenset("<>=/()[]")
_SPELLING = 0.75
"""difflib ratio from which two words are taken for spellings of one; chosen by hand."""
_Words = tuple[int, ...]
"""Word indexes."""


def find_replaced(pair: Pair) -> Iterator[Finding]:
    """A possible conflict where a noun or name stands for another and no other word with content differs.

    On vitaminc_real_revpairs and summedits_sent (2026-11-25) four in five such pairs were contradictions, of all
    replaced words six in ten.
    """
    found = find_lessened(pair)
    if found is None:
        found = _only_passage(pair)
        if found is None or not _exclude(pair, *found):
            return
    left, right = ((words[0], words[-1] + 1) for words in found)
    left_span, right_span = pair.left.words.span(*left), pair.right.words.span(*right)
    one, other = left_span.of(pair.left.text), right_span.of(pair.right.text)
    yield Finding(
        kind="replaced",
        verdict=Verdict.POSSIBLE,
        left=left_span,
        right=right_span,
        message=tr(
            "“{left}” on the left, “{right}” on the right{where}.",
            left=one,
            right=other,
            where=around(pair, left, right),
        ),
    )


def _may_find(pair: Pair) -> bool:
    """Whether both sides have a few words for themselves, or are about as long though one has all of them.

    Only where there are lists of senses: elsewhere no word is known to stand for another.
    """
    if not has_senses(pair.left.language):
        return False
    left, right = len(pair.left_own), len(pair.right_own)
    if not 0 < max(left, right) <= _MOST_WORDS:
        return False
    return min(left, right) > 0 or abs(len(pair.left.words.folded) - len(pair.right.words.folded)) <= 1


def _only_passage(pair: Pair) -> tuple[_Words, _Words] | None:
    """The content words of the only place that differs in any, if both sides have some and share enough besides.

    The place is what the words that both claims begin and end with leave. O(words), without a full alignment.
    """
    one, other = pair.left.words.stems, pair.right.words.stems
    head, tail = shared_ends(one, other)
    if max(len(one), len(other)) - head - tail > _MOST_WORDS:
        return None
    function_words = lexicon_of(pair.left.language).function_words
    left = _content(pair.left, head, len(one) - tail, function_words)
    right = _content(pair.right, head, len(other) - tail, function_words) if left else ()
    if not right or not {one[at] for at in left}.isdisjoint([other[at] for at in right]):
        return None
    folded = pair.left.words.folded
    shared = sum(word not in function_words for word in (*folded[:head], *folded[len(folded) - tail :]))
    if shared < _LEAST_SHARED or _holds_a_fact(pair.left_values, left) or _holds_a_fact(pair.right_values, right):
        return None
    return left, right


def _content(claim: ClaimFacts, first: int, end: int, function_words: frozenset[str]) -> _Words:
    folded = claim.words.folded
    return tuple([at for at in range(first, end) if folded[at] not in function_words])


def _holds_a_fact(values: Sequence[Valued], words: _Words) -> bool:
    return any(fact.first <= at < fact.end for _, fact in values for at in words)


def _exclude(pair: Pair, left: _Words, right: _Words) -> bool:
    """Whether the last words of both are two names or two nouns of which one cannot stand for the other."""
    language, longest = pair.left.language, max(len(left), len(right))
    one, other = _folded(pair.left, left), _folded(pair.right, right)
    are_names = _is_name(pair.left, left[-1]), _is_name(pair.right, right[-1])
    if are_names == (True, False):
        are_names = True, _may_be_name(pair.right, right)
    elif are_names == (False, True):
        are_names = _may_be_name(pair.left, left), True
    if all(are_names):
        return longest <= _LONGEST_NAME and not may_be_same(one, other, language=language)
    if any(are_names) or longest > _LONGEST or _are_alike(one[-1], other[-1]):
        return False
    if not _is_phrase(left) or not _is_phrase(right):
        return False
    stems = pair.left.words.stems[left[-1]], pair.right.words.stems[right[-1]]
    if may_stand_for(*stems, language):
        return False
    here, there = (entry_of(base, language) for base in stems)
    if not may_be_noun(one[-1], here, language) or not may_be_noun(other[-1], there, language):
        return False
    return here is None or there is None or not may_mean_same(here, there)


def _is_phrase(words: _Words) -> bool:
    """Whether the words stand side by side: "tight end", not "top and out of sight"."""
    return words[-1] - words[0] == len(words) - 1


def _is_name(claim: ClaimFacts, word: int) -> bool:
    """Whether a capital marks a name; the first word of a claim has one anyway and must be no listed word."""
    if any(name.first <= word < name.end for name in claim.names):
        return True
    is_capital = claim.text[claim.words.starts[word]].isupper()
    return is_capital and entry_of(claim.words.stems[word], claim.language) is None


def _may_be_name(claim: ClaimFacts, words: _Words) -> bool:
    """Whether words in the place of a name are one too, without a capital or with one that any first word has.

    No list has them ("junaid asghar"), or one stands at the start without an article and in no plural ("Victor").
    """
    first, last = words[0], words[-1]
    if first and claim.words.folded[first - 1] in party_words(claim.language):
        return False
    word, base = claim.words.folded[last], claim.words.stems[last]
    if may_stand_for(base, base, claim.language):
        return False
    entry = entry_of(base, claim.language)
    if entry is None:
        between = claim.text[claim.words.ends[first] : claim.words.starts[last]] if first < last else ""
        return len(word) >= _SHORTEST_NAME and not word.endswith("ly") and _SIGNS.isdisjoint(between)
    is_plural = word.endswith("s") and entry.part is Part.NOUN
    is_alone = last == 0 and claim.text[claim.words.ends[0] : claim.words.starts[1]] == " "
    return is_alone and entry.part is not Part.OTHER and not is_plural


def _folded(claim: ClaimFacts, words: _Words) -> tuple[str, ...]:
    return tuple([claim.words.folded[at] for at in words])


def _are_alike(one: str, other: str) -> bool:
    """Whether two words are spellings of one, or one is made of the other ("ad", "advert")."""
    if one in other or other in one:
        return True
    return SequenceMatcher(None, min(one, other), max(one, other), autojunk=False).ratio() >= _SPELLING


RULE = Rule(
    name="replaced",
    title=marked("Another noun or name in an otherwise equal claim"),
    find=find_replaced,
    may_find=_may_find,
    fires=("The overturned truck was carrying cement.", "The overturned truck was carrying milk."),
    silent=("The truck hit a car on the bridge.", "The truck hit a vehicle on the bridge."),
    source="WordNet 3.0 for words of which one may stand for the other",
    is_last_resort=True,
)
