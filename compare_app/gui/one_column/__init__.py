"""The view of a comparison as one text with revision marks."""
