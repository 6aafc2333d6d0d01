"""Reading a graph: levels, trends, effect sizes, and what the picture can and cannot say. Pure."""
