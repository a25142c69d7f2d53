"""One reader of colours for the window and the page."""

from __future__ import annotations

import pytest

from compare_app.core.errors import ResourceError
from compare_app.present.themes import GROUNDS, theme_colours


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_colour_is_there(theme: str) -> None:
    colours = theme_colours(theme)
    assert set(GROUNDS) <= set(colours)
    assert colours["contradicting-ink"].startswith("#")


def test_a_theme_that_is_missing_is_told() -> None:
    with pytest.raises(ResourceError, match="missing"):
        theme_colours("nowhere")
