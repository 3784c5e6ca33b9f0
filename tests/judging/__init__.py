"""Confidence, scores and explanations: points 8 to 10 of extraction, each with its table."""
