"""Who did what to whom: the two sides of a verb exchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from compare_app.core.findings import Finding, Verdict
from compare_app.core.shared_ends import shared_ends
from compare_app.core.translation import marked, tr
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.language import lexicon_of
from compare_app.facts.stems import stems_of
from compare_app.rules.date import is_redated
from compare_app.rules.pair import Pair
from compare_app.rules.parties import exchanged_passages, is_symmetric, party_lexicon
from compare_app.rules.rule import Rule

_CLAUSE_END = re.compile(r"[,;:()—–]")
"""What parts two members of a list, or two clauses: no party reaches across it."""
_LONGEST_PARTY = 6
"""Words of a party, or of an event before or after another, that are looked at; chosen by hand."""
_Exchange = tuple[tuple[int, int], tuple[int, int]]
"""Word indexes, half-open, on the left and on the right."""


def find_role(pair: Pair) -> Iterator[Finding]:
    """A finding when two parties changed places around the same words or verb, or kept them in the other voice."""
    found = _exchanged(pair) if _stand_otherwise(pair) else None
    found = found or _voice_turned(pair) or exchanged_passages(pair.left, pair.right)
    if found is None:
        return
    left_span, right_span = pair.left.words.span(*found[0]), pair.right.words.span(*found[1])
    if _CLAUSE_END.search(left_span.of(pair.left.text)) or _CLAUSE_END.search(right_span.of(pair.right.text)):
        return
    yield Finding(
        kind="role",
        verdict=Verdict.POSSIBLE if any(map(is_redated, pair.slots)) else Verdict.CONFLICT,
        left=left_span,
        right=right_span,
        message=tr(
            "“{left}” on the left, “{right}” on the right{where}.",
            left=left_span.of(pair.left.text),
            right=right_span.of(pair.right.text),
            where="",
        ),
    )


def _may_find(pair: Pair) -> bool:
    """Whether the words that both sides have stand in another order, or one side has a word of the passive."""
    passive = party_lexicon(pair.left.language, "passive")
    has_passive = not (passive.isdisjoint(pair.left.said) and passive.isdisjoint(pair.right.said))
    return has_passive or _stand_otherwise(pair)


@lru_cache(maxsize=1)
def _stand_otherwise(pair: Pair) -> bool:
    """Whether the content words that both sides have stand in another order."""
    left, right = pair.left, pair.right
    is_shared = ((left.said & right.said) - lexicon_of(left.language).function_words).__contains__
    return list(filter(is_shared, left.words.folded)) != list(filter(is_shared, right.words.folded))


def _exchanged(pair: Pair) -> _Exchange | None:
    """The words X M Y of the left and Y M X of the right, with a content word in M and nothing symmetric.

    Articles are passed over: "an officer struck a student" and "a student struck the officer" are exchanged. O(words²).
    """
    if not _has_moved_words(pair):
        return None
    if pair.left.words.folded > pair.right.words.folded:  # so that swapped claims give the mirrored finding
        found = _exchanged(Pair(pair.right, pair.left))
        return None if found is None else (found[1], found[0])
    language = pair.left.language
    left, right = _without_articles(pair.left), _without_articles(pair.right)
    one, other = (
        [claim.words.folded[at] for at in places] for claim, places in ((pair.left, left), (pair.right, right))
    )
    function_words = lexicon_of(language).function_words
    pivots = party_lexicon(language, "orders") | party_lexicon(language, "turning")
    for i, word in enumerate(one):
        if (word in function_words and word not in pivots) or is_symmetric((word,), language):
            continue
        for j in (at for at, same in enumerate(other) if same == word):
            first, end = _run(one, other, i, j)
            if is_symmetric(tuple(one[first:end]), language):
                continue
            before, behind = _parties(one, other, (first, end), j - i)
            if not before or not behind:
                continue
            said = one[first - before : end + behind]
            start, stop = first + j - i, end + j - i
            if _holds(other, said) or _holds(one, other[start - behind : stop + before]):
                continue
            is_turned = one[first - before - 1 : first - before] == ["by"]
            if _may_exchange(said[:before], said[len(said) - behind :], word, language, is_turned=is_turned):
                return (
                    (left[first - before], left[end + behind - 1] + 1),
                    (right[start - behind], right[stop + before - 1] + 1),
                )
    return None


def _has_moved_words(pair: Pair) -> bool:
    """Whether a content word is lost in one place and gained in another, as one of three exchanged parts must be."""
    gained = {element.key for hunk in pair.hunks for element in hunk.gained if element.is_content}
    return bool(gained) and any(element.key in gained for hunk in pair.hunks for element in hunk.lost)


def _without_articles(claim: ClaimFacts) -> list[int]:
    articles = party_lexicon(claim.language, "articles")
    return [at for at, word in enumerate(claim.words.folded) if word not in articles]


def _run(left: list[str], right: list[str], i: int, j: int) -> tuple[int, int]:
    """The places on the left, half-open, of the equal words around `i` and `j`."""
    first, end, apart = i, i + 1, j - i
    while first and first + apart and left[first - 1] == right[first - 1 + apart]:
        first -= 1
    while end < len(left) and end + apart < len(right) and left[end] == right[end + apart]:
        end += 1
    return first, end


def _parties(left: list[str], right: list[str], run: tuple[int, int], apart: int) -> tuple[int, int]:
    """How many words before and behind the run on the left stand behind and before it on the right, 0 for none."""
    first, end = run
    start, stop = first + apart, end + apart
    before = next(
        (n for n in range(_LONGEST_PARTY, 0, -1) if n <= first and left[first - n : first] == right[stop : stop + n]), 0
    )
    behind = next(
        (n for n in range(_LONGEST_PARTY, 0, -1) if n <= start and left[end : end + n] == right[start - n : start]), 0
    )
    return before, behind


def _holds(words: list[str], said: list[str]) -> bool:
    """Whether `said` stands among `words`: one who is helped may help in turn."""
    return any(words[at : at + len(said)] == said for at in range(len(words) - len(said) + 1))


def _may_exchange(before: list[str], behind: list[str], word: str, language: str, *, is_turned: bool) -> bool:
    """Whether the words around the run are two parties, or around "before" two events of more than a word.

    Around a mere "to" they are parties where "by" stands before the first (`is_turned`): "sold by A to B".
    """
    if word in party_lexicon(language, "turning") and not is_turned:
        return False
    if word in party_lexicon(language, "orders"):
        return min(len(before), len(behind)) > 1
    return _is_party(before, language) and _is_party(behind, language)


def _is_party(words: Sequence[str], language: str) -> bool:
    """Whether the words can name somebody: a content word, no figure, no other function words than articles."""
    lexicon = lexicon_of(language)
    content = [word for word in words if word not in lexicon.function_words]
    rest = set(words) - set(content) - party_lexicon(language, "party_words")
    return bool(content) and not rest and not any(word[0].isdecimal() for word in words)


def _voice_turned(pair: Pair) -> _Exchange | None:
    """The words that one side turns into the passive while the parties keep their places: "A was sued by B"."""
    language = pair.left.language
    words = pair.left.words
    passive_words = party_lexicon(language, "passive")
    if passive_words.isdisjoint(words.folded) and passive_words.isdisjoint(pair.right.words.folded):
        return None
    head, tail = shared_ends(words.folded, pair.right.words.folded)
    left_end, right_end = len(words) - tail, len(pair.right.words) - tail
    if not _is_party(words.folded[:head][-2:], language) or not _is_party(words.folded[left_end:][:2], language):
        return None
    short, long = sorted((words.stems[head:left_end], pair.right.words.stems[head:right_end]), key=len)
    stems = stems_of(language)
    be, passive = ({stems[word] for word in party_lexicon(language, name)} for name in ("be", "passive"))
    active = [word for word in short if word not in be]
    rest = [word for word in long if word not in passive and word not in be]
    is_turned = active and active == rest and passive & set(long) and be & set(long) and not passive & set(short)
    return ((head, left_end), (head, right_end)) if is_turned else None


RULE = Rule(
    name="role",
    title=marked("Who did it to whom is exchanged"),
    find=find_role,
    may_find=_may_find,
    fires=("On Monday the city sued the bank over the loan.", "On Monday the bank sued the city over the loan."),
    silent=("The city sued the bank.", "The bank was sued by the city."),
)
