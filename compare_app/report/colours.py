"""The colours of a page as CSS variables, from the same themes as the window's."""

from __future__ import annotations

from compare_app.present.themes import theme_colours


def css_variables(theme: str) -> str:
    """Declarations such as `--text: #1D2126; --added-ink: #0B5CAD;` for the theme "light" or "dark".

    Raises ResourceError when the theme's file is missing or damaged.
    """
    return " ".join(f"--{name}: {colour};" for name, colour in theme_colours(theme).items())
