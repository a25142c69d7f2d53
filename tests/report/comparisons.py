"""Comparisons made by hand, so that a report is tested apart from what finds the differences."""

from __future__ import annotations

from compare_app.core.comparison import Comparison
from compare_app.core.document import Block, BlockKind, Claim, Document, Metadata, Side, Source
from compare_app.core.elsewhere import Elsewhere, Place
from compare_app.core.findings import Finding, Verdict
from compare_app.core.links import Edit, EditKind, Link, Lone, Relation
from compare_app.core.spans import Span


def document(*paragraphs: tuple[BlockKind, tuple[str, ...]], name: str) -> Document:
    """A document of blocks, each a tuple of claims; a block that is not compared has one string that is no claim."""
    text, blocks, claims = "", [], []
    for number, (kind, sentences) in enumerate(paragraphs):
        start = len(text)
        for sentence in sentences:
            if kind.is_content:
                claims.append(Claim(sentence, Span(len(text), len(text) + len(sentence)), number))
            text += sentence + " "
        blocks.append(Block(kind, Span(start, len(text) - 1)))
        text += "\n"
    return Document(text, tuple(blocks), tuple(claims), "en", Metadata(title=paragraphs[0][1][0]), Source(name=name))


def span_of(side: Document, words: str) -> Span:
    """Where `words` stand in the document."""
    start = side.text.index(words)
    return Span(start, start + len(words))


def mixed() -> Comparison:
    """One of each: a contradiction, a change, a move, an added and a removed claim, and what stayed the same."""
    left = document(
        (BlockKind.TITLE, ("The mill burns",)),
        (BlockKind.BYLINE, ("By Ann Hale",)),
        (BlockKind.PARAGRAPH, ("Twelve people were hurt.", "The roof fell in.")),
        (BlockKind.PARAGRAPH, ("The mill was built of oak.",)),
        (BlockKind.PARAGRAPH, ("Firemen came at dawn.", "A dog was saved.")),
        name="left.txt",
    )
    right = document(
        (BlockKind.TITLE, ("The mill burns",)),
        (BlockKind.PARAGRAPH, ("The mill was built of oak.",)),
        (BlockKind.PARAGRAPH, ("Nine people were hurt.", "The old roof fell in.")),
        (BlockKind.PARAGRAPH, ("Firemen came at dawn.",)),
        (BlockKind.PARAGRAPH, ("The owner was abroad.",)),
        (BlockKind.FURNITURE, ("Share this",)),
        name="right.html",
    )
    twelve, nine = span_of(left, "Twelve"), span_of(right, "Nine")
    old = span_of(right, "old ")
    roof = left.text.index("roof")
    finding = Finding("number", Verdict.CONFLICT, twelve, nine, "Twelve on the left, nine on the right: people hurt.")
    return Comparison(
        left=left,
        right=right,
        links=(
            Link((0,), (0,), Relation.SAME, 1.0),
            Link(
                (1,),
                (2,),
                Relation.CONTRADICTS,
                0.8,
                edits=(Edit(EditKind.REPLACE, twelve, nine),),
                findings=(finding,),
            ),
            Link((2,), (3,), Relation.CHANGED, 0.8, edits=(Edit(EditKind.INSERT, Span(roof, roof), old),)),
            Link((3,), (1,), Relation.SAME, 1.0, moved=True),
            Link((4,), (4,), Relation.SAME, 1.0),
        ),
        lone_left=(Lone(5, 2, 0.2),),
        lone_right=(Lone(5),),
    )


def same() -> Comparison:
    """A document of one claim beside itself."""
    side = document((BlockKind.PARAGRAPH, ("Nothing happened.",)), name="one.txt")
    return Comparison(side, side, (Link((0,), (0,), Relation.SAME, 1.0),), (), ())


def doubtful() -> Comparison:
    """A toll that is another elsewhere on the other side, and a left that contradicts itself."""
    left = document(
        (BlockKind.TITLE, ("Twelve dead in mill fire",)),
        (BlockKind.PARAGRAPH, ("The mill was built in 1887.", "Built in 1889, it was the first of its kind.")),
        name="left.txt",
    )
    right = document(
        (BlockKind.TITLE, ("A fire at the mill",)),
        (BlockKind.PARAGRAPH, ("The mill was built in 1887.", "Thirteen people were killed.")),
        name="right.txt",
    )

    def place(side: Side, claim: int, words: str) -> Place:
        return Place(side, claim, span_of(left if side is Side.LEFT else right, words), f"{words}, exact")

    return Comparison(
        left=left,
        right=right,
        links=(Link((1,), (1,), Relation.SAME, 1.0),),
        lone_left=(Lone(0), Lone(2)),
        lone_right=(Lone(0), Lone(2)),
        elsewhere=(
            Elsewhere(
                "number",
                Verdict.POSSIBLE,
                place(Side.LEFT, 0, "Twelve"),
                place(Side.RIGHT, 2, "Thirteen"),
                "Twelve on the left, Thirteen elsewhere on the right: dead.",
            ),
            Elsewhere(
                "date",
                Verdict.POSSIBLE,
                place(Side.LEFT, 1, "1887"),
                place(Side.LEFT, 2, "1889"),
                "1887 in one place on the left, 1889 in another: built.",
            ),
        ),
    )


def hostile(text: str) -> Comparison:
    """`text` as title, name and claim of both sides, as furniture, and in a finding about all of it."""
    side = document(
        (BlockKind.TITLE, (text,)), (BlockKind.PARAGRAPH, (text,)), (BlockKind.FURNITURE, (text,)), name=text
    )
    whole = side.claims[1].span
    finding = Finding(text, Verdict.CONFLICT, whole, whole, text, text, text)
    links = (
        Link((0,), (0,), Relation.SAME, 1.0),
        Link((1,), (1,), Relation.CONTRADICTS, 0.5, edits=(Edit(EditKind.REPLACE, whole, whole),), findings=(finding,)),
    )
    return Comparison(side, side, links, (), (), notes=(text,))
