"""Pure functions behind the web kit's tags and filters."""
