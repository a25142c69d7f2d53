"""One reader of colours for the window and the page."""

from __future__ import annotations

import pytest

from compare_app.core.errors import ResourceError
from compare_app.core.resources import resource_path
from compare_app.present.themes import GROUNDS, PALETTES, SCHEMES, theme_colours, theme_name


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_colour_is_there(palette: str, scheme: str) -> None:
    colours = theme_colours(theme_name(palette, scheme))
    assert set(GROUNDS) <= set(colours)
    assert colours["contradicting-ink"].startswith("#")


def test_what_a_theme_does_not_name_it_inherits() -> None:
    quiet, light = theme_colours("quiet-light"), theme_colours("light")
    assert quiet["contradicting-ink"] == light["contradicting-ink"]
    assert quiet["added-ink"] != light["added-ink"]


def test_every_theme_file_can_be_chosen() -> None:
    files = {path.stem for path in resource_path("themes").iterdir()}
    assert files == {theme_name(palette, scheme) for palette in PALETTES for scheme in SCHEMES}


def test_a_theme_that_is_missing_is_told() -> None:
    with pytest.raises(ResourceError, match="missing"):
        theme_colours("nowhere")
