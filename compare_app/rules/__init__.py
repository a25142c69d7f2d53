"""One file per kind of contradiction or shift."""
