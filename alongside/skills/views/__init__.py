"""Pages of skill programs and techniques."""
