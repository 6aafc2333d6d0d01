"""Pictures of functional assessment: from plain values to SVG with classes only."""
