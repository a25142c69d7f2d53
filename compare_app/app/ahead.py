"""What is found out about two documents while another process aligns them."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from itertools import chain
from operator import attrgetter

from compare_app.core.control import Control
from compare_app.core.document import Document
from compare_app.facts.opposites import possible_opposites
from compare_app.facts.read import kept_facts, read_facts
from compare_app.rules.across import Suspects, suspects_in
from compare_app.rules.run import RULES, run_rules

_MOST_READ = 4_000  # claims of a side: what is kept of both, and 0.2 s
_ASKED_OF_MOST = attrgetter("said", "without_prefixes", "quantities", "negations")  # a fact is kept once it was read


def find_ahead(left: Document, right: Document, control: Control) -> Suspects:
    """What differs wherever it stands; raises Cancelled.

    Besides, what links will be asked for is read where facts and rules keep it: the copies of this process that judge
    links have their share of that, so that it is worked out once.
    """
    suspects = suspects_in(left, right, control)
    for rule in RULES:  # on claims in which each finds something, so that its lists are read
        run_rules(*[read_facts(text, language=left.language) for text in rule.fires])
    texts = [dict.fromkeys([claim.text for claim in document.claims]) for document in (left, right)]
    _read(left, texts[0], texts[1], control)
    _read(right, texts[1], texts[0], control)
    return suspects


def _read(document: Document, texts: Mapping[str, None], others: Mapping[str, None], control: Control) -> None:
    """Reads the facts of those claims that do not stand in both documents, and the opposites of their words."""
    language, date = document.language, document.metadata.date
    own = [text for text in texts if text not in others][:_MOST_READ]
    found = [kept_facts(text, language, date) for text in control.watched(own)]
    deque(map(_ASKED_OF_MOST, control.watched(found)), maxlen=0)
    words = set(chain.from_iterable([facts.said for facts in found]))
    deque(possible_opposites(control.watched(words), language=language), maxlen=0)
