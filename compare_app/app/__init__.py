"""Puts the stages together."""
