"""The single-case graph, one for pages, reports and papers: from plain values to SVG with classes only."""
