"""Tests of compare_app.rules; the cases are data in cases/*.toml."""
