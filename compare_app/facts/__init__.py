"""Typed readings of what a claim says."""
