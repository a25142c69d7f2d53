"""Tests of compare_app.facts."""
