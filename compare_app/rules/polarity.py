"""Counts the turns from yes to no between two claims: negations and opposites, which cancel in pairs."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from compare_app.core.facts import Negation
from compare_app.core.lexicon import load_lexicon
from compare_app.core.records import record
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.language import lexicon_of
from compare_app.facts.negation import clause_words
from compare_app.facts.opposites import are_opposite, possible_opposites, with_particle
from compare_app.facts.stems import stems_of
from compare_app.rules.elements import Hunk
from compare_app.rules.pair import Pair

_LONGEST_HUNK = 6
"""Elements of a replaced passage in which opposites are looked for; chosen by hand: longer ones say something else."""
LEAST_SHARED = 3
"""Content words in one run from which they frame what follows them, wherever they stand; chosen by hand."""
_CLAUSE_END = re.compile(r"[,;:()—–]")


@record
class Flips:
    """What turns one claim into the other's opposite and is not cancelled by another turn.

    `opposites` are (left word, right word); `denials` are (negation, matched word of the other side) by the side
    that denies.
    """

    opposites: tuple[tuple[int, int], ...]
    left_denials: tuple[tuple[Negation, int], ...]
    right_denials: tuple[tuple[Negation, int], ...]


@lru_cache(maxsize=1)
def read_flips(pair: Pair) -> Flips:
    """The turns of `pair`; swapped claims give them mirrored. O(negations × words + replaced words²).

    Negations left over on both sides are taken to deny the same in other words ("neither side commented", "the two
    sides did not comment").
    """
    candidates = _opposites(pair)
    if not candidates and not pair.left.negations and not pair.right.negations:
        return Flips((), (), ())
    left, right = _unmatched_cues(pair, candidates)
    kept: list[tuple[int, int]] = []
    used_left: set[int] = set()
    used_right: set[int] = set()
    for i, j in candidates:
        over_left = [n for n in left if _is_over(pair.left, n, i)]
        over_right = [n for n in right if _is_over(pair.right, n, j)]
        used_left.update(n.cue for n in over_left)
        used_right.update(n.cue for n in over_right)
        if (len(over_left) + len(over_right)) % 2 == 0:
            kept.append((i, j))
    left = [n for n in left if n.cue not in used_left]
    right = [n for n in right if n.cue not in used_right]
    if left and right:
        left, right = [], []
    return Flips(
        _without_degrees(pair, kept),
        tuple(_denials(pair.left, left, pair.word_right_of)),
        tuple(_denials(pair.right, right, pair.word_left_of)),
    )


@lru_cache(maxsize=1)
def may_be_opposite(pair: Pair) -> bool:
    """Whether opposites stand anywhere on the two sides, at least one of them on its side only.

    Where both sides hold both words, they are taken as exchanged.
    """
    left, right = pair.left, pair.right
    return _have_opposite(pair.left_own, left.language, right) or _have_opposite(pair.right_own, right.language, left)


def _have_opposite(own: frozenset[str], language: str, other: ClaimFacts) -> bool:
    """Whether one of the words `own` may be an opposite of what `other` says, but for those it says in other forms."""
    held = other.words.stems
    candidates = frozenset().union(*possible_opposites(own, language=language))
    if candidates.isdisjoint(held) and candidates.isdisjoint(other.said) and other.without_prefixes.isdisjoint(own):
        return False  # as nearly every pair; what follows looks at each word
    stems = stems_of(language)
    shared = frozenset(map(stems.__getitem__, own)).intersection(held)
    words = [word for word in own if stems[word] not in shared] if shared else own
    if not other.without_prefixes.isdisjoint(words):
        return True
    for possible in possible_opposites(words, language=language):
        if possible and not (possible.isdisjoint(held) and possible.isdisjoint(other.said)):
            return True
    return False


def _opposites(pair: Pair) -> list[tuple[int, int]]:
    """Opposite words in one hunk, or behind the same words of a clause that moved, (left, right) word indexes."""
    if not may_be_opposite(pair):
        return []
    found: list[tuple[int, int]] = []
    for hunk in pair.hunks:
        if hunk.is_replaced and hunk.longest <= _LONGEST_HUNK:
            found.extend(_opposites_in(pair, hunk))
    if not found:
        found.extend(_opposites_moved(pair))
    return [] if any(_is_exchanged(pair, i, j) for i, j in found) or (found and _tell_of_others(pair)) else found


def _tell_of_others(pair: Pair) -> bool:
    """Whether one side alone speaks of an opponent, of an exception, or of what one has: the opposite is true of them.

    "Only women may enter" and "men may not", "she lost" and "her opponent won", "is the younger of two" and "has an
    older brother".
    """
    given = lexicon_of(pair.left.language).negation
    left, right = pair.left_own, pair.right_own
    only = given.get("only", ())
    if (pair.right.negations and not left.isdisjoint(only)) or (pair.left.negations and not right.isdisjoint(only)):
        return True
    if not (left ^ right).isdisjoint(given.get("counterparts", ())) or _excepts(pair, given.get("excepting", ())):
        return True
    being, having = given.get("being", ()), given.get("having", ())
    return not (left | right).isdisjoint(given.get("compared", ())) and any(
        not one.isdisjoint(being) and not other.isdisjoint(having) for one, other in ((left, right), (right, left))
    )


def _excepts(pair: Pair, words: Collection[str]) -> bool:
    """Whether one side alone makes an exception: "closed on Mondays", "open every day except Monday"."""
    if not pair.left_own.isdisjoint(words) or not pair.right_own.isdisjoint(words):
        return True
    phrases = lexicon_of(pair.left.language).negation.get("all_but", ())
    return any(_says(pair.left, phrase) != _says(pair.right, phrase) for phrase in phrases)


def _says(claim: ClaimFacts, phrase: Sequence[str]) -> bool:
    """Whether the two words of `phrase` stand side by side in the claim."""
    one, other = phrase
    return one in claim.said and other in claim.said and (one, other) in pairwise(claim.words.folded)


def _opposites_moved(pair: Pair) -> Iterator[tuple[int, int]]:
    """Opposites behind the same words, which stand elsewhere: "since May, sales in Asia have risen", "… fallen"."""
    left, right = pair.left.words.stems, pair.right.words.stems
    gained = [e.first for hunk in pair.hunks for e in hunk.gained if e.is_content]
    for i in (e.first for hunk in pair.hunks for e in hunk.lost if e.is_content):
        for j in gained:
            if left[i - 1 : i] == right[j - 1 : j] and shared_run(pair, i, j) >= LEAST_SHARED and _exclude(pair, i, j):
                yield i, j


def shared_run(pair: Pair, left: int, right: int) -> int:
    """Content words of one clause that stand right before the words `left` and `right`."""
    function_words = lexicon_of(pair.left.language).function_words
    one, other = pair.left.words, pair.right.words
    found = 0
    while left and right and one.stems[left - 1] == other.stems[right - 1]:
        left, right = left - 1, right - 1
        if _ends_clause(pair.left, left) or _ends_clause(pair.right, right):
            break
        found += one.folded[left] not in function_words
    return found


def _ends_clause(claim: ClaimFacts, at: int) -> bool:
    """Whether a clause ends between the word at `at` and the next."""
    words = claim.words
    if at + 1 >= len(words.folded):
        return False
    end, start = words.ends[at], words.starts[at + 1]
    return claim.text[end:start] != " " and _CLAUSE_END.search(claim.text, end, start) is not None


def _is_exchanged(pair: Pair, left: int, right: int) -> bool:
    """Whether both claims hold both words: "the rich and the poor", "the poor and the rich"."""
    one, other = pair.left.words.stems, pair.right.words.stems
    return one[left] in other and other[right] in one


def _opposites_in(pair: Pair, hunk: Hunk) -> Iterator[tuple[int, int]]:
    taken: set[int] = set()
    for left in hunk.lost:
        for right in hunk.gained:
            if left.end - left.first > 1 or right.end - right.first > 1 or right.first in taken:
                continue
            if not _exclude(pair, left.first, right.first) or _open_other_clauses(pair, left.first, right.first):
                continue
            if not _tells_both(pair, hunk, left.first, right.first):
                taken.add(right.first)
                yield left.first, right.first
                break


def _open_other_clauses(pair: Pair, left: int, right: int) -> bool:
    """Whether two prepositions stand behind other words: "a loss after writing off", "before write-offs it had"."""
    function_words = lexicon_of(pair.left.language).function_words
    one, other = pair.left.words, pair.right.words
    if pair.is_alike or one.folded[left] not in function_words or other.folded[right] not in function_words:
        return False
    return one.stems[max(0, left - 1) : left] != other.stems[max(0, right - 1) : right]


def _tells_both(pair: Pair, hunk: Hunk, left: int, right: int) -> bool:
    """Whether one side of the hunk tells of both opposites: "cleared", "acquitted and two convicted"."""
    return any(
        are_opposite(claim.words.folded[at], claim.words.folded[other.first], claim.language)
        for claim, at, elements in ((pair.left, left, hunk.lost), (pair.right, right, hunk.gained))
        for other in elements
    )


def _exclude(pair: Pair, left: int, right: int) -> bool:
    """Whether two words are opposites, alone or with the particles behind them ("ordered" and "ruled out")."""
    language = pair.left.language
    one, other = pair.left.words.folded, pair.right.words.folded
    if are_opposite(one[left], other[right], language):
        if _is_turned(one, left, language) != _is_turned(other, right, language):
            return False
        return not (_says_existence(one, left, language) and _says_existence(other, right, language))
    joined = with_particle(one, left, language), with_particle(other, right, language)
    return joined != (one[left], other[right]) and any(
        are_opposite(here, there, language) for here in {one[left], joined[0]} for there in {other[right], joined[1]}
    )


def _is_turned(words: Sequence[str], at: int, language: str) -> bool:
    """Whether a particle behind the verb at `at` may turn it round: "come out" is to "leave"."""
    return words[at + 1 : at + 2] != () and words[at + 1] in lexicon_of(language).negation.get("turning", ())


def _says_existence(words: Sequence[str], at: int, language: str) -> bool:
    """Whether "there are" or "here are" begins at word `at`."""
    given = lexicon_of(language).negation
    following = words[at + 1] if at + 1 < len(words) else ""
    return words[at] in given.get("existing", ()) and following in given.get("being", ())


def _unmatched_cues(pair: Pair, opposites: list[tuple[int, int]]) -> tuple[list[Negation], list[Negation]]:
    """The negations of each side that the other has not: neither the cue nor what it denies is matched by one."""
    said_left, said_right = {i for i, _ in opposites}, {j for _, j in opposites}
    left = [n for n in pair.left.negations if n.cue not in said_left]
    right = [n for n in pair.right.negations if n.cue not in said_right]
    for is_same in (_deny_the_same, _stand_in_one_place):
        for one in tuple(left):
            partner = next((other for other in right if is_same(pair, one, other)), None)
            if partner is not None:
                left.remove(one)
                right.remove(partner)
    return left, right


def _deny_the_same(pair: Pair, left: Negation, right: Negation) -> bool:
    if left.focus is None or right.focus is None:
        return left.focus == right.focus
    return pair.word_right_of(left.focus) == right.focus


def _stand_in_one_place(pair: Pair, left: Negation, right: Negation) -> bool:
    return pair.word_right_of(left.cue) == right.cue


def _is_over(claim: ClaimFacts, negation: Negation, word: int) -> bool:
    """Whether the negation turns `word`: it stands before it, or right behind a preposition ("with no delay")."""
    if negation.cue == word + 1 and claim.words.folded[word] in lexicon_of(claim.language).function_words:
        return True
    return _in_scope(claim, negation, word)


def _in_scope(claim: ClaimFacts, negation: Negation, word: int) -> bool:
    """Whether `word` stands in the clause that follows the negation."""
    words = claim.words
    if word <= negation.cue:
        return False
    if _CLAUSE_END.search(claim.text, words.ends[negation.cue], words.starts[word]):
        return False
    return clause_words(claim.language).isdisjoint(words.folded[negation.cue + 1 : word])


def _denials(
    claim: ClaimFacts, negations: list[Negation], partner_of: Callable[[int], int | None]
) -> Iterator[tuple[Negation, int]]:
    """The negations whose word the other side has, unless a second one of the claim undoes it ("not without risk")."""
    for negation in negations:
        focus = negation.focus
        other = None if focus is None else partner_of(focus)
        if focus is None or other is None:
            continue
        if focus < negation.cue or len([cue for cue in negations if _in_scope(claim, cue, focus)]) % 2:
            yield negation, other


def _without_degrees(pair: Pair, found: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """`found` without two opposites in a row, which cancel: "more expensive" is "less cheap"."""
    degrees = frozenset(load_lexicon(pair.left.language, "negation").get("degrees", ()))
    kept = list(found)
    for one, other in pairwise(found):
        if pair.left.words.folded[one[0]] in degrees and other == (one[0] + 1, one[1] + 1):
            kept.remove(one)
            kept.remove(other)
    return tuple(kept)
