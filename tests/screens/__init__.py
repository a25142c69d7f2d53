"""Takes pictures of the real window in a real X session, for the README and for looking at."""
