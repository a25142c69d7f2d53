"""Entries of a comparison as plain data and back."""

from __future__ import annotations

from compare_app.core.comparison import Comparison
from compare_app.core.exchange import Data, link_from_data, link_to_data, lone_from_data, lone_to_data
from compare_app.present.entries import Entry


def entry_to_data(entry: Entry, comparison: Comparison) -> Data:
    """`entry` of `comparison` as plain data; what disagrees without a link goes by its place in `elsewhere`."""
    if entry.link is not None:
        return {"link": link_to_data(entry.link)}
    if entry.lone is not None:
        return {"lone": lone_to_data(entry.lone), "is_left": bool(entry.left)}
    places = [comparison.elsewhere.index(found) for found in entry.elsewhere]
    return {"elsewhere": places, "left": entry.left, "right": entry.right}


def entry_from_data(data: Data, frame: Comparison) -> Entry:
    """The entry that `data` describes. Raises KeyError or ValueError on data that is none."""
    if "link" in data:
        link = link_from_data(data["link"])
        return Entry(link.left, link.right, link=link)
    if "lone" in data:
        lone = lone_from_data(data["lone"])
        return Entry((lone.claim,), (), lone=lone) if data["is_left"] else Entry((), (lone.claim,), lone=lone)
    elsewhere = tuple(frame.elsewhere[place] for place in data["elsewhere"])
    return Entry(tuple(data["left"]), tuple(data["right"]), elsewhere=elsewhere)
