"""Blocks that a person brought back into the comparison, and the keys such a choice is remembered by."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from compare_app.core.document import Block, BlockKind, Document
from compare_app.core.records import replace

_KEY_BYTES = 8  # 64 bits: no two lines of a page meet by chance


def block_key(text: str) -> str:
    """Names a block by its words, white space aside: the same in another reading. It cannot be read back into text."""
    from hashlib import blake2b  # loads OpenSSL; until something is kept nobody needs it

    return blake2b(" ".join(text.split()).encode("utf-8", "surrogatepass"), digest_size=_KEY_BYTES).hexdigest()


def kept_keys(document: Document) -> tuple[str, ...]:
    """The keys of what a person brought back into the comparison, in order, each once."""
    blocks = (block for block in document.blocks if block.was is not None)
    return tuple(dict.fromkeys(block_key(block.span.of(document.text)) for block in blocks))


def furniture_keys(document: Document) -> tuple[str, ...]:
    """The keys of all furniture, brought back or not, and of what else was brought back."""
    furniture = (block for block in document.blocks if BlockKind.FURNITURE in (block.kind, block.was))
    return (*kept_keys(document), *(block_key(block.span.of(document.text)) for block in furniture))


def toggled_keys(document: Document, index: int) -> tuple[str, ...] | None:
    """The keys after block `index` was brought back, or set aside again; None where it is neither.

    Blocks of the same words share a key, and go together.
    """
    block, kept = document.blocks[index], kept_keys(document)
    key = block_key(block.span.of(document.text))
    if block.was is not None:
        return tuple(known for known in kept if known != key)
    return None if block.kind.is_content else (*kept, key)


def keep(text: str, blocks: Sequence[Block], kept: Collection[str]) -> tuple[Block, ...]:
    """`blocks` with those whose keys are in `kept` as paragraphs, and others brought back before as they were."""
    if not kept and all(block.was is None for block in blocks):
        return tuple(blocks)
    return tuple(_kept_or_not(text, block, kept) for block in blocks)


def _kept_or_not(text: str, block: Block, kept: Collection[str]) -> Block:
    if block.kind.is_content and block.was is None:
        return block
    if block_key(block.span.of(text)) in kept:
        return block if block.was else replace(block, kind=BlockKind.PARAGRAPH, was=block.kind)
    return replace(block, kind=block.was, was=None) if block.was else block
