"""Comparisons as plain data and back: one shape for the JSON report, the window's worker and saved sessions.

`resources/schema/comparison-1.json` describes it. Spans are [start, end] in code points of the document's text.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from compare_app.core.comparison import Comparison, Timings
from compare_app.core.document import Block, BlockKind, Claim, Document, Metadata, Revision, Side, Source
from compare_app.core.elsewhere import Elsewhere, Place
from compare_app.core.findings import Finding, Verdict
from compare_app.core.links import Edit, EditKind, Link, Lone, Relation
from compare_app.core.options import Options
from compare_app.core.records import replace
from compare_app.core.spans import Span

Data = dict[str, Any]


def document_to_data(document: Document) -> Data:
    """`document` as plain data."""
    return {
        **head_to_data(document),
        "blocks": blocks_to_data(document.blocks),
        "claims": claims_to_data(document.claims),
    }


def head_to_data(document: Document) -> Data:
    """All of `document` but its blocks and claims."""
    source, metadata = document.source, document.metadata
    return {
        "name": source.name,
        "path": source.path,
        "format": source.format,
        "encoding": source.encoding,
        "sha256": source.sha256,
        "notes": list(source.notes),
        "revision": source.revision.value if source.revision else "",
        "language": document.language,
        "title": metadata.title,
        "byline": metadata.byline,
        "date": metadata.date,
        "outlet": metadata.outlet,
        "text": document.text,
    }


def blocks_to_data(blocks: Iterable[Block]) -> list[Data]:
    """`blocks` as plain data."""
    return [_block_to_data(block) for block in blocks]


def blocks_from_data(data: Iterable[Data]) -> tuple[Block, ...]:
    """The blocks that `data` describes. Raises KeyError or ValueError on data that is none."""
    return tuple(_block_from_data(block) for block in data)


def claims_to_data(claims: Iterable[Claim]) -> list[Data]:
    """`claims` as plain data; their words are those of the text they stand in."""
    return [{"span": _span_to_data(claim.span), "block": claim.block} for claim in claims]


def claims_from_data(data: Iterable[Data], text: str) -> tuple[Claim, ...]:
    """The claims of `text` that `data` describes. Raises KeyError or ValueError on data that is none."""
    spans = ((Span(*claim["span"]), claim["block"]) for claim in data)
    return tuple(Claim(span.of(text), span, block) for span, block in spans)


def document_from_data(data: Data) -> Document:
    """The document that `data` describes. Raises KeyError or ValueError on data that is none."""
    claims = claims_from_data(data["claims"], data["text"])
    return document_from_parts(data, blocks_from_data(data["blocks"]), claims)


def document_from_parts(data: Data, blocks: tuple[Block, ...], claims: tuple[Claim, ...]) -> Document:
    """The document whose head is `data`, as `head_to_data` gave it, with its `blocks` and `claims`."""
    return Document(
        text=data["text"],
        blocks=blocks,
        claims=claims,
        language=data["language"],
        metadata=Metadata(data["title"], data["byline"], data["date"], data["outlet"]),
        source=Source(
            name=data["name"],
            path=data["path"],
            format=data["format"],
            encoding=data["encoding"],
            sha256=data["sha256"],
            notes=tuple(data["notes"]),
            revision=Revision(data["revision"]) if data["revision"] else None,
        ),
    )


def link_to_data(link: Link) -> Data:
    """`link` as plain data."""
    return {
        "left": list(link.left),
        "right": list(link.right),
        "relation": link.relation.value,
        "similarity": round(link.similarity, 4),
        "moved": link.moved,
        "edits": [
            {"kind": edit.kind.value, "left": _span_to_data(edit.left), "right": _span_to_data(edit.right)}
            for edit in link.edits
        ],
        "findings": [_finding_to_data(finding) for finding in link.findings],
    }


def link_from_data(data: Data) -> Link:
    """The link that `data` describes. Raises KeyError or ValueError on data that is none."""
    return Link(
        left=tuple(data["left"]),
        right=tuple(data["right"]),
        relation=Relation(data["relation"]),
        similarity=data["similarity"],
        moved=data["moved"],
        edits=tuple(Edit(EditKind(edit["kind"]), Span(*edit["left"]), Span(*edit["right"])) for edit in data["edits"]),
        findings=tuple(_finding_from_data(finding) for finding in data["findings"]),
    )


def remainder_to_data(comparison: Comparison) -> Data:
    """All of `comparison` but its documents and links."""
    return {
        "removed": [lone_to_data(lone) for lone in comparison.lone_left],
        "added": [lone_to_data(lone) for lone in comparison.lone_right],
        **frame_to_data(comparison),
    }


def frame_to_data(comparison: Comparison) -> Data:
    """All of `comparison` but its documents, links and lone claims."""
    timings = comparison.timings
    return {
        "elsewhere": [_elsewhere_to_data(found) for found in comparison.elsewhere],
        "options": options_to_data(comparison.options),
        "timings_ms": {
            "align": round(timings.align_ms, 2),
            "words": round(timings.words_ms, 2),
            "rules": round(timings.rules_ms, 2),
        },
        "notes": list(comparison.notes),
    }


def comparison_to_data(comparison: Comparison) -> Data:
    """`comparison` as plain data."""
    return {
        "left": document_to_data(comparison.left),
        "right": document_to_data(comparison.right),
        "links": [link_to_data(link) for link in comparison.links],
        **remainder_to_data(comparison),
    }


def frame_from_data(data: Data, left: Document, right: Document) -> Comparison:
    """The comparison of `left` and `right` that `frame_to_data` described, without links and lone claims."""
    timings = data["timings_ms"]
    return Comparison(
        left=left,
        right=right,
        links=(),
        lone_left=(),
        lone_right=(),
        options=options_from_data(data["options"]),
        timings=Timings(timings["align"], timings["words"], timings["rules"]),
        notes=tuple(data["notes"]),
        elsewhere=tuple(_elsewhere_from_data(found) for found in data["elsewhere"]),
    )


def comparison_from_data(data: Data) -> Comparison:
    """The comparison that `data` describes. Raises KeyError or ValueError on data that is none."""
    return replace(
        frame_from_data(data, document_from_data(data["left"]), document_from_data(data["right"])),
        links=tuple(link_from_data(link) for link in data["links"]),
        lone_left=tuple(lone_from_data(lone) for lone in data["removed"]),
        lone_right=tuple(lone_from_data(lone) for lone in data["added"]),
    )


def options_to_data(options: Options) -> Data:
    """`options` as plain data."""
    return {name: getattr(options, name) for name in Options.__match_args__}


def options_from_data(data: Data) -> Options:
    """The options that `data` describes; one that it does not name is as by default.

    Raises ValueError on a value that is none.
    """
    known = {name: data[name] for name in Options.__match_args__ if name in data}
    for name, value in known.items():
        if isinstance(value, bool) is (name == "similarity_floor") or not isinstance(value, bool | float | int):
            raise ValueError(f"not a choice for {name}: {value!r}")
    return Options(**known)


def _block_to_data(block: Block) -> Data:
    data = {"kind": block.kind.value, "span": _span_to_data(block.span), "level": block.level}
    return {**data, "was": block.was.value} if block.was else data


def _block_from_data(data: Data) -> Block:
    was = BlockKind(data["was"]) if "was" in data else None
    return Block(BlockKind(data["kind"]), Span(*data["span"]), data["level"], was)


def _span_to_data(span: Span) -> list[int]:
    return [span.start, span.end]


def _optional_span_to_data(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _optional_span_from_data(data: list[int] | None) -> Span | None:
    return None if data is None else Span(*data)


def _finding_to_data(finding: Finding) -> Data:
    return {
        "kind": finding.kind,
        "verdict": finding.verdict.value,
        "left": _optional_span_to_data(finding.left),
        "right": _optional_span_to_data(finding.right),
        "message": finding.message,
        "left_reading": finding.left_reading,
        "right_reading": finding.right_reading,
    }


def _finding_from_data(data: Data) -> Finding:
    return Finding(
        kind=data["kind"],
        verdict=Verdict(data["verdict"]),
        left=_optional_span_from_data(data["left"]),
        right=_optional_span_from_data(data["right"]),
        message=data["message"],
        left_reading=data["left_reading"],
        right_reading=data["right_reading"],
    )


def lone_to_data(lone: Lone) -> Data:
    """`lone` as plain data."""
    return {"claim": lone.claim, "nearest": lone.nearest, "similarity": round(lone.similarity, 4)}


def lone_from_data(data: Data) -> Lone:
    """The lone claim that `data` describes. Raises KeyError or ValueError on data that is none."""
    return Lone(data["claim"], data["nearest"], data["similarity"])


def _elsewhere_to_data(found: Elsewhere) -> Data:
    first, second = (_place_to_data(place) for place in found.places)
    return {
        "kind": found.kind,
        "verdict": found.verdict.value,
        "first": first,
        "second": second,
        "message": found.message,
    }


def _elsewhere_from_data(data: Data) -> Elsewhere:
    first, second = (_place_from_data(data[end]) for end in ("first", "second"))
    return Elsewhere(data["kind"], Verdict(data["verdict"]), first, second, data["message"])


def _place_to_data(place: Place) -> Data:
    return {
        "side": place.side.value,
        "claim": place.claim,
        "span": _span_to_data(place.span),
        "reading": place.reading,
    }


def _place_from_data(data: Data) -> Place:
    return Place(Side(data["side"]), data["claim"], Span(*data["span"]), data["reading"])
