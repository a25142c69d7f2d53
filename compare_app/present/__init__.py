"""What to show and say, free of any toolkit."""
