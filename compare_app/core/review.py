"""What a person decided about a comparison, which itself never changes; decisions are kept beside it."""

from __future__ import annotations

from collections.abc import Mapping, Set
from enum import StrEnum
from typing import TypeVar

from compare_app.core.comparison import Comparison
from compare_app.core.document import Side
from compare_app.core.elsewhere import Elsewhere
from compare_app.core.findings import Finding
from compare_app.core.links import Link
from compare_app.core.records import field, record, replace
from compare_app.core.subjects import Subject

Key = TypeVar("Key")
Value = TypeVar("Value")

_KEY_BYTES = 12  # 96 bits: no two findings of a lifetime meet by chance


class Decision(StrEnum):
    """What a person said of a finding."""

    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"


class Judgement(StrEnum):
    """What a person said of a pair of claims, whatever the rules find in it."""

    CONTRADICTS = "contradicts"
    AGREES = "agrees"


@record
class FindingName:
    """What a finding was about, in words: the rule `kind`, the words it found, and the claims they stood in."""

    kind: str
    words: tuple[str, ...]
    about: Subject

    @property
    def mirrored(self) -> FindingName:
        """The same with the sides exchanged."""
        return FindingName(self.kind, self.words, self.about.mirrored)


@record
class Review:
    """All that a person decided. What is about a finding goes by its key, what is about claims by their subject.

    `pins` are claims that belong together and `cuts` claims that do not: both bind the next comparison. What is about
    words that no text has any more stays, for they may come back.
    """

    decisions: Mapping[str, Decision] = field(factory=dict)
    pins: tuple[Subject, ...] = ()
    cuts: tuple[Subject, ...] = ()
    judgements: Mapping[Subject, Judgement] = field(factory=dict)
    dismissed_rules: tuple[str, ...] = ()
    """Kinds of findings that have no say in this comparison, ascending."""
    notes: Mapping[Subject, str] = field(factory=dict)
    finding_notes: Mapping[str, str] = field(factory=dict)
    strays: Mapping[str, FindingName] = field(factory=dict)
    """By their keys what those findings were about that were decided or noted and are found no more."""

    def decided(self, key: str, decision: Decision | None) -> Review:
        """A review with `decision` on the finding `key`, or with none where it is None."""
        return replace(self, decisions=_with(self.decisions, key, decision))

    def judged(self, subject: Subject, judgement: Judgement | None) -> Review:
        """A review with `judgement` on a pair, or with none where it is None."""
        return replace(self, judgements=_with(self.judgements, subject, judgement))

    def noted(self, about: Subject | str, text: str) -> Review:
        """A review with the note `text` about claims, or about the finding of a key; empty takes a note away."""
        if isinstance(about, Subject):
            return replace(self, notes=_with(self.notes, about, text.strip() or None))
        return replace(self, finding_notes=_with(self.finding_notes, about, text.strip() or None))

    def with_rule(self, kind: str, *, dismissed: bool) -> Review:
        """A review in which findings of `kind` have no say, or have one again."""
        others = set(self.dismissed_rules) - {kind}
        return replace(self, dismissed_rules=tuple(sorted(others | {kind} if dismissed else others)))

    def dismisses(self, kind: str, key: str) -> bool:
        """Whether the finding `key` of `kind` has no say: dismissed itself, or its rule and it not confirmed."""
        decision = self.decisions.get(key)
        return decision is Decision.DISMISSED or (decision is None and kind in self.dismissed_rules)

    @property
    def finding_keys(self) -> Set[str]:
        """The keys of all findings that anything was said of."""
        return {*self.decisions, *self.finding_notes}

    @property
    def without_strays(self) -> Review:
        """What was decided alone."""
        return replace(self, strays={}) if self.strays else self

    @property
    def judges_findings(self) -> bool:
        """Whether any finding may have been dismissed or confirmed."""
        return bool(self.decisions or self.dismissed_rules)

    @property
    def mirrored(self) -> Review:
        """The same of documents whose sides are exchanged."""
        return replace(
            self,
            pins=tuple(pin.mirrored for pin in self.pins),
            cuts=tuple(cut.mirrored for cut in self.cuts),
            judgements={subject.mirrored: said for subject, said in self.judgements.items()},
            notes={subject.mirrored: text for subject, text in self.notes.items()},
            strays={key: name.mirrored for key, name in self.strays.items()},
        )


def _with(known: Mapping[Key, Value], key: Key, value: Value | None) -> Mapping[Key, Value]:
    others = {one: said for one, said in known.items() if one != key}
    return others if value is None else {**others, key: value}


def finding_key(comparison: Comparison, link: Link, finding: Finding) -> str:
    """Names `finding` by its kind and its words in their claims.

    The same words have the same key on whichever side and wherever in the texts they stand, so that a decision holds
    when the sides are swapped or the rest of a text changes. It cannot be read back into text.
    """
    ends = []
    for side in Side:
        document, span = comparison.document(side), finding.span(side)
        claims = link.left if side is Side.LEFT else link.right
        text = " ".join(document.claims[claim].text for claim in claims)
        ends.append((text, span.of(document.text) if span else ""))
    return _key(finding.kind, ends)


def elsewhere_key(comparison: Comparison, found: Elsewhere) -> str:
    """The same for what no link joins."""
    ends = []
    for place in found.places:
        document = comparison.document(place.side)
        ends.append((document.claims[place.claim].text, place.span.of(document.text)))
    return _key(f"elsewhere {found.kind}", ends)


def _key(kind: str, ends: list[tuple[str, str]]) -> str:
    whole = repr((kind, sorted((" ".join(text.split()), words) for text, words in ends)))
    from hashlib import blake2b  # loads OpenSSL; a window that starts has nothing to name

    return blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=_KEY_BYTES).hexdigest()
