"""Finds claims and what belongs together; knows no file, screen or fact."""
