"""Pictures of behavior: from plain values to SVG with classes only, the same for light, dark and print."""
