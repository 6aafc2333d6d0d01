"""Pure rules of functional assessment."""
