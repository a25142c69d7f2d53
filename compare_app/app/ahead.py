"""What is found out about two documents while another process aligns them."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from itertools import chain
from operator import attrgetter

from compare_app.core.control import Control
from compare_app.core.document import Document
from compare_app.core.records import record
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.opposites import possible_opposites
from compare_app.facts.read import read_facts
from compare_app.rules.across import Suspects, suspects_in

_MOST_READ = 4_000  # claims of a side: 0.2 s and 40 MB in all, for what both halves of the links then begin with
_ASKED_OF_MOST = attrgetter("signs", "keys")  # a fact is kept once it was read


@record
class Ahead:
    """`suspects` are None where nobody had the time; `facts` are by side and by the text of the claim."""

    suspects: Suspects | None = None
    facts: tuple[Mapping[str, ClaimFacts], Mapping[str, ClaimFacts]] = ({}, {})


def find_ahead(left: Document, right: Document, control: Control) -> Ahead:
    """What rules will ask of the claims that do not stand in both documents, and what differs wherever it stands.

    Of this the copies that judge links have their share: it is worked out once.
    """
    texts = [dict.fromkeys([claim.text for claim in document.claims]) for document in (left, right)]
    facts = _facts(left, texts[0], texts[1], control), _facts(right, texts[1], texts[0], control)
    return Ahead(suspects_in(left, right), facts)


def _facts(
    document: Document, texts: Mapping[str, None], others: Mapping[str, None], control: Control
) -> Mapping[str, ClaimFacts]:
    language, date = document.language, document.metadata.date
    own = [text for text in texts if text not in others][:_MOST_READ]
    found = {text: read_facts(text, language=language, date=date) for text in control.watched(own)}
    deque(map(_ASKED_OF_MOST, control.watched(found.values())), maxlen=0)
    words = set(chain.from_iterable([facts.said for facts in found.values()]))
    deque(possible_opposites(control.watched(words), language=language), maxlen=0)
    return found
