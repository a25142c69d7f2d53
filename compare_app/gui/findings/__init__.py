"""The view of what the rules found: cards, gravest first, to be confirmed, dismissed and noted."""
