"""How long work on the main thread may last before the window answers the user again."""

from __future__ import annotations

SLICE_S = 0.008
"""Half a frame of a screen that shows 60 in a second."""
