"""What may count as a difference, in words: one table for the window and the command line."""

from __future__ import annotations

from compare_app.core.options import Options
from compare_app.core.records import record, replace
from compare_app.core.translation import marked


@record
class Choice:
    """A field of Options that is on or off: its name there, what it is called, and two texts that differ in it."""

    field: str
    title: str
    example: str

    def is_on(self, options: Options) -> bool:
        """Whether it counts."""
        return bool(getattr(options, self.field))

    def set(self, options: Options, *, on: bool) -> Options:
        """`options` with it on or off."""
        return replace(options, **{self.field: on})


@record
class Preset:
    """Choices for what is often compared, by a short name and a title."""

    name: str
    title: str
    options: Options


CHOICES: tuple[Choice, ...] = (
    Choice("case_counts", marked("Capital letters"), marked("“the State” – “the state”")),
    Choice("quotes_counts", marked("Kinds of quotation marks and dashes"), marked('“no” — so – "no" - so')),
    Choice("punctuation_counts", marked("Punctuation"), marked("“Now, he left.” – “Now he left.”")),
    Choice("spelling_counts", marked("British and American spelling"), marked("“colour” – “color”")),
    Choice("number_form_counts", marked("How numbers and dates are written"), marked("“1,000” – “one thousand”")),
    Choice("furniture_counts", marked("Lines that are set aside"), marked("share links, “Most Popular”")),
)

PRESETS: tuple[Preset, ...] = (
    Preset(
        "drafts",
        marked("Draft against draft"),
        Options(
            case_counts=True,
            punctuation_counts=True,
            quotes_counts=True,
            spelling_counts=True,
            number_form_counts=True,
        ),
    ),
    Preset("outlets", marked("Outlet against outlet"), Options()),
    Preset("transcript", marked("Transcript against quotation"), Options(similarity_floor=0.4, spelling_counts=True)),
)
"""Between drafts every copy-edit is a difference, between outlets the house style is none. A quotation has the words of
its transcript, whatever signs and figures stand for them; 0.4, chosen by hand, leaves out what is only told again."""


def preset_of(options: Options) -> Preset | None:
    """The preset that makes `options`, if one does."""
    return next((preset for preset in PRESETS if preset.options == options), None)
