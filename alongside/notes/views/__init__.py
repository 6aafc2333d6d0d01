"""The web door of notes: HTTP in and out, one file a page."""
