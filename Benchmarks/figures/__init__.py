"""One file a figure; each has a function `figures(world)` that gives lines of the table."""
