"""One file per format behind one registry."""
