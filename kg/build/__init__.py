"""Building at any size: what is new, who works on it, and how the results are merged into a store."""
