"""How facts are said in the messages of findings."""

from __future__ import annotations

import re
from functools import cache

from compare_app.core.facts import Quantity
from compare_app.core.translation import marked, tr
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.language import lexicon_of
from compare_app.facts.negation import clause_words
from compare_app.rules.pair import Pair

_CLAUSE_END = re.compile(r"[,;:.!?()\[\]\"“”–—，。；：！？（）「」『』、]")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0e7f]")
_MOST_LETTERS = 40
"""Letters of a script without spaces that a message quotes; chosen by hand."""
_MOST_WORDS = 6
"""Words of context a message quotes; chosen by hand to keep it on one line."""
_BEFORE = marked(" (“{words} …”)")


def about(pair: Pair, left: Quantity, right: Quantity) -> str:
    """ ": people killed in the fire", what the figures count; else " (“The rate rose to …”)", what stands before them.

    The shorter of both sides' words; empty where neither has any.
    """
    sides = ((pair.left, left), (pair.right, right))
    found = [text for text in (_following(claim, fact.end) for claim, fact in sides) if text]
    if found:
        return tr(": {words}", words=_shorter(found))
    found = [text for text in (_preceding(claim, fact.first) for claim, fact in sides) if text]
    return tr(_BEFORE, words=_shorter(found)) if found else ""


def _following(claim: ClaimFacts, end: int) -> str:
    """The words behind the fact, as `_behind` gives them; of a script without spaces those up to the clause's end.

    Empty where a word follows that begins something else ("a day", "and washes").
    """
    words = claim.words
    if end >= len(words):
        return ""
    if is_unspaced(claim.text[words.starts[end]]):
        return _to_clause_end(claim.text, words.ends[end - 1])
    lexicon, following = lexicon_of(claim.language), words.folded[end]
    if following in lexicon.function_words and following not in lexicon.numbers.get("opens_counted", ()):
        return ""
    return _behind(claim, end)


@cache
def _stops(language: str) -> frozenset[str]:
    """Words at which what a figure counts has ended."""
    return clause_words(language) | frozenset(lexicon_of(language).numbers.get("ends_counted", ()))


def _preceding(claim: ClaimFacts, first: int) -> str:
    """Up to `_MOST_WORDS` words before the fact, from the start of its clause on."""
    words = claim.words
    start = max(0, first - _MOST_WORDS)
    if first == 0 or is_unspaced(claim.text[words.starts[first - 1]]):
        return ""
    signs = [match.end() for match in _CLAUSE_END.finditer(claim.text, words.starts[start], words.starts[first])]
    while signs and start < first and words.starts[start] < signs[-1]:
        start += 1
    return claim.text[words.starts[start] : words.ends[first - 1]] if start < first else ""


def is_unspaced(letter: str) -> bool:
    """Whether `letter` belongs to a script that writes no spaces between words."""
    return _UNSPACED.match(letter) is not None


def quoted(claim: ClaimFacts, first: int, end: int) -> str:
    """The words `first` to `end` as they stand in the text; of a script without spaces the clause they stand in."""
    text, words = claim.text, claim.words
    span = words.span(first, end)
    if span.start == span.end or not is_unspaced(text[span.start]):
        return span.of(text)
    starts = [match.end() for match in _CLAUSE_END.finditer(text, 0, span.start)]
    return _to_clause_end(text, starts[-1] if starts else 0)


def _to_clause_end(text: str, start: int) -> str:
    """`text` from `start` to the end of the clause, cut with "…" where that is long."""
    end = _CLAUSE_END.search(text, start)
    found = text[start : end.start() if end else len(text)].strip()
    return found if len(found) <= _MOST_LETTERS else f"{found[:_MOST_LETTERS]}…"


def around(pair: Pair, left: tuple[int, int], right: tuple[int, int]) -> str:
    """ " (“The truck was carrying …”)", what the words of both places are said of; empty where nothing tells.

    `left` and `right` are word indexes, half-open. The shorter of both sides' words before them, or, where a clause
    begins with one of them, of the words behind.
    """
    before = [_preceding(pair.left, left[0]), _preceding(pair.right, right[0])]
    if all(_says_something(pair, text) for text in before):
        return tr(_BEFORE, words=_shorter(before))
    behind = [_behind(pair.left, left[1]), _behind(pair.right, right[1])]
    return tr(" (“… {words}”)", words=_shorter(behind)) if all(behind) else ""


def _shorter(texts: list[str]) -> str:
    return min(texts, key=lambda text: (len(text), text))


def _says_something(pair: Pair, text: str) -> bool:
    function_words = lexicon_of(pair.left.language).function_words
    return any(word not in function_words for word in text.lower().split())


def _behind(claim: ClaimFacts, end: int) -> str:
    """Up to `_MOST_WORDS` words behind word `end` inside its clause, without function words at their end.

    A word such as "that" begins another clause.
    """
    words, last = claim.words, min(end + _MOST_WORDS, len(claim.words))
    if end >= len(words) or is_unspaced(claim.text[words.starts[end]]):
        return ""
    stops = _stops(claim.language)
    last = next((at for at in range(end, last) if words.folded[at] in stops), last)
    if last == end:
        return ""
    clause_end = _CLAUSE_END.search(claim.text, words.ends[end - 1], words.ends[last - 1])
    function_words = lexicon_of(claim.language).function_words
    while last > end and (
        words.folded[last - 1] in function_words or (clause_end and words.ends[last - 1] > clause_end.start())
    ):
        last -= 1
    return claim.text[words.starts[end] : words.ends[last - 1]] if last > end else ""


def quoted_on(claim: ClaimFacts, first: int, end: int) -> str:
    """The words `first` to `end` with those that follow in the clause, so that the quotation says something."""
    following = _behind(claim, end)
    said = quoted(claim, first, end)
    words = claim.words
    if not following or is_unspaced(said[:1]):
        return said
    return claim.text[words.starts[first] : words.starts[end] + len(following)]
