"""Pure mathematics of behavior measurement and single-case graphs."""
