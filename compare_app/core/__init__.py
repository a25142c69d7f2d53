"""Values every other package speaks in. Imports nothing of ours outside itself."""
