"""Settings come back as they were set; a damaged file never stops the start."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from compare_app.app.settings import BY_NAME, SETTINGS, Kind, Settings, Value, load_settings, save_settings
from compare_app.app.settings_manual import main as write_manual
from compare_app.app.settings_manual import manual

OTHER: dict[str, Value] = {
    "reading_font": 'A "quoted" 글꼴',
    "reading_size": 20,
    "line_spacing": 1.8,
    "interface_size": 16,
    "scheme": "contrast",
    "palette": "quiet",
    "language": "en",
    "autosave_s": 9,
}


def test_every_setting_comes_back_and_holds_something_else_here(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "settings.toml"
    settings = Settings()
    for setting in SETTINGS:
        assert OTHER[setting.name] != setting.default
        settings = settings.with_value(setting.name, OTHER[setting.name])
    settings = settings.with_keys("next_difference", "Ctrl+J").with_keys("undo", "")
    save_settings(settings, file)
    loaded = load_settings(file)
    assert loaded.settings == settings
    assert loaded.complaint == ""


def test_what_has_its_default_is_not_written(tmp_path: Path) -> None:
    settings = Settings().with_value("reading_size", 20).with_value("reading_size", 15).with_keys("undo", "F2")
    save_settings(settings.with_keys("undo", None), tmp_path / "settings.toml")
    assert tomllib.loads((tmp_path / "settings.toml").read_text(encoding="utf-8")) == {}


def test_without_a_file_everything_is_as_at_first(tmp_path: Path) -> None:
    loaded = load_settings(tmp_path / "settings.toml")
    assert loaded.settings == Settings()
    assert loaded.complaint == ""
    assert all(loaded.settings.value(setting.name) == setting.default for setting in SETTINGS)


@pytest.mark.parametrize("content", [b"reading_size = = 3", b"\xff\xfe\x00", b"[keys\n"])
def test_a_damaged_file_is_told_and_kept_aside(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(content)
    loaded = load_settings(file)
    assert loaded.settings == Settings()
    assert "damaged" in loaded.complaint
    aside = tmp_path / "settings.damaged.toml"
    assert str(aside) in loaded.hint
    assert aside.read_bytes() == content
    assert not file.exists()


@pytest.mark.parametrize(
    "line",
    [
        "reading_size = 900",
        'reading_size = "15"',
        "reading_size = true",
        "reading_size = 15.5",
        'scheme = "pink"',
        "line_spacing = 0",
        "reading_font = 3",
        'keys = "none"',
        "keys = { undo = 3 }",
    ],
)
def test_a_value_that_cannot_be_is_told_and_the_others_hold(tmp_path: Path, line: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f'autosave_s = 9\npalette = "quiet"\n{line}\n', encoding="utf-8")
    loaded = load_settings(file)
    assert line.split(" ")[0] in loaded.complaint
    assert loaded.settings == Settings({"autosave_s": 9, "palette": "quiet"})


def test_a_name_of_another_version_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("wallpaper = 1\nautosave_s = 9\n", encoding="utf-8")
    loaded = load_settings(tmp_path / "settings.toml")
    assert loaded.settings == Settings({"autosave_s": 9})
    assert loaded.complaint == ""


def test_a_value_that_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="reading_size"):
        Settings().with_value("reading_size", 900)


def test_the_table_agrees_with_itself() -> None:
    assert len(BY_NAME) == len(SETTINGS)
    for setting in SETTINGS:
        assert setting.accepts(setting.default), setting.name
        assert setting.label, setting.name
        assert setting.help.endswith("."), setting.name
        assert bool(setting.choices) is (setting.kind is Kind.CHOICE), setting.name
        assert (setting.least < setting.most) is (setting.kind in (Kind.WHOLE, Kind.SHARE)), setting.name


def test_the_page_about_settings_is_up_to_date() -> None:
    assert write_manual(["--check"]) == 0
    assert all(f"`{setting.name}`" in manual() for setting in SETTINGS)
